"""Links from page to page."""

from collections.abc import Mapping

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from netaudit.ui.markdown import md
from netaudit.ui.pages import PAGES


def link(page: str, words: str, address: Mapping[str, str] | None = None) -> None:
    """A link to the page of this name; plain words where this person's menu lacks the page."""
    record = next(record for record in PAGES if record.name == page)
    try:
        st.page_link(
            record.file,
            label=md(words),
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=dict(address or {}),
        )
    except StreamlitPageNotFoundError:
        st.text(words)
