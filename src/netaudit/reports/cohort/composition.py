"""What the networks are made of."""

from netaudit.analysis.cohort import composition as makeup
from netaudit.analysis.cohort import contact_scales, list_size, variety, weak_ties
from netaudit.analysis.finding import Finding
from netaudit.charts.grouped import grouped_shares
from netaudit.charts.measures import chance_ladder, participants_bars, share_ladder
from netaudit.reports.cohort.parts import part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block

SCALES = {
    "closeness": "How close the contacts are",
    "years_known": "How long they have been known",
    "last_contact": "How lately there was contact",
}

MOST_DRAWN = 8
"""So many categories, each with a bar a wave, fill half a page."""

LADDER = ("Attribute", "Mean", "Participants", "Median", "Lower quartile", "Upper quartile")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on the contacts."""
    return (
        *_sizes(about),
        *_kinds(about),
        *(block for scale in contact_scales.SCALES for block in _scale(about, scale)),
        *part(
            "How varied the lists are", about.figure(variety.variety), chance_ladder, columns=LADDER
        ),
        *part(
            "How like the participant",
            about.figure(variety.same_as_me),
            share_ladder,
            columns=LADDER,
        ),
        *_beyond(about),
    )


def _sizes(about: Subject) -> tuple[Block, ...]:
    if about.leaves:
        return ()
    return part("How many contacts", about.figure(list_size.list_size), participants_bars)


def _kinds(about: Subject) -> tuple[Block, ...]:
    attributes = about.choices(makeup.attribute_choices)
    return tuple(
        block
        for one in attributes
        for block in _shares(one.words, about.figure(makeup.makeup, attribute=one.value))
    )


def _scale(about: Subject, scale: str) -> tuple[Block, ...]:
    return _shares(SCALES[scale], about.figure(contact_scales.on_scale, scale=scale))


def _shares(title: str, found: Finding) -> tuple[Block, ...]:
    """Drawn unless that would take a page of its own; the table has every category."""
    few = found.is_empty or found.data["category"].nunique() <= MOST_DRAWN
    draw = grouped_shares if few else None
    return part(title, found, draw, columns=("Category",), across_waves="Mean share")


def _beyond(about: Subject) -> tuple[Block, ...]:
    if about.leaves:
        return ()
    return part("Beyond the list", about.figure(weak_ties.weak_ties), grouped_shares)
