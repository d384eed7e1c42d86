"""Imports, undos and redos under way, and what the last one changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from netaudit.analysis.intake.changes import Totals, change, outcome, totals
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.engine.duckdb import Progress
from netaudit.errors import NetauditError
from netaudit.store.batch import ImportResult
from netaudit.store.own_cohorts import in_words
from netaudit.store.record import ImportRecord
from netaudit.ui import data
from netaudit.ui.intake.job import Job, watch
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.ui.pages import AUDIENCES
from netaudit.ui.sign_in import identity
from netaudit.ui.without_paths import without_paths
from netaudit.ui.workspace import workspace
from netaudit.wording import moment

UNDER_WAY, LAST, DROPS = "change under way", "last change", "drops made"
DROP, LIST, WHO = "Import", "Imports so far", "Who is who"
"""The parts of the page in which a change is begun, by their titles."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change of the workspace; `before` is what it held when the change began.

    `part` is the part of the page that it was begun in and that tells what came of it; `done` is
    what to say of a change that brings no result of its own.
    """

    title: str
    job: Job[ImportResult | None]
    before: Totals
    part: str
    done: str = ""


def may_import(viewer: Viewer) -> bool:
    """Whether somebody brings data in and sets them aside.

    An evaluator in some cohorts does not: answers that they change would tell whose code is whose.
    """
    return viewer.cohorts is None or viewer.role == "coordinator"


def imports_of(cohorts: Sequence[str]) -> str:
    """What somebody reads whose role holds in these cohorts alone."""
    return (
        f"Your role holds in {in_words(cohorts)}. Imports that are about other cohorts too are for"
        " those whose role holds in every cohort."
    )


def stored() -> Totals:
    """How much the workspace holds at this moment."""
    if workspace().is_empty:
        return Totals()
    return data.answer(totals, data.database(), data.viewer(), Selection())


def begin(
    title: str,
    work: Callable[[Progress], ImportResult | None],
    part: str,
    done: str = "",
    *,
    in_every_cohort: bool = True,
) -> None:
    """Starts a change, unless one of this visitor is under way already.

    Work that is open to coordinators of some cohorts too (`in_every_cohort` false) keeps to these
    itself.
    """
    everywhere = in_every_cohort or identity.viewer().role != "coordinator"
    identity.acting(*AUDIENCES["team"], in_every_cohort=everywhere)
    if UNDER_WAY not in st.session_state:
        forget()
        st.session_state[UNDER_WAY] = Change(
            title=title, job=Job(work), before=stored(), part=part, done=done
        )


def follow() -> None:
    """Shows the change under way until it has ended, then the page anew."""
    under_way: Change | None = st.session_state.get(UNDER_WAY)
    if under_way is not None:
        st.caption("It goes on even if you leave this page.")
        watch(under_way.job, under_way.title)
        del st.session_state[UNDER_WAY]
        st.session_state[LAST] = under_way
        st.rerun()


def tell(part: str) -> None:
    """What came of the last change, in the part of the page that it was begun in."""
    last: Change | None = st.session_state.get(LAST)
    if last is not None and last.part == part:
        _show(last)


def forget() -> None:
    """Says no more of the last change."""
    st.session_state.pop(LAST, None)


def _show(last: Change) -> None:
    try:
        result = last.job.result
    except NetauditError as error:
        sorry(error)
        return
    except Exception:
        # The page says that something went wrong; it must not go on saying so for ever.
        forget()
        raise
    if result is not None and result.already:
        already(result.record)
        return
    said = (
        last.done if result is None else f"Imported as {result.record.id}. {outcome(result.record)}"
    )
    st.success(f"{md(said)}  \n{md(change(last.before, stored()))}", icon=":material/check_circle:")
    if not workspace().is_empty:
        link("overview", "Open the overview")


def already(record: ImportRecord) -> None:
    """Says that an export counts already."""
    st.info(
        md(
            f"Nothing changed: this export was imported on {moment(record.imported_at)} as"
            f" {record.id}, and it still counts."
        ),
        icon=":material/done_all:",
    )


def sorry(error: NetauditError) -> None:
    """What stood in the way, and what to do about it."""
    said, hint = without_paths(error.message), without_paths(error.hint)
    st.error(f"{md(said)}  \n{md(hint)}", icon=":material/error:")
