"""The script that Streamlit runs for every visit: it shows the menu and the page asked for.

It lives here and not beside pages/, because Streamlit serves the pages beside its main script
without running that script first.
"""

from pathlib import Path

import streamlit as st

from netaudit.ui import address
from netaudit.ui.pages import PAGES, PageRecord

# A file of our own: Streamlit's named icons are fetched from another server.
ICON = Path(__file__).with_name("icon.svg")
LOOKS = Path(__file__).with_name("pages.css")


def main() -> None:
    """Runs the page that the address names, or the first one."""
    st.set_page_config(page_title="netaudit", page_icon=ICON, layout="wide")
    menu: dict[str, list[st.Page]] = {}
    for record in (record for record in PAGES if record.file.exists()):
        menu.setdefault(record.section, []).append(_page(record))
    st.html(LOOKS)
    address.begin()
    st.navigation(menu).run()
    address.write()


def _page(record: PageRecord) -> st.Page:
    return st.Page(
        record.file,
        title=record.title,
        icon=f":material/{record.icon}:",
        url_path=record.name,
        default=record is PAGES[0],
    )


main()
