"""What was decided about who is who, and the way to take it back."""

import streamlit as st

from netaudit.analysis.matching.decided import Decision, corrections_decided, matches_decided
from netaudit.store.matching import corrections, matches
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.intake.who_people import describe
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

FIRST_SHOWN = 5


def show_decided() -> None:
    """Every decision that this coordinator may know of, newest first; undone ones stay listed."""
    made = _decisions()
    if not made:
        return
    st.subheader("Decided so far", anchor=False)
    everything = len(made) <= FIRST_SHOWN or st.toggle(f"Show all {len(made)}", key="who all")
    for one in made if everything else made[:FIRST_SHOWN]:
        with st.container(border=True, gap="xsmall"):
            state = "" if one.counts else " :gray-badge[Undone]"
            st.markdown(f"{md(one.words)}{state}")
            st.caption(md(one.by))
            if one.counts:
                st.button(
                    "Undo",
                    key=f"undo {one.kind} {one.number}",
                    icon=":material/undo:",
                    on_click=then_tell,
                    args=(_undo, one),
                )


def _decisions() -> list[Decision]:
    ledger = workspace().ledger
    standing = corrections.in_force(ledger)
    cohorts = identity.viewer().cohorts
    about = matches.decisions(ledger, standing)
    known = describe(tuple(contact for one in about for contact in one.pair))
    made = (
        *matches_decided(about, known, only_known=cohorts is not None),
        *corrections_decided(corrections.decisions(ledger), cohorts),
    )
    return sorted(made, key=lambda one: one.at, reverse=True)


def _undo(one: Decision) -> str:
    ledger = workspace().ledger
    by = identity.acting_in(one.cohort, "coordinator")
    if one.kind == "correction":
        corrections.take_back(ledger, one.number, by)
    else:
        matches.take_back(ledger, one.number, by, cohort=one.cohort)
    return "Undone. It is asked about again where it still looks like one person."
