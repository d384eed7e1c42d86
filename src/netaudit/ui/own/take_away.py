"""What a participant takes away: their report to print, and everything that is held about them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from netaudit.analysis.evaluation.naming import outcomes_naming
from netaudit.analysis.introductions.held import introductions_held
from netaudit.analysis.my_data import follow_up_notes, my_data, wish_notes
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.files import rendered
from netaudit.reports.my_data_file import my_data_archive
from netaudit.reports.person.report import person_report
from netaudit.store import follow_ups, introductions
from netaudit.store.erasing import wishes
from netaudit.store.held_imports import held_imports
from netaudit.store.matching import corrections
from netaudit.ui.downloads import file_name
from netaudit.ui.opened import taking_away
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asked for a file when the page was run, and what has to hold when it is made.

    A file is made after the page's run, when the session can no longer be asked.
    """

    viewer: Viewer
    participant: str
    wave: str
    may: Callable[[], bool]
    note: Callable[[], None]

    def check(self) -> None:
        """Notes that it is taken away; NetauditError where it is not theirs any more."""
        if not self.may():
            raise NetauditError("That is not open to you any more.", "Load the page again.")
        self.note()


def take_away(own: OwnPage) -> None:
    """The buttons at the foot of a participant's own pages."""
    section(
        "To print and keep",
        "Your pages on a few sheets, and all that is held about you",
        "The files hold names and words of yours: keep them where you keep letters.",
    )
    with st.container(horizontal=True):
        _button(own, "Report to print (PDF)", "report", ".pdf", "application/pdf", _report)
        _button(own, "Report to read (HTML)", "report", ".html", "text/html", _report)
        _button(own, "All my data (ZIP)", "my-data", ".zip", "application/zip", _data)


def _button(
    own: OwnPage,
    words: str,
    name: str,
    ending: str,
    mime: str,
    make: Callable[[Asked, str], bytes],
) -> None:
    asked = Asked(
        viewer=own.viewer,
        participant=own.person.id,
        wave=own.at.wave,
        may=partial(identity.still, identity.principal(), own.viewer),
        note=taking_away(f"{name}{ending}"),
    )
    st.download_button(
        words,
        partial(make, asked, ending),
        file_name=f"{file_name(name, {'wave': own.at.wave})}{ending}",
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"take away {name}{ending}",
    )


def _report(asked: Asked, ending: str) -> bytes:
    asked.check()
    report = person_report(
        workspace().current_database(),
        asked.viewer,
        participant=asked.participant,
        wave=asked.wave,
    )
    return rendered(report, ending)


def _data(asked: Asked, _: str) -> bytes:
    asked.check()
    here = workspace()
    tables = my_data(
        here.current_database(), asked.viewer, EVERYTHING, participant=asked.participant
    )
    notes = follow_up_notes(follow_ups.history(here.ledger, asked.participant))
    notes += wish_notes(wishes.of(here.ledger, asked.participant))
    imports = held_imports(here, asked.participant)
    named = outcomes_naming(here.ledger, tables)
    steps = introductions.steps(here.ledger, corrections.in_force(here.ledger))
    made = introductions_held(steps, asked.participant)
    return my_data_archive(asked.participant, (*tables, *notes, *named, *made), imports)
