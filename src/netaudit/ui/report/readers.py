"""Who will read what is made: the team, or somebody outside it."""

import streamlit as st

READERS = {"team": "The team", "release": "Readers outside"}
MEANT_FOR = {
    "team": "For those who run and evaluate the programme: the figures that they see on the pages.",
    "release": "For sponsors, employers or the public: a fixed choice of figures on the whole"
    " cohort, rounded, and compared with everything that left the team before.",
}


def choose_readers(key: str) -> bool:
    """Whether readers outside the team are chosen."""
    chosen = st.segmented_control(
        "Who will read it",
        list(READERS),
        key=key,
        default="team",
        required=True,
        format_func=READERS.__getitem__,
        persist_state="session",
    )
    readers = chosen or "team"
    st.caption(MEANT_FOR[readers])
    return readers == "release"
