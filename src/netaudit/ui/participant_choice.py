"""Which participant is looked at: in the address, so that any page can lead to a person."""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis import person
from netaudit.analysis.finding import Finding
from netaudit.errors import NetauditError
from netaudit.ui.figure import downloads
from netaudit.ui.frame import View
from netaudit.ui.words import md

PARTICIPANT = "participant"
REASON = "show"
TABLE = "people"
OPENED = "opened participant"
LIST_HEIGHT = 520


def chosen_person(view: View) -> person.Person | None:
    """The participant whom the address names; None while nobody is chosen.

    Somebody of another cohort brings that cohort with them. Whoever then narrows the page to
    people without this participant is taken back to the list.
    """
    wanted = st.query_params.get(PARTICIPANT)
    if not wanted:
        return None
    try:
        found: person.Person = view.ask(person.person, participant=wanted)
    except NetauditError as error:
        st.info(f"{md(error.message)} {md(error.hint)}")
        _open(None)
        return None
    if view.selection.cohort not in (None, found.cohort):
        if st.session_state.get(OPENED) == found.id:
            _open(None)
            return None
        st.session_state[OPENED] = found.id
        st.query_params["cohort"] = found.cohort
        st.rerun()
    st.session_state[OPENED] = found.id
    return found


def ways_on(view: View, shown: person.Person) -> None:
    """Above a shown person: the picker, the way back to everybody, and those beside them."""
    names = _names(view.ask(person.listing))
    _picker(names, shown.id)
    order = list(names)
    at = order.index(shown.id) if shown.id in names else None
    before = order[at - 1] if at else None
    after = order[at + 1] if at is not None and at + 1 < len(order) else None
    with st.container(horizontal=True, key="ways"):
        st.button("All participants", icon=":material/list:", on_click=_open, args=(None,))
        _step("Previous", "chevron_left", before)
        _step("Next", "chevron_right", after)


def _picker(names: Mapping[str, str], shown: str | None) -> None:
    """A box to search in."""
    st.session_state[f"pick {PARTICIPANT}"] = shown if shown in names else None
    st.selectbox(
        "Participant",
        list(names),
        key=f"pick {PARTICIPANT}",
        format_func=lambda code: names.get(code, code),
        placeholder="Search by name or code",
        on_change=_picked,
    )


def people(view: View) -> None:
    """A picker and the table of participants; choosing a row opens the person."""
    left, right = st.columns(2)
    with left:
        _picker(_names(view.ask(person.listing)), None)
    with right:
        reason = _reason()
    finding: Finding = view.ask(person.listing, reason=reason)
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    codes = finding.data["participant_id"].tolist()
    if not codes:
        st.text("Nobody.")
        return
    event = st.dataframe(
        finding.table,
        hide_index=True,
        alt=finding.alternative,
        key=TABLE,
        on_select="rerun",
        selection_mode="single-row",
        height=min(LIST_HEIGHT, 38 + 35 * len(codes)),
        placeholder="–",
    )
    rows = event["selection"]["rows"]
    if rows and rows[0] < len(codes):
        _open(codes[rows[0]])
        st.rerun()
    downloads(finding.table, finding.id)


def _names(finding: Finding) -> dict[str, str]:
    return {
        code: title if title == code else f"{title} · {code}"
        for code, title in zip(finding.data["participant_id"], finding.data["title"], strict=True)
    }


def _reason() -> str | None:
    words: Mapping[str, str] = {
        code: said[:1].upper() + said[1:] for code, said in person.REASONS.items()
    }
    asked = st.query_params.get(REASON)
    st.session_state[f"pick {REASON}"] = asked if asked in words else None
    chosen: str | None = st.selectbox(
        "Only those who",
        list(words),
        key=f"pick {REASON}",
        format_func=lambda code: words.get(code, code),
        placeholder="Everybody",
        on_change=_narrowed,
    )
    return chosen


def _step(words: str, icon: str, code: str | None) -> None:
    st.button(
        words,
        icon=f":material/{icon}:",
        disabled=code is None,
        on_click=_open,
        args=(code,),
    )


def _open(code: str | None) -> None:
    st.session_state.pop(OPENED, None)
    if code is None:
        st.query_params.pop(PARTICIPANT, None)
    else:
        st.query_params[PARTICIPANT] = code


def _picked() -> None:
    _open(st.session_state[f"pick {PARTICIPANT}"])


def _narrowed() -> None:
    reason = st.session_state[f"pick {REASON}"]
    if reason is None:
        st.query_params.pop(REASON, None)
    else:
        st.query_params[REASON] = reason
