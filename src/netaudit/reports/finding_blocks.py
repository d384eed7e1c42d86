"""How a finding of the analysis reads in a document."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.reports.document import Block, Note, Paragraph, Table

GAP = 2
"""The room between two columns, in letters."""


def lead(finding: Finding) -> Paragraph:
    """The finding's sentence."""
    return Paragraph(text=sentence(finding.headline), lead=True)


def sentence(words: str) -> str:
    """The words with a full stop, if they have none; nothing for nothing."""
    return words if not words or words.endswith((".", "?", "!")) else f"{words}."


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
        rows=tuple(tuple(map(_cell, row)) for row in rows.itertuples(index=False)),
        widths=tuple(widths),
    )


def _cell(value: object) -> str:
    """A text as it is, a number with the sign that its size has."""
    return value if isinstance(value, str) else str(value).replace("-", "\N{MINUS SIGN}")


def fitted(rows: pd.DataFrame, most: Sequence[int]) -> tuple[float, ...]:
    """A share of the line for each column by what stands in it: its longest text, in letters.

    `most` says of each column how many letters it may take; longer texts wrap.
    """
    return tuple(
        float(GAP + max(len(name), min(letters, max(map(len, map(str, rows[name])), default=0))))
        for name, letters in zip(rows.columns, most, strict=True)
    )
