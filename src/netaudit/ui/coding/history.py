"""What a theme of the codebook was before, and the way back to it."""

from collections.abc import Callable
from datetime import UTC

import streamlit as st

from netaudit.store.codebook import Codebook, Revision, Theme
from netaudit.ui.markdown import md
from netaudit.wording import moment


def history(book: Codebook, code: str, by: str, write: Callable[[Theme, str, int], None]) -> None:
    """Every revision of a theme, the newest first; each earlier one can be put back."""
    revisions = [one for one in book.history if one.theme.code == code]
    if len(revisions) < 2:
        return
    latest = revisions[-1]
    with st.expander("History of this theme"):
        for one, before in zip(revisions[::-1], [*revisions[-2::-1], None], strict=True):
            st.markdown(f"{md(_when(one))}: {md(_what(one, before, book))}")
            if one is not latest and one.theme != latest.theme:
                st.button(
                    "Put this back",
                    key=f"put back {code} {one.revision}",
                    on_click=write,
                    args=(one.theme, by, latest.revision),
                )


def _when(one: Revision) -> str:
    if not one.by or one.at is None:
        return "As netaudit brings it"
    return f"{moment(one.at.replace(tzinfo=UTC))}, {one.by}"


def _what(one: Revision, before: Revision | None, book: Codebook) -> str:
    theme = one.theme
    if theme.merged_into is not None:
        return f"merged into {book.words(theme.merged_into)}"
    if theme.is_retired:
        return "retired"
    if before is not None and not before.theme.is_offered:
        return f"in use again as “{theme.words}”"
    if before is not None and before.theme.words == theme.words:
        return "meaning changed"
    return f"“{theme.words}”"
