"""The codebook: what each theme means, and the ways to word, retire, merge and bring back."""

from dataclasses import replace
from datetime import UTC

import pandas as pd
import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.errors import NetauditError
from netaudit.store.codebook import (
    LONGEST_MEANING,
    LONGEST_WORDS,
    Codebook,
    Revision,
    Theme,
    change_theme,
    code_for,
    read_codebook,
)
from netaudit.ui.coding.history import history
from netaudit.ui.filters import choose
from netaudit.ui.markdown import md, md_table
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import moment

MERGING, TOLD = "theme to merge", "codebook told"
FORMS = {"strength": "In a strength", "weakness": "In a weakness"}
STAYS = "What was coded keeps the theme it was given."


def codebook(by: str) -> None:
    """Every theme with both its meanings, then the ways to change one; `by` names who does."""
    book = read_codebook(workspace().ledger)
    st.caption(md(_stamp(book)))
    _tell()
    _themes(book)
    _change(book, by)
    _add(by)


def meanings(item: str) -> None:
    """What each theme means in a strength or in a weakness, folded away."""
    offered = read_codebook(workspace().ledger).offered
    with st.expander("What the themes mean"):
        rows = [{"Theme": one.words, FORMS[item]: vars(one)[item]} for one in offered]
        _table(pd.DataFrame(rows), f"The themes and what they mean {FORMS[item].lower()}")


def _stamp(book: Codebook) -> str:
    if book.changed_at is None:
        return "Codebook, version 1: as netaudit brings it."
    at = moment(book.changed_at.replace(tzinfo=UTC))
    return f"Codebook, version {book.version}: last changed on {at}."


def _themes(book: Codebook) -> None:
    rows = [
        {"Theme": one.words, **{words: vars(one)[form] for form, words in FORMS.items()}}
        for one in book.offered
    ]
    _table(pd.DataFrame(rows), "The themes and what they mean")


def _table(rows: pd.DataFrame, alternative: str) -> None:
    """A table that shows every word, however long it is."""
    st.table(md_table(rows), border="horizontal", hide_index=True, alt=alternative)


def _change(book: Codebook, by: str) -> None:
    st.subheader("Change a theme", anchor=False)
    code = choose("Theme", "theme", [_named(one, book) for one in book.latest.values()])
    if code is None:
        return
    latest = book.latest[code]
    if latest.theme.is_offered:
        _reword(latest, by)
        _retire_or_merge(latest, book, by)
    else:
        st.markdown(md(f"{_name(latest.theme, book)}. {STAYS}"))
        again = replace(latest.theme, is_retired=False, merged_into=None)
        st.button("Use it again", on_click=_write, args=(again, by, latest.revision))
    history(book, code, by, _write)


def _named(one: Revision, book: Codebook) -> Choice:
    return Choice(value=one.theme.code, words=_name(one.theme, book))


def _name(theme: Theme, book: Codebook) -> str:
    if theme.merged_into is not None:
        return f"{theme.words} (merged into {book.words(theme.merged_into)})"
    return f"{theme.words} (retired)" if theme.is_retired else theme.words


def _reword(latest: Revision, by: str) -> None:
    theme, mark = latest.theme, f"{latest.theme.code} {latest.revision}"
    with st.form(f"reword {mark}", border=False):
        words = st.text_input("Name", theme.words, max_chars=LONGEST_WORDS, key=f"words {mark}")
        said = {
            form: st.text_area(
                words_of, vars(theme)[form], max_chars=LONGEST_MEANING, key=f"{form} {mark}"
            )
            for form, words_of in FORMS.items()
        }
        if st.form_submit_button("Save"):
            changed = replace(
                theme,
                words=(words or "").strip(),
                strength=said["strength"].strip(),
                weakness=said["weakness"].strip(),
            )
            _write(changed, by, latest.revision)
            st.rerun()


def _retire_or_merge(latest: Revision, book: Codebook, by: str) -> None:
    theme = latest.theme
    others = {one.code: one.words for one in book.offered if one.code != theme.code}
    if st.session_state.get(MERGING) == theme.code and others:
        _merge(latest, others, by)
        return
    with st.container(horizontal=True):
        retired = replace(theme, is_retired=True)
        st.button(
            "Retire",
            help=f"Coders no longer choose it. {STAYS}",
            on_click=_write,
            args=(retired, by, latest.revision),
        )
        st.button("Merge into another …", on_click=_ask_to_merge, args=(theme.code,))


def _merge(latest: Revision, others: dict[str, str], by: str) -> None:
    theme = latest.theme
    into = st.selectbox(
        "Merge into", list(others), format_func=lambda code: others[code], key="merge into"
    )
    st.warning(
        f"**Merge {md(theme.words)} into {md(others[into])}?** From then on both count as"
        f" {md(others[into])}. {STAYS} You can take it back in the history below.",
        icon=":material/help:",
    )
    with st.container(horizontal=True):
        merged = replace(theme, merged_into=into)
        st.button(
            "Yes, merge",
            type="primary",
            on_click=_write,
            args=(merged, by, latest.revision),
        )
        st.button("Leave it as it is", on_click=_ask_to_merge, args=(None,))


def _add(by: str) -> None:
    with (
        st.expander("Add a theme"),
        st.form("add a theme", border=False, clear_on_submit=True),
    ):
        words = st.text_input("Name", max_chars=LONGEST_WORDS, key="words of a new theme")
        strength = st.text_area(FORMS["strength"], max_chars=LONGEST_MEANING, key="new strength")
        weakness = st.text_area(FORMS["weakness"], max_chars=LONGEST_MEANING, key="new weakness")
        if st.form_submit_button("Add"):
            name = (words or "").strip()
            theme = Theme(
                code=code_for(name),
                words=name,
                strength=strength.strip(),
                weakness=weakness.strip(),
            )
            _write(theme, by, 0)
            st.rerun()


def _ask_to_merge(code: str | None) -> None:
    st.session_state[MERGING] = code


def _write(theme: Theme, by: str, seen: int) -> None:
    try:
        identity.acting("coordinator", "evaluator")
        change_theme(workspace().ledger, theme, by=by, seen=seen)
    except NetauditError as error:
        st.session_state[TOLD] = (False, f"{error.message} {error.hint}")
        return
    _ask_to_merge(None)
    st.session_state[TOLD] = (True, f"“{theme.words}” is written down.")


def _tell() -> None:
    is_done, words = st.session_state.pop(TOLD, (True, ""))
    if words:
        (st.success if is_done else st.warning)(md(words))
