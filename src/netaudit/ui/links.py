"""Links from page to page."""

from collections.abc import Mapping

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from netaudit.ui.markdown import md
from netaudit.ui.pages import ROOT


def link(page: str, words: str, address: Mapping[str, str] | None = None) -> None:
    """A link to pages/programme/<page>.py; plain words where this person's menu lacks the page."""
    try:
        st.page_link(
            ROOT / "pages" / "programme" / f"{page}.py",
            label=md(words),
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=dict(address or {}),
        )
    except StreamlitPageNotFoundError:
        st.text(words)
