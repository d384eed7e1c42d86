"""The frame of every page: who may see it, its title and question, what it is narrowed to.

A page is a frame, questions to the analysis, and what they answer:

    from netaudit.analysis import composition, key_figures
    from netaudit.charts.grouped import grouped_shares
    from netaudit.ui.drawing import draw
    from netaudit.ui.figure import cards
    from netaudit.ui.frame import frame

    view = frame("Composition", "What are the networks made of?")
    cards(view.ask(key_figures.key_figures))
    draw(view.ask(composition.makeup, attribute="function"), grouped_shares)
    view.link("participants", "Look at one participant")
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from netaudit.analysis.choices import Size, cohort_choices, selection_size
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.ui import address, data
from netaudit.ui.filters import EVERYBODY, filter_row
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.ui.pages import AUDIENCES, Audience
from netaudit.ui.start import start_screen
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import label, readable
from netaudit.wording import counted, day

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class View:
    """What one page looks at, and how it asks."""

    database: Database
    viewer: Viewer
    selection: Selection
    size: Size

    def ask(self, question: Callable[..., Answer], /, **parameters: Any) -> Answer:
        """What an analysis function answers for this view; asked once as long as data stay."""
        return data.answer(question, self.database, self.viewer, self.selection, **parameters)

    def address(self, **further: str) -> dict[str, str]:
        """The parameters that bring this view, or with `further` a part of it, to another page."""
        chosen = self.selection
        group = (
            EVERYBODY.value if chosen.category is None else f"{chosen.attribute}:{chosen.category}"
        )
        own = {"cohort": chosen.cohort, "wave": chosen.wave, "group": group}
        return {**{key: value for key, value in own.items() if value is not None}, **further}

    def link(self, page: str, words: str, **further: str) -> None:
        """A link to another page with the same cohort, wave and group; plain words without it."""
        link(page, words, self.address(**further))

    def turn_to(self, words: str, key: str, **chosen: str) -> None:
        """A way to other choices of the same page, such as to another part of it.

        A link to the page itself would show them and leave the address as it was.
        """
        st.button(
            md(words),
            key=key,
            icon=":material/arrow_forward:",
            icon_position="right",
            type="tertiary",
            on_click=_choose,
            args=(chosen,),
        )


def frame(
    title: str,
    question: str,
    *,
    audience: Audience = "programme",
    cohort: bool = True,
    wave: bool = True,
    group: bool = True,
    empty_too: bool = False,
) -> View:
    """The first line of a page; returns what the page looks at, or stops the page with a way out.

    `cohort`, `wave` and `group` say which filters the page has. Without `empty_too` a selection in
    which nobody completed an audit is answered here.
    """
    viewer = heading(title, question, audience=audience)
    if workspace().is_empty:
        start_screen()
        st.stop()
    database = data.database()
    selection = filter_row(database, viewer, cohort=cohort, wave=wave, group=group)
    size = data.answer(selection_size, database, viewer, selection)
    if cohort or wave or group:
        st.caption(md(_caption(database, viewer, selection, size)))
    view = View(database=database, viewer=viewer, selection=selection, size=size)
    if not size.completed and not empty_too:
        _nothing_here(view)
        address.write()
        st.stop()
    return view


def heading(title: str, question: str, *, audience: Audience = "programme") -> Viewer:
    """The guard, title and question alone, for pages that need no data; returns who looks."""
    viewer = data.viewer()
    _guard(viewer, audience)
    st.title(md(title), anchor=False)
    st.markdown(md(question))
    return viewer


def _guard(viewer: Viewer, audience: Audience) -> None:
    if viewer.role not in AUDIENCES[audience]:
        st.error("This page is not open to you.", icon=":material/lock:")
        st.stop()


def _caption(database: Database, viewer: Viewer, selection: Selection, size: Size) -> str:
    """What a printed page says of itself, where the filters do not show."""
    group = (
        f"{readable(selection.attribute)}: {label(selection.attribute, selection.category)}"
        if selection.attribute
        else EVERYBODY.words
    )
    parts = (
        _cohort_name(database, viewer, selection) if selection.cohort else "Every cohort",
        # A page without this filter says itself which waves it tells of.
        *((readable(selection.wave),) if selection.wave else ()),
        group,
        counted(size.participants, "participant"),
        counted(size.completed, "completed audit"),
        day(date.today()),
    )
    return " · ".join(parts)


def _cohort_name(database: Database, viewer: Viewer, selection: Selection) -> str:
    choices = data.answer(cohort_choices, database, viewer, Selection())
    return next(choice.words for choice in choices if choice.value == selection.cohort)


def _nothing_here(view: View) -> None:
    st.info("Nobody in this selection has completed an audit, so there is nothing to show yet.")
    left, right = st.columns(2)
    left.button("Show everybody at the latest wave", on_click=_forget_narrowing)
    with right:
        view.link("imports", "See what was imported")


def _choose(chosen: Mapping[str, str]) -> None:
    for key, value in chosen.items():
        address.wish(key, value)


def _forget_narrowing() -> None:
    for key in ("wave", "group"):
        address.wish(key, None)
        st.session_state.pop(f"chosen {key}", None)
