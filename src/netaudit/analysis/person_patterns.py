"""The four patterns of one participant at one wave: the list, their own view, how sure it is."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.wording import NOTHING, counted, known
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable

STATE_WORDS = {
    "watch": "Watch",
    "clear": "Clear",
    "not_enough_information": "Not enough information",
}
BASIS_WORDS = {
    "list": "the list",
    "own": "the participant's own rating",
    "both": "the list and the own rating",
}
OWN_WORDS = {"high": "Yes, quite or very much", "low": "No, or only a little"}
NOT_RATED = "Not rated"


def patterns(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a pattern; `data` has pattern and display."""
    rows = ask(database, viewer, "person_patterns", participant=participant).to_dict("records")
    now = {row["pattern"]: row for row in rows if row["wave"] == wave}
    shown = [now[pattern] for pattern in PATTERNS if pattern in now]
    table = pd.DataFrame(
        {
            "Pattern": [label("pattern", row["pattern"]) for row in shown],
            "Shown as": [_shown(row) for row in shown],
            "By the list": [STATE_WORDS[row["computed"]] for row in shown],
            "Own rating": [OWN_WORDS.get(row["own"], NOT_RATED) for row in shown],
            "Distance from the line": [_distance(row) for row in shown],
            "What the list says": [row["evidence"] for row in shown],
            "At other waves": [_elsewhere(rows, row["pattern"], wave) for row in shown],
        }
    )
    return Finding(
        id=f"patterns_{participant}",
        headline=_headline(shown, wave),
        base="A pattern is on watch if the list meets its rule, or if the participant says so."
        " It opens a conversation; it is no verdict.",
        data=pd.DataFrame(shown, columns=["pattern", "display"]),
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


def _shown(row: dict[Any, Any]) -> str:
    words = STATE_WORDS[row["display"]]
    return f"{words}, by {BASIS_WORDS[row['basis']]}" if known(row["basis"]) else words


def _distance(row: dict[Any, Any]) -> str:
    """How much would have to be different for the list to say something else."""
    parts = [
        counted(int(row[name]), noun)
        for name, noun in (("gap", "contact"), ("gap_pairs", "pair"))
        if known(row[name])
    ]
    if not parts:
        return NOTHING
    joined = (" or " if row["computed"] == "watch" else " and ").join(parts)
    near = ", so it is close" if row["is_borderline"] else ""
    return f"{joined} different would change it{near}"


def _elsewhere(rows: list[dict[Any, Any]], pattern: str, wave: str) -> str:
    said = [
        f"{STATE_WORDS[row['display']].lower()} at {readable(row['wave']).lower()}"
        for row in rows
        if row["pattern"] == pattern and row["wave"] != wave
    ]
    return ", ".join(said).capitalize() or NOTHING
