"""The tables of the ledger that hold who is who, as decided; what was undone stays."""

from sqlalchemy import Boolean, Column, DateTime, Integer, Table, Text

from netaudit.store.clock import now
from netaudit.store.ledger_tables import METADATA


def _decided() -> tuple[Column[object], ...]:
    """Who decided when, and who took that back when."""
    return (
        Column("decided_at", DateTime, nullable=False, default=now),
        Column("decided_by", Text, nullable=False),
        Column("undone_at", DateTime),
        Column("undone_by", Text),
    )


CORRECTION = Table(
    "correction",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("code", Text, nullable=False, index=True),
    Column("meant", Text, nullable=False, index=True),
    Column("is_accepted", Boolean, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("cohort", Text, nullable=False, default=""),
    *_decided(),
    # A number must not come again once a participant was forgotten.
    sqlite_autoincrement=True,
    comment="Whether a participant's code stands for another one, as somebody decided.",
)

CONTACT_MATCH = Table(
    "contact_match",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("participant_id", Text, nullable=False, index=True),
    Column("contact_id", Text, nullable=False),
    Column("other_participant_id", Text, nullable=False, index=True),
    Column("other_contact_id", Text, nullable=False),
    Column("is_same", Boolean, nullable=False),
    *_decided(),
    sqlite_autoincrement=True,
    comment="Whether contacts of two participants are one person, as somebody decided.",
)
