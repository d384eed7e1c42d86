"""Who has which role: given and taken away by administrators, read by coordinators."""

from collections.abc import Iterable

import streamlit as st

from netaudit.analysis.invitations import every_cohort
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.store import accounts
from netaudit.store.accounts import IN_COHORTS, Grant
from netaudit.ui import data
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.visitors import ROLES
from netaudit.ui.workspace import workspace

GIVEN = ("coordinator", "evaluator", "administrator")
"""The roles that are given here; participants come in by their links."""

MAY = {
    "coordinator": "Sees participants of a cohort by name, brings in exports, makes links.",
    "evaluator": "Sees figures and participants under codes that differ from their ids.",
    "administrator": "Gives roles and brings in exports; sees no data of any person.",
}


def show_roles(viewer: Viewer) -> None:
    """For an administrator every account and a form; for others who else sees their cohorts."""
    grants = accounts.listing(workspace().ledger)
    if viewer.role != "administrator":
        _read(grants, viewer)
        return
    _form(viewer)
    by_account: dict[str, list[Grant]] = {}
    for one in grants:
        by_account.setdefault(one.email, []).append(one)
    st.subheader(f"Accounts with a role: {len(by_account)}", anchor=False)
    for email, theirs in by_account.items():
        _account(email, theirs)


def _read(grants: Iterable[Grant], viewer: Viewer) -> None:
    seen = [one for one in grants if one.role in IN_COHORTS and _share_cohorts(one, viewer)]
    st.markdown("Who else sees the cohorts that you see. An administrator gives and takes roles.")
    if not seen:
        st.text("Nobody else.")
        return
    for one in seen:
        with st.container(border=True, gap="xsmall"):
            st.text(one.email)
            st.markdown(_said(one))


def _share_cohorts(one: Grant, viewer: Viewer) -> bool:
    if one.cohorts is None or viewer.cohorts is None:
        return True
    return bool(set(one.cohorts) & set(viewer.cohorts))


def _form(viewer: Viewer) -> None:
    known = () if workspace().is_empty else _known(viewer)
    with st.container(border=True):
        st.subheader("Give a role", anchor=False)
        st.text_input("E-mail address they sign in with", key="role email", max_chars=200)
        role = st.radio(
            "Role",
            GIVEN,
            key="role role",
            format_func=lambda code: ROLES[code],
            captions=[MAY[code] for code in GIVEN],
        )
        if role in IN_COHORTS:
            st.multiselect(
                "Cohorts",
                known,
                key="role cohorts",
                placeholder="Every cohort, later ones too",
                help="Leave this empty for every cohort.",
            )
        st.button("Give this role", type="primary", on_click=then_tell, args=(_give,))


def _known(viewer: Viewer) -> tuple[str, ...]:
    return data.answer(every_cohort, data.database(), viewer, EVERYTHING)


def _give() -> str:
    chosen = st.session_state
    role = chosen["role role"]
    given = accounts.give(
        workspace().ledger,
        chosen["role email"],
        role,
        identity.acting("administrator"),
        cohorts=(chosen.get("role cohorts") or None) if role in IN_COHORTS else None,
    )
    chosen["role email"] = ""
    return f"{given.email} now has the role {ROLES[given.role].lower()}: {_cohorts(given)}."


def _account(email: str, grants: list[Grant]) -> None:
    with st.container(border=True, gap="xsmall", key=f"account-{email}"):
        st.text(email)
        own = identity.actor().name == email
        for one in grants:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(_said(one), width="stretch")
                st.button(
                    "Take away",
                    key=f"take {email} {one.role} {one.participant_id}",
                    disabled=own and one.role == "administrator",
                    help="Another administrator can take this from you." if own else None,
                    on_click=then_tell,
                    args=(_take, email, one.role),
                )
        st.button(
            "Sign out everywhere",
            key=f"end {email}",
            type="tertiary",
            icon=":material/logout:",
            on_click=then_tell,
            args=(_end, email),
        )


def _take(email: str, role: str) -> str:
    accounts.take(workspace().ledger, email, identity.acting("administrator"), role=role)
    return f"{email} no longer has the role {role}."


def _end(email: str) -> str:
    accounts.end_sessions(workspace().ledger, email, identity.acting("administrator"))
    return f"{email} is signed out everywhere."


def _said(one: Grant) -> str:
    return f"**{ROLES[one.role]}** · {md(_cohorts(one))}"


def _cohorts(one: Grant) -> str:
    if one.participant_id is not None:
        return f"participant {one.participant_id}"
    if one.role not in IN_COHORTS:
        return "the whole programme"
    return "every cohort" if one.cohorts is None else ", ".join(one.cohorts)
