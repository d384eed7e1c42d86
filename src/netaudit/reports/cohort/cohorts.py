"""The cohort beside the programme's others and all together, and over the band of earlier ones."""

from dataclasses import replace

from netaudit.analysis.change.cards import TO_BEGIN_WITH
from netaudit.analysis.change.cohorts import NO_ORDER, side_by_side
from netaudit.analysis.change.earlier import OWN_PAST, reference
from netaudit.analysis.change.words import measure_words
from netaudit.analysis.finding import Finding
from netaudit.reports.cohort.drawings import band, changes_of
from netaudit.reports.cohort.parts import Draw, Part, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Note

SIDE = "Change cohort by cohort"
BAND = "Against earlier cohorts"
ONLY_ONE = 2
"""With fewer cohorts than these there is nothing side by side."""


def blocks(about: Subject) -> Part:
    """The section on other cohorts; nothing where this is the only one, or for readers outside."""
    if about.leaves or len(about.choices_of_cohorts) < ONLY_ONE:
        return ()
    chosen = [(one.measure, one.attribute) for one in about.chosen.outcomes] or TO_BEGIN_WITH
    beside = [block for key in chosen for block in _beside(about, *key)]
    bands = [block for key in chosen for block in _band(about, *key)]
    return (
        *beside,
        *((Note(text=NO_ORDER),) if beside else ()),
        *bands,
        *((Note(text=OWN_PAST),) if bands else ()),
    )


def _beside(about: Subject, measure: str, attribute: str | None) -> Part:
    if about.span is None:
        return ()
    found = about.figure(
        side_by_side,
        first=about.span.first,
        last=about.span.last,
        measure=measure,
        attribute=attribute,
    )
    return _told(f"{SIDE}: {_name(measure, attribute)}", found, changes_of(measure))


def _band(about: Subject, measure: str, attribute: str | None) -> Part:
    found = about.figure(reference, measure=measure, attribute=attribute)
    return _told(f"{BAND}: {_name(measure, attribute)}", found, band(measure))


def _told(title: str, found: Finding, draw: Draw) -> Part:
    """Nothing where there is nothing to show; what not to take it for is said once for all."""
    return () if found.is_empty else part(title, replace(found, caution=""), draw)


def _name(measure: str, attribute: str | None) -> str:
    words = measure_words(measure, attribute)
    return f"{words[:1].lower()}{words[1:]}"
