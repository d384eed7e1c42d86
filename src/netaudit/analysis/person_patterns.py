"""The four patterns of one participant at one wave: the list, their own view, how sure it is."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.pattern_words import (
    NOT_RATED,
    OWN_WORDS,
    STATE_WORDS,
    distance_words,
    shown_words,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING


def patterns(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a pattern; `data` has pattern, display and own."""
    rows = ask(database, viewer, "person_patterns", participant=participant).to_dict("records")
    now = {row["pattern"]: row for row in rows if row["wave"] == wave}
    shown = [now[pattern] for pattern in PATTERNS if pattern in now]
    table = pd.DataFrame(
        {
            "Pattern": [label("pattern", row["pattern"]) for row in shown],
            "Shown as": [shown_words(row) for row in shown],
            "By the list": [STATE_WORDS[row["computed"]] for row in shown],
            "Own rating": [OWN_WORDS.get(row["own"], NOT_RATED) for row in shown],
            "Distance from the line": [distance_words(row) for row in shown],
            "What the list says": [row["evidence"] for row in shown],
            "At other waves": [_elsewhere(rows, row["pattern"], wave) for row in shown],
        }
    )
    return Finding(
        id=f"patterns_{participant}",
        headline=_headline(shown, wave),
        base="A pattern is on watch if the list meets its rule, or if the participant says so."
        " It opens a conversation; it is no verdict.",
        data=pd.DataFrame(shown, columns=["pattern", "display", "own"]),
        table=table,
        alternative="A table of the four patterns.",
    )


def _headline(shown: list[dict[Any, Any]], wave: str) -> str:
    when = readable(wave).lower()
    watched = [label("pattern", row["pattern"]) for row in shown if row["display"] == "watch"]
    known_ones = [row for row in shown if row["display"] != "not_enough_information"]
    if not known_ones:
        return f"Not enough information for any pattern at {when}"
    if watched:
        return f"On watch at {when}: {', '.join(watched)}"
    return f"No pattern on watch at {when}, of {len(known_ones)} with enough information"


def _elsewhere(rows: list[dict[Any, Any]], pattern: str, wave: str) -> str:
    said = [
        f"{STATE_WORDS[row['display']].lower()} at {readable(row['wave']).lower()}"
        for row in rows
        if row["pattern"] == pattern and row["wave"] != wave
    ]
    return ", ".join(said).capitalize() or NOTHING
