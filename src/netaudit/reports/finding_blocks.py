"""How a finding of the analysis reads in a document."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.reports.document import Block, Note, Paragraph, Table

SHORTEST, LONGEST = 6, 31
"""Letters of a column between which its width follows from what stands in it."""


def lead(finding: Finding) -> Paragraph:
    """The finding's sentence."""
    return Paragraph(text=sentence(finding.headline), lead=True)


def sentence(words: str) -> str:
    """The words with a full stop, if they have none."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def notes(finding: Finding) -> tuple[Note, ...]:
    """On whom or what it rests, and what it must not be taken for."""
    said = (finding.base, finding.caution, finding.withheld)
    return tuple(Note(text=words) for words in said if words)


def finding_table(
    finding: Finding,
    caption: str,
    *,
    columns: Sequence[str] = (),
    widths: Sequence[float] = (),
) -> tuple[Block, ...]:
    """The finding's table, or those of its columns; nothing where it has no rows."""
    rows = finding.table[list(columns)] if columns else finding.table
    return (table(rows, caption, widths),) if len(rows) else ()


def table(rows: pd.DataFrame, caption: str, widths: Sequence[float] = ()) -> Table:
    """A frame of texts and whole numbers as a table."""
    return Table(
        caption=caption,
        columns=tuple(map(str, rows.columns)),
        rows=tuple(tuple(map(str, row)) for row in rows.itertuples(index=False)),
        widths=tuple(widths),
    )


def fitted(rows: pd.DataFrame, longest: int = LONGEST) -> tuple[float, ...]:
    """A share of the line for each column by what stands in it; long texts take no more than
    `longest` letters, and wrap.
    """
    return tuple(
        float(max(SHORTEST, min(longest, max(len(str(words)) for words in (name, *rows[name])))))
        for name in rows.columns
    )
