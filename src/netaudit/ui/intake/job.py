"""Work that goes on beside the page, so that it ends whatever its visitor does meanwhile.

Streamlit stops a page's script as soon as something else is clicked; an import must not stop.
"""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from functools import cache
from threading import Thread
from typing import Generic, TypeVar

import streamlit as st

from netaudit.definitions import registry
from netaudit.engine.duckdb import Progress
from netaudit.ui.markdown import md

Result = TypeVar("Result")

HowFar = Callable[[str], tuple[float, str]]
"""How far a step is, from 0 to 1, and what people call it."""

LOOK_AGAIN_SECONDS = 0.2


class Job(Generic[Result]):
    """One piece of work in a thread of its own; `step` is what it says it is doing."""

    def __init__(self, work: Callable[[Progress], Result]) -> None:
        self.step = "starting"
        self._outcome: Future[Result] = Future()
        # A server that is stopped does not wait for it: the workspace outlives interrupted writers.
        Thread(target=self._run, args=(work,), daemon=True).start()

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._outcome.done()

    @property
    def result(self) -> Result:
        """What came of it, once it is done; raises what it raised."""
        return self._outcome.result()

    def wait(self) -> None:
        """Returns when it is done, or after a moment."""
        try:
            self._outcome.exception(timeout=LOOK_AGAIN_SECONDS)
        except NotYet:
            return

    def _run(self, work: Callable[[Progress], Result]) -> None:
        try:
            self._outcome.set_result(work(self._note))
        except BaseException as error:
            self._outcome.set_exception(error)

    def _note(self, step: str) -> None:
        self.step = step


def watch(job: "Job[Result]", title: str, how_far: HowFar | None = None) -> None:
    """Shows how far the work is until it has ended; without `how_far` it is an import's."""
    if job.is_done:
        return
    bar = st.progress(0.0, text=md(title))
    while not job.is_done:
        share, words = (how_far or _progress)(job.step)
        bar.progress(share, text=md(f"{title}: {words}"))
        job.wait()
    bar.empty()


def _progress(step: str) -> tuple[float, str]:
    """How far a step is, from 0 to 1, and what people call it."""
    checks, computed = _steps()
    if step in checks:
        return 0.1 + 0.3 * checks[step], "checking every row"
    # Patterns are computed a second time, as "echo_chamber at other cut-offs".
    name = step.split(" ")[0]
    if name in computed:
        return 0.5 + 0.5 * computed[name], "computing the figures"
    return (0.45 if step == "putting the imports together" else 0.05), step


@cache
def _steps() -> tuple[dict[str, float], dict[str, float]]:
    checks = [check.title for check in registry.checks().values()]
    computed = [
        *registry.stages(), *registry.measures(), *registry.patterns(), *registry.results()
    ]  # fmt: skip
    return (
        {title: place / len(checks) for place, title in enumerate(checks)},
        {name: place / len(computed) for place, name in enumerate(computed)},
    )
