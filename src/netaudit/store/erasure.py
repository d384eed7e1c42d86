"""Erases a participant or a person somebody named: from every import, the database, the ledger.

First it is told what will go; afterwards a certificate says what went, without a word about whom.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from netaudit import __version__
from netaudit.engine.duckdb import Progress, quiet
from netaudit.errors import NetauditError, WorkspaceError
from netaudit.store import folder
from netaudit.store.access_log import Actor, note
from netaudit.store.cleaning import Cleaned, cleaned
from netaudit.store.clock import now
from netaudit.store.durable import remove
from netaudit.store.erased_before import mark_contact, mark_participant
from netaudit.store.gone import Gone, Request, find
from netaudit.store.ledger_tables import ACCESS_LOG, ERASED, ERASURE, GRANTED, LINK
from netaudit.store.merge import StoredImport, stored_import
from netaudit.store.record import ImportRecord
from netaudit.store.secret_keys import secret_key
from netaudit.store.state import State
from netaudit.store.themes import forget_participant
from netaudit.store.workspace import Workspace

NOT_REACHED = (
    "backups of the workspace and of the ledger made before",
    "files that people downloaded, printed or sent before",
    "the survey tool from which the export came",
    "blocks of the disk that the system has freed but not yet written over",
)


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What went, import by import: rows removed and rows made nameless, by table.

    `ledger` counts links, roles, codings and log lines; `taken_away` the downloads that the access
    log knows of and that may have held the person. It names nobody.
    """

    kind: str
    erased_at: datetime
    erased_by: str
    removed: Mapping[str, Mapping[str, int]]
    blanked: Mapping[str, Mapping[str, int]]
    ledger: Mapping[str, int]
    taken_away: int
    software: str = __version__
    not_reached: tuple[str, ...] = field(default=NOT_REACHED)

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


def foresee(workspace: Workspace, request: Request) -> Certificate:
    """What `erase` would do at this moment; nothing is changed."""
    with folder.writing(workspace.root, quiet) as state:
        gone, imports = _looked_up(workspace, state, request)
        written = _written_anew(workspace, imports, gone)
        for one in written.values():
            remove(one.stored.folder)
    with workspace.ledger.reading() as connection:
        counts = _ledger_counts(connection, gone)
        taken_away = _taken_away(connection, gone)
    return _certificate(request, "", written, counts, taken_away)


def erase(
    workspace: Workspace, request: Request, by: Actor, *, progress: Progress = quiet
) -> Certificate:
    """Everything the workspace holds of somebody goes; NetauditError where there is nobody such.

    If it is interrupted, doing it again finishes what was begun.
    """
    with folder.writing(workspace.root, progress) as state:
        progress("looking for every trace")
        gone, imports = _looked_up(workspace, state, request)
        progress("writing the imports anew")
        written = _written_anew(workspace, imports, gone)
        with workspace.ledger.writing() as connection:
            counts = _ledger_counts(connection, gone)
            taken_away = _taken_away(connection, gone)
            _forget_in_ledger(connection, gone, secret_key_in(workspace))
        stored = {name: one.stored for name, one in written.items()}
        workspace.replace_imports(state, stored, progress=progress)
    workspace.ledger.overwrite_deleted()
    # Leaving the turn has deleted the earlier imports and databases.
    _make_sure(workspace, request, written)
    certificate = _certificate(request, by.name, written, counts, taken_away)
    _keep(workspace, certificate, by)
    return certificate


def secret_key_in(workspace: Workspace) -> str:
    """The key of the marks by which somebody erased is recognised."""
    return secret_key(workspace.ledger, "erasure")


def certificates(workspace: Workspace) -> tuple[dict[str, Any], ...]:
    """Every certificate kept, the newest first."""
    with workspace.ledger.reading() as connection:
        rows = connection.scalars(select(ERASURE.c.certificate).order_by(ERASURE.c.number.desc()))
        return tuple(dict(row) for row in rows)


def _imports(workspace: Workspace, state: State) -> dict[str, StoredImport]:
    root = workspace.root
    return {name: stored_import(folder.import_folder(root, name)) for name in state.imports}


