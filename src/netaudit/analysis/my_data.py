"""Everything held about one participant, to take away: for that participant and nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.errors import NetauditError
from netaudit.schema import TABLES, Column
from netaudit.store.database import Database
from netaudit.store.erasing.wishes import Wish
from netaudit.store.follow_ups import FollowUp
from netaudit.vocabulary import VOCABULARIES

Meanings = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class HeldTable:
    """One table: what a row is, what its columns mean and which words their codes stand for."""

    name: str
    meaning: str
    columns: Meanings
    codes: Mapping[str, Meanings]
    rows: pd.DataFrame


COMPUTED_MEANINGS: dict[str, tuple[str, Meanings]] = {
    "contact_attributes": (
        "One row per further question that your programme asked about a contact.",
        {
            "participant_id": "your code",
            "wave": "the wave of the audit",
            "contact_id": "the contact",
            "attribute": "the question",
            "category": "the answer, as a code",
        },
    ),
    "measures": (
        "One row per figure computed from your answers.",
        {
            "wave": "the wave of the audit",
            "measure": "the figure; its code is explained below",
            "attribute": "what it was computed for, where it is computed for several things",
            "value": "the value; blank where your answers do not give one",
        },
    ),
    "patterns": (
        "One row per pattern and wave.",
        {
            "wave": "the wave of the audit",
            "pattern": "the pattern",
            "computed": "what your list says",
            "own": "what your own rating says: high for 3 and 4, low for 1 and 2",
            "display": "what is shown",
            "basis": "whether the list, your own rating or both say so",
            "gap": "how many contacts would have to answer differently for the list to turn",
            "gap_pairs": "the same in pairs of contacts",
            "evidence": "what the list says, in a sentence",
        },
    ),
}


FOLLOW_UP_MEANINGS: Meanings = {
    "written_at": "when it was written (UTC)",
    "status": "open, done, or snoozed: to be taken up again later",
    "until": "the day until which it was snoozed",
    "note": "the note",
    "next_step": "what was to happen next",
    "next_on": "on which day",
    "reasons": "what spoke for talking to you then, with the wave whose answers said so",
}


def my_data(
    database: Database, viewer: Viewer, _: Selection, *, participant: str
) -> tuple[HeldTable, ...]:
    """The tables that hold something about the participant; what was given, then what follows.

    NetauditError for whoever is not that participant.
    """
    if viewer.role != "participant" or viewer.participant_id != participant:
        raise NetauditError("Only a participant can take away what is held about them.")
    return tuple(
        table
        for name in (*TABLES, *COMPUTED_MEANINGS)
        if len((table := _held(database, viewer, name, participant)).rows)
    )


def follow_up_notes(entries: Sequence[FollowUp]) -> tuple[HeldTable, ...]:
    """What the programme team wrote of the participant, oldest first; no table for nothing."""
    if not entries:
        return ()
    rows = [
        {
            "written_at": f"{one.written_at:%Y-%m-%d %H:%M}",
            "status": one.status,
            "until": one.until,
            "note": one.note,
            "next_step": one.next_step,
            "next_on": one.next_on,
            "reasons": "|".join(one.reasons),
        }
        for one in sorted(entries, key=lambda entry: entry.number)
    ]
    return (
        HeldTable(
            name="follow_up",
            meaning="One row per note that your programme team made to stay in touch with you.",
            columns=FOLLOW_UP_MEANINGS,
            codes={},
            rows=pd.DataFrame(rows),
        ),
    )


def wish_notes(wish: Wish | None) -> tuple[HeldTable, ...]:
    """The participant's own wish to be erased; no table for nothing."""
    if wish is None:
        return ()
    return (
        HeldTable(
            name="wish_to_be_erased",
            meaning="Your wish to be erased, until it is met or you take it back.",
            columns={"asked_at": "when you asked (UTC)"},
            codes={},
            rows=pd.DataFrame([{"asked_at": f"{wish.asked_at:%Y-%m-%d %H:%M}"}]),
        ),
    )


def _held(database: Database, viewer: Viewer, name: str, participant: str) -> HeldTable:
    rows = ask(database, viewer, f"my_data_{name}", participant=participant)
    if name in TABLES:
        table = TABLES[name]
        return HeldTable(
            name=name,
            meaning=table.meaning,
            columns={column.name: column.meaning for column in table.columns},
            codes={c.name: codes for c in table.columns if (codes := _codes(c))},
            rows=rows,
        )
    meaning, columns = COMPUTED_MEANINGS[name]
    return HeldTable(
        name=name, meaning=meaning, columns=columns, codes=_computed_codes(name), rows=rows
    )


def _codes(column: Column) -> Meanings:
    return VOCABULARIES[column.vocabulary] if column.vocabulary else {}


def _computed_codes(name: str) -> Mapping[str, Meanings]:
    if name == "measures":
        return {
            "measure": {
                measure.id: f"{measure.title}. {' '.join(measure.how_it_is_calculated.split())}"
                for measure in registry.measures().values()
            }
        }
    return {"pattern": VOCABULARIES["pattern"]} if name == "patterns" else {}
