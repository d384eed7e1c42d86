"""The four patterns of one participant at one wave: the list, their own view, how sure it is."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.patterns.words import (
    NOT_RATED,
    OWN_WORDS,
    STATE_WORDS,
    distance_words,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import OTHER, Voice, voice
from netaudit.definitions.guidance import guidance
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, known

TOGETHER = {
    ("watch", "high"): ("The list and you say the same.", "The list and the participant agree."),
    ("clear", "low"): ("The list and you say the same.", "The list and the participant agree."),
    ("watch", "low"): (
        "The list shows it and you do not see it so. Neither is wrong: the list counts, you know"
        " the people. Worth a talk.",
        "The list shows it, the participant does not see it so: something to talk about, no error.",
    ),
    ("clear", "high"): (
        "You feel it and the list does not show it. Neither is wrong: the list counts, you know"
        " the people. Worth a talk.",
        "The participant sees it, the list does not show it: something to talk about, no error.",
    ),
    ("not_enough_information", "high"): (
        "The list cannot tell, and you say that it fits. Your view counts.",
        "The list cannot tell; the participant says that it fits.",
    ),
    ("not_enough_information", "low"): (
        "The list cannot tell, and you say that it does not fit.",
        "The list cannot tell; the participant says that it does not fit.",
    ),
}
"""The list and the person's own rating beside each other: to the participant, and to others."""

DISTANCE_FOLLOWS = "; "
"""In the evidence of a list near the line, what comes after the last of these is the distance."""

UNRATED = (
    "You have not rated this one. A rating of your own would stand beside the list here.",
    "The participant has not rated this one.",
)


def patterns(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a pattern; `data` has pattern, display and own."""
    speaks = voice(viewer)
    rows = ask(database, viewer, "person_patterns", participant=participant).to_dict("records")
    now = {row["pattern"]: row for row in rows if row["wave"] == wave}
    shown = [now[pattern] for pattern in PATTERNS if pattern in now]
    table = pd.DataFrame(
        {
            "Pattern": [label("pattern", row["pattern"]) for row in shown],
            "Shown as": [_shown(row, speaks) for row in shown],
            "By the list": [STATE_WORDS[row["computed"]] for row in shown],
            "Own rating": [OWN_WORDS.get(row["own"], NOT_RATED) for row in shown],
            "Distance from the line": [distance_words(row) for row in shown],
            "What the list says": [_evidence(row, speaks) for row in shown],
            "Side by side": [_together(row, speaks) for row in shown],
            "What it would take": [_missing(row) for row in shown],
            "At other waves": [_elsewhere(rows, row["pattern"], wave) for row in shown],
        }
    )
    says_so = speaks.says("you say so", "the participant says so")
    return Finding(
        id=f"patterns_{participant}",
        headline=_headline(shown, wave),
        base=f"A pattern is on watch if the list meets its rule, or if {says_so}."
        " It opens a conversation; it is no verdict.",
        data=pd.DataFrame(shown, columns=["pattern", "display", "own"]),
        table=table,
        alternative="A table of the four patterns.",
    )


def _shown(row: dict[Any, Any], speaks: Voice) -> str:
    """The state with its basis: "Watch, by the list"."""
    words = STATE_WORDS[row["display"]]
    basis = {
        "list": "the list",
        "own": f"{speaks.whose} own rating",
        "both": f"the list and {speaks.whose} own rating",
    }
    return f"{words}, by {basis[row['basis']]}" if known(row["basis"]) else words


def _evidence(row: dict[Any, Any], speaks: Voice) -> str:
    """The counts behind the state; they are kept in the words for somebody else.

    How far the list is from turning is left to the distance, which says so in every case.
    """
    counts, *_ = str(row["evidence"]).rpartition(DISTANCE_FOLLOWS)
    said = f"{counts}." if row["is_borderline"] and counts else str(row["evidence"])
    return said.replace(OTHER.who, speaks.who)


def _together(row: dict[Any, Any], speaks: Voice) -> str:
    own = row["own"] if known(row["own"]) else None
    return speaks.says(*(UNRATED if own is None else TOGETHER[row["computed"], own]))


def _missing(row: dict[Any, Any]) -> str:
    """The answers without which the list cannot tell."""
    if row["computed"] != "not_enough_information":
        return NOTHING
    return guidance("pattern")[row["pattern"]]["takes"]


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
