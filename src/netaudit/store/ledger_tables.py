"""The tables of the ledger. Times are in UTC; whoever did something is named as they signed in.

A length is given where something else keeps to it: codes of exports can be as long as they like.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from netaudit.store.clock import now

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
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("code", String(60), nullable=False),
    Column("revision", Integer, nullable=False, default=1),
    Column("words", String(120), nullable=False),
    Column("strength", String(600), nullable=False, default=""),
    Column("weakness", String(600), nullable=False, default=""),
    Column("is_retired", Boolean, nullable=False, default=False),
    Column("merged_into", String(60)),
    Column("changed_at", DateTime, nullable=False, default=now),
    Column("changed_by", Text, nullable=False, default=""),
    # Of two people who change one theme at the same time, the second is told.
    UniqueConstraint("code", "revision"),
    sqlite_autoincrement=True,
    comment="Every state a theme of the codebook was ever in; its latest revision is in force.",
)

THEME_CODING = Table(
    "theme_coding",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("writer_key", String(64), nullable=False, index=True),
    Column("text_key", String(64), nullable=False),
    Column("coder", String(200), nullable=False),
    Column("themes", JSON, nullable=False),
    Column("is_compared", Boolean, nullable=False, default=False),
    Column("coded_at", DateTime, nullable=False, default=now),
    # A number must not come again once a participant was forgotten.
    sqlite_autoincrement=True,
    comment="Every time somebody coded a strength or weakness; a coder's latest coding counts.",
)

ACCOUNT = Table(
    "account",
    METADATA,
    Column("email", String(200), primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("sessions_valid_after", DateTime),
    comment="Somebody who signs in; whoever signed in before sessions_valid_after is signed out.",
)

GRANTED = Table(
    "granted",
    METADATA,
    Column("email", String(200), primary_key=True),
    Column("role", String(20), primary_key=True),
    Column("cohort", Text, primary_key=True),
    Column("participant_id", Text, primary_key=True),
    Column("granted_by", Text, nullable=False),
    Column("granted_at", DateTime, nullable=False),
    comment="A role of an account in one cohort; an empty cohort stands for every cohort. Only the"
    " role participant names a participant.",
)

LINK = Table(
    "link",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("participant_id", Text, nullable=False, index=True),
    Column("cohort", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("expires_at", DateTime, nullable=False),
    Column("used_at", DateTime),
    Column("ended_at", DateTime),
    comment="A personal link, of whose token only the SHA-256 is kept, and the one session that it"
    " opens: ended_at is when the link was taken back or the session was left.",
)

ACCESS_LOG = Table(
    "access_log",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(20), nullable=False),
    Column("what", Text, nullable=False),
    Column("cohort", Text, nullable=False, index=True),
    Column("participant_id", Text, nullable=False, index=True),
    comment="Who looked at, took away or changed what. A participant is named as that person saw"
    " them: by the pseudonym where an evaluator looked.",
)

ACCESS_SETTING = Table(
    "access_setting",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
    comment="What an administrator set instead of store.access_settings' own numbers.",
)

SECRET_KEY = Table(
    "secret_key",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", String(64), nullable=False),
    Column("made_at", DateTime, nullable=False),
    comment="Random keys of this workspace, in hexadecimal.",
)

ERASURE = Table(
    "erasure",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("erased_at", DateTime, nullable=False),
    Column("erased_by", Text, nullable=False),
    Column("certificate", JSON, nullable=False),
    sqlite_autoincrement=True,
    comment="What was erased when, without a word about whom.",
)

ERASED = Table(
    "erased",
    METADATA,
    Column("mark", String(64), primary_key=True),
    Column("erased_at", DateTime, nullable=False),
    comment="Keyed hashes of participants and contacts who were erased: whoever comes again with a"
    " later import is recognised and left out.",
)

RETENTION = Table(
    "retention",
    METADATA,
    Column("cohort", Text, primary_key=True),
    Column("what", String(20), primary_key=True),
    Column("until", Date),
    Column("done_at", DateTime),
    comment="Until when the names of a cohort's contacts (labels), or everything about the cohort,"
    " are kept where somebody set a date, and when that was last acted on.",
)

FOLLOW_UP = Table(
    "follow_up",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("participant_id", Text, nullable=False, index=True),
    Column("cohort", Text, nullable=False),
    Column("status", String(10), nullable=False),
    Column("until", Date),
    Column("note", Text, nullable=False, default=""),
    Column("next_step", Text, nullable=False, default=""),
    Column("next_on", Date),
    Column("owner", Text, nullable=False, default=""),
    Column("reasons", JSON, nullable=False),
    Column("written_by", Text, nullable=False),
    Column("written_at", DateTime, nullable=False, default=now),
    # A number must not come again once a participant was forgotten.
    sqlite_autoincrement=True,
    comment="Every entry of a participant's follow-up: a note, the next step with its day, and how"
    " things stand from then on. The latest entry is in force; `reasons` are those that spoke for"
    " talking to the participant when it was written.",
)

PRIMARY_OUTCOMES = Table(
    "primary_outcomes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("cohort", Text, nullable=False, index=True),
    Column("outcomes", JSON, nullable=False),
    Column("chosen_by", Text, nullable=False),
    Column("chosen_at", DateTime, nullable=False),
    sqlite_autoincrement=True,
    comment="Every choice of the measures that a cohort was meant to move, each with its smallest"
    " change of interest; a cohort's latest choice is in force.",
)

RELEASE = Table(
    "release",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("cohort", Text, nullable=False),
    Column("wave", Text, nullable=False, index=True),
    Column("figures", JSON, nullable=False),
    Column("base", Integer, nullable=False),
    Column("people", JSON, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("released_at", DateTime, nullable=False),
    Column("released_by", Text, nullable=False),
    sqlite_autoincrement=True,
    comment="What left the team: the figures about a cohort (empty: all of them) at a wave (empty:"
    " about everybody enrolled), how many people they rest on, and of each of these a keyed hash"
    " with one of what they had answered. `fingerprint` says of which data.",
)

EVALUATION = Table(
    "evaluation",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("cohort", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("boxes", JSON, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("changed_at", DateTime, nullable=False, default=now),
    Column("changed_by", Text, nullable=False),
    UniqueConstraint("cohort", "revision"),
    sqlite_autoincrement=True,
    comment="Every state of a cohort's logic model, and of what was noted on each level of the"
    " evaluation; the latest revision is in force.",
)

HARVESTED = Table(
    "harvested",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("outcome", Integer, index=True),
    Column("cohort", Text, nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("happened_on", Date),
    Column("contribution", Text, nullable=False),
    Column("significance", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("substantiated_by", Text, nullable=False),
    Column("may_leave", Boolean, nullable=False),
    Column("is_set_aside", Boolean, nullable=False),
    Column("changed_at", DateTime, nullable=False, default=now),
    Column("changed_by", Text, nullable=False),
    UniqueConstraint("outcome", "revision"),
    # A number must not come again once an outcome was deleted.
    sqlite_autoincrement=True,
    comment="Every state of an outcome that somebody observed: who changed what, and what the"
    " programme had to do with it. `outcome` is the number of its first state.",
)

INTRODUCTION = Table(
    "introduction",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("cohort", Text, nullable=False),
    Column("participant_id", Text, nullable=False, index=True),
    Column("other_participant_id", Text, nullable=False, index=True),
    Column("step", String(20), nullable=False),
    Column("decided_at", DateTime, nullable=False, default=now),
    Column("decided_by", Text, nullable=False),
    Column("undone_at", DateTime),
    Column("undone_by", Text),
    # A number must not come again once a participant was forgotten.
    sqlite_autoincrement=True,
    comment="Every step of introducing two participants to each other, in the order of their codes;"
    " what was undone stays. Nothing is kept of why these two.",
)

ERASURE_WISH = Table(
    "erasure_wish",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("participant_id", Text, nullable=False, index=True),
    Column("cohort", Text, nullable=False),
    Column("asked_at", DateTime, nullable=False, default=now),
    Column("taken_back_at", DateTime),
    sqlite_autoincrement=True,
    comment="Participants who asked to be erased; their wishes go with them.",
)
