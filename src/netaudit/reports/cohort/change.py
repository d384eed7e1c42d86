"""What changed between the first and the last wave, in those who answered both."""

import pandas as pd

from netaudit.analysis.change import binary, measured, outcomes
from netaudit.analysis.change.contacts import contacts
from netaudit.analysis.change.patterns import at_other_cut_offs, transitions
from netaudit.analysis.finding import Finding
from netaudit.charts.bars import count_bars
from netaudit.charts.theme import Chart
from netaudit.reports.cohort.drawings import changes
from netaudit.reports.cohort.parts import Part, aside, columns_of, part, sentences
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Note, Paragraph
from netaudit.schema import PATTERNS
from netaudit.vocabulary import label

IN_AMOUNTS = "1 is the smallest change that matters; shaded: less"
IN_POINTS = "Change in percentage points"
TOO_FEW = "Too few people answered both the first and the last wave to tell of changes outside."
ONE_WAVE = "Changes can be told once two waves have answers."
SHORT = ("Pairs", "Change", "95% interval", "Unit", "Up", "Same", "Down", "In words")


def blocks(about: Subject) -> Part:
    """The section on change; a sentence where there is one wave alone, or too few answered both."""
    if about.span is None:
        return (Paragraph(text=ONE_WAVE),)
    if about.leaves and not about.same_people:
        return (Paragraph(text=TOO_FEW),)
    waves = {"first": about.span.first, "last": about.span.last}
    changed, taken_up = (
        about.figure(question, **waves)
        for question in (binary.patterns_changed, binary.uptake_changed)
    )
    others = about.figure(measured.exploratory, chosen=about.chosen, **waves)
    return (
        *_primary(about, waves),
        *_measures("Other measures" if about.chosen.outcomes else "Measures", others),
        *_unplanned(about, waves),
        *part("Patterns in the same people", changed, changes(IN_POINTS), keep_table=True),
        *_moves(about, waves),
        *part("Mentoring in the same people", taken_up, changes(IN_POINTS), keep_table=True),
        *part("Contacts kept, added and dropped", about.figure(contacts, **waves), _each),
    )


def _moves(about: Subject, waves: dict[str, str]) -> Part:
    """From state to state, and what the change would be at other cut-offs: by their sentences."""
    if about.leaves:
        return ()
    names = {pattern: label("pattern", pattern) for pattern in PATTERNS}
    moved = [
        (f"{name}: from state to state", about.figure(transitions, pattern=pattern, **waves))
        for pattern, name in names.items()
    ]
    at_others = [
        (
            f"{name}: the change by cut-off",
            about.figure(at_other_cut_offs, pattern=pattern, **waves),
        )
        for pattern, name in names.items()
    ]
    return (
        *sentences("From state to state", moved),
        *sentences("The same change at other cut-offs", at_others),
    )


def _primary(about: Subject, waves: dict[str, str]) -> Part:
    """The outcomes chosen beforehand, where there are any."""
    if not about.chosen.outcomes:
        return ()
    with_p = not about.leaves
    found = about.figure(measured.primary, chosen=about.chosen, with_p=with_p, **waves)
    return _measures("Primary outcomes", found)


def _unplanned(about: Subject, waves: dict[str, str]) -> Part:
    """That no outcome was chosen beforehand."""
    if about.chosen.outcomes:
        return ()
    said = about.choices(outcomes.timing, first=waves["first"], chosen=about.chosen)
    return (Note(text=said),)


def _measures(title: str, found: Finding) -> Part:
    """Two tables, as the whole of it is wider than a page: the change, and what it is set by."""
    if found.table.empty:
        return part(title, found)
    shown = ("Measure", *SHORT)
    further = [str(name) for name in found.table if name not in SHORT]
    caption = f"{title}: means, smallest change of interest, change standardised"
    return (
        *part(title, found, changes(IN_AMOUNTS, smallest=1.0), columns=shown, keep_table=True),
        *aside(columns_of(found, caption, further)),
    )


def _each(rows: pd.DataFrame) -> Chart:
    return count_bars(rows, "Contacts per participant")
