"""The report on one cohort as a document, for the team or for readers outside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netaudit import __version__
from netaudit.analysis.settings import settings
from netaudit.errors import NetauditError
from netaudit.reports.cohort import (
    balance,
    change,
    composition,
    cultivation,
    design,
    groups,
    held_back,
    in_short,
    limits,
    mentoring,
    methods,
    patterns,
    took_part,
)
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Document, Fact, Heading
from netaudit.vocabulary import readable
from netaudit.wording import day, known

FINGERPRINT = 16
"""So many digits of the data's fingerprint are enough to tell two states of the data apart."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the report that can be chosen; some are for the team alone."""

    title: str
    blocks: Callable[[Subject], tuple[Block, ...]]
    leaves: bool = True
    sums_up: bool = False


SECTIONS = {
    "in_short": Section(title="In short", blocks=in_short.blocks, sums_up=True),
    "design": Section(title="Question and design", blocks=design.blocks),
    "took_part": Section(title="Who took part", blocks=took_part.blocks, leaves=False),
    "composition": Section(title="What the networks are made of", blocks=composition.blocks),
    "balance": Section(title="Balance", blocks=balance.blocks),
    "patterns": Section(title="Patterns", blocks=patterns.blocks),
    "mentoring": Section(title="Mentoring", blocks=mentoring.blocks),
    "change": Section(title="What changed", blocks=change.blocks, leaves=False),
    "groups": Section(title="Groups", blocks=groups.blocks),
    "cultivation": Section(
        title="What participants do about it", blocks=cultivation.blocks, leaves=False
    ),
    "limits": Section(title="Limits", blocks=limits.blocks),
    "held_back": Section(title="What is not shown", blocks=held_back.blocks, sums_up=True),
    "methods": Section(title="Annex: methods and settings", blocks=methods.blocks),
}
"""In the order of the report. Those that sum up are written when all others have asked."""


def cohort_report(about: Subject, sections: Sequence[str] = ()) -> Document:
    """The report with the sections named, or with all that its readers may have.

    NetauditError for a section that there is not, or that is not for these readers.
    """
    _check(about, sections)
    chosen = [
        name
        for name, section in SECTIONS.items()
        if (name in sections or not sections) and (section.leaves or not about.leaves)
    ]
    in_turn = sorted(chosen, key=lambda name: SECTIONS[name].sums_up)
    written = {name: _section(about, SECTIONS[name]) for name in in_turn}
    title = f"{about.cohort['name']}: network audit"
    return Document(
        kind=_kind(about),
        title=title,
        running_title=title,
        facts=_front(about),
        blocks=tuple(block for name in chosen for block in written[name]),
        on=about.on,
        is_long=True,
    )


def _section(about: Subject, section: Section) -> tuple[Block, ...]:
    return (Heading(text=section.title), *section.blocks(about))


def _check(about: Subject, sections: Sequence[str]) -> None:
    offered = [name for name, one in SECTIONS.items() if one.leaves or not about.leaves]
    wrong = [name for name in sections if name not in offered]
    if wrong:
        raise NetauditError(
            f"There is no section {', '.join(wrong)} in this report.",
            f"The sections are: {', '.join(offered)}.",
        )


def _kind(about: Subject) -> str:
    readers = "for readers outside the team" if about.leaves else "for the programme team"
    said = f"Cohort report · {readers}"
    return f"{said} · {day(about.on)}" if about.on else said


def _front(about: Subject) -> tuple[Fact, ...]:
    programme = settings(about.database, about.viewer)["name"]
    waves = [readable(row["wave"]) for row in about.asked("waves") if row["completed"]]
    said = (
        ("Programme", programme if known(programme) else ""),
        ("Waves", ", ".join(waves)),
        ("Data", f"Fingerprint {about.database.fingerprint[:FINGERPRINT]}"),
        ("Written by", f"netaudit {__version__}"),
    )
    return tuple(fact for fact in said if fact[1])
