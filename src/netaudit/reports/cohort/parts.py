"""How one finding stands in the report: its title, its sentence, the drawing, the table, notes."""

from collections.abc import Callable, Sequence

import pandas as pd

from netaudit.analysis.finding import Figures, Finding
from netaudit.charts.theme import AXIS, Chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Fact, Facts, Heading, Note, Paragraph
from netaudit.reports.finding_blocks import fitted, lead, sentence, table
from netaudit.wording import NOTHING

Draw = Callable[[pd.DataFrame], Chart]

LETTERS = 30
"""A column takes as many letters as its longest text, and not more than these."""

PLOT = 600
"""The width of a drawing in pixels, without the names beside it."""


def part(
    title: str,
    finding: Finding,
    draw: Draw | None = None,
    *,
    columns: Sequence[str] = (),
    across_waves: str = "",
) -> tuple[Block, ...]:
    """The finding under its title.

    `columns` are those of its table that the page has room for. With `across_waves` the waves stand
    beside each other, and what is told of each is the column so named.
    """
    heading = Heading(text=title, level=2)
    if finding.is_empty and finding.table.empty:
        return (heading, Paragraph(text=_in_a_row(finding)))
    drawing = _drawn(title, finding, draw)
    return (
        heading,
        lead(finding),
        *drawing,
        *_tables(title, finding, columns, across_waves),
        *_notes(finding, with_base=not drawing),
    )


def columns_of(finding: Finding, caption: str, columns: Sequence[str]) -> tuple[Block, ...]:
    """The columns of the finding's table that there are of these; nothing without rows."""
    rows = finding.table[[name for name in columns if name in finding.table]]
    return (table(rows, caption, fitted(rows, [LETTERS] * len(rows.columns))),) if len(rows) else ()


def _tables(
    title: str, finding: Finding, columns: Sequence[str], across_waves: str
) -> tuple[Block, ...]:
    if not across_waves or "Wave" not in finding.table:
        return columns_of(finding, title, columns or [str(name) for name in finding.table])
    rows = _beside(finding, columns[0], across_waves)
    caption = f"{title}: {across_waves.lower()} by wave"
    return (table(rows, caption, fitted(rows, [LETTERS] * len(rows.columns))),)


def _beside(finding: Finding, what: str, told: str) -> pd.DataFrame:
    """The waves as columns, the rows in the order of the drawing; a dash where there is no figure.

    A wave whose first rows were held back is still in its place.
    """
    rows = finding.table
    wide = rows.pivot(index=what, columns="Wave", values=told)
    drawn = [name for name in finding.data.get("category", ()) if name in wide.index]
    ordered = wide.loc[
        list(dict.fromkeys((*drawn, *rows[what]))), list(dict.fromkeys(rows["Wave"]))
    ]
    return ordered.astype("object").where(ordered.notna(), NOTHING).reset_index()


def cards(figures: Figures) -> Facts:
    """Single figures with what each rests on."""
    return Facts(facts=tuple(_card(one.title, one.value, one.base) for one in figures.figures))


def _card(title: str, value: str, base: str) -> Fact:
    return title, f"{value} · {base}"


def _drawn(title: str, finding: Finding, draw: Draw | None) -> tuple[Block, ...]:
    """The base stands under the drawing, as its subtitle does on the page."""
    if draw is None or finding.is_empty:
        return ()
    drawn = _for_paper(draw(finding.data))
    return (figure(drawn, f"{title}. {finding.base}", finding.alternative),)


def _for_paper(chart: Chart) -> Chart:
    """As wide as the line, and lower than on a screen, where the height holds the axis too."""
    height = chart.to_dict()["height"] - AXIS
    sized: Chart = chart.properties(width=PLOT, height=height)
    return sized


def _in_a_row(finding: Finding) -> str:
    said = (finding.headline, finding.base, finding.withheld)
    return " ".join(sentence(words) for words in said if words)


def _notes(finding: Finding, *, with_base: bool) -> tuple[Note, ...]:
    said = (finding.base if with_base else "", finding.caution, finding.withheld)
    return tuple(Note(text=words) for words in said if words)
