"""The four patterns: what the list says beside what the person says."""

import pandas as pd

from netaudit.analysis.person import patterns as person_patterns
from netaudit.reports.document import Block, Heading, Note
from netaudit.reports.finding_blocks import lead, notes, table
from netaudit.reports.person.subject import Subject
from netaudit.wording import NOTHING

TITLE = "Four patterns to look at"
CAPTION = "Each pattern by your list, by your own rating, and how far the list is from the line."
ENOUGH = 5
"""Below so many contacts no pattern can be told, and the rows say so themselves."""

WIDTHS = (1.7, 1.9, 5, 1.8, 2.3, 3.2)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on the patterns of the wave."""
    found = about.ask(person_patterns.patterns, wave=about.at.wave)
    rows = found.table
    if not about.at.is_completed:
        return (Heading(text=TITLE), lead(found))
    return (
        Heading(text=TITLE),
        lead(found),
        table(_short(rows), CAPTION, WIDTHS),
        *(_answers_needed(rows) if about.at.count("size") >= ENOUGH else ()),
        *notes(found),
    )


def _short(rows: pd.DataFrame) -> pd.DataFrame:
    columns = ("Pattern", "Shown as", "What the list says", "Own rating")
    distance = rows["Distance from the line"].rename("From the line")
    return pd.concat([rows[list(columns)], distance, rows["Side by side"]], axis="columns")


def _answers_needed(rows: pd.DataFrame) -> tuple[Block, ...]:
    """What the list would need, pattern by pattern, where it cannot tell."""
    needed = rows[rows["What it would take"] != NOTHING]
    return tuple(
        Note(text=f"To tell {pattern.lower()} it would take: {words}")
        for pattern, words in zip(needed["Pattern"], needed["What it would take"], strict=True)
    )
