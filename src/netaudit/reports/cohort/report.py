"""The report on one cohort as a document, for the team or for readers outside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from netaudit.analysis.settings import settings
from netaudit.engine.duckdb import Progress, quiet
from netaudit.errors import NetauditError
from netaudit.reports.cohort import (
    balance,
    change,
    cohorts,
    comparison,
    composition,
    cultivation,
    design,
    evaluation,
    groups,
    held_back,
    in_short,
    limits,
    mentoring,
    methods,
    patterns,
    tables,
    themes,
    took_part,
)
from netaudit.reports.cohort.parts import Aside, Part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Document, Fact, Heading
from netaudit.version import VERSION
from netaudit.vocabulary import readable
from netaudit.wording import day, known, month

FINGERPRINT = 16
"""So many digits of the data's fingerprint are enough to tell two states of the data apart."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the report that can be chosen; some are for the team alone.

    `holds` says in a phrase what is in it, `holds_outside` what of that readers outside get.
    """

    title: str
    holds: str
    blocks: Callable[[Subject], Part]
    holds_outside: str = ""
    leaves: bool = True
    sums_up: bool = False
    fresh_page: bool = False


SECTIONS = {
    "in_short": Section(
        title="Summary",
        holds="What the main figures say, theme by theme",
        blocks=in_short.blocks,
        sums_up=True,
    ),
    "design": Section(
        title="Question and design",
        holds="What was asked, of whom, when and how",
        blocks=design.blocks,
    ),
    "took_part": Section(
        title="Who took part",
        holds="From enrolment to answers, and the cohort in five figures",
        holds_outside="From enrolment to answers",
        blocks=took_part.blocks,
    ),
    "composition": Section(
        title="What the networks are made of",
        holds="How many contacts, of what kinds, how close and how varied",
        holds_outside="Kinds of contacts, how close and how varied they are",
        blocks=composition.blocks,
    ),
    "balance": Section(
        title="Balance",
        holds="Inside and outside, what contacts are for, whether they know each other",
        holds_outside="Inside and outside",
        blocks=balance.blocks,
    ),
    "patterns": Section(
        title="Patterns",
        holds="The four patterns wave by wave, what they rest on, the participants’ own ratings",
        holds_outside="The four patterns wave by wave",
        blocks=patterns.blocks,
    ),
    "mentoring": Section(
        title="Mentoring",
        holds="Who has mentors and mentors others, of what kinds, and how they were found",
        holds_outside="How many have a mentor, and how many mentor",
        blocks=mentoring.blocks,
    ),
    "change": Section(
        title="What changed",
        holds="First and last wave in the same people: measures, patterns, mentoring, contacts",
        holds_outside="First and last wave in the same people: measures, and shares where enough",
        blocks=change.blocks,
    ),
    "comparison": Section(
        title="Against a comparison cohort",
        holds="The changes less those of people who did not take part, where there are such",
        blocks=comparison.blocks,
        leaves=False,
    ),
    "cohorts": Section(
        title="Beside other cohorts",
        holds="The programme's cohorts side by side and together, and earlier ones as a band",
        blocks=cohorts.blocks,
        leaves=False,
    ),
    "groups": Section(
        title="Groups",
        holds="Access, averages and changes of groups that are large enough",
        holds_outside="Averages of groups that are large enough",
        blocks=groups.blocks,
    ),
    "cultivation": Section(
        title="What participants do about it",
        holds="Activities, actions, exchange of knowledge, what they wrote about",
        blocks=cultivation.blocks,
        leaves=False,
    ),
    "themes": Section(
        title="What participants wrote",
        holds="Strengths and weaknesses by theme, as counts, where texts were coded",
        blocks=themes.blocks,
        leaves=False,
    ),
    "evaluation": Section(
        title="Logic model, levels and outcomes",
        holds="What was meant to change, what speaks for it on four levels, outcomes harvested",
        holds_outside="The logic model, and outcomes that were marked as fit to leave the team",
        blocks=evaluation.blocks,
    ),
    "limits": Section(title="Limits", holds="What the figures cannot tell", blocks=limits.blocks),
    "held_back": Section(
        title="What is not shown",
        holds="What was held back, figure by figure, and why",
        blocks=held_back.blocks,
        sums_up=True,
    ),
    "tables": Section(
        title="Annex: tables",
        holds="The figures behind drawings and sentences; without it they stand beside these",
        blocks=tables.blocks,
        sums_up=True,
        fresh_page=True,
    ),
    "methods": Section(
        title="Annex: methods and settings",
        holds="The settings, and how each measure and pattern is worked out",
        blocks=methods.blocks,
        fresh_page=True,
    ),
}
"""In the order of the report. Those that sum up are written when all others have asked."""


def sections_for(*, leaves: bool) -> dict[str, Section]:
    """The sections that a report for these readers may have, by name, in the report's order."""
    return {name: one for name, one in SECTIONS.items() if one.leaves or not leaves}


