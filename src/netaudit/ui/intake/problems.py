"""How the problems of an export look: one card for each kind, and the list of all."""

from collections.abc import Mapping, Sequence

import streamlit as st

from netaudit.analysis.intake.problems import (
    Fault,
    ProblemKind,
    left_out_lines,
    problem_kinds,
    problem_table,
    problem_view,
    totals,
)
from netaudit.errors import Problem
from netaudit.ui.downloads import downloads
from netaudit.ui.markdown import md
from netaudit.wording import counted

MOST_CARDS = 12
MOST_FAULTS = 4
MOST_LISTED = 5_000
"""Rows of the list on the page; the download has all of them."""


def show_problems(problems: Sequence[Problem], name: str) -> None:
    """Everything found: errors first, warnings apart, then the whole list; `name` tells files."""
    kinds = problem_kinds(problems)
    _cards([kind for kind in kinds if kind.severity == "error"])
    warnings = [kind for kind in kinds if kind.severity == "warning"]
    if warnings:
        count = sum(kind.problems for kind in warnings)
        with st.expander(f"{counted(count, 'warning')}, which {_stop(count)} the import"):
            _cards(warnings)
    if problems:
        _on_demand(f"The whole list: {totals(problems)}", problems, name)


def _stop(number: int) -> str:
    return "does not stop" if number == 1 else "do not stop"


def _cards(kinds: Sequence[ProblemKind]) -> None:
    for kind in kinds[:MOST_CARDS]:
        _card(kind)
    more = len(kinds) - MOST_CARDS
    if more > 0:
        st.caption(f"{counted(more, 'further kind')} of problem: see the whole list below.")


def _card(kind: ProblemKind) -> None:
    icon = ":material/error:" if kind.severity == "error" else ":material/warning:"
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{icon} **{md(kind.title)}**")
        st.caption(md(kind.where))
        for fault in kind.faults[:MOST_FAULTS]:
            st.markdown(_fault(fault))
        more = len(kind.faults) - MOST_FAULTS
        if more > 0:
            st.caption(f"{more:,} more like these: see the whole list below.")
        if kind.further:
            st.caption(md(kind.further))
        if kind.why:
            st.caption(f":material/help: {md(kind.why)}")


def _fault(fault: Fault) -> str:
    place = f"**{md(fault.place)}**  \n" if fault.place else ""
    return f"{place}{md(fault.message)} {md(fault.hint)}"


def problem_list(problems: Sequence[Problem], name: str) -> None:
    """The list of all problems, to sort and to download."""
    rows = problem_view(problems)
    if len(rows) > MOST_LISTED:
        st.caption(f"The first {MOST_LISTED:,} are shown; the download has all {len(rows):,}.")
    st.dataframe(
        rows.head(MOST_LISTED),
        hide_index=True,
        placeholder="",
        alt="Every problem with its file, row, whose row it is, column, value and what to do",
    )
    downloads(problem_table(problems), name)


def show_left_out(left_out: Sequence[Problem], held: Mapping[str, int], name: str) -> None:
    """What stays out if bad rows are left out: how much, why, and each row on demand."""
    st.markdown("\n".join(f"- {md(line)}" for line in left_out_lines(left_out, held)))
    _on_demand(f"Each of the {counted(len(left_out), 'row')}", left_out, name)


def _on_demand(title: str, problems: Sequence[Problem], name: str) -> None:
    """The list, made once somebody opens it: it may be long."""
    with st.expander(title, key=f"list {name}", on_change="rerun") as listed:
        if listed.open:
            problem_list(problems, name)
