"""The frame of a participant's own pages: theirs alone, at one of the waves they were asked at.

A page of this kind is a frame, questions to the analysis, and what they answer:

    from netaudit.analysis import person_patterns
    from netaudit.ui.figure import table
    from netaudit.ui.own_frame import own_frame

    own = own_frame("My network", "Who do I turn to, and how do they hang together?")
    patterns = own.ask(person_patterns.patterns, wave=own.at.wave)
    table(patterns.table, patterns.headline)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, TypeVar

import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.analysis.person import header
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.person.header import Person
from netaudit.analysis.person.waves import PersonWave
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.ui import address, data
from netaudit.ui.filters import choose
from netaudit.ui.frame import heading
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.vocabulary import readable
from netaudit.wording import day

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """Whose page it is, every audit that was due, and the one looked at; the participant looks."""

    database: Database
    viewer: Viewer
    person: Person
    waves: tuple[PersonWave, ...]
    at: PersonWave

    def ask(self, question: Callable[..., Answer], /, **parameters: Any) -> Answer:
        """What an analysis function answers about the participant who is looking."""
        return data.answer(
            question,
            self.database,
            self.viewer,
            EVERYTHING,
            participant=self.person.id,
            **parameters,
        )

    def link(self, page: str, words: str, **further: str) -> None:
        """A link to another own page, at the same wave; `further` goes along in the address."""
        link(page, words, {"wave": self.at.wave, **further})


def own_frame(title: str, question: str, *, wave: bool = True) -> OwnPage:
    """The first line of an own page; whoever was never asked anything is told so instead.

    `wave` says whether the page has the choice of the wave; without it the latest completed one
    is looked at.
    """
    viewer = heading(title, question, audience="participant")
    database = data.database()
    whose = {"participant": viewer.participant_id}
    try:
        shown = data.answer(header.person, database, viewer, EVERYTHING, **whose)
    except NetauditError:
        _not_here()
    waves = data.answer(person_waves.waves, database, viewer, EVERYTHING, **whose)
    if not waves:
        _not_here()
    at = _chosen_wave(waves) if wave else _latest(waves)
    facts = (shown.title, readable(shown.cohort), at.title, day(date.today()))
    st.caption(md(" · ".join(facts)))
    return OwnPage(database=database, viewer=viewer, person=shown, waves=waves, at=at)


def _not_here() -> NoReturn:
    st.info("No audit of yours is here yet. Once you have answered one, it shows here.")
    address.write()
    st.stop()


def _latest(waves: tuple[PersonWave, ...]) -> PersonWave:
    return next((one for one in reversed(waves) if one.is_completed), waves[-1])


def _chosen_wave(waves: tuple[PersonWave, ...]) -> PersonWave:
    latest = _latest(waves)
    if len(waves) == 1:
        return latest
    choices = [Choice(value=one.wave, words=one.title, is_default=one is latest) for one in waves]
    chosen = choose("Wave", "wave", choices)
    return next(one for one in waves if one.wave == chosen)
