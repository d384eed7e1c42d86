"""What a page is narrowed to, kept in its address and, from page to page, for the session.

The address holds every choice in full, defaults too: a view that somebody was sent stays what it
was when a newer cohort comes. Streamlit's own binding of widgets to the address is not used, since
it loses the choice when the page changes.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from netaudit.analysis.choices import Choice, cohort_choices, group_choices, wave_choices
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.ui.data import answer

EVERYBODY = Choice(value="all", words="Everybody", is_default=True)


def choose(label: str, key: str, choices: Sequence[Choice]) -> str | None:
    """The value of the choice made under `key`, the name it has in the address; None without any.

    What the address asks for counts first, then what was chosen before, then the default.
    """
    words = {choice.value: choice.words for choice in choices}
    if not words:
        return None
    wanted = (st.query_params.get(key), st.session_state.get(_kept(key)), *_defaults(choices))
    st.session_state[key] = next((value for value in wanted if value in words), next(iter(words)))
    chosen: str = st.selectbox(
        label,
        list(words),
        key=key,
        format_func=lambda value: words.get(value, value),
        on_change=_into_address,
        args=(key,),
    )
    st.session_state[_kept(key)] = chosen
    return chosen


def write_address(**chosen: str | None) -> None:
    """Makes the address say what was chosen; the page's further parameters stay."""
    wanted = {key: value for key, value in chosen.items() if value is not None}
    if any(st.query_params.get(key) != value for key, value in wanted.items()):
        st.query_params.update(wanted)


def filter_row(
    database: Database, viewer: Viewer, *, cohort: bool, wave: bool, group: bool
) -> Selection:
    """The row of filters a page asks for; a filter that is not shown does not narrow."""
    if not (cohort or wave or group):
        return Selection()
    row = st.grid(cohort + wave + group, min_column_width=150)

    def pick(
        label: str, key: str, shown: bool, choices: Callable[[], Sequence[Choice]]
    ) -> str | None:
        if not shown:
            return None
        with row.cell():
            return choose(label, key, choices())

    chosen = pick(
        "Cohort", "cohort", cohort, lambda: answer(cohort_choices, database, viewer, Selection())
    )
    within = Selection(cohort=chosen)
    when = pick("Wave", "wave", wave, lambda: answer(wave_choices, database, viewer, within))
    who = pick("Group", "group", group, lambda: _groups(database, viewer, within))
    write_address(cohort=chosen, wave=when, group=who)
    attribute, _, category = (who or "").partition(":")
    return Selection(
        cohort=chosen,
        wave=when,
        attribute=attribute if category else None,
        category=category or None,
    )


def _groups(database: Database, viewer: Viewer, within: Selection) -> tuple[Choice, ...]:
    return (EVERYBODY, *answer(group_choices, database, viewer, within))


def _defaults(choices: Sequence[Choice]) -> list[str]:
    return [choice.value for choice in choices if choice.is_default]


def _kept(key: str) -> str:
    return f"chosen {key}"


def _into_address(key: str) -> None:
    st.query_params[key] = st.session_state[key]
