"""Mentoring: who has a mentor, of what kind, found how, and wave by wave."""

from netaudit.analysis.mentoring import levels, network, waves, ways
from netaudit.charts.bars import share_bars
from netaudit.reports.cohort.drawings import shares
from netaudit.reports.cohort.parts import Part, part, sentences
from netaudit.reports.cohort.subject import Subject

NUMBERS = ("Participants", "Share of enrolled", "95% interval", "Answered")
"""What is told of each line; how many are enrolled is the base."""


def blocks(about: Subject) -> Part:
    """The section on mentoring."""
    if about.same_people:
        return ()  # told of those who answered both waves, under what changed
    found = about.figure(levels.uptake)
    taken_up = part("Uptake", found, shares(), columns=("What", *NUMBERS))
    if about.leaves:
        return taken_up
    return (*taken_up, *(_asked(about) if about.choices(levels.was_asked) else ()))


def _asked(about: Subject) -> Part:
    along = about.figure(waves.along_waves)
    helped = about.figure(levels.knowing)
    own = about.figure(ways.outside_programme)
    return (
        *part(
            "Uptake wave by wave",
            along,
            columns=("What",),
            across_waves="Participants",
        ),
        *part("How many relationships", about.figure(ways.portfolios), share_bars),
        *_kinds(about),
        *part("What mentors help with", helped, shares(), columns=("Help with", *NUMBERS)),
        *part("Mentors found outside the programme", own, shares()),
        *part("Mentors on the list of contacts", about.figure(network.mentors_listed)),
    )


def _kinds(about: Subject) -> Part:
    """What is most common by each kind; every category is in the annex of tables."""
    kinds = {**levels.SPLITS, **levels.WAYS}
    told = [
        (f"Relationships: {title.lower()}", about.figure(levels.by_kind, split=split))
        for split, (title, _) in kinds.items()
    ]
    titles = (title for title, _ in kinds.values())
    return sentences("What kinds of relationships", told, columns=(*titles, *NUMBERS))
