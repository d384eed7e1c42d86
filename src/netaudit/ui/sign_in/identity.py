"""Who is looking: found out anew in every run, from what the browser's signed cookies say.

Nothing that a visitor can write decides it: neither the address nor what the session remembers.
A cookie says only who somebody is; what they may see is looked up in the ledger each time.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from netaudit.analysis.viewer import Role, Viewer
from netaudit.errors import NetauditError
from netaudit.store import accounts, links
from netaudit.store.access_log import Actor
from netaudit.store.access_settings import access_settings
from netaudit.store.accounts import Grant
from netaudit.store.clock import from_timestamp
from netaudit.ui.sign_in import view_as
from netaudit.ui.sign_in.account_cookie import claims_in
from netaudit.ui.sign_in.session_cookie import session_number
from netaudit.ui.sign_in.setup import sign_in_setup
from netaudit.ui.workspace import workspace

Way = Literal["local", "link", "account"]
LOCAL = "local user"
ACTING_AS = "acting as"
_BOUND_TO = "session belongs to"
CLOCKS_DIFFER = 300
"""By so many seconds a provider's clock may be ahead of ours."""

UNVERIFIED = (
    "Your provider does not say that this e-mail address was verified, so it cannot be used."
)
OVER = "Your session is over. Sign in again to go on."


@dataclass(frozen=True, kw_only=True)
class Principal:
    """Somebody who came in: `viewers` are the roles they may look in, none without a grant.

    `session` tells this session of theirs from any other, also from a later one.
    """

    name: str
    way: Way
    session: str
    viewers: tuple[Viewer, ...]


@dataclass(frozen=True, kw_only=True)
class Nobody:
    """A visitor who did not sign in, or whose signing in does not count, for the reason given."""

    reason: str = ""


def principal() -> Principal | Nobody:
    """Who is looking. A personal link counts before an account, and both before the local user."""
    by_link = _by_link(cookies())
    if by_link is not None:
        return by_link
    if sign_in_setup() is None:
        return Principal(name=LOCAL, way="local", session="", viewers=(view_as.viewer(),))
    return _by_account(st.user.to_dict())


def of_cookies(sent: Mapping[str, str]) -> Principal | Nobody:
    """Who sent a request that no page runs for, where people sign in."""
    return _by_link(sent) or _by_account(claims_in(sent))


def viewer() -> Viewer:
    """The role in which somebody looks; where that is none, the page ends here."""
    who = principal()
    chosen = acting_as(who) if isinstance(who, Principal) else None
    if chosen is None:
        st.error("This page is not open to you.", icon=":material/lock:")
        st.stop()
    return chosen


def acting_as(who: Principal) -> Viewer | None:
    """The role chosen among those of an account, else its first; None where there is none."""
    chosen = st.session_state.get(ACTING_AS)
    return next((one for one in who.viewers if one.role == chosen), next(iter(who.viewers), None))


def actor() -> Actor:
    """Who is looking, as the access log names them."""
    who = principal()
    if isinstance(who, Nobody):
        return Actor(name="")
    looking = acting_as(who)
    return Actor(name=who.name, role=looking.role if looking else "")


def still(who: Principal | Nobody, looking: Viewer) -> bool:
    """Whether somebody may still look in this role; for what is made after the page's run."""
    if isinstance(who, Nobody) or who.way == "local":
        return isinstance(who, Principal)
    ledger = workspace().ledger
    if who.way == "link":
        return links.participant_of(ledger, int(who.session)) == looking.participant_id
    begun = from_timestamp(float(who.session))
    roles = [_viewer(grant) for grant in accounts.grants_of(ledger, who.name)]
    is_over = time.time() > float(who.session) + access_settings(ledger).session_hours * 3600
    return not is_over and accounts.is_session_valid(ledger, who.name, begun) and looking in roles


def acting(*roles: Role, in_every_cohort: bool = False) -> Actor:
    """Who is about to change something; NetauditError unless they are in one of these roles now.

    `in_every_cohort` asks for a role that is not narrowed to some cohorts.

    What a button calls runs before its page, and so before the page's own guard.
    """
    who = actor()
    narrowed = who.role in roles and viewer().cohorts is not None
    if who.role not in roles or (in_every_cohort and narrowed):
        raise NetauditError("That is not open to you any more.", "Load the page again.")
    return who


def acting_in(cohort: str, *roles: Role) -> Actor:
    """The same about one cohort: whoever's role is narrowed to others is refused."""
    who = acting(*roles)
    cohorts = viewer().cohorts
    if cohorts is not None and cohort not in cohorts:
        raise NetauditError("That is not open to you any more.", "Load the page again.")
    return who


def bind(who: Principal | Nobody) -> None:
    """Forgets what the session remembers as soon as somebody else is in it, or in another role."""
    looking = acting_as(who) if isinstance(who, Principal) and who.way != "local" else None
    now = (who.name, who.way, who.session, looking) if isinstance(who, Principal) else ()
    if st.session_state.get(_BOUND_TO, now) != now:
        kept = {key: st.session_state.get(key) for key in (ACTING_AS, view_as.CHANGED)}
        st.session_state.clear()
        st.session_state.update(kept)
    st.session_state[_BOUND_TO] = now


def sign_out() -> None:
    """Ends the session on the server; for on_click. The browser's cookie is worthless then."""
    who = principal()
    if not isinstance(who, Principal):
        return
    ledger = workspace().ledger
    if who.way == "link":
        links.leave(ledger, int(who.session))
    elif who.way == "account":
        if who.viewers:
            accounts.end_sessions(ledger, who.name, actor())
        st.logout()


def cookies() -> Mapping[str, str]:
    """What the browser sent when it opened the page."""
    return st.context.cookies.to_dict()


def _by_link(here: Mapping[str, str]) -> Principal | None:
    ledger = workspace().ledger
    number = session_number(here, ledger) if here else None
    participant = None if number is None else links.participant_of(ledger, number)
    if participant is None:
        return None
    looking = Viewer(role="participant", participant_id=participant)
    return Principal(name=participant, way="link", session=str(number), viewers=(looking,))


def _by_account(claims: Mapping[str, Any]) -> Principal | Nobody:
    if not claims.get("is_logged_in"):
        return Nobody()
    try:
        email = accounts.address(str(claims.get("email", "")))
    except NetauditError:
        return Nobody(reason=UNVERIFIED)
    if not _is_verified(claims):
        return Nobody(reason=UNVERIFIED)
    ledger, begun = workspace().ledger, claims.get("iat")
    # Streamlit keeps people signed in for thirty days, also after they signed out elsewhere.
    lasts = access_settings(ledger).session_hours * 3600
    if not isinstance(begun, int | float) or not -CLOCKS_DIFFER <= time.time() - begun <= lasts:
        return Nobody(reason=OVER)
    if not accounts.is_session_valid(ledger, email, from_timestamp(begun)):
        return Nobody(reason=OVER)
    roles = tuple(_viewer(grant) for grant in accounts.grants_of(ledger, email))
    return Principal(name=email, way="account", session=str(begun), viewers=roles)


def _is_verified(claims: Mapping[str, Any]) -> bool:
    setup = sign_in_setup()
    trusted = setup is not None and claims.get("iss") in setup.trusted_issuers
    return trusted or claims.get("email_verified") in (True, "true")


def _viewer(grant: Grant) -> Viewer:
    return Viewer(role=grant.role, cohorts=grant.cohorts, participant_id=grant.participant_id)
