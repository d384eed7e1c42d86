"""Who answered the questions for reflection, and who wrote strengths and weaknesses: people only.

What they wrote is theirs: it is read here for nobody.
"""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.words import listed, people_bars, withheld_because
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.wording import counted, of, share_of

KINDS = {
    "question": ("reflection questions", "reflection_question"),
    "preparation": ("preparation questions", "preparation_question"),
}
"""The kinds of questions: their words, and the file that says what each asks."""

SHORT = {
    "question": (
        "My people",
        "Chances to meet",
        "Who helps with what",
        "Mentors not yet known",
        "Through whom",
        "Groups to join",
        "First step",
    ),
    "preparation": ("Hopes", "Occasion", "Whom I look for", "What I bring"),
}
"""What each question is about, in the order of its number; the table has its words."""

WRITTEN = {
    "with_strength": "A strength",
    "with_weakness": "A weakness",
    "with_both": "Both",
    "with_neither": "Neither",
}
NO_BASE = "Base: those who completed the audit."
PRIVATE = "The answers are the participants' own and are not shown here; to leave one out is fine."


def questions(database: Database, viewer: Viewer, selection: Selection, *, kind: str) -> Finding:
    """How many answered each question of one of KINDS; for share_bars."""
    words, texts = KINDS[kind]
    chosen = at_one_wave(database, viewer, selection)
    found = ask(database, viewer, "cultivation_questions", chosen)
    rows = records(found[found["item"] == kind])
    whole = int(rows[0]["asked"]) if rows else 0
    because = withheld_because(whole, minimum_group(database, viewer), words)
    if because:
        return nothing_to_show(f"{kind}s_answered", words.capitalize(), NO_BASE, because)
    asks = guidance(texts)
    names = {row["number"]: SHORT[kind][row["number"] - 1] for row in rows}
    return Finding(
        id=f"{kind}s_answered",
        headline=f"{of(rows[0]['any_answered'], whole, 'participants')} answered at least one of"
        f" the {words}{at_wave(chosen.wave)}",
        base=f"Base: {counted(whole, 'participant')} who completed the audit. {PRIVATE}",
        data=pd.DataFrame([_bar(row, names[row["number"]]) for row in rows]),
        table=pd.DataFrame([_line(row, asks[str(row["number"])]["asks"]) for row in rows]),
        alternative="Bars of participants who answered: "
        + listed({names[row["number"]]: of(row["answered"], whole) for row in rows}),
    )


def _bar(row: Row, words: str) -> dict[str, Any]:
    return {
        "category": words,
        "share": row["share"],
        "label": f"{row['answered']} of {row['asked']}",
    }


def _line(row: Row, asks: str) -> dict[str, Any]:
    return {
        "Question": row["number"],
        "What it asks": asks,
        "Participants": row["answered"],
        "Completed": row["asked"],
        "Share": share_of(row["answered"], row["asked"]),
    }


def written(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many wrote down a strength, a weakness, both or neither; for share_bars."""
    chosen = at_one_wave(database, viewer, selection)
    row = records(ask(database, viewer, "cultivation_written", chosen))[0]
    whole = row["participants"]
    because = withheld_because(whole, minimum_group(database, viewer), "strengths and weaknesses")
    if because:
        return nothing_to_show("written", "Strengths and weaknesses", NO_BASE, because)
    return people_bars(
        "written",
        row,
        WRITTEN,
        headline=f"{of(row['with_both'], whole, 'participants')} wrote down both strengths and"
        f" weaknesses{at_wave(chosen.wave)}",
        base=f"Base: {counted(whole, 'participant')} who completed the audit. Up to three of each"
        " can be written down.",
        first="Wrote down",
        caution="What they wrote is theirs and is not shown here.",
    )
