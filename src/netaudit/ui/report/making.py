"""A report that is being made beside the page, and is kept for the session until it is outdated.

A report takes up to a minute of the processor, so this process makes one at a time: others wait
their turn, and pages stay quick.
"""

from dataclasses import dataclass, field
from functools import partial
from threading import Lock

import streamlit as st

from netaudit.analysis.viewer import AudienceName, Viewer
from netaudit.engine.duckdb import Progress
from netaudit.errors import NetauditError
from netaudit.reports.cohort.making import Made, make
from netaudit.reports.cohort.subject import subject
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger
from netaudit.ui.frame import View
from netaudit.ui.intake.job import Job, watch
from netaudit.ui.workspace import workspace

UNDER_WAY = "report under way"
_TURN = Lock()
_LOOK_AGAIN_SECONDS = 0.5


class Stopped(NetauditError):
    """Somebody did not want to wait any longer."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """What somebody wants: which cohorts, for whom, which sections, in which formats."""

    cohorts: tuple[str, ...]
    audience: AudienceName
    sections: tuple[str, ...]
    endings: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How many steps it takes."""
        return len(self.cohorts) * (len(self.sections) + len(self.endings))


@dataclass(kw_only=True)
class Making:
    """One order being carried out, as this viewer sees the data of this state."""

    order: Order
    viewer: Viewer
    database: Database
    ledger: Ledger
    done: int = 0
    words: str = "waiting for another report"
    is_stopped: bool = False
    job: Job[tuple[Made, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.job = Job(self._work)

    def _work(self, _: Progress) -> tuple[Made, ...]:
        while not _TURN.acquire(timeout=_LOOK_AGAIN_SECONDS):
            self._go_on()
        try:
            return tuple(self._made(cohort) for cohort in self.order.cohorts)
        finally:
            _TURN.release()

    def _made(self, cohort: str) -> Made:
        order = self.order
        about = subject(
            self.database, self.viewer, self.ledger, cohort=cohort, audience=order.audience
        )
        return make(about, order.sections, order.endings, partial(self._step, cohort))

    def _step(self, cohort: str, words: str) -> None:
        self._go_on()
        of = f"{cohort}: " if len(self.order.cohorts) > 1 else ""
        self.words = f"{of}{words[:1].lower()}{words[1:]}"
        self.done += 1

    def _go_on(self) -> None:
        if self.is_stopped:
            raise Stopped("The report was not finished.")

    def how_far(self, _: str) -> tuple[float, str]:
        """The share of the steps that are over, and what is being written."""
        return max(self.done - 1, 0) / self.order.steps, self.words


def begin(view: View, order: Order) -> None:
    """Begins to make it; what was being made for the session before is given up."""
    stop()
    st.session_state[UNDER_WAY] = Making(
        order=order, viewer=view.viewer, database=view.database, ledger=workspace().ledger
    )


def stop() -> None:
    """Gives up what is being made; for on_click."""
    making: Making | None = st.session_state.pop(UNDER_WAY, None)
    if making is not None:
        making.is_stopped = True


def current(viewer: Viewer) -> Making | None:
    """What the session has made or is making, if it is this viewer's."""
    making: Making | None = st.session_state.get(UNDER_WAY)
    if making is None or making.viewer != viewer:
        return None
    return making


def wait_for(making: Making) -> None:
    """Shows how far it is until it is done, with a way to give up."""
    if making.job.is_done:
        return
    with st.container(border=True):
        st.caption("It goes on even if you look at another page meanwhile.")
        st.button("Stop", key="stop report", on_click=stop)
        watch(making.job, "Writing the report", making.how_far)
    st.rerun()
