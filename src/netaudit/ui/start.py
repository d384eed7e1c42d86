"""What every page shows as long as the workspace holds nothing."""

import streamlit as st

from netaudit.errors import NetauditError
from netaudit.ui.links import link
from netaudit.ui.pages import ROOT
from netaudit.ui.workspace import workspace

SAMPLE = ROOT / "data" / "sample"


def start_screen() -> None:
    """Two ways in: the sample programme, or somebody's own exports."""
    st.subheader("There are no audits here yet", anchor=False)
    st.markdown(
        "netaudit reads what your survey tool exports and shows the networks of a cohort: what"
        " they are made of, how they change, who might welcome an introduction."
    )
    sample, own = st.columns(2, gap="medium")
    with sample.container(border=True, height="stretch"):
        st.markdown("**Look around first**")
        st.markdown(
            "Load an invented programme of two cohorts and three waves. You can undo the import"
            " at any time."
        )
        if st.button("Load the sample programme", type="primary", icon=":material/play_arrow:"):
            _load_sample()
    with own.container(border=True, height="stretch"):
        st.markdown("**Use your own exports**")
        st.markdown("Drop the files of your survey tool; you see every problem before it counts.")
        link("imports", "Import an export")


def _load_sample() -> None:
    with st.status("Reading the sample programme", expanded=False) as status:
        try:
            workspace().import_paths(
                [SAMPLE], progress=lambda step: status.update(label=f"Working: {step}")
            )
        except NetauditError as error:
            status.update(label="The sample programme was not loaded", state="error")
            st.error(error.message)
            st.text(error.hint)
            return
    st.rerun()
