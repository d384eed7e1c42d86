"""What the networks are made of."""

from netaudit.analysis.cohort import composition as makeup
from netaudit.analysis.cohort import contact_scales, list_size, variety, weak_ties
from netaudit.charts.grouped import grouped_shares
from netaudit.charts.measures import participants_bars
from netaudit.reports.cohort.drawings import spread_shares
from netaudit.reports.cohort.parts import Part, part, sentences
from netaudit.reports.cohort.subject import Subject

SCALES = {
    "closeness": "How close the contacts are",
    "years_known": "How long they have been known",
    "last_contact": "How lately there was contact",
}
ROWS, CELLS = ("Category",), "Mean share"
"""What rows are of, and what stands under each wave, in tables of shares."""

LADDER = ("Attribute", "Mean", "Participants", "Median", "Lower quartile", "Upper quartile")


def blocks(about: Subject) -> Part:
    """The section on the contacts."""
    return (
        *_sizes(about),
        *_kinds(about),
        *(block for scale in contact_scales.SCALES for block in _scale(about, scale)),
        *part(
            "How varied the lists are",
            about.figure(variety.variety),
            spread_shares("Chance that two contacts differ"),
            columns=LADDER,
        ),
        *part(
            "How like the participant",
            about.figure(variety.same_as_me),
            spread_shares("Of a participant's contacts"),
            columns=LADDER,
        ),
        *_beyond(about),
    )


def _sizes(about: Subject) -> Part:
    if about.leaves:
        return ()
    return part("How many contacts", about.figure(list_size.list_size), participants_bars)


def _kinds(about: Subject) -> Part:
    """What is most common by each attribute; every category is in the annex of tables."""
    told = [
        (one.words, about.figure(makeup.makeup, attribute=one.value))
        for one in about.choices(makeup.attribute_choices)
        if one.value != "affiliation"  # under balance
    ]
    return sentences("Who the contacts are", told, columns=ROWS, across_waves=CELLS)


def _scale(about: Subject, scale: str) -> Part:
    found = about.figure(contact_scales.on_scale, scale=scale)
    return part(SCALES[scale], found, grouped_shares, columns=ROWS, across_waves=CELLS)


def _beyond(about: Subject) -> Part:
    if about.leaves:
        return ()
    return part("Beyond the list", about.figure(weak_ties.weak_ties), grouped_shares)
