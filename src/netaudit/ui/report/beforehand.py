"""What will be held back, told before a report is made."""

import streamlit as st

from netaudit.reports.cohort import held_back
from netaudit.reports.cohort.report import SECTIONS
from netaudit.store.releases import releases
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import day, enumerated

BESIDE = (
    "A wave whose people or answers changed by a few since then is held back in the new report, for"
    " the two beside each other would tell of these few."
)
NONE_YET = "Nothing on this cohort has left the team yet."
COMPLETE_FIRST = (
    "What is downloaded here counts as given out. Wait until a wave is complete: answers that come"
    " late can be told outside only when enough of them have come."
)


def beforehand(view: View, *, leaves: bool) -> None:
    """The rules that hold for these readers, and what left the team earlier."""
    with st.expander("What will be held back, and why"):
        rules = held_back.rules(view.database, view.viewer, leaves=leaves)
        said = [*rules, *_outside(view)] if leaves else rules
        st.markdown("\n".join(f"- {md(words)}" for words in said))


def _outside(view: View) -> list[str]:
    inside = [one.title for one in SECTIONS.values() if not one.leaves]
    return [
        f"Sections for the team alone: {enumerated(inside)}.",
        _earlier(view.selection.cohort),
        COMPLETE_FIRST,
    ]


def _earlier(cohort: str | None) -> str:
    of_it = [one for one in releases(workspace().ledger) if one.cohort in (None, cohort)]
    if not of_it:
        return NONE_YET
    latest = {one.wave: one.released_at for one in of_it}
    said = [
        f"{readable(wave) if wave else 'everybody enrolled'} ({day(at.date())})"
        for wave, at in latest.items()
        if at is not None
    ]
    return f"Left the team earlier, with the latest day: {enumerated(said)}. {BESIDE}"
