"""What an erasure removed, told without a word about whom."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from netaudit.store.erasing.clean_texts import WRITTEN
from netaudit.store.erasing.gone import Kind
from netaudit.version import VERSION
from netaudit.wording import counted, moment_utc

NOT_REACHED = (
    "backups of the workspace and of the ledger made before",
    "files that people downloaded, printed or sent before",
    "pages that are open in a browser, until they are loaded again",
    "the survey tool from which the export came",
    "names that stand in texts under another spelling",
    "blocks of the disk that the system has freed but not yet written over",
)

IN_TEXTS = (
    "Will go from what people wrote: the names, wherever they stand. How often is told once they"
    " are gone."
)

KINDS: Mapping[Kind, str] = {
    "participant": "A participant",
    "contact": "A person whom participants named",
    "cohort": "All participants of a cohort",
    "labels": "The names of a cohort's contacts",
    "again": "Whoever had been erased before",
}


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file that somebody took away; the moment is in UTC."""

    at: str
    who: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What went, import by import: rows removed and rows made nameless, by table.

    `ledger` counts links, roles, codings and log lines; `taken_away` are the downloads that the
    access log knows of and that may hold the person. It names nobody who was erased.
    """

    kind: Kind
    erased_at: datetime
    erased_by: str
    removed: Mapping[str, Mapping[str, int]]
    blanked: Mapping[str, Mapping[str, int]]
    ledger: Mapping[str, int]
    taken_away: tuple[Taken, ...] = ()
    software: str = VERSION
    not_reached: tuple[str, ...] = NOT_REACHED

    @property
    def rows_removed(self) -> int:
        """Rows that are no longer there, over all imports."""
        return sum(sum(rows.values()) for rows in self.removed.values())

    @property
    def rows_blanked(self) -> int:
        """Rows that stayed without what told who it was, over all imports."""
        return sum(sum(rows.values()) for rows in self.blanked.values())

    def document(self) -> dict[str, Any]:
        """The certificate as plain values, for JSON."""
        return {**asdict(self), "erased_at": self.erased_at.isoformat(timespec="seconds")}

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Certificate":
        """The certificate that was kept as plain values."""
        return cls(
            **{
                **document,
                "erased_at": datetime.fromisoformat(document["erased_at"]),
                "taken_away": tuple(Taken(**one) for one in document["taken_away"]),
                "not_reached": tuple(document["not_reached"]),
            }
        )


def sentences(certificate: Certificate, *, is_done: bool) -> Iterator[str]:
    """What goes or went, import by import, in words.

    Beforehand nothing is told of texts: whoever may not read them could try words out.
    """
    goes, stays = ("Gone", "Nameless now") if is_done else ("Will go", "Will stay, but nameless")
    blanked = certificate.blanked if is_done else _without_texts(certificate.blanked)
    for words, by_import in ((goes, certificate.removed), (stays, blanked)):
        for name, tables in by_import.items():
            rows = ", ".join(f"{table.replace('_', ' ')} {n:,}" for table, n in tables.items())
            yield f"{words}, rows of import {name}: {rows}."
    if not is_done:
        yield IN_TEXTS
    if certificate.ledger:
        entries = ", ".join(f"{words} {n:,}" for words, n in certificate.ledger.items())
        yield f"{goes}, of the ledger: {entries}."
    if certificate.taken_away:
        files = counted(len(certificate.taken_away), "download")
        yield f"The access log knows of {files} that may hold the person; they are not reached."


def _without_texts(blanked: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    left = {
        name: {table: rows for table, rows in tables.items() if table not in WRITTEN}
        for name, tables in blanked.items()
    }
    return {name: tables for name, tables in left.items() if tables}


def to_hand_over(certificate: Certificate) -> str:
    """The certificate as a text for whoever asked."""
    lines = [
        "Certificate of erasure",
        "",
        f"Erased: {KINDS[certificate.kind]}",
        f"When: {moment_utc(certificate.erased_at)}",
        f"By: {certificate.erased_by}",
        f"With: netaudit {certificate.software}",
        "",
        *sentences(certificate, is_done=True),
        *(f"  {one.at} UTC, {one.who}: {one.what}" for one in certificate.taken_away),
        "",
        "Not reached:",
        *(f"  - {words}" for words in certificate.not_reached),
    ]
    return "\n".join(lines) + "\n"
