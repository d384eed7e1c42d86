"""What every page shows as long as the workspace holds nothing."""

import streamlit as st

from netaudit.engine.duckdb import Progress
from netaudit.errors import NetauditError
from netaudit.home import HOME
from netaudit.store.originals import checksum
from netaudit.ui.intake.import_change import LIST
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.ui.pages import AUDIENCES
from netaudit.ui.sign_in import identity
from netaudit.ui.without_paths import without_paths
from netaudit.ui.workspace import workspace

SAMPLE = HOME / "data" / "sample"


def start_screen() -> None:
    """Two ways in: the sample programme, or somebody's own exports."""
    made = len(workspace().imports())
    title = "No import counts at the moment" if made else "There are no audits here yet"
    st.subheader(title, anchor=False)
    st.markdown(
        "netaudit reads exports of network audits and shows the networks of a cohort: what they"
        " are made of, which patterns are worth a look, how mentoring is taken up."
    )
    if made:
        _imports_made(made)
    if identity.viewer().cohorts is not None:  # they bring in nothing, so there is nothing to offer
        st.info("Somebody whose role holds in every cohort has to import an export first.")
        return
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


def _imports_made(made: int) -> None:
    """That imports were made and every one of them undone: they are still there."""
    are = "import was made and undone; it" if made == 1 else "imports were made and undone; they"
    st.info(f"{made} {are} can be counted again at any time.", icon=":material/history:")
    link("imports", "Count an import again", {"part": LIST})


def _load_sample() -> None:
    with st.status("Reading the sample programme", expanded=False) as status:
        try:
            identity.acting(*AUDIENCES["team"], in_every_cohort=True)
            _import_or_redo(lambda step: status.update(label=f"Working: {step}"))
        except NetauditError as error:
            status.update(label="The sample programme was not loaded", state="error")
            st.error(md(without_paths(error.message)))
            st.text(without_paths(error.hint))
            return
    st.rerun()


def _import_or_redo(progress: Progress) -> None:
    """The sample programme counts: again, if it was imported once and undone."""
    mark = checksum([SAMPLE])
    undone = [made for made in workspace().imports() if made.checksum == mark and made.undone]
    if undone:
        workspace().redo(undone[0].id, progress=progress)
    else:
        workspace().import_paths([SAMPLE], progress=progress)
