"""A list of people in which choosing a row opens the person."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import SHORT_TABLE, on_paper
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.pages import PAGES
from netaudit.ui.roomy_table import LOOKS
from netaudit.wording import NOTHING

ROW, WRAPPED_ROW, TALL_ROW, HEADING = 35, 84, 96, 38
TALLEST = 520
LONG_TEXT = 60
"""A text of more characters is wrapped in its cell, and stands in a line of its own in a card."""

REASON = "Why"
"""The heading of what is always treated like a long text: why somebody is on the list."""

WIDTHS = {
    "Name": 110,
    "Also without": 190,
    "Pattern": 100,
    "Shown as": 88,
    "List": 88,
    "Own rating": 78,
    "Waves": 64,
    "Since": 100,
    "To change it": 130,
}
WIDE = 325
"""Widths of columns in pixels, so that what matters most needs no scrolling."""

ROOMY, LETTER = 26, 7.4
"""A text of more letters than ROOMY is given its width; LETTER is the width of one, in pixels."""

NARROW_WIDTHS = (105, 190)
TOLD = 4
"""On a telephone a row is a name and so many of the other cells, in one text."""

HELP = {
    "Waves": "What was shown at each wave, the earliest first: ◆ watch, ○ clear, – not enough"
    " information, · did not answer.",
    "Since": "Against the participant's completed wave before.",
    "List": "What the list of contacts alone says.",
    "To change it": "So much of the list would have to be different for it to say something else.",
}


def people_table(
    view: View,
    finding: Finding,
    further: Mapping[str, str] | None = None,
    *,
    cards_up_to: int = SHORT_TABLE,
) -> None:
    """The finding's table, whose rows lead to the participant that `data` names for each.

    A short one is a card a row, which needs no width and can be printed. `further` goes along in
    the address, so that the person's page knows the list (ui.people.lists) and leads back to it.
    """
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    codes = finding.data["participant_id"].tolist()
    if not codes:
        st.text("Nobody.")
        return
    along = dict(further or {})
    if len(codes) <= cards_up_to:
        lead = next(iter(_long(finding.table)), None)
        for number, row in enumerate(finding.table.to_dict("records")):
            cells = {str(title): str(cell) for title, cell in row.items()}
            _card(view, number, cells, lead, participant=codes[number], **along)
    else:
        _grids(view, finding, codes, along)
    downloads(finding.table, finding.id, about=finding)


def _long(table: pd.DataFrame) -> list[str]:
    """The columns with texts that need a line of their own; a long name still heads its card."""
    columns = table.drop(columns="Name", errors="ignore").select_dtypes(["object", "string"])
    return [
        str(title) for title in columns if title == REASON or _letters(columns[title]) > LONG_TEXT
    ]


def _letters(cells: pd.Series) -> int:
    return int(cells.astype("string").str.len().max())


def _card(view: View, number: int, row: dict[str, str], lead: str | None, **address: str) -> None:
    code = address["participant"]
    name = row.pop("Name", code)
    with st.container(border=True, gap="xsmall", key=f"person-{number}-{code}"):
        view.link("participants", name, **address)
        if lead is not None:
            st.markdown(md(row.pop(lead)))
        st.caption(md(" · ".join(f"{title}: {cell}" for title, cell in row.items())))


def _grids(view: View, finding: Finding, codes: list[str], further: dict[str, str]) -> None:
    """The table as it is and, where there is no room for it, as two columns that fit."""
    long = _long(finding.table)
    st.html(LOOKS)
    with st.container(key=f"roomy-{finding.id}"):
        chosen = [_grid(finding, finding.table, WRAPPED_ROW if long else ROW, _widths(finding))]
    with st.container(key=f"narrow-{finding.id}"):
        narrow = _narrow(finding.table, long)
        widths = dict(zip(map(str, narrow), NARROW_WIDTHS, strict=True))
        chosen.append(_grid(finding, narrow, TALL_ROW, widths, "narrow "))
    on_paper(len(codes))
    rows = [row for event in chosen for row in event["selection"]["rows"] if row < len(codes)]
    if rows:
        participants = next(record for record in PAGES if record.name == "participants")
        address = view.address(participant=codes[rows[0]], **further)
        st.switch_page(participants.file, query_params=address)


def _grid(
    finding: Finding, rows: pd.DataFrame, height: int, widths: dict[str, int], kind: str = ""
) -> Any:
    return st.dataframe(
        rows,
        hide_index=True,
        alt=finding.alternative,
        key=f"rows {kind}{finding.id}",
        on_select="rerun",
        selection_mode="single-row",
        height=min(TALLEST, HEADING + height * len(rows)),
        row_height=height,
        placeholder=NOTHING,
        column_config={
            title: st.column_config.Column(width=widths.get(title), help=HELP.get(title))
            for title in rows
            if title in widths or title in HELP
        },
    )


def _widths(finding: Finding) -> dict[str, int]:
    """Room for what is read; what is too long of a name or code is cut instead."""
    texts = finding.table.select_dtypes(["object", "string"])
    letters = {str(title): _letters(texts[title]) for title in texts}
    needed = {title: int(number * LETTER) for title, number in letters.items() if number > ROOMY}
    long = dict.fromkeys(_long(finding.table), WIDE)
    named = dict.fromkeys((title for title in needed if title in ("Name", "Code")), WIDE * 2 // 3)
    return {**needed, **{t: w for t, w in WIDTHS.items() if t in texts}, **long, **named}


def _narrow(table: pd.DataFrame, long: list[str]) -> pd.DataFrame:
    """The first column, and the next ones of short texts as one: the first of them as it is."""
    first, *others = table.columns
    told = [title for title in others if title == REASON or title not in long][:TOLD]
    rows = table[told].astype("string").fillna(NOTHING).to_dict("records")
    about = [
        " · ".join(
            f"{title}: {cell}" if at else cell for at, (title, cell) in enumerate(row.items())
        )
        for row in rows
    ]
    return pd.DataFrame({first: table[first], "About": about})
