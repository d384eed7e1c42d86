"""Participants who may be one, seen at different waves under codes that are nearly the same."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.matching.codes_alike import Closeness, Identity, closeness
from netaudit.wording import known


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A participant as the data have them; `waves` are those of their audits, in order."""

    who: Identity
    cohort: str
    waves: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """`seen` was there at one wave only and may be `meant`, who was missing then."""

    seen: Seen
    meant: Seen
    closeness: Closeness

    @property
    def codes(self) -> tuple[str, str]:
        """Both codes, the one to be corrected first."""
        return self.seen.who.code, self.meant.who.code


def proposals(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    decided: tuple[tuple[str, str], ...] = (),
) -> tuple[Proposal, ...]:
    """Who may be whom, the surest first, but for the pairs that were decided about.

    Coordinators alone are told: who is who is said by codes, names and addresses.
    """
    settled = {frozenset(pair) for pair in decided}
    rows = records(ask(database, viewer, "who_is_who_participants", selection))
    found = [made for row in rows if (made := _proposal(row)) is not None]
    found = [made for made in found if frozenset(made.codes) not in settled]
    return tuple(sorted(found, key=lambda made: (made.closeness, made.codes)))


def _proposal(row: dict[str, Any]) -> Proposal | None:
    seen = _seen(row, "code", "")
    meant = _seen(row, "meant", "meant_")
    near = closeness(seen.who, meant.who)
    return None if near is None else Proposal(seen=seen, meant=meant, closeness=near)


def _seen(row: dict[str, Any], code: str, of: str) -> Seen:
    return Seen(
        who=Identity(code=row[code], name=_text(row[f"{of}name"]), email=_text(row[f"{of}email"])),
        cohort=row["cohort"],
        waves=tuple(row[f"{of}waves"]),
    )


def _text(value: Any) -> str:
    return str(value) if known(value) else ""
