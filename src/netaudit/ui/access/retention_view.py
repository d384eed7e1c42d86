"""Until when each cohort's data are kept, what is due to go, and the dates to set."""

from datetime import date

import streamlit as st

from netaudit.analysis.retention_words import due_words, everything_words, names_words
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import retention, retention_dates
from netaudit.store.retention import MONTHS, Due, Kept
from netaudit.store.retention_dates import What
from netaudit.ui.access.erase_confirm import Asked, follow, show_first
from netaudit.ui.access.erase_rights import has_cohort
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, day

PART = "Retention"


def show_retention(viewer: Viewer) -> None:
    """What is due, and each cohort that this person sees to with its dates."""
    st.markdown(
        f"Names of contacts are kept until {MONTHS} months after a cohort's end, or until the day"
        " set here. The figures stay: only who the contacts were goes. Nothing goes before"
        " somebody confirms it."
    )
    here = workspace()
    if not follow(PART):
        for one in retention.due(here, date.today(), viewer.cohorts):
            _due(one)
    cohorts = [one for one in retention.plan(here) if has_cohort(viewer, one.cohort)]
    if not cohorts:
        st.info("There are no cohorts yet.", icon=":material/inbox:")
    for kept in cohorts:
        _cohort(kept)


def _due(one: Due) -> None:
    what = "the names of contacts" if one.what == "labels" else "everything"
    asked = Asked(
        part=PART,
        request=one.request,
        who=f"{what} of cohort {one.cohort}",
        word=one.cohort,
        due=one,
    )
    with st.container(border=True):
        st.markdown(f":material/schedule: **Due.** {md(due_words(one))}")
        st.button(
            "Show what will go",
            key=f"foresee {one.what} {one.cohort}",
            on_click=show_first,
            args=(asked,),
        )


def _cohort(kept: Kept) -> None:
    with st.container(border=True, gap="small"):
        st.subheader(md(f"Cohort {kept.cohort}"), anchor=False)
        st.markdown(f"{md(names_words(kept))}  \n{md(everything_words(kept))}")
        st.caption(
            f"Held now: {counted(kept.participants, 'participant')},"
            f" {counted(kept.named, 'contact')} with a name."
        )
        with st.container(horizontal=True):
            names_until = kept.labels_until if kept.is_set else None
            _date(kept.cohort, "labels", "Keep names of contacts until", names_until)
            _date(kept.cohort, "everything", "Keep everything until", kept.everything_until)


def _date(cohort: str, what: What, words: str, now: date | None) -> None:
    key = f"keep {what} {cohort}"
    st.session_state[key] = now
    st.date_input(
        words,
        value=None,
        key=key,
        format="YYYY-MM-DD",
        min_value=date(2000, 1, 1),
        max_value=date(2100, 12, 31),
        width=240,
        on_change=then_tell,
        args=(_set, cohort, what, key),
    )


def _set(cohort: str, what: What, key: str) -> str:
    by = identity.acting("coordinator", "administrator")
    if not has_cohort(identity.viewer(), cohort):
        raise NetauditError("That is not open to you.", "Ask an administrator.")
    until: date | None = st.session_state[key]
    retention_dates.set_date(workspace().ledger, cohort, what, until, by)
    kept = "Names of contacts" if what == "labels" else "Everything"
    end = f"until {day(until)}" if until else "as usual"
    return f"Cohort {cohort}: {kept[:1].lower()}{kept[1:]} kept {end}."
