"""The follow-up on a person's own page: the reasons, how things stand, and a new entry."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from netaudit.analysis.follow_up.people import Followed
from netaudit.analysis.person.header import Person
from netaudit.store import follow_ups
from netaudit.store.follow_ups import FURTHEST, LONGEST_NOTE, LONGEST_STEP, Draft, FollowUp, Status
from netaudit.ui.access.outcome import tell, then_tell
from netaudit.ui.follow_up import entries
from netaudit.ui.follow_up.page import quick_buttons
from netaudit.ui.follow_up.words import STATUS_WORDS, history_line, standing_words
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.roomy_table import roomy_table
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

LONGEST_OWNER = 200
WHO_READS = (
    "Read by the coordinators of the cohort. The participant gets it with all that is held about"
    " them, if they ask for that."
)


def follow_up_panel(view: View, shown: Person) -> None:
    """The panel, for coordinators and about somebody who has not left; nothing for others."""
    if view.viewer.role != "coordinator":
        return
    person = next((one for one in entries.everybody(view) if one.id == shown.id), None)
    written = follow_ups.history(workspace().ledger, shown.id)
    if person is None and not written:
        return
    tell()
    with st.container(border=True, key="follow-up"):
        st.subheader("Follow-up", anchor=False)
        before = next(iter(written), None)
        if person is not None:
            _reasons(person)
        if before is not None:
            st.markdown(md(" · ".join(filter(None, (standing_words(before), before.note)))))
        if person is not None:
            quick_buttons(person, before)
            with st.expander("Write a note or a next step"):
                _form(person, before)
        if written:
            with st.expander(f"Everything written so far ({len(written)})"):
                rows = pd.DataFrame([history_line(one) for one in written])
                roomy_table(rows, "follow-up-history", "Every entry, the newest first")


def _reasons(person: Followed) -> None:
    if person.reasons:
        st.markdown("\n".join(f"- {md(reason.sentence)}" for reason in person.reasons))
    else:
        st.caption("There is no reason to talk in the answers so far.")


def _form(person: Followed, before: FollowUp | None) -> None:
    number = before.number if before else 0
    key = f"{person.id} {number}"
    last_day = date.today() + FURTHEST - timedelta(days=1)
    with st.form(f"follow up {key}", border=False):
        st.text_area("Note", max_chars=LONGEST_NOTE, key=f"note {key}", help=WHO_READS)
        left, right = st.columns((2, 1))
        with left:
            st.text_input(
                "Next step",
                before.next_step if before and before.status != "done" else "",
                max_chars=LONGEST_STEP,
                key=f"step {key}",
            )
        with right:
            st.date_input("On", None, max_value=last_day, key=f"on {key}")
        left, middle, right = st.columns(3)
        with left:
            st.selectbox(
                "Status",
                list(STATUS_WORDS),
                format_func=STATUS_WORDS.__getitem__,
                key=f"status {key}",
            )
        with middle:
            st.date_input("Snoozed until", None, max_value=last_day, key=f"until {key}")
        with right:
            owner = before.owner if before and before.owner else identity.actor().name
            st.text_input("With whom it lies", owner, max_chars=LONGEST_OWNER, key=f"owner {key}")
        st.form_submit_button(
            "Save", type="primary", on_click=then_tell, args=(_save, person, before, key)
        )


def _save(person: Followed, before: FollowUp | None, key: str) -> str:
    typed = {
        name: st.session_state.get(f"{name} {key}")
        for name in ("note", "step", "on", "status", "until", "owner")
    }
    status: Status = typed["status"] or "open"
    draft = Draft(
        status=status,
        until=typed["until"] if status == "snoozed" else None,
        note=(typed["note"] or "").strip(),
        next_step=(typed["step"] or "").strip() if status != "done" else "",
        next_on=typed["on"] if status != "done" else None,
        owner=(typed["owner"] or "").strip(),
    )
    entries.write(person, before, draft)
    return f"Kept about {person.title}."
