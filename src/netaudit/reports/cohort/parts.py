"""How one finding stands in the report: its title, its sentence, the drawing, the table, notes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from netaudit.analysis.finding import Figures, Finding
from netaudit.analysis.release.rounding import ROUNDED
from netaudit.charts.theme import AXIS, Chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Fact, Facts, Heading, Items, Note, Paragraph
from netaudit.reports.finding_blocks import fitted, lead, sentence, table
from netaudit.wording import NOTHING

Draw = Callable[[pd.DataFrame], Chart]

LETTERS = 30
"""A column takes as many letters as its longest text, and not more than these."""

PLOT = 700
"""The width of a drawing in pixels, without the names beside it."""


@dataclass(frozen=True, kw_only=True)
class Aside:
    """A table that tells what a figure or a sentence tells: it stands in the annex of tables."""

    block: Block


Part = tuple[Block | Aside, ...]
"""What a section holds, with what is set aside of it, in order."""


def part(
    title: str,
    finding: Finding,
    draw: Draw | None = None,
    *,
    columns: Sequence[str] = (),
    across_waves: str = "",
    keep_table: bool = False,
) -> Part:
    """The finding under its title; where it is drawn its table is set aside unless `keep_table`.

    `columns` are those of its table that the page has room for. With `across_waves` the waves stand
    beside each other, and what is told of each is the column so named.
    """
    heading = Heading(text=title, level=2)
    if finding.is_empty and finding.table.empty:
        return (heading, Paragraph(text=_in_a_row(finding)))
    drawing = _drawn(title, finding, draw)
    told = _tables(title, finding, columns, across_waves)
    return (
        heading,
        lead(finding),
        *drawing,
        *(aside(told) if drawing and not keep_table else told),
        *_notes(finding, with_base=not drawing),
    )


def aside(blocks: Iterable[Block]) -> tuple[Aside, ...]:
    """The tables, to be set aside."""
    return tuple(Aside(block=one) for one in blocks)


def sentences(
    title: str,
    told: Sequence[tuple[str, Finding]],
    *,
    columns: Sequence[str] = (),
    across_waves: str = "",
) -> Part:
    """Several findings, each by its sentence, under one title; their tables are set aside.

    What all of them must not be taken for is said once, what was held back is in the list of it.
    """
    shown = [(name, one) for name, one in told if len(one.table)]
    if not shown:
        return ()
    cautions = dict.fromkeys(one.caution for _, one in shown if one.caution)
    return (
        Heading(text=title, level=2),
        Items(texts=tuple(sentence(one.headline) for _, one in shown)),
        *(
            set_aside
            for name, one in shown
            for set_aside in aside(_tables(name, one, columns, across_waves))
        ),
        *(Note(text=words) for words in list(cautions)[:1]),
    )


def columns_of(finding: Finding, caption: str, columns: Sequence[str]) -> tuple[Block, ...]:
    """The columns of the finding's table that there are of these; nothing without rows."""
    told = finding.table[[name for name in columns if name in finding.table]]
    rows = told[[*told.columns[:1], *(name for name in told.columns[1:] if _tells(told[name]))]]
    return (table(rows, caption, fitted(rows, [LETTERS] * len(rows.columns))),) if len(rows) else ()


def _tells(cells: pd.Series) -> bool:
    """Whether anything but dashes stands in a column."""
    return bool((cells.astype("str") != NOTHING).any()) or cells.empty


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
    wide = PLOT if chart["width"] is alt.Undefined else chart["width"]
    sized: Chart = chart.properties(width=wide, height=chart["height"] - AXIS)
    return sized


def _in_a_row(finding: Finding) -> str:
    said = (finding.headline, finding.base, _withheld(finding))
    return " ".join(sentence(words) for words in said if words)


def _withheld(finding: Finding) -> str:
    """What was held back; that figures are rounded is said once in the report."""
    return finding.withheld.replace(ROUNDED, "").strip()


def _notes(finding: Finding, *, with_base: bool) -> tuple[Note, ...]:
    said = (finding.base if with_base else "", finding.caution, _withheld(finding))
    return tuple(Note(text=words) for words in said if words)
