"""What has left the team, and when: the log of releases."""

import pandas as pd
import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store.releases import Release, releases
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import on_paper
from netaudit.ui.frame import View
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import moment_utc

KEPT = (
    "Every report and every workbook for readers outside the team, with the figures in it. A new"
    " one is compared with all of them, so that no two together tell of a few people. Whom they"
    " rest on is kept as marks that name nobody."
)
NONE_YET = "Nothing has left the team yet."
DIGITS = 8


def left(view: View) -> None:
    """The releases about the viewer's cohorts, newest first."""
    st.markdown(KEPT)
    shown = [one for one in releases(workspace().ledger) if _is_theirs(one, view.viewer)]
    if not shown:
        st.info(NONE_YET, icon=":material/inbox:")
        return
    rows = pd.DataFrame([_row(one) for one in reversed(shown)])
    st.dataframe(rows, hide_index=True, alt="What has left the team, the latest first")
    on_paper(len(rows))
    downloads(rows, "releases")


def _is_theirs(one: Release, viewer: Viewer) -> bool:
    """Of all cohorts together everybody is told: they rest on theirs too."""
    return viewer.cohorts is None or one.cohort is None or one.cohort in viewer.cohorts


def _row(one: Release) -> dict[str, object]:
    return {
        "When": "" if one.released_at is None else moment_utc(one.released_at),
        "Cohort": one.cohort or "All cohorts",
        "Wave": readable(one.wave) if one.wave else "Everybody enrolled",
        "Participants": len(one.people),
        "Figures": ", ".join(readable(name) for name in one.figures),
        "By": one.released_by,
        "Data": one.fingerprint[:DIGITS],
    }
