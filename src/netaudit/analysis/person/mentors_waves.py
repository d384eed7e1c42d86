"""One participant's mentoring relationships wave beside wave: new, continued, ended and why."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.mentors_words import name
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, enumerated, known

TURNS = {
    "new": "New",
    "continued": "Continued",
    "ended": "Ended",
    "unmentioned": "Not told of any more",
    "over": "Over",
}
COUNTED = {
    "new": "new",
    "continued": "continued",
    "ended": "ended",
    "unmentioned": "not told of any more",
}


def side_by_side(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a relationship, one column a wave that answers on mentoring; empty with one wave."""
    turns = records(ask(database, viewer, "person_mentor_turns", participant=participant))
    told = records(ask(database, viewer, "person_mentors", participant=participant))
    answered = records(ask(database, viewer, "person_mentor_portfolio", participant=participant))
    waves = [row["wave"] for row in answered if row["is_known"]]
    identity = f"mentors_by_wave_{participant}"
    if len(waves) < 2 or not turns:
        return nothing_to_show(identity, "Mentoring has been asked at one wave so far", "")
    kinds = {row["relationship"]: name(row) for row in told}
    said = {(row["relationship"], row["wave"]): _turn(row) for row in turns}
    numbers = sorted({row["relationship"] for row in turns})
    columns = {"Relationship": [kinds[number] for number in numbers]}
    for one in waves:
        columns[readable(one)] = [said.get((number, one), NOTHING) for number in numbers]
    return Finding(
        id=identity,
        headline=_headline([row for row in turns if row["wave"] == wave], wave, waves),
        base="New and continued ones were open on the day of the audit. A dash: not told of.",
        data=pd.DataFrame(turns),
        table=pd.DataFrame(columns),
        alternative="A table of the mentoring relationships, one column a wave.",
    )


def _turn(row: dict[str, Any]) -> str:
    words = "Open" if row["turn"] == "new" and not known(row["before"]) else TURNS[row["turn"]]
    return f"{words}: {row['end_reason']}" if known(row["end_reason"]) else words


def _headline(turns: list[dict[str, Any]], wave: str, waves: list[str]) -> str:
    if wave not in waves:
        return f"Mentoring was not asked at {readable(wave).lower()}"
    if wave == waves[0]:
        return f"{readable(wave)} is the first wave at which you told of mentoring"
    number = {code: sum(row["turn"] == code for row in turns) for code in COUNTED}
    parts = [f"{n} {COUNTED[code]}" for code, n in number.items() if n]
    since = readable(waves[waves.index(wave) - 1]).lower()
    return f"Since {since}: {enumerated(parts)}" if parts else f"Since {since}: nothing has changed"
