"""What changed between the first and the last wave, in those who answered both."""

import pandas as pd

from netaudit.analysis.change import binary, measured, outcomes
from netaudit.analysis.change.contacts import contacts
from netaudit.analysis.finding import Finding
from netaudit.charts.bars import count_bars
from netaudit.charts.forest import forest
from netaudit.charts.theme import Chart
from netaudit.reports.cohort.parts import columns_of, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Note, Paragraph

IN_AMOUNTS = "1 is the smallest change that matters; shaded: less"
IN_POINTS = "Change in percentage points"
ONE_WAVE = "Changes can be told once two waves have answers."
SHORT = ("Pairs", "Change", "95% interval", "Unit", "Up", "Same", "Down", "In words")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on change; a sentence where there is one wave alone."""
    if about.span is None:
        return (Paragraph(text=ONE_WAVE),)
    waves = {"first": about.span.first, "last": about.span.last}
    return (
        *_primary(about, waves),
        *_measures(
            about,
            "Other measures",
            about.figure(measured.exploratory, chosen=about.chosen, **waves),
        ),
        *part(
            "Patterns in the same people", about.figure(binary.patterns_changed, **waves), _points
        ),
        *part(
            "Mentoring in the same people", about.figure(binary.uptake_changed, **waves), _points
        ),
        *part("Contacts kept, added and dropped", about.figure(contacts, **waves), _each),
    )


def _primary(about: Subject, waves: dict[str, str]) -> tuple[Block, ...]:
    """The outcomes chosen beforehand, or that none were."""
    if not about.chosen.outcomes:
        said = about.choices(outcomes.timing, first=waves["first"], chosen=about.chosen)
        return (Note(text=said),)
    found = about.figure(measured.primary, chosen=about.chosen, with_p=True, **waves)
    return _measures(about, "Primary outcomes", found)


def _measures(about: Subject, title: str, found: Finding) -> tuple[Block, ...]:
    """Two tables, as the whole of it is wider than a page: the change, and what it is set by."""
    if found.table.empty:
        return part(title, found)
    shown = ("Measure", *SHORT)
    further = [str(name) for name in found.table if name not in SHORT]
    caption = f"{title}: means, smallest change of interest, change standardised"
    return (
        *part(title, found, _amounts, columns=shown),
        *columns_of(found, caption, further),
    )


def _amounts(rows: pd.DataFrame) -> Chart:
    return forest(rows, IN_AMOUNTS, smallest=1.0)


def _points(rows: pd.DataFrame) -> Chart:
    return forest(rows, IN_POINTS)


def _each(rows: pd.DataFrame) -> Chart:
    return count_bars(rows, "Contacts per participant")
