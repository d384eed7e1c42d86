"""Mentoring: who has a mentor, of what kind, found how, and wave by wave."""

from netaudit.analysis.mentoring import levels, network, waves, ways
from netaudit.charts.bars import share_bars
from netaudit.charts.share_points import share_points, share_points_by_wave
from netaudit.reports.cohort.parts import part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block

NUMBERS = ("Participants", "Share of enrolled", "95% interval", "Answered")
"""What is told of each line; how many are enrolled is the base."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on mentoring."""
    found = about.figure(levels.uptake)
    taken_up = part("Uptake", found, share_points, columns=("What", *NUMBERS))
    if about.leaves:
        return taken_up
    return (*taken_up, *(_asked(about) if about.choices(levels.was_asked) else ()))


def _asked(about: Subject) -> tuple[Block, ...]:
    kinds = {**levels.SPLITS, **levels.WAYS}
    along = about.figure(waves.along_waves)
    helped = about.figure(levels.knowing)
    own = about.figure(ways.outside_programme)
    return (
        *part(
            "Uptake wave by wave",
            along,
            share_points_by_wave,
            columns=("What",),
            across_waves="Participants",
        ),
        *part("How many relationships", about.figure(ways.portfolios), share_bars),
        *(block for split in kinds for block in _kind(about, split, kinds[split][0])),
        *part("What mentors help with", helped, share_points, columns=("Help with", *NUMBERS)),
        *part("Mentors found outside the programme", own, share_points),
        *part("Mentors on the list of contacts", about.figure(network.mentors_listed)),
    )


def _kind(about: Subject, split: str, title: str) -> tuple[Block, ...]:
    found = about.figure(levels.by_kind, split=split)
    draw = share_points if split == "type" else None
    return part(f"Relationships: {title.lower()}", found, draw, columns=(title, *NUMBERS))
