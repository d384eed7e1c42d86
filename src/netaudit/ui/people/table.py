"""A table of people in which choosing a row opens the person."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import SHORT_TABLE, on_paper
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.pages import PAGES

ROW, WRAPPED_ROW, HEADING = 35, 76, 38
TALLEST = 520
LONG_TEXT = 60
"""A text of more characters is wrapped in its cell, and stands in a line of its own in a card."""

REASON = "Why"
"""The heading of what is always treated like a long text: why somebody is on the list."""

WIDTHS = {"Name": 115, "Also without": 190, "Pattern": 110, "Shown as": 85, "To change it": 130}
WIDE = 325
"""Widths of columns in pixels, so that what matters most needs no scrolling."""


def people_table(view: View, finding: Finding, **further: str) -> None:
    """The finding's table, whose rows lead to the participant that `data` names for each.

    A short one is a card a row, which needs no width and can be printed. `further` goes along in
    the address.
    """
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    codes = finding.data["participant_id"].tolist()
    if not codes:
        st.text("Nobody.")
        return
    if len(codes) <= SHORT_TABLE:
        lead = next(iter(_long(finding)), None)
        for number, row in enumerate(finding.table.to_dict("records")):
            cells = {str(title): str(cell) for title, cell in row.items()}
            _card(view, number, cells, lead, participant=codes[number], **further)
    else:
        _grid(view, finding, codes, further)
    downloads(finding.table, finding.id, about=finding)


def _long(finding: Finding) -> list[str]:
    """The columns with texts that need a line of their own; a long name still heads its card."""
    columns = finding.table.drop(columns="Name", errors="ignore")
    return [
        str(title)
        for title in columns
        if title == REASON or columns[title].map(lambda cell: len(str(cell))).max() > LONG_TEXT
    ]


def _card(view: View, number: int, row: dict[str, str], lead: str | None, **address: str) -> None:
    code = address["participant"]
    name = row.pop("Name", code)
    with st.container(border=True, gap="xsmall", key=f"person-{number}-{code}"):
        view.link("participants", name, **address)
        if lead is not None:
            st.markdown(md(row.pop(lead)))
        st.caption(md(" · ".join(f"{title}: {cell}" for title, cell in row.items())))


def _grid(view: View, finding: Finding, codes: list[str], further: dict[str, str]) -> None:
    long = _long(finding)
    row = WRAPPED_ROW if long else ROW
    chosen = st.dataframe(
        finding.table,
        hide_index=True,
        alt=finding.alternative,
        key=f"rows {finding.id}",
        on_select="rerun",
        selection_mode="single-row",
        height=min(TALLEST, HEADING + row * len(codes)),
        row_height=row,
        column_config={
            title: st.column_config.Column(width=width)
            for title, width in {**WIDTHS, **dict.fromkeys(long, WIDE)}.items()
        },
    )
    on_paper(len(codes))
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(codes):
        participants = next(record for record in PAGES if record.name == "participants")
        address = view.address(participant=codes[rows[0]], **further)
        st.switch_page(participants.file, query_params=address)
