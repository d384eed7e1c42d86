"""The answers of a population as Python objects, an audit each: what the loops go through."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Row = dict[str, Any]
WAVES = ("baseline", "endpoint")


@dataclass(kw_only=True)
class Audit:
    """One participant at one wave; `contacts` are in the order of their ids, `ties` of places."""

    row: Row
    person: Row
    contacts: list[Row] = field(default_factory=list)
    mentoring: list[Row] = field(default_factory=list)
    ties: list[tuple[int, int]] = field(default_factory=list)
    untied: int = 0
    previous: "Audit | None" = None

    @property
    def is_done(self) -> bool:
        return self.row["contacts_status"] != "not_done"

    @property
    def pairs_known(self) -> bool:
        if not self.is_done:
            return False
        size = len(self.contacts)
        answered = len(self.ties) + self.untied
        positive_only = self.row["ties_status"] == "positive_only_complete"
        return positive_only or answered == size * (size - 1) // 2

    @property
    def day(self) -> date:
        return self.row["completed_on"]


@dataclass(frozen=True, kw_only=True)
class Population:
    """Every audit; across audits, the categories in use and where mentoring was asked about."""

    audits: list[Audit]
    categories: dict[str, list[str]]
    asked: set[tuple[str, str]]


def read_population(folder: Path) -> Population:
    """The population that write_population put into the folder."""
    people = {row["participant_id"]: row for row in _rows(folder, "participants")}
    audits = {
        (row["participant_id"], row["wave"]): Audit(row=row, person=people[row["participant_id"]])
        for row in _rows(folder, "audits")
    }
    for row in _rows(folder, "contacts"):
        audits[row["participant_id"], row["wave"]].contacts.append(row)
    for row in _rows(folder, "mentoring"):
        audits[row["participant_id"], row["wave"]].mentoring.append(row)
    places = {key: _places(audit) for key, audit in audits.items()}
    for row in _rows(folder, "ties"):
        key = row["participant_id"], row["wave"]
        if row["tie"] == "do_not_know":
            audits[key].untied += 1
        else:
            audits[key].ties.append((places[key][row["contact_a"]], places[key][row["contact_b"]]))
    for (person, wave), audit in audits.items():
        earlier = audits.get((person, WAVES[0])) if wave == WAVES[1] else None
        audit.previous = earlier if earlier and earlier.is_done and audit.is_done else None
    return Population(
        audits=list(audits.values()),
        categories={name: _categories(audits.values(), name) for name in ("function", "sector")},
        asked={(a.person["cohort"], a.row["wave"]) for a in audits.values() if a.mentoring},
    )


def _rows(folder: Path, table: str) -> Iterator[Row]:
    for batch in pq.ParquetFile(folder / f"{table}.parquet").iter_batches():
        yield from batch.to_pylist()


def _places(audit: Audit) -> dict[str, int]:
    return {contact["contact_id"]: place for place, contact in enumerate(audit.contacts)}


def _categories(audits: Any, name: str) -> list[str]:
    held = {contact[name] for audit in audits for contact in audit.contacts}
    return sorted(held - {None, "unknown", "not_applicable"})
