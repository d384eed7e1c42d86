"""The script that Streamlit runs for every visit: it shows the menu and the page asked for.

It lives here and not beside pages/, because Streamlit serves the pages beside its main script
without running that script first.
"""

from pathlib import Path

import streamlit as st

from netaudit.ui import address
from netaudit.ui.pages import FIRST_PAGES, PageRecord, pages_of
from netaudit.ui.sign_in import identity, view_as, visitors

# A file of our own: Streamlit's named icons are fetched from another server.
ICON = Path(__file__).with_name("icon.svg")
LOOKS = Path(__file__).with_name("pages.css")


def main() -> None:
    """Runs the page that the address names, or the first one of the viewer's role.

    Whoever is nobody here, or has no role, finds one page that says so.
    """
    st.set_page_config(page_title="netaudit", page_icon=ICON, layout="wide")
    st.html(LOOKS)
    who = identity.principal()
    identity.bind(who)
    if isinstance(who, identity.Nobody) or not who.viewers:
        visitors.outside(who)
        return
    first, *further = pages_of(identity.viewer().role)
    start = _page(first, default=first.name in FIRST_PAGES)
    menu = {first.section: [start]}
    if first.name not in FIRST_PAGES:
        menu[first.section].append(_leads_to(start))
    for record in further:
        menu.setdefault(record.section, []).append(_page(record))
    address.begin()
    page = st.navigation(menu, expanded=True)
    if view_as.has_changed():
        st.switch_page(start)
    visitors.who_is_in(who)
    page.run()
    address.write()


def _page(record: PageRecord, *, default: bool = False) -> st.Page:
    return st.Page(
        record.file,
        title=record.title,
        icon=f":material/{record.icon}:",
        url_path=record.name,
        default=default,
    )


def _leads_to(start: st.Page) -> st.Page:
    """What opens at the address without a name, where the first page has to keep its own."""

    def lead() -> None:
        st.switch_page(start)

    return st.Page(lead, url_path="start", default=True, visibility="hidden")


main()
