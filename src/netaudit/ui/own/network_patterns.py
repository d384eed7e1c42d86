"""The four patterns as cards: the list beside the participant's own rating."""

from collections.abc import Iterator, Mapping

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.patterns.words import NOT_RATED
from netaudit.analysis.person import patterns as person_patterns
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.wording import NOTHING

LIST, TOGETHER = "What the list says", "Side by side"
BESIDE = ("Own rating", "Distance from the line", "What it would take", "At other waves")


def patterns(own: OwnPage) -> None:
    """Each pattern with what it is, both cautions and a question to take along."""
    finding = own.ask(person_patterns.patterns, wave=own.at.wave)
    section("Four patterns", finding.headline, finding.base)
    cards(finding, guidance("pattern"))


def cards(finding: Finding, texts: Mapping[str, Mapping[str, str]] | None = None) -> None:
    """A card a pattern: its words are too many for the cells of a table.

    What would be the same on every card is said once above them.
    """
    rows = [
        {str(title): str(cell) for title, cell in row.items()}
        for row in finding.table.to_dict("records")
    ]
    once = [title for title in (LIST, TOGETHER) if finding.table[title].nunique() == 1]
    for title in once:
        st.markdown(md(rows[0][title]))
    grid = st.grid(2, min_column_width=300, gap="small")
    codes = finding.data["pattern"].tolist()
    for code, row in zip(codes, rows, strict=True):
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{md(row['Pattern'])}** · {md(row['Shown as'])}")
            if texts:
                st.caption(md(texts[code]["is"]))
            for line in _said({title: cell for title, cell in row.items() if title not in once}):
                st.markdown(line)
            if texts:
                _along(texts[code])


def _said(row: Mapping[str, str]) -> Iterator[str]:
    """What the list says, what stands beside it, and both together."""
    if LIST in row:
        state = row["By the list"]
        told = "By the list" if row["Shown as"].startswith(state) else f"{state} by the list"
        yield md(f"{told}: {row[LIST]}")
    beside = [title for title in BESIDE if row[title] not in (NOTHING, NOT_RATED)]
    if beside:
        yield "\n".join(f"- {md(title)}: {md(row[title])}" for title in beside)
    if TOGETHER in row:
        yield md(row[TOGETHER])


def _along(said: Mapping[str, str]) -> None:
    st.caption(md(f"Too much of it: {said['too_much']} Too little: {said['too_little']}"))
    st.markdown(f":material/forum: {md(said['question'])}")
