"""The tables of the ledger. Times are in UTC; whoever did something is named as they signed in."""

from sqlalchemy import Column, DateTime, MetaData, String, Table, UniqueConstraint

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

THEME = Table(
    "theme",
    METADATA,
    Column("code", String(60), primary_key=True),
    Column("words", String(120), nullable=False),
    Column("meaning", String(600), nullable=False, default=""),
    Column("retired_at", DateTime),
    comment="The codebook for strengths and weaknesses; a retired code stays where it was given.",
)

THEME_CODING = Table(
    "theme_coding",
    METADATA,
    Column("participant_id", String(200), nullable=False),
    Column("wave", String(200), nullable=False),
    Column("item", String(20), nullable=False),
    Column("number", String(2), nullable=False),
    Column("coder", String(200), nullable=False),
    Column("theme", String(60), nullable=False),
    Column("coded_at", DateTime, nullable=False),
    UniqueConstraint("participant_id", "wave", "item", "number", "coder", "theme"),
    comment="One theme that one coder gave to one written strength or weakness.",
)
