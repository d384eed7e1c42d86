"""A participant's lists wave beside wave: who stayed, who is new, who left, and what moved."""

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import change_parts as person_change_parts
from netaudit.analysis.person import measures
from netaudit.reports.document import Block, Fact, Facts, Heading, Note
from netaudit.reports.finding_blocks import finding_table, lead, notes, sentence
from netaudit.reports.person.subject import Subject
from netaudit.wording import NOTHING


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on change since the first wave, and the figures of every wave."""
    if not about.at.is_completed:
        return ()
    figures = about.ask(measures.key_measures, wave=about.at.wave).finding
    changed = _changed(about)
    several = sum(one.is_completed for one in about.waves) > 1
    if not several or (not changed and figures.is_empty):
        return ()
    return (
        Heading(text="From wave to wave"),
        *changed,
        *finding_table(figures, "The figures side by side"),
        *notes(figures),
    )


def _changed(about: Subject) -> tuple[Block, ...]:
    since = next(one.wave for one in about.waves if one.is_completed)
    if since == about.at.wave:
        return ()
    pair = {"wave": about.at.wave, "since": since}
    changed = about.ask(person_change.change, **pair)
    if changed.is_empty:
        return ()
    parts = about.ask(person_change_parts.change_parts, **pair)
    return (
        lead(changed),
        Facts(facts=_turns(changed)),
        Note(text=changed.caution),
        *_parts(parts),
    )


def _turns(changed: Finding) -> tuple[Fact, ...]:
    """Whose names are on both lists, on the later alone, on the earlier alone."""
    return tuple(
        (turn, listed)
        for turn, listed in person_change.by_turn(changed).items()
        if listed != NOTHING
    )


def _parts(parts: Finding) -> tuple[Block, ...]:
    return (*finding_table(parts, sentence(parts.headline)), *notes(parts))
