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
from netaudit.ui import address
from netaudit.ui.data import answer
from netaudit.ui.markdown import md

EVERYBODY = Choice(value="all", words="Everybody", is_default=True)
ONLY_LARGE = (
    "Only groups that are large enough, with enough people outside them and between them, are"
    " offered: figures on a few people would come down to single persons. Gender, age and ethnicity"
    " are compared in tables alone."
)
ON, OFF = "yes", "no"
LONGEST_QUOTED = 60
"""So much of what an address asks for is repeated where it is not offered, in characters."""


def choose(
    label: str, key: str, choices: Sequence[Choice], *, tip: str | None = None
) -> str | None:
    """The value of the choice made under `key`, the name it has in the address; None without any.

    What the address asks for counts first, then what was chosen before, then the default.
    """
    words = {choice.value: choice.words for choice in choices}
    if not words:
        return None
    asked = address.wished(key)
    wanted = (asked, st.session_state.get(_kept(key)), *_defaults(choices))
    st.session_state[key] = next((value for value in wanted if value in words), next(iter(words)))
    chosen: str = st.selectbox(
        label,
        list(words),
        key=key,
        format_func=lambda value: words.get(value, value),
        help=tip,
        on_change=_chosen,
        args=(key,),
    )
    if asked is not None and asked not in words:
        st.caption(f":material/info: {md(_not_here(label, asked, words[chosen]))}")
    st.session_state[_kept(key)] = chosen
    address.note(**{key: chosen})
    return chosen


def switch(label: str, key: str, *, tip: str) -> bool:
    """Whether something is switched on under `key`, in the address and from page to page."""
    wanted = address.wished(key) or st.session_state.get(_kept(key))
    st.session_state[key] = wanted == ON
    is_on: bool = st.toggle(label, key=key, help=tip, on_change=_switched, args=(key,))
    st.session_state[_kept(key)] = ON if is_on else OFF
    address.note(**{key: ON if is_on else OFF})
    return is_on


def _switched(key: str) -> None:
    address.wish(key, ON if st.session_state[key] else OFF)


def _not_here(label: str, asked: str, shown: str) -> str:
    return f"{label} “{asked[:LONGEST_QUOTED]}” is not offered here; {shown} is shown instead."


def filter_row(
    database: Database, viewer: Viewer, *, cohort: bool, wave: bool, group: bool
) -> Selection:
    """The row of filters a page asks for; a filter that is not shown does not narrow."""
    if not (cohort or wave or group):
        return Selection()
    row = st.grid(cohort + wave + group, min_column_width=150)

    def pick(
        label: str,
        key: str,
        shown: bool,
        choices: Callable[[], Sequence[Choice]],
        tip: str | None = None,
    ) -> str | None:
        if not shown:
            return None
        with row.cell():
            return choose(label, key, choices(), tip=tip)

    chosen = pick(
        "Cohort", "cohort", cohort, lambda: answer(cohort_choices, database, viewer, Selection())
    )
    within = Selection(cohort=chosen)
    when = pick("Wave", "wave", wave, lambda: answer(wave_choices, database, viewer, within))
    who = pick("Group", "group", group, lambda: _groups(database, viewer, within), ONLY_LARGE)
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


def _chosen(key: str) -> None:
    address.wish(key, st.session_state[key])
