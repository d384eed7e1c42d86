"""What has left the team, and when: the log of releases."""

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from netaudit.analysis.choices import wave_choices
from netaudit.analysis.viewer import Viewer
from netaudit.store.releases import Release, releases
from netaudit.ui.downloads import downloads
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import counted, moment_utc

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
    order = [choice.value for choice in view.ask(wave_choices)]
    for document in reversed(_documents(shown)):
        _document(sorted(document, key=lambda one: _place(one, order)))
    downloads(pd.DataFrame([_row(one) for one in reversed(shown)]), "releases")


def _is_theirs(one: Release, viewer: Viewer) -> bool:
    """Of all cohorts together everybody is told: they rest on theirs too."""
    return viewer.cohorts is None or one.cohort is None or one.cohort in viewer.cohorts


def _documents(shown: Sequence[Release]) -> list[list[Release]]:
    """The releases that went out together, of one cohort; its waves are kept one by one."""
    return [list(together) for _, together in groupby(shown, _document_of)]


def _document_of(one: Release) -> tuple[str, ...]:
    return (_when(one), one.cohort or "", one.released_by, one.fingerprint)


def _document(waves: Sequence[Release]) -> None:
    one = waves[0]
    figures = tuple(dict.fromkeys(name for wave in waves for name in wave.figures))
    said = ", ".join(f"{_wave(wave)} ({len(wave.people)})" for wave in waves)
    with st.container(border=True):
        st.markdown(f"**{md(_when(one))}**  \n{md(_cohort(one))}, {md(said)}")
        st.caption(md(f"By {one.released_by} · data {one.fingerprint[:DIGITS]}"))
        with st.expander(counted(len(figures), "figure")):
            st.markdown("\n".join(f"- {md(_figure(name))}" for name in figures))


def _place(one: Release, order: Sequence[str]) -> int:
    return order.index(one.wave) if one.wave in order else -1


def _row(one: Release) -> dict[str, object]:
    return {
        "When": _when(one),
        "Cohort": _cohort(one),
        "Wave": _wave(one),
        "Participants": len(one.people),
        "Figures": ", ".join(map(_figure, one.figures)),
        "By": one.released_by,
        "Data": one.fingerprint[:DIGITS],
    }


def _figure(name: str) -> str:
    """The id of a figure as people read it, without the x_ of further attributes."""
    return readable(name.replace("_x_", "_"))


def _when(one: Release) -> str:
    return "" if one.released_at is None else moment_utc(one.released_at)


def _cohort(one: Release) -> str:
    return f"Cohort {one.cohort}" if one.cohort else "All cohorts"


def _wave(one: Release) -> str:
    return readable(one.wave) if one.wave else "everybody enrolled"
