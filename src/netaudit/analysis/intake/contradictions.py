"""Pairs of contacts about whom two things are said that do not go together."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.record import ImportRecord
from netaudit.vocabulary import readable
from netaudit.wording import counted, enumerated

KINDS = {
    "strangers_again": "Knew each other at the wave before, and do not now",
    "introduced_strangers": "Were introduced by the participant, and do not know each other",
}

IN_ONE_FILE = "contradicting_ties"
"""The check that finds two rows about one pair that do not go together."""


def contradictions(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How often what is stored of a pair contradicts itself, by cohort and wave."""
    rows = ask(database, viewer, "quality_tie_contradictions", selection)
    found, pairs = int(rows["contradictions"].sum()), int(rows["pairs"].sum())
    table = pd.DataFrame(
        {
            "Cohort": rows["cohort"],
            "Wave": [readable(wave) for wave in rows["wave"]],
            "Two contacts": [KINDS[kind] for kind in rows["kind"]],
            "Pairs": rows["contradictions"],
            "Of pairs compared": rows["pairs"],
            "Participants": rows["participants"],
        }
    )
    return Finding(
        id="quality-contradictions",
        headline=_headline(found, pairs),
        base=f"Base: {counted(pairs, 'comparison')} of what is said of a pair of contacts with what"
        " was said before, or with who introduced them.",
        data=rows,
        table=table[table["Pairs"] > 0].reset_index(drop=True),
        alternative="A table of contradictions by cohort, wave and kind.",
    )


def _headline(found: int, pairs: int) -> str:
    if not pairs:
        return "No pair of contacts was asked about twice, so nothing can contradict itself"
    if not found:
        return "Nothing that is said of pairs of contacts contradicts itself"
    return f"What is said of pairs of contacts contradicts itself {counted(found, 'time')}"


def left_out(records: Sequence[ImportRecord]) -> str:
    """Where rows of imports that contradicted each other were left out; blank where none were."""
    told = [
        f"{counted(number, 'row')} of {record.id}"
        for record in records
        if (number := sum(one.check == IN_ONE_FILE for one in record.left_out))
    ]
    return f"Left out, as they contradicted another row: {enumerated(told)}." if told else ""
