"""Notes in the access log who opened a participant, and who took rows away."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from netaudit.analysis.person import header
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import access_log
from netaudit.ui import address
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

_LAST = "participant noted"


def note(viewer: Viewer, participant: str | None) -> None:
    """Notes that this participant was opened by somebody else, once until another one is."""
    if participant is None or viewer.role == "participant":
        return
    if st.session_state.get(_LAST) == (viewer, participant):
        return
    try:
        shown = header.person(
            workspace().current_database(), viewer, EVERYTHING, participant=participant
        )
    except NetauditError:  # not theirs to see, so nothing was shown
        return
    st.session_state[_LAST] = (viewer, participant)
    access_log.record(
        workspace().ledger,
        identity.actor(),
        "opened",
        cohort=shown.cohort,
        participant=participant,
    )


def taking_away(what: str) -> Callable[[], None]:
    """What notes, once it is called, that these rows were taken away.

    Files are made after the page's run, when nobody can be asked any more who is looking: it raises
    NetauditError where they were signed out meanwhile, or lost the role.
    """
    who = identity.principal()
    looking = identity.acting_as(who) if isinstance(who, identity.Principal) else None
    noted = partial(
        access_log.record,
        workspace().ledger,
        identity.actor(),
        "exported",
        what=what,
        cohort=address.noted().get("cohort", ""),
        participant=_shown(),
    )
    return partial(_if_still_theirs, who, looking, noted)


def _if_still_theirs(
    who: identity.Principal | identity.Nobody, looking: Viewer | None, noted: Callable[[], None]
) -> None:
    if looking is None or not identity.still(who, looking):
        raise NetauditError("That is not open to you any more.", "Load the page again.")
    noted()


def _shown() -> str:
    last = st.session_state.get(_LAST)
    return last[1] if last and st.query_params.get("participant") == last[1] else ""
