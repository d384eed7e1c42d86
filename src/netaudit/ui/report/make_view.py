"""Making the report: for whom, about what, in which formats, and what will be held back."""

import streamlit as st

from netaudit.analysis.choices import cohort_choices
from netaudit.reports.cohort.making import FORMATS
from netaudit.reports.cohort.report import Section, sections_for
from netaudit.ui.access.outcome import tell, then_tell
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.report import making
from netaudit.ui.report.beforehand import beforehand
from netaudit.ui.report.made_view import show_made
from netaudit.ui.report.making import Order
from netaudit.ui.report.readers import choose_readers
from netaudit.ui.sign_in import identity
from netaudit.wording import counted

WHAT_FOR = {
    ".pdf": "PDF: to send and to print",
    ".docx": "Word: to go on writing in",
    ".html": "HTML: to read on a screen, in one file",
}


def report(view: View) -> None:
    """The form, and under it what is being made or was made for the session."""
    tell()
    if not view.size.completed:
        st.info("There is a report once somebody in the cohort has completed an audit.")
        return
    leaves = choose_readers("report readers")
    cohorts = _cohorts(view)
    endings = _formats()
    sections = _sections(leaves)
    beforehand(view, leaves=leaves)
    order = Order(
        cohorts=cohorts,
        audience="release" if leaves else "team",
        sections=sections,
        endings=endings,
    )
    st.button(
        "Make the report" if len(cohorts) == 1 else f"Make {len(cohorts)} reports",
        type="primary",
        icon=":material/description:",
        key="make report",
        disabled=not (sections and endings),
        on_click=then_tell,
        args=(_begin, view, order),
    )
    st.caption("It takes half a minute or more, longer while others make theirs.")
    _follow(view)


def _cohorts(view: View) -> tuple[str, ...]:
    """The cohort of the filter, or all that there are answers of."""
    own = str(view.selection.cohort)
    everyone = tuple(choice.value for choice in view.ask(cohort_choices))
    if len(everyone) == 1:
        return (own,)
    all_of_them = st.toggle(
        f"One report on each of the {len(everyone)} cohorts",
        key="report on all",
        persist_state="session",
        help="Otherwise on the cohort chosen above alone.",
    )
    return everyone if all_of_them else (own,)


def _formats() -> tuple[str, ...]:
    chosen = st.pills(
        "Formats",
        list(FORMATS),
        key="report formats",
        selection_mode="multi",
        default=[".pdf"],
        format_func=FORMATS.__getitem__,
        persist_state="session",
    )
    st.caption(". ".join(WHAT_FOR[one] for one in FORMATS) + ".")
    return tuple(one for one in FORMATS if one in (chosen or ()))


def _sections(leaves: bool) -> tuple[str, ...]:
    """The sections ticked, of those that the readers may have; at first all of them."""
    offered = sections_for(leaves=leaves)
    with st.expander("Sections, and what each holds"):
        grid = st.grid(2, min_column_width=280)
        for name, section in offered.items():
            with grid.cell():
                _tick(name, section, leaves)
    ticked = tuple(name for name in offered if st.session_state.get(_key(name), True))
    if len(ticked) < len(offered):
        st.caption(f"{len(ticked)} of {counted(len(offered), 'section')} chosen.")
    return ticked


def _tick(name: str, section: Section, leaves: bool) -> None:
    holds = section.holds_outside if leaves and section.holds_outside else section.holds
    with st.container(gap=None):
        st.checkbox(section.title, value=True, key=_key(name), persist_state="session")
        st.caption(md(f"{holds}."))


def _key(name: str) -> str:
    return f"report section {name}"


def _begin(view: View, order: Order) -> str:
    """What the button does; it asks once more who is pressing it."""
    for cohort in order.cohorts:
        identity.acting_in(cohort, "coordinator", "evaluator")
    making.begin(view, order)
    return ""


def _follow(view: View) -> None:
    current = making.current(view.viewer)
    if current is None:
        return
    making.wait_for(current)
    show_made(view, current)
