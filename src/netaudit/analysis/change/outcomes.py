"""The measures that were chosen as primary outcomes, and whether that was before the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger
from netaudit.store.outcomes import Outcome, OutcomeChoice, outcome_choices
from netaudit.vocabulary import readable
from netaudit.wording import day, enumerated, known

NONE_CHOSEN = (
    "No primary outcome was chosen for this cohort, so every figure is exploratory: it shows where"
    " to look, and proves nothing."
)
NOT_THE_SAME = (
    "The cohorts have not the same primary outcomes, so that together every figure is exploratory."
)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The primary outcomes in force, plain values so that an answer can be kept.

    `since` is when these very outcomes were chosen, `first` when any were, in UTC and of several
    cohorts the latest. `differ` says that the cohorts looked at have not the same ones.
    """

    outcomes: tuple[Outcome, ...] = ()
    by: str = ""
    since: datetime | None = None
    first: datetime | None = None
    differ: bool = False

    def smallest(self, measure: str, attribute: str | None) -> float | None:
        """The smallest change that was chosen for a measure; None if it is not among them."""
        for one in self.outcomes:
            if (one.measure, one.attribute) == (measure, attribute):
                return one.smallest_change
        return None


NOBODY_CHOSE = Chosen()


def chosen(ledger: Ledger, cohorts: Sequence[str]) -> Chosen:
    """What is in force for one cohort, or for several if it is the same in all of them."""
    made = [outcome_choices(ledger, cohort) for cohort in cohorts]
    latest = [choices[-1] if choices else None for choices in made]
    told = {frozenset(one.outcomes) if one else frozenset() for one in latest}
    if len(told) > 1:
        return Chosen(differ=True)
    if not latest or latest[0] is None or not latest[0].outcomes:
        return NOBODY_CHOSE
    return Chosen(
        outcomes=latest[0].outcomes,
        by=enumerated(sorted({one.chosen_by for one in latest if one})),
        since=max(_since(choices) for choices in made),
        first=max(choices[0].chosen_at for choices in made),
    )


def _since(choices: Sequence[OutcomeChoice]) -> datetime:
    """When the outcomes in force were last chosen anew; the same ones again change nothing."""
    since = choices[-1].chosen_at
    for one in reversed(choices):
        if frozenset(one.outcomes) != frozenset(choices[-1].outcomes):
            break
        since = one.chosen_at
    return since


def chosen_in(ledger: Ledger, database: Database, viewer: Viewer, selection: Selection) -> Chosen:
    """The same for the cohort of a selection, or for every cohort of the programme in it."""
    if selection.cohort is not None:
        return chosen(ledger, [selection.cohort])
    cohorts = records(ask(database, viewer, "cohorts"))
    return chosen(ledger, [row["cohort"] for row in cohorts if row["arm"] == "programme"])


def timing(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, chosen: Chosen
) -> str:
    """When the primary outcomes were chosen, against the day the first wave's answers ended."""
    if chosen.differ:
        return NOT_THE_SAME
    if not chosen.outcomes or chosen.since is None:
        return NONE_CHOSEN
    on = chosen.since.date()
    by = f" by {chosen.by}" if viewer.audience == "team" else ""
    said = f"Primary outcomes chosen on {day(on)}{by}"
    closed = _last_day(database, viewer, selection, first)
    wave = readable(first).lower()
    if closed is None:
        return f"{said}. The audits at {wave} have no dates to set that against."
    if on <= closed:
        return f"{said}, before {wave} closed on {day(closed)}."
    changed = (
        f" Other outcomes had been chosen on {day(chosen.first.date())}."
        if chosen.first is not None and chosen.first < chosen.since
        else ""
    )
    return (
        f"{said}, after {wave} had closed on {day(closed)}: answers were there already when the"
        f" choice was made.{changed}"
    )


def _last_day(database: Database, viewer: Viewer, selection: Selection, wave: str) -> date | None:
    rows = ask(
        database, viewer, "change_flow", replace(selection, wave=None), first=wave, last=wave
    )
    days = rows.loc[rows["step"] == "wave", "last_day"]
    return days.iloc[0].date() if len(days) and known(days.iloc[0]) else None
