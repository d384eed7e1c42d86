"""The outcomes in which a participant is named, for what is held about them."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.evaluation.outcome_words import FIELDS
from netaudit.analysis.my_data import HeldTable
from netaudit.store.evaluation.naming import naming
from netaudit.store.ledger import Ledger
from netaudit.wording import known

NAMES = ("participant_id", "name", "email")
MEANING = (
    "One row per state of an outcome that your programme's team wrote down and in which your name,"
    " address or code stands."
)


def outcomes_naming(ledger: Ledger, held: Sequence[HeldTable]) -> tuple[HeldTable, ...]:
    """One table, or none: outcomes with a name that the table of participants has in `held`."""
    people = (table.rows for table in held if table.name == "participants")
    words = {
        str(cell)
        for rows in people
        for name in NAMES
        if name in rows
        for cell in rows[name]
        if known(cell)
    }
    with ledger.reading() as connection:
        found = naming(connection, words)
    if not found:
        return ()
    columns = {**{name: words.lower() for name, words in FIELDS.items()}, "changed_at": "when it"
               " was written, in UTC", "changed_by": "by whom"}  # fmt: skip
    return (
        HeldTable(
            name="outcomes_naming_you",
            meaning=MEANING,
            columns=columns,
            codes={},
            rows=pd.DataFrame(found)[list(columns)],
        ),
    )
