"""Every participant and pattern of a wave: what is shown, why, how near the line, since when."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Finding
from netaudit.analysis.list_names import name_column
from netaudit.analysis.patterns.words import (
    NOT_RATED,
    STATE_MARKS,
    STATE_WORDS,
    distance_amounts,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, known, of

ALL = "all"
JUDGED = ("watch", "clear")
"""The states for which there is enough information."""

BASES = {"list": "List", "own": "Own rating", "both": "List and own rating"}

SHORT_WORDS = {"not_enough_information": "Not known"}
"""What stands in a column where the whole words would not fit."""

OWN = {"high": "Yes", "low": "No"}
EVIDENCE = "What the list says"


def _choices(everything: str, words: dict[str, str]) -> tuple[Choice, ...]:
    return (
        Choice(value=ALL, words=everything, is_default=True),
        *(Choice(value=value, words=said) for value, said in words.items()),
    )


PATTERN_CHOICES = _choices("All four", {name: label("pattern", name) for name in PATTERNS})
STATE_CHOICES = _choices("Any", STATE_WORDS)
BASIS_CHOICES = _choices("Any", BASES)
TURN_CHOICES = (
    Choice(value=ALL, words="Any", is_default=True),
    Choice(value="new", words="New on watch"),
    Choice(value="gone", words="No longer on watch"),
    Choice(value="same", words="As before"),
)
SORT_CHOICES = (
    Choice(value="participant", words="Participant", is_default=True),
    Choice(value="distance", words="Nearest to the line"),
    Choice(value="new", words="New on watch first"),
)
UNKNOWN = "unknown"
"""Stands for the organisation of whoever has none recorded."""

NO_ANSWER = "·"
"""The mark of a wave that a participant did not answer."""


def offered(
    database: Database, viewer: Viewer, selection: Selection
) -> dict[str, tuple[Choice, ...]]:
    """What the list can be narrowed and ordered by, by the names of pattern_list's parameters."""
    rows = _rows(database, viewer, selection)
    held = sorted({_organisation(one) for one in rows["organisation"]})
    organisations = {one: "Not known" if one == UNKNOWN else readable(one) for one in held}
    return {
        "pattern": PATTERN_CHOICES,
        "state": STATE_CHOICES,
        "turn": TURN_CHOICES,
        "organisation": _choices("All", organisations),
        "basis": BASIS_CHOICES,
        "sort": SORT_CHOICES,
    }


def _rows(database: Database, viewer: Viewer, selection: Selection) -> pd.DataFrame:
    everyone = replace(selection, wave=None)
    return ask(database, viewer, "pattern_list", everyone, now=selection.wave)


def _organisation(cell: Any) -> str:
    return str(cell) if known(cell) else UNKNOWN


def pattern_list(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    pattern: str = ALL,
    state: str = ALL,
    turn: str = ALL,
    organisation: str = ALL,
    basis: str = ALL,
    sort: str = "participant",
) -> Finding:
    """One row a participant and pattern; `data` has participant_id, row by row as `table`.

    What the further parameters may be is what `offered` gives.
    """
    rows = _rows(database, viewer, selection)
    rows["held_by"] = [_organisation(one) for one in rows["organisation"]]
    if organisation != ALL:
        rows = rows[rows["held_by"] == organisation]
    base = _base(rows, pattern, state)
    for column, wanted in (("pattern", pattern), ("display", state), ("basis", basis)):
        if wanted != ALL:
            rows = rows[rows[column] == wanted]
    if turn != ALL:
        rows = rows[_has_turned(rows, turn)]
    rows = _sorted(rows, sort)
    found = rows["participant_id"].nunique()
    return Finding(
        id="pattern_list",
        headline=_headline(found, base, selection.wave, pattern, state, turn, basis),
        base="One row for each participant and pattern. Choose one to open the person. The list and"
        " the own rating are shown side by side; to change what the list says, so much would have"
        " to be different.",
        data=rows[["participant_id", "pattern", "display", "distance"]].reset_index(drop=True),
        table=_table(rows.to_dict("records")).drop(columns=_constant(pattern, state, basis)),
        alternative="A table of participants and patterns: what is shown, on what basis, the own"
        " rating, how many contacts different could change it, and the other waves.",
    )


