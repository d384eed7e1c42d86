"""What was written down about a cohort's evaluation, to take away."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from netaudit.exports.evaluation import as_csv, as_toml
from netaudit.ui.downloads import file_name
from netaudit.ui.opened import taking_away
from netaudit.ui.workspace import workspace

WHAT = "logic model and outcomes"


def offer_files(cohort: str) -> None:
    """The outcomes for a spreadsheet, and all of it as TOML."""
    with st.container(horizontal=True):
        _button("Outcomes (CSV)", cohort, as_csv, "outcomes", ".csv", "text/csv")
        _button("All of it (TOML)", cohort, as_toml, "evaluation", ".toml", "application/toml")
    st.caption("For the team: outcomes that are not to leave it are in these files too.")


def _button(
    words: str, cohort: str, make: Callable[..., str], name: str, ending: str, mime: str
) -> None:
    st.download_button(
        words,
        partial(_made, cohort, make, taking_away(WHAT)),
        file_name=f"{file_name(name, {'cohort': cohort})}{ending}",
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"take {name}",
    )


def _made(cohort: str, make: Callable[..., str], noted: Callable[[], None]) -> bytes:
    noted()
    return make(workspace().ledger, cohort).encode()
