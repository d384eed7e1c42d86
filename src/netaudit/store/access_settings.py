"""How long links and sessions last, and how long the access log is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import Connection, delete, insert, select

from netaudit.errors import NetauditError
from netaudit.store.access_log import KEPT_DAYS, Actor, note
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ACCESS_SETTING


@dataclass(frozen=True, kw_only=True)
class AccessSettings:
    """What is in force; `link_days` counts for links that are made from now on."""

    session_hours: int = 8
    link_days: int = 14
    log_days: int = KEPT_DAYS


LIMITS: Mapping[str, tuple[int, int]] = {
    "session_hours": (1, 24),
    "link_days": (1, 90),
    "log_days": (30, 3650),
}
"""The smallest and the largest number that each may be set to."""


def access_settings(ledger: Ledger) -> AccessSettings:
    """The settings of this workspace."""
    with ledger.reading() as connection:
        return settings_in(connection)


def settings_in(connection: Connection) -> AccessSettings:
    """The same within a transaction."""
    rows = connection.execute(select(ACCESS_SETTING.c.name, ACCESS_SETTING.c.value))
    known = {field.name for field in fields(AccessSettings)}
    return AccessSettings(**{name: value for name, value in rows if name in known})


def change(ledger: Ledger, name: str, value: int, by: Actor) -> None:
    """Sets one of them; NetauditError outside its limits."""
    least, most = LIMITS[name]
    if not least <= value <= most:
        raise NetauditError(
            f"{value} is not possible here.", f"It can be anything from {least} to {most}."
        )
    with ledger.writing() as connection:
        connection.execute(delete(ACCESS_SETTING).where(ACCESS_SETTING.c.name == name))
        connection.execute(insert(ACCESS_SETTING).values(name=name, value=value))
        note(connection, by, "set", what=f"{name} {value}")
