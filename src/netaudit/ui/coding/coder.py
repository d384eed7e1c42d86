"""The coder's view: one text at a time, without whose it is, and the themes to give to it."""

from collections.abc import Sequence

import streamlit as st

from netaudit.analysis.themes import texts as theme_texts
from netaudit.analysis.themes.given import Given
from netaudit.analysis.themes.texts import Text
from netaudit.errors import NetauditError
from netaudit.store.themes import Coding, write_coding
from netaudit.ui.coding.codebook import meanings
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import label, readable
from netaudit.wording import enumerated

THEMES = "themes given"
"""The key of the choice of themes: the same for every text, so that the keyboard stays in it."""

AT, BACK, LOADED, NARROWED, SAID = (
    "text coded now",
    "texts gone through",
    "text whose themes are chosen",
    "texts narrowed to",
    "coder told",
)
CHOOSE_FIRST = "Choose at least one theme, or say that no theme fits."
NO_THEME = "no theme"


def read_and_code(view: View, coder: str, given: Given) -> None:
    """The texts that the filters leave, one by one; nothing before the coder has a name."""
    if not coder:
        st.info("Write your name or initials above, and the first text appears.")
        return
    row = st.grid(2, min_column_width=150)
    with row.cell():
        item = choose("Texts", "coding_item", theme_texts.ITEM_CHOICES)
    with row.cell():
        show = choose("Show", "coding_show", theme_texts.SHOW_CHOICES)
    found = view.ask(theme_texts.texts, coder=coder, given=given)
    _progress(found)
    among = theme_texts.narrowed(found, item=item or "both", show=show or theme_texts.TO_DO)
    _begin_anew_if_narrowed((view.selection, coder, item, show))
    text = _now(found, among)
    if text is None:
        st.info("No text is left here. Another choice above may have more.")
        _back_button()
        return
    _one(text, coder, given, found, among, is_compared=show == theme_texts.DIFFERING)


def _progress(found: Sequence[Text]) -> None:
    words = theme_texts.progress(found)
    if found:
        st.progress(sum(text.mine is not None for text in found) / len(found), text=words)
    others = theme_texts.coded_by_others(found)
    if others:
        st.caption(f"Coded by others: {md(others)}.")


def _begin_anew_if_narrowed(to: tuple[object, ...]) -> None:
    if st.session_state.get(NARROWED) != to:
        st.session_state.update({NARROWED: to, AT: None, BACK: [], LOADED: None})


def _now(found: Sequence[Text], among: Sequence[Text]) -> Text | None:
    at = st.session_state.get(AT)
    return next((text for text in found if text.key == at), next(iter(among), None))


def _one(
    text: Text,
    coder: str,
    given: Given,
    found: Sequence[Text],
    among: Sequence[Text],
    *,
    is_compared: bool,
) -> None:
    with st.container(border=True):
        st.caption(f"{label('reflection_item', text.item)} · {md(readable(text.wave))}")
        st.markdown(md(text.words))
    if is_compared:
        _what_others_gave(text, given)
    _choice(text, given)
    if told := st.session_state.pop(SAID, ""):
        st.warning(md(told))
    following = theme_texts.following(found, among, text.key)
    _buttons(text, coder, following, is_compared=is_compared)
    meanings(text.item)


def _what_others_gave(text: Text, given: Given) -> None:
    for coder, themes in text.others:
        names = [given.name(theme) for theme in themes] or [NO_THEME]
        st.markdown(f"{md(coder)} gave: {md(enumerated(names))}")


def _choice(text: Text, given: Given) -> None:
    if st.session_state.get(LOADED) != text.key:
        st.session_state.update({LOADED: text.key, THEMES: list(text.mine or ())})
    options = [*given.offered, *(code for code in text.mine or () if code not in given.offered)]
    st.pills(
        "Themes",
        options,
        selection_mode="multi",
        key=THEMES,
        format_func=lambda code: md(given.name(code)),
        help="With the keyboard: arrows move, the space bar chooses.",
        on_change="ignore",
    )


def _buttons(text: Text, coder: str, following: str | None, *, is_compared: bool) -> None:
    with st.container(horizontal=True):
        st.button(
            "Save and next",
            type="primary",
            shortcut="Ctrl+S",
            on_click=_save,
            args=(text, coder, following, is_compared),
        )
        st.button(
            "No theme fits",
            shortcut="Ctrl+Shift+S",
            on_click=_write,
            args=(text, coder, (), following, is_compared),
        )
        st.button("Skip", shortcut="Ctrl+Down", on_click=_go, args=(text.key, following))
        _back_button()


def _back_button() -> None:
    gone_through = st.session_state.get(BACK, [])
    st.button("Back", shortcut="Ctrl+Up", disabled=not gone_through, on_click=_go_back)


def _save(text: Text, coder: str, following: str | None, is_compared: bool) -> None:
    themes = tuple(st.session_state[THEMES])
    if not themes:
        st.session_state[SAID] = CHOOSE_FIRST
        return
    _write(text, coder, themes, following, is_compared)


def _write(
    text: Text, coder: str, themes: tuple[str, ...], following: str | None, is_compared: bool
) -> None:
    coding = Coding(
        writer_key=text.writer,
        text_key=text.key,
        coder=coder,
        themes=themes,
        is_compared=is_compared,
    )
    try:
        identity.acting("evaluator")
        write_coding(workspace().ledger, coding)
    except NetauditError as error:
        st.session_state[SAID] = f"{error.message} {error.hint}"
        return
    _go(text.key, following)


def _go(gone: str, to: str | None) -> None:
    st.session_state[BACK] = [*st.session_state.get(BACK, []), gone]
    st.session_state.update({AT: to, LOADED: None})


def _go_back() -> None:
    *earlier, last = st.session_state[BACK]
    st.session_state.update({BACK: earlier, AT: last, LOADED: None})
