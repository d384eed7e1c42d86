"""Which participant is looked at: in the address, so that any page can lead to a person."""

from collections.abc import Mapping, Sequence, Set

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import header
from netaudit.errors import NetauditError
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.people.lists import CameFrom, came_from
from netaudit.ui.people.table import people_table
from netaudit.wording import counted

PARTICIPANT = "participant"
REASON = "show"
OPENED = "opened participant"


def chosen_person(view: View) -> header.Person | None:
    """The participant whom the address names; None while nobody is chosen.

    Somebody of another cohort brings that cohort with them. Whoever then narrows the page to
    people without this participant is taken back to the list.
    """
    wanted = st.query_params.get(PARTICIPANT)
    if not wanted:
        return None
    try:
        found: header.Person = view.ask(header.person, participant=wanted)
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


def ways_on(view: View, shown: header.Person) -> None:
    """Above a shown person: the picker, the way back to the list, and those beside them in it.

    The list is the one that the address names: that of another page, or the one of this page,
    narrowed to a reason.
    """
    came = came_from(view)
    if came is not None:
        _ways_along(view, shown, came)
        return
    reason = _asked_reason()
    everybody = _names(view.ask(header.listing))
    names = _names(view.ask(header.listing, reason=reason)) if reason else everybody
    _picker(
        {code: said for code, said in everybody.items() if code in {*names, shown.id}}, shown.id
    )
    if reason:
        st.caption(md(_place_in_list(list(names), shown, reason)))
    before, after = _neighbours(list(everybody), set(names), shown.id)
    with st.container(horizontal=True, key="ways"):
        back = "Back to the list" if reason else "All participants"
        st.button(back, icon=":material/list:", on_click=_open, args=(None,), key="back")
        _step("Previous", "chevron_left", before)
        _step("Next", "chevron_right", after)


def _ways_along(view: View, shown: header.Person, came: CameFrom) -> None:
    """The same along a list of another page, which may hold a person several times."""
    everybody = _names(view.ask(header.listing))
    names = {code: everybody.get(code, code) for code in (*came.codes, shown.id)}
    _picker(names, shown.id)
    at = came.codes.index(shown.id) + 1 if shown.id in came.codes else None
    people = counted(len(came.codes), "person", "people")
    place = f"{at} of {people}" if at else f"{shown.title} is not among the {people}"
    st.caption(md(f"{place} in the list of the page {came.title}."))
    before, after = _neighbours(list(came.codes), set(came.codes), shown.id)
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        view.link(came.page, f"Back to {came.title}", **came.address)
        _step("Previous", "chevron_left", before)
        _step("Next", "chevron_right", after)


def _place_in_list(codes: Sequence[str], shown: header.Person, reason: str) -> str:
    who = f"{len(codes)} who {header.REASONS[reason]}"
    if shown.id not in codes:
        return f"{shown.title} is not among the {who}."
    return f"{codes.index(shown.id) + 1} of {who}"


def _neighbours(
    order: Sequence[str], listed: Set[str], shown: str
) -> tuple[str | None, str | None]:
    """Those of the list who come before and after a person, who need not be on it."""
    if shown not in order:  # such as somebody who was dealt with just now
        return None, next((code for code in order if code in listed), None)
    at = order.index(shown)
    before = next((code for code in reversed(order[:at]) if code in listed), None)
    after = next((code for code in order[at + 1 :] if code in listed), None)
    return before, after


def _picker(names: Mapping[str, str], shown: str | None) -> None:
    """A box to search in, among those who are listed."""
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
    with right:
        reason = _reason()
    finding: Finding = view.ask(header.listing, reason=reason)
    with left:
        _picker(_names(finding), None)
    narrowed = {REASON: reason} if reason else {}
    people_table(view, finding, narrowed, cards_up_to=0)


def _names(finding: Finding) -> dict[str, str]:
    return {
        code: title if title == code else f"{title} · {code}"
        for code, title in zip(finding.data["participant_id"], finding.data["title"], strict=True)
    }


def _reason() -> str | None:
    words: Mapping[str, str] = {
        code: said[:1].upper() + said[1:] for code, said in header.REASONS.items()
    }
    st.session_state[f"pick {REASON}"] = _asked_reason()
    chosen: str | None = st.selectbox(
        "Only those who",
        list(words),
        key=f"pick {REASON}",
        format_func=lambda code: words.get(code, code),
        placeholder="Everybody",
        on_change=_narrowed,
    )
    return chosen


def _asked_reason() -> str | None:
    asked = st.query_params.get(REASON)
    return asked if asked in header.REASONS else None


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