def _looked_up(
    workspace: Workspace, state: State, request: Request
) -> tuple[Gone, dict[str, StoredImport]]:
    imports = _imports(workspace, state)
    gone = find(request, list(imports.values()))
    if gone.is_nobody:
        raise NetauditError(
            "Nobody such is in the workspace.",
            "Codes are written as in the export; letters count as large or small.",
        )
    return gone, imports


def _written_anew(
    workspace: Workspace, imports: Mapping[str, StoredImport], gone: Gone
) -> dict[str, Cleaned]:
    """The imports that held a trace, by their ids, each in a folder that does not count yet."""
    key = secret_key_in(workspace)
    written = {}
    for name, stored in imports.items():
        anew = folder.rewritten_import(name)
        into = folder.incoming_folder(workspace.root, anew)
        one = cleaned(stored, gone, into, _renamed(stored.record, anew), key)
        if one.is_changed:
            written[name] = one
        else:
            remove(into)
    return written


def _renamed(record: ImportRecord, name: str) -> ImportRecord:
    """The record of what are no longer the same data: what was made from them is made anew."""
    mark = hashlib.sha256(f"{record.checksum}\n{name}".encode()).hexdigest()
    return replace(record, id=name, checksum=mark)


def _forget_in_ledger(connection: Connection, gone: Gone, key: str) -> None:
    for participant in gone.participants:
        connection.execute(delete(LINK).where(LINK.c.participant_id == participant))
        connection.execute(delete(GRANTED).where(GRANTED.c.participant_id == participant))
        connection.execute(
            update(ACCESS_LOG)
            .where(ACCESS_LOG.c.participant_id == participant)
            .values(participant_id="")
        )
        forget_participant(connection, participant)
    marks = [mark_participant(key, one) for one in gone.participants]
    marks += [mark_contact(key, *one) for one in gone.contacts]
    for mark in marks:
        connection.execute(delete(ERASED).where(ERASED.c.mark == mark))
        connection.execute(insert(ERASED).values(mark=mark, erased_at=now()))


def _ledger_counts(connection: Connection, gone: Gone) -> dict[str, int]:
    people = gone.participants
    tables = {"links": LINK, "roles": GRANTED, "lines of the access log": ACCESS_LOG}
    return {
        words: connection.scalar(
            select(func.count()).select_from(table).where(table.c.participant_id.in_(people))
        )
        or 0
        for words, table in tables.items()
    }


def _taken_away(connection: Connection, gone: Gone) -> int:
    """Downloads that the log knows of: about the person, or about no person in particular."""
    about = or_(
        ACCESS_LOG.c.participant_id.in_(gone.participants), ACCESS_LOG.c.participant_id == ""
    )
    wanted = select(func.count()).select_from(ACCESS_LOG)
    return connection.scalar(wanted.where(ACCESS_LOG.c.action == "exported", about)) or 0


def _make_sure(workspace: Workspace, request: Request, written: Mapping[str, Cleaned]) -> None:
    """WorkspaceError if a trace was left after all."""
    left = [name for name in written if folder.import_folder(workspace.root, name).exists()]
    with folder.writing(workspace.root, quiet) as state:
        if not find(request, list(_imports(workspace, state).values())).is_nobody:
            left.append("the imports")
    if left:
        raise WorkspaceError(
            f"Traces are left in {', '.join(left)}.",
            "Close whatever has files of the workspace open, and erase again.",
        )


def _certificate(
    request: Request,
    by: str,
    written: Mapping[str, Cleaned],
    counts: Mapping[str, int],
    taken_away: int,
) -> Certificate:
    return Certificate(
        kind=request.kind,
        erased_at=now(),
        erased_by=by,
        removed={name: dict(one.removed) for name, one in written.items() if one.removed},
        blanked={name: dict(one.blanked) for name, one in written.items() if one.blanked},
        ledger={words: number for words, number in counts.items() if number},
        taken_away=taken_away,
    )


def _keep(workspace: Workspace, certificate: Certificate, by: Actor) -> None:
    with workspace.ledger.writing() as connection:
        connection.execute(
            insert(ERASURE).values(
                erased_at=certificate.erased_at,
                erased_by=by.name,
                certificate=certificate.document(),
            )
        )
        note(connection, by, "erased", what=certificate.kind)
