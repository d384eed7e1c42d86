"""What coordinators wrote: entries about somebody erased go, their names go from all others."""

from sqlalchemy import Connection, select, update

from netaudit.store import follow_ups
from netaudit.store.erasing.gone import Gone
from netaudit.store.erasing.name_patterns import without
from netaudit.store.ledger_tables import FOLLOW_UP

WRITTEN = ("note", "next_step")
"""What is written freely, and may name somebody."""


def count(connection: Connection, gone: Gone) -> int:
    """How many entries go or lose a name."""
    return follow_ups.count(connection, gone.participants) + len(_named(connection, gone))


def forget(connection: Connection, gone: Gone) -> None:
    """Every entry about them goes; in the others their names give way to `(erased)`."""
    follow_ups.forget(connection, gone.participants)
    for number, texts in _named(connection, gone).items():
        connection.execute(update(FOLLOW_UP).where(FOLLOW_UP.c.number == number).values(**texts))


def _named(connection: Connection, gone: Gone) -> dict[int, dict[str, str]]:
    """What is left of the entries about others that name them, by their number.

    A name that only one participant used for a contact is looked for in entries about that one.
    """
    columns = FOLLOW_UP.c
    wanted = select(columns.number, columns.participant_id, *(columns[one] for one in WRITTEN))
    found = {}
    for row in connection.execute(wanted).mappings():
        if row["participant_id"] in gone.participants:
            continue
        words = tuple(
            word for who, word in gone.words if who is None or who == row["participant_id"]
        )
        left = {name: without(row[name], words) for name in WRITTEN}
        if any(left[name] != row[name] for name in WRITTEN):
            found[int(row["number"])] = left
    return found
