"""What visitors see who did not sign in, or have no role yet; and in the sidebar who is in."""

from collections.abc import Callable, Mapping

import streamlit as st

from netaudit.analysis.viewer import Role
from netaudit.ui.markdown import md
from netaudit.ui.pages import PAGES
from netaudit.ui.sign_in import identity, view_as
from netaudit.ui.sign_in.identity import ACTING_AS, Nobody, Principal
from netaudit.ui.sign_in.setup import sign_in_setup

ROLES: Mapping[Role, str] = {
    "coordinator": "Coordinator",
    "evaluator": "Evaluator",
    "administrator": "Administrator",
    "participant": "Participant",
}
BY_LINK = (
    "Participants open the personal link in their message. It works once; the coordinator of the"
    " programme can make a new one at any time."
)


def outside(who: Principal | Nobody) -> None:
    """The one page there is for somebody without a role, whatever the address asks for."""

    def page() -> None:
        _, middle, _ = st.columns([1, 2, 1])
        with middle:
            _no_role(who) if isinstance(who, Principal) else _sign_in(who)

    # Every address is known, so that nobody is told that a page which is there was not found.
    others = [_named(page, record.name) for record in PAGES]
    start = st.Page(page, title="netaudit", default=True)
    st.navigation([start, *others], position="hidden").run()


def _named(page: Callable[[], None], name: str) -> st.Page:
    return st.Page(page, title="netaudit", url_path=name, visibility="hidden")


def _sign_in(who: Nobody) -> None:
    st.title("Network audits", anchor=False)
    if who.reason:
        st.warning(who.reason, icon=":material/info:")
    setup = sign_in_setup()
    providers = () if setup is None else setup.providers
    for provider in providers:
        st.button(
            md(provider.words),
            key=f"provider {provider.name}",
            type="primary",
            on_click=st.login,
            args=(provider.name,) if provider.name else (),
        )
    if providers:
        st.caption("For coordinators, evaluators and administrators of a programme.")
    st.markdown(BY_LINK)


def _no_role(who: Principal) -> None:
    st.title("No role yet", anchor=False)
    st.markdown(
        f"You are signed in as **{md(who.name)}**, and nobody has given this address a role in"
        " netaudit. The administrator of your programme can do so; then load this page again."
    )
    st.button("Sign out", on_click=identity.sign_out)


def who_is_in(who: Principal) -> None:
    """In the sidebar: the local user's switch, or the name, the role and the way out."""
    if who.way == "local":
        view_as.switch()
        return
    with st.sidebar:
        st.text(f"Signed in as {who.name}")
        if len(who.viewers) > 1:
            _roles(who)
        st.button("Sign out", icon=":material/logout:", on_click=identity.sign_out)


def _roles(who: Principal) -> None:
    looking = identity.acting_as(who)
    st.session_state["choose role"] = looking.role if looking else None
    st.selectbox(
        "Role",
        [one.role for one in who.viewers],
        key="choose role",
        format_func=lambda role: ROLES.get(role, role),
        on_change=_act,
    )


def _act() -> None:
    st.session_state.update({ACTING_AS: st.session_state["choose role"], view_as.CHANGED: True})
