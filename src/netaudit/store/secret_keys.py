"""Random keys that a workspace keeps to itself, in its ledger."""

import secrets
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import SECRET_KEY

KeyName = Literal["session", "pseudonym", "erasure", "release"]
"""`session` signs cookies and may be renewed at any time. The others are kept: under another
`pseudonym` evaluators would meet everybody under a new code, by `erasure` somebody who was erased
is recognised in a later import, and by `release` whoever is in a figure that left the team."""


def secret_key(ledger: Ledger, name: KeyName) -> str:
    """64 hexadecimal digits, made at the first use."""
    with ledger.reading() as connection:
        value = _read(connection, name)
    if value is None:
        with ledger.writing() as connection:
            value = _read(connection, name) or _make(connection, name)
    return value


def renew(connection: Connection, name: KeyName) -> None:
    """Replaces the key: nothing that was signed with the earlier one counts any more."""
    connection.execute(delete(SECRET_KEY).where(SECRET_KEY.c.name == name))
    _make(connection, name)


def _read(connection: Connection, name: KeyName) -> str | None:
    return connection.scalar(select(SECRET_KEY.c.value).where(SECRET_KEY.c.name == name))


def _make(connection: Connection, name: KeyName) -> str:
    value = secrets.token_hex(32)
    connection.execute(insert(SECRET_KEY).values(name=name, value=value, made_at=now()))
    return value
