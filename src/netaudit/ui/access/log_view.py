"""Who looked at what, as the access page shows it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store import access_log
from netaudit.store.access_log import ACTIONS, Entry
from netaudit.store.access_settings import access_settings
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import on_paper
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment_utc

MOST = 500


def show_log(viewer: Viewer) -> None:
    """The newest lines: all for an administrator, those about their cohorts for a coordinator."""
    ledger = workspace().ledger
    entries = access_log.entries(ledger, viewer.cohorts, MOST)
    days = access_settings(ledger).log_days
    st.markdown(
        "Who opened a participant, took rows away, made links or gave roles. Lines are kept for"
        f" {counted(days, 'day')}. An evaluator's lines name participants by code."
    )
    if not entries:
        st.info("Nothing was noted yet.", icon=":material/inbox:")
        return
    if len(entries) == MOST:
        st.caption(f"The newest {MOST} lines.")
    rows = _rows(entries)
    st.dataframe(rows, hide_index=True, alt="The access log, newest first")
    on_paper(len(rows))
    downloads(rows, "access-log")


def _rows(entries: Sequence[Entry]) -> pd.DataFrame:
    words = {str(code): said for code, said in ACTIONS.items()}
    return pd.DataFrame(
        {
            "When": [moment_utc(one.at) for one in entries],
            "Who": [one.who for one in entries],
            "What": [words.get(one.action, one.action) for one in entries],
            "Participant": [one.participant_id for one in entries],
            "Cohort": [one.cohort for one in entries],
            "Of": [one.what for one in entries],
            "Role": [one.role.capitalize() for one in entries],
        }
    )
