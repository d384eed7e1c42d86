"""Accounts and the roles they were given, each in one cohort or in all.

An account is a verified e-mail address: what somebody may do hangs on it alone, and is looked up
anew whenever they ask for anything.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, and_, delete, insert, select, update

from netaudit.errors import NetauditError
from netaudit.store import secret_keys
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ACCOUNT, GRANTED, LINK
from netaudit.store.matching import corrections

GrantedRole = Literal["coordinator", "evaluator", "administrator", "participant"]
ROLES: tuple[GrantedRole, ...] = get_args(GrantedRole)
IN_COHORTS = ("coordinator", "evaluator")
"""The roles that can be narrowed to cohorts."""

EVERY_COHORT = ""
"""As the ledger writes it: no cohort has this name."""

# Nothing beyond ASCII: letters that fold into each other would make two addresses one account.
_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_{}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)*")
LONGEST_ADDRESS = 200


@dataclass(frozen=True, kw_only=True)
class Grant:
    """One role of an account. `cohorts` None stands for every cohort, those to come included."""

    email: str
    role: GrantedRole
    cohorts: tuple[str, ...] | None = None
    participant_id: str | None = None


def address(email: str) -> str:
    """An e-mail address as accounts are kept under it; NetauditError if it is none."""
    plain = email.strip().lower() if email.isascii() else ""
    if len(plain) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(plain):
        raise NetauditError(
            f"“{email}” is not an e-mail address that netaudit can take.",
            "It needs one @ and only letters, digits and signs of the English alphabet.",
        )
    return plain


def give(
    ledger: Ledger,
    email: str,
    role: str,
    by: Actor,
    *,
    cohorts: Collection[str] | None = None,
    participant: str | None = None,
) -> Grant:
    """Adds a role to what the account has, and makes the account if there is none.

    `cohorts` None gives the role in every cohort. NetauditError if the parts do not go together.
    """
    wanted = _grant(address(email), role, cohorts, participant)
    places = [EVERY_COHORT] if wanted.cohorts is None else list(wanted.cohorts)
    with ledger.writing() as connection:
        _make_account(connection, wanted.email, by)
        for cohort in places:
            key = {
                "email": wanted.email,
                "role": wanted.role,
                "cohort": cohort,
                "participant_id": wanted.participant_id or "",
            }
            _delete_grants(connection, **key)
            connection.execute(insert(GRANTED).values(**key, granted_by=by.name, granted_at=now()))
            note(connection, by, "granted", what=f"{wanted.role} {wanted.email}", cohort=cohort)
    return wanted


def take(
    ledger: Ledger,
    email: str,
    by: Actor,
    *,
    role: str | None = None,
    cohorts: Collection[str] | None = None,
) -> int:
    """Takes roles away and says how many: all, or those of one role or of these cohorts."""
    name = address(email)
    with ledger.writing() as connection:
        of_account = select(GRANTED).where(GRANTED.c.email == name)
        found = [
            row
            for row in connection.execute(of_account).mappings()
            if role in (None, row["role"]) and (cohorts is None or row["cohort"] in cohorts)
        ]
        for row in found:
            keys = ("email", "role", "cohort", "participant_id")
            _delete_grants(connection, **{key: row[key] for key in keys})
            note(connection, by, "taken", what=f"{row['role']} {name}", cohort=row["cohort"])
    return len(found)


def grants_of(ledger: Ledger, email: str) -> tuple[Grant, ...]:
    """The roles of one account, one entry a role; none for an address without an account.

    A participant's is that of whoever their code stands for, if it was corrected.
    """
    standing = corrections.in_force(ledger)
    return tuple(
        replace(one, participant_id=standing.get(one.participant_id or "", one.participant_id))
        for one in listing(ledger, of=email.strip().lower())
    )


def listing(ledger: Ledger, *, of: str | None = None) -> tuple[Grant, ...]:
    """Every role of every account, or of one: an entry for each role with all its cohorts."""
    wanted = select(GRANTED) if of is None else select(GRANTED).where(GRANTED.c.email == of)
    with ledger.reading() as connection:
        rows = connection.execute(wanted).mappings().all()
    kinds: dict[tuple[str, GrantedRole, str], list[str]] = {}
    for row in rows:
        kinds.setdefault((row["email"], row["role"], row["participant_id"]), []).append(
            row["cohort"]
        )
    ordered = sorted(kinds.items(), key=lambda kind: (kind[0][0], ROLES.index(kind[0][1])))
    return tuple(
        Grant(
            email=email,
            role=role,
            cohorts=None if EVERY_COHORT in cohorts else tuple(sorted(cohorts)),
            participant_id=participant or None,
        )
        for (email, role, participant), cohorts in ordered
    )


def end_sessions(ledger: Ledger, email: str, by: Actor) -> None:
    """Signs somebody out wherever they are signed in; NetauditError without such an account."""
    name = address(email)
    with ledger.writing() as connection:
        ended = connection.execute(
            update(ACCOUNT).where(ACCOUNT.c.email == name).values(sessions_valid_after=now())
        )
        if not ended.rowcount:
            raise NetauditError(f"There is no account {name}.", "netaudit roles lists them all.")
        note(connection, by, "ended", what=name)


def end_all_sessions(ledger: Ledger, by: Actor) -> None:
    """Signs everybody out, those who came by a personal link too."""
    with ledger.writing() as connection:
        connection.execute(update(ACCOUNT).values(sessions_valid_after=now()))
        connection.execute(
            update(LINK)
            .where(LINK.c.used_at.is_not(None), LINK.c.ended_at.is_(None))
            .values(ended_at=now())
        )
        secret_keys.renew(connection, "session")
        note(connection, by, "ended", what="everybody")


def is_session_valid(ledger: Ledger, email: str, signed_in_at: datetime) -> bool:
    """Whether somebody who signed in at this moment (UTC) was not signed out since."""
    with ledger.reading() as connection:
        after = connection.scalar(
            select(ACCOUNT.c.sessions_valid_after).where(ACCOUNT.c.email == email)
        )
    # Providers tell the moment in whole seconds, cut off: who comes back within the second after
    # they were signed out has to try once more.
    return after is None or signed_in_at > after


def _grant(
    email: str, role: str, cohorts: Collection[str] | None, participant: str | None
) -> Grant:
    if role not in ROLES:
        raise NetauditError(f"There is no role {role}.", f"The roles are: {', '.join(ROLES)}.")
    if cohorts is not None and role not in IN_COHORTS:
        raise NetauditError(f"The role {role} is not given by cohort.", "Leave the cohorts out.")
    if (role == "participant") != (participant is not None):
        raise NetauditError(
            "A participant's account needs to know which participant it is, and no other does.",
            "Name the participant with the role participant, and with no other role.",
        )
    return Grant(
        email=email,
        role=role,
        cohorts=None if cohorts is None else tuple(sorted(_named(cohorts))),
        participant_id=participant,
    )


def _named(cohorts: Iterable[str]) -> Sequence[str]:
    names = [cohort.strip() for cohort in cohorts]
    if not names or EVERY_COHORT in names:
        raise NetauditError("No cohort is named.", "Name one, or give the role in every cohort.")
    return names


def _make_account(connection: Connection, email: str, by: Actor) -> None:
    there = select(ACCOUNT.c.email).where(ACCOUNT.c.email == email)
    if connection.scalar(there) is None:
        connection.execute(insert(ACCOUNT).values(email=email, made_by=by.name, made_at=now()))


def _delete_grants(connection: Connection, **key: str) -> None:
    connection.execute(
        delete(GRANTED).where(and_(*(GRANTED.c[name] == value for name, value in key.items())))
    )