def cohort_report(
    about: Subject, sections: Sequence[str] = (), progress: Progress = quiet
) -> Document:
    """The report with the sections named, or with all that its readers may have.

    `progress` is told the title of each section before it is written; a section without anything
    to tell is left out. NetauditError for a section that there is not, or that is not for these
    readers.
    """
    _check(about, sections)
    offered = sections_for(leaves=about.leaves)
    chosen = [name for name in offered if name in sections or not sections]
    written: dict[str, tuple[Block, ...]] = {}
    for name in sorted(chosen, key=lambda name: SECTIONS[name].sums_up):
        progress(SECTIONS[name].title)
        written[name] = _section(about, SECTIONS[name], set_aside="tables" in chosen)
    title = f"{about.cohort['name']}: network audit"
    return Document(
        kind=_kind(about),
        title=title,
        running_title=title,
        facts=_front(about),
        blocks=tuple(block for name in chosen for block in written[name]),
        on=_on(about),
        is_long=True,
    )


def _section(about: Subject, section: Section, *, set_aside: bool) -> tuple[Block, ...]:
    """The section under its title; nothing where it has nothing to tell.

    What is set aside goes to the annex of tables, or stays in its place where there is none.
    """
    told = section.blocks(about)
    here: list[Block] = []
    for block in told:
        if not isinstance(block, Aside):
            here.append(block)
        elif set_aside:
            about.asides.setdefault(section.title, []).append(block.block)
        else:
            here.append(block.block)
    heading = Heading(text=section.title, fresh_page=section.fresh_page)
    return (heading, *here) if here else ()


def _check(about: Subject, sections: Sequence[str]) -> None:
    offered = sections_for(leaves=about.leaves)
    wrong = [name for name in sections if name not in offered]
    if wrong:
        raise NetauditError(
            f"There is no section {', '.join(wrong)} in this report.",
            f"The sections are: {', '.join(offered)}.",
        )


def _kind(about: Subject) -> str:
    readers = "for readers outside the team" if about.leaves else "for the programme team"
    said = f"Cohort report · {readers}"
    if about.on is None:
        return said
    return f"{said} · {month(about.on) if about.leaves else day(about.on)}"


def _on(about: Subject) -> date | None:
    """The day of the last audit is one person's: outside the team its month is enough."""
    return about.on.replace(day=1) if about.on and about.leaves else about.on


def _front(about: Subject) -> tuple[Fact, ...]:
    programme = settings(about.database, about.viewer)["name"]
    waves = [readable(row["wave"]) for row in about.asked("waves") if row["completed"]]
    said = (
        ("Programme", programme if known(programme) else ""),
        ("Waves", ", ".join(waves)),
        ("Data", f"Fingerprint {about.database.fingerprint[:FINGERPRINT]}"),
        ("Written by", f"netaudit {VERSION}"),
    )
    return tuple(fact for fact in said if fact[1])