def _has_turned(rows: pd.DataFrame, turn: str) -> pd.Series:
    if turn == "new":
        return rows["is_new"]
    if turn == "same":
        return rows["before"] == rows["display"]
    return (rows["before"] == "watch") & (rows["display"] != "watch")


def _sorted(rows: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "distance":
        return rows.sort_values("distance", kind="stable", na_position="last")
    if sort == "new":
        return rows.sort_values("is_new", kind="stable", ascending=False)
    return rows


def _base(rows: pd.DataFrame, pattern: str, state: str) -> int:
    """How many people the figure counts that leads to the list: the same as on its card."""
    if pattern != ALL:
        rows = rows[rows["pattern"] == pattern]
    if state in JUDGED:
        rows = rows[rows["display"].isin(JUDGED)]
    return int(rows["participant_id"].nunique())


def _constant(pattern: str, state: str, basis: str) -> list[str]:
    """The columns that say the same in every row, and that the filters say already."""
    chosen = {"Pattern": pattern, "Shown as": state, "Basis": basis}
    return [column for column, choice in chosen.items() if choice != ALL]


def _headline(
    found: int, base: int, wave: str | None, pattern: str, state: str, turn: str, basis: str
) -> str:
    when = at_wave(wave)
    which = label("pattern", pattern) if pattern != ALL else "all four patterns"
    if state == turn == basis == ALL:
        return f"{counted(base, 'participant')}{when}: {which}"
    narrowed = (
        which if pattern != ALL else "a pattern",
        STATE_WORDS[state].lower() if state != ALL else "",
        next(one.words.lower() for one in TURN_CHOICES if one.value == turn) if turn != ALL else "",
        f"by {BASES[basis].lower()}" if basis != ALL else "",
    )
    noun = "participants with enough information" if state in JUDGED else "participants"
    return f"{of(found, base, noun)}{when}: {', '.join(filter(None, narrowed))}"


def _table(rows: list[dict[Any, Any]]) -> pd.DataFrame:
    columns = {
        **name_column(rows),
        "Pattern": [label("pattern", row["pattern"]) for row in rows],
        "Shown as": [_marked(row["display"]) for row in rows],
        "List": [_marked(row["computed"]) for row in rows],
        "Own rating": [OWN.get(row["own"], NOT_RATED) for row in rows],
        "Waves": [_every_wave(row) for row in rows],
        "Since": [_since(row) for row in rows],
        EVIDENCE: [row["evidence"] for row in rows],
        "To change it": [_near(row) for row in rows],
        "Basis": [BASES.get(row["basis"], NOTHING) for row in rows],
        "Organisation": [
            readable(row["organisation"]) if known(row["organisation"]) else NOTHING for row in rows
        ],
        "Code": [row["participant_id"] for row in rows],
    }
    return pd.DataFrame(columns)


def _near(row: dict[Any, Any]) -> str:
    return f"{distance_amounts(row)} (close)" if row["is_borderline"] else distance_amounts(row)


def _marked(state: str) -> str:
    return f"{STATE_MARKS[state]} {SHORT_WORDS.get(state, STATE_WORDS[state])}"


def _since(row: dict[Any, Any]) -> str:
    """What changed against the participant's completed wave before."""
    before, now = row["before"], row["display"]
    if not known(before):
        return "First wave"
    if before == now:
        return "As before"
    if before == "not_enough_information":
        return "New, not known before" if now == "watch" else "Not known before"
    if now == "not_enough_information":
        return f"Before: {STATE_WORDS[before].lower()}"
    return "New" if now == "watch" else "No longer on watch"


def _every_wave(row: dict[Any, Any]) -> str:
    """A mark a wave, those without an answer too, so that marks of people stand in line."""
    return " ".join(STATE_MARKS[state] if known(state) else NO_ANSWER for state in row["states"])
