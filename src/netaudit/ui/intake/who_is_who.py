"""Who is who: what may be one person, side by side, for a coordinator to decide."""

import streamlit as st

from netaudit.engine.duckdb import Progress
from netaudit.ui.access import outcome
from netaudit.ui.intake.import_change import WHO, begin, tell
from netaudit.ui.intake.who_decided import show_decided
from netaudit.ui.intake.who_participants import show_participants
from netaudit.ui.intake.who_people import show_people
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace


def who_is_who() -> None:
    """Participants who may be one, people whom several may have named, and what was decided."""
    if identity.viewer().role != "coordinator":
        st.info(
            "Who is who takes names to say, so coordinators do that.",
            icon=":material/group:",
        )
        return
    if workspace().is_empty:
        st.info("Nothing was imported yet.", icon=":material/inbox:")
        return
    tell(WHO)
    outcome.tell()
    _bring_in()
    show_participants()
    show_people()
    show_decided()


def _bring_in() -> None:
    """A way to make the figures anew, where they do not rest on the latest decisions yet."""
    if workspace().is_current:
        return
    with st.container(border=True):
        st.markdown("**Decisions are waiting**")
        st.markdown(
            "The figures do not rest on the latest decisions yet. Decide about as many as you like,"
            " then bring them in together."
        )
        st.button(
            "Bring them into the figures",
            type="primary",
            icon=":material/refresh:",
            on_click=_begin,
        )


DONE = "The figures rest on all that was decided."


def _begin() -> None:
    here = workspace()

    def anew(progress: Progress) -> None:
        here.ensure_current(progress=progress)

    begin("Making the figures anew", anew, WHO, done=DONE, in_every_cohort=False)
