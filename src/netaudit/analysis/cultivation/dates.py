"""The day as of which the actions of a plan are judged."""

from dataclasses import dataclass, replace
from datetime import date

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import day, known


@dataclass(frozen=True, kw_only=True)
class JudgedOn:
    """The day as of which actions are overdue, and what day that is, in words."""

    on: date
    words: str


def judged_on(database: Database, viewer: Viewer, selection: Selection, *, today: date) -> JudgedOn:
    """The cohort's last audit up to the wave; `today` where no audit says when it was completed."""
    chosen = at_one_wave(database, viewer, selection)
    found = ask(
        database, viewer, "cultivation_last_day", replace(chosen, wave=None), now=chosen.wave
    )
    last = found["last_day"].iloc[0]
    if not known(last):
        return JudgedOn(on=today, words=f"today, {day(today)}, since no audit is dated")
    on = last.date()
    up_to = f" up to {readable(chosen.wave).lower()}" if chosen.wave else ""
    return JudgedOn(on=on, words=f"{day(on)}, the day of the cohort's last audit{up_to}")
