"""How far actions have come: by status, by their due dates, and from one wave to the next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.dates import JudgedOn, judged_on
from netaudit.analysis.cultivation.words import TO_DATE, listed
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES
from netaudit.wording import counted, of, share_of

STATUSES = {**VOCABULARIES["action_status"], "no_status": "Not answered"}
DUE = {
    "done_in_time": "Done in time",
    "done_later": "Done later",
    "done_some_day": "Done, day not known",
    "overdue": "Overdue",
    "past_dropped": "Dropped",
    "past_no_status": "Status not known",
}
"""What became of an action whose due date has passed; together all of them."""

ONLY_IF_THERE = ("no_status", "done_some_day", "past_no_status")
"""Gaps in the answers: shown where there are any."""

ANSWERED = "Base: actions of those who answered about actions at this wave."
OUTCOMES = {**STATUSES, "silent": "Not recorded again"}


def by_status(database: Database, viewer: Viewer, selection: Selection, *, today: date) -> Finding:
    """The actions in the plans by their last recorded status; for count_bars."""
    row, because, _ = _states(database, viewer, selection, today, "with_action")
    if because:
        return nothing_to_show(
            "actions_by_status", "How far the actions have come", ANSWERED, because
        )
    return _counted(
        "actions_by_status",
        _closed(row),
        f"Base: {counted(row['actions'], 'action')} of"
        f" {counted(row['with_action'], 'participant')}. {TO_DATE}",
        _there(STATUSES, row),
        "Status",
        row["actions"],
        "To drop an action can be as good a decision as to carry it through.",
    )


def by_due_date(
    database: Database, viewer: Viewer, selection: Selection, *, today: date
) -> Finding:
    """What became of the actions whose due date has passed; for count_bars."""
    row, because, judged = _states(database, viewer, selection, today, "with_past")
    if because:
        return nothing_to_show("actions_by_due_date", "Done by the due date", ANSWERED, because)
    return _counted(
        "actions_by_due_date",
        f"{of(row['done_in_time'], row['past'], 'actions')} whose due date has passed were done by"
        f" it; {_are(row['overdue'])} overdue",
        f"Base: {counted(row['past'], 'action')} of {counted(row['with_past'], 'participant')} with"
        f" a due date before {judged.words}. Besides these, {_are(row['not_yet_due'])} not due yet"
        f" and {_are(row['no_due_date'])} without a due date.",
        _there(DUE, row),
        "What became of it",
        row["past"],
        f"Overdue means that no answer up to then says it was done or dropped; it may have been."
        f"{_long_silent(row)}",
    )


def carried_over(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """What the wave says of the actions that were open at the one before; for count_bars."""
    chosen = at_one_wave(database, viewer, selection)
    row = records(ask(database, viewer, "cultivation_carried_over", chosen))[0]
    minimum = minimum_group(database, viewer)
    title = "What became of the actions open before"
    if not row["participants"]:
        because = "Nobody answered about actions at an earlier wave as well."
        return nothing_to_show("actions_carried_over", title, ANSWERED, because)
    if row["with_open"] < minimum:
        because = too_small(minimum, "participants with an action open before")
        return nothing_to_show("actions_carried_over", title, ANSWERED, because)
    return _counted(
        "actions_carried_over",
        f"{of(row['done'], row['actions'], 'actions')} that were open before are"
        f" done{at_wave(chosen.wave)}",
        f"Base: {counted(row['actions'], 'action')} of {counted(row['with_open'], 'participant')}"
        f" that were neither done nor dropped when they last answered. {row['participants']}"
        f" answered both times; {counted(row['begun'], 'action is', 'actions are')} new.",
        _there(OUTCOMES, row),
        "Now",
        row["actions"],
        "What is not recorded again may be done, dropped or forgotten: it is worth asking.",
    )


def _states(
    database: Database, viewer: Viewer, selection: Selection, today: date, base: str
) -> tuple[Row, str, JudgedOn]:
    judged = judged_on(database, viewer, selection, today=today)
    chosen = at_one_wave(database, viewer, selection)
    row = records(ask(database, viewer, "cultivation_states", chosen, as_of=judged.on))[0]
    minimum = minimum_group(database, viewer)
    who = "participants with an action"
    if base == "with_past":
        who += " whose due date has passed"
        if row["actions"] and not row["past"]:
            return row, f"No due date lies before {judged.words}.", judged
    return row, "" if row[base] >= minimum else too_small(minimum, who), judged


def _closed(row: Row) -> str:
    if not row["done"] and not row["dropped"]:
        return f"None of {counted(row['actions'], 'action')} is done or dropped so far"
    return f"{of(row['done'], row['actions'], 'actions')} are done and {row['dropped']} dropped"


def _are(number: int) -> str:
    return f"{number} {'is' if number == 1 else 'are'}"


def _there(words: Mapping[str, str], row: Row) -> dict[str, int]:
    """The counts by their words, without gaps in the answers where there are none."""
    shown = {name: said for name, said in words.items() if row[name] or name not in ONLY_IF_THERE}
    return {said: int(row[name]) for name, said in shown.items()}


def _long_silent(row: Row) -> str:
    if not row["overdue_before"]:
        return ""
    return f" {row['overdue_before']} of them were last recorded at an earlier wave."


def _counted(
    name: str,
    headline: str,
    base: str,
    counts: Mapping[str, int],
    first: str,
    whole: Any,
    caution: str,
) -> Finding:
    """A finding of actions counted by something, whose heading in the table is `first`."""
    return Finding(
        id=name,
        headline=headline,
        base=base,
        data=pd.DataFrame(
            [
                {"category": words, "count": count, "label": f"{count} of {whole}"}
                for words, count in counts.items()
            ]
        ),
        table=pd.DataFrame(
            [
                {first: words, "Actions": count, "Of": whole, "Share": share_of(count, whole)}
                for words, count in counts.items()
            ]
        ),
        alternative="Bars of actions: "
        + listed({words: of(count, whole) for words, count in counts.items()}),
        caution=caution,
    )
