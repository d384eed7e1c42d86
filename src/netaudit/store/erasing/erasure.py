"""Erases a participant or a person somebody named: from every import, the database, the ledger.

First it is told what will go; afterwards a certificate says what went, without a word about whom.
The certificate is kept in the ledger before anything is removed, so that an erasure that was
interrupted is known, and ends when it is asked for again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netaudit.engine.duckdb import Progress, quiet
from netaudit.errors import NetauditError, WorkspaceError
from netaudit.store import folder
from netaudit.store.access_log import Actor
from netaudit.store.clock import now
from netaudit.store.erasing import erased_notes, erasure_ledger, who_is_who
from netaudit.store.erasing.certificate import Certificate
from netaudit.store.erasing.cleaning import Changes, changes, cleaned
from netaudit.store.erasing.erased_before import erased_before
from netaudit.store.erasing.gone import Gone, Request, find, together
from netaudit.store.evaluation import naming
from netaudit.store.matching.matches import Contact
from netaudit.store.merge import StoredImport, stored_import
from netaudit.store.secret_keys import secret_key
from netaudit.store.state import State
from netaudit.store.workspace import Workspace

KeptImports = Mapping[str, StoredImport]

AGAIN = Request(participants=("whoever was erased before",))
"""Stands for everybody who was erased before, where an erasure is known by its request."""


class NobodySuch(NetauditError):
    """Nothing of whoever was meant is in the workspace."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Whose traces are in which of the imports kept; those undone are searched too.

    `decided` are the contacts gone as decisions on who is who name them.
    """

    gone: Gone
    imports: KeptImports
    decided: frozenset[Contact]


def foresee(workspace: Workspace, request: Request) -> Certificate:
    """What `erase` would do at this moment, or has begun to do; nothing is changed.

    NetauditError where there is nobody such.
    """
    key = secret_key_in(workspace)
    with folder.writing(workspace.root, quiet) as state:
        found = _looked_up(workspace, state, _search(workspace, request))
        if found.gone.is_nobody:
            return _under_way(workspace, request).certificate
        beside = folder.incoming_folder(workspace.root, "foreseen")
        seen = {
            name: changes(stored, found.gone, key, beside) for name, stored in found.imports.items()
        }
    return _certificate(workspace, request, "", found, seen)


def erase(
    workspace: Workspace, request: Request, by: Actor, *, progress: Progress = quiet
) -> Certificate:
    """Everything the workspace holds of somebody goes; NetauditError where there is nobody such.

    If it is interrupted, doing it again finishes what was begun.
    """
    return _carry_out(workspace, request, _search(workspace, request), by, progress)


def erase_again(
    workspace: Workspace, by: Actor, *, progress: Progress = quiet
) -> Certificate | None:
    """Whoever was erased before and is back goes again, as after a backup was put in place.

    None where nobody came back.
    """
    ledger = workspace.ledger
    try:
        return _carry_out(
            workspace, AGAIN, lambda imports: erased_before(ledger, imports), by, progress
        )
    except NobodySuch:
        return None


def secret_key_in(workspace: Workspace) -> str:
    """The key of the marks by which somebody erased is recognised."""
    return secret_key(workspace.ledger, "erasure")


def _search(workspace: Workspace, request: Request) -> Callable[[Sequence[StoredImport]], Gone]:
    """Finds those asked for.

    Once an erasure was interrupted the ledger no longer knows under which other codes they stand
    in imports, but recognises them as erased.
    """
    ledger = workspace.ledger
    key = secret_key_in(workspace)
    is_begun = erasure_ledger.begun(ledger, request, key) is not None

    def search(imports: Sequence[StoredImport]) -> Gone:
        found = find(who_is_who.widened(request, ledger, imports), imports)
        return together(found, erased_before(ledger, imports)) if is_begun else found

    return search


def _carry_out(
    workspace: Workspace,
    request: Request,
    look: Callable[[Sequence[StoredImport]], Gone],
    by: Actor,
    progress: Progress,
) -> Certificate:
    with folder.writing(workspace.root, progress) as state:
        progress("looking for every trace")
        found = _looked_up(workspace, state, look)
        if found.gone.is_nobody:
            under_way = _under_way(workspace, request)
        else:
            under_way = _remove(workspace, state, request, found, by, progress)
    # Leaving the turn has deleted the earlier imports and databases.
    workspace.ledger.overwrite_deleted()
    _make_sure(workspace, look)
    (cohort,) = found.gone.cohorts if len(found.gone.cohorts) == 1 else ("",)
    with workspace.ledger.writing() as connection:
        erasure_ledger.finish(connection, under_way.number, by, cohort)
    return under_way.certificate


def _remove(
    workspace: Workspace,
    state: State,
    request: Request,
    found: Found,
    by: Actor,
    progress: Progress,
) -> erasure_ledger.Begun:
    progress("writing the imports anew")
    key = secret_key_in(workspace)
    written = _written_anew(workspace, found, key)
    done = {name: of for name, (_, of) in written.items()}
    certificate = _certificate(workspace, request, by.name, found, done)
    known_by = secret_key(workspace.ledger, "pseudonym")
    with workspace.ledger.writing() as connection:
        known = erasure_ledger.known_as(connection, found.gone, known_by)
        erasure_ledger.forget(connection, known, found.gone, key)
        who_is_who.forget(connection, found.gone, found.decided)
        erased_notes.forget(connection, found.gone)
        naming.forget(connection, found.gone, request.whole_cohort)
        number = erasure_ledger.begin(connection, certificate, request, key)
    others = {name: stored for name, (stored, _) in written.items()}
    workspace.replace_imports(state, others, progress=progress)
    return erasure_ledger.Begun(number=number, certificate=certificate, is_finished=False)


def _looked_up(
    workspace: Workspace, state: State, look: Callable[[Sequence[StoredImport]], Gone]
) -> Found:
    """Imports undone come first: what counts says in which cohort somebody is."""
    root = workspace.root
    names = (*state.undone, *state.active)
    imports = {name: stored_import(folder.import_folder(root, name)) for name in names}
    kept = list(imports.values())
    gone = look(kept)
    decided = who_is_who.contacts_decided(gone, workspace.ledger, kept)
    return Found(gone=gone, imports=imports, decided=decided)


def _under_way(workspace: Workspace, request: Request) -> erasure_ledger.Begun:
    """The same erasure, interrupted after everything was removed; NetauditError if it is none."""
    begun = erasure_ledger.begun(workspace.ledger, request, secret_key_in(workspace))
    if begun is None:
        raise NobodySuch(
            "Nobody such is in the workspace.",
            "Codes are written as in the export; letters count as large or small.",
        )
    return begun


def _written_anew(
    workspace: Workspace, found: Found, key: str
) -> dict[str, tuple[StoredImport, Changes]]:
    """The imports that held a trace, by their ids, each in a folder that does not count yet."""
    written = {}
    for name, stored in found.imports.items():
        anew = folder.rewritten_import(name)
        into = folder.incoming_folder(workspace.root, anew)
        record = replace(stored.record, id=anew, without=anew)
        one = cleaned(stored, found.gone, into, record, key)
        if one is not None:
            written[name] = one
    return written


def _certificate(
    workspace: Workspace,
    request: Request,
    by: str,
    found: Found,
    done: Mapping[str, Changes],
) -> Certificate:
    gone = found.gone
    known_by = secret_key(workspace.ledger, "pseudonym")
    with workspace.ledger.reading() as connection:
        known = erasure_ledger.known_as(connection, gone, known_by)
        counts = erasure_ledger.counts(connection, known)
        if decisions := who_is_who.count(connection, gone, found.decided):
            counts["decisions on who is who"] = decisions
        if notes := erased_notes.count(connection, gone):
            counts["entries of follow-ups"] = notes
        counts |= naming.counts(connection, gone, request.whole_cohort)
        taken_away = erasure_ledger.taken_away(connection, gone)
    under_way = erasure_ledger.begun(workspace.ledger, request, secret_key_in(workspace))
    return Certificate(
        kind="again" if request is AGAIN else request.kind,
        erased_at=now().replace(microsecond=0),
        erased_by=by,
        removed={name: dict(one.removed) for name, one in done.items() if one.removed},
        blanked={name: dict(one.blanked) for name, one in done.items() if one.blanked},
        # The ledger forgot at once what an interrupted erasure counted.
        ledger=counts or (under_way.certificate.ledger if under_way else {}),
        taken_away=taken_away,
    )


def _make_sure(workspace: Workspace, look: Callable[[Sequence[StoredImport]], Gone]) -> None:
    """WorkspaceError if a trace was left after all."""
    with folder.writing(workspace.root, quiet) as state:
        is_clean = _looked_up(workspace, state, look).gone.is_nobody
        left = [path.name for path in _not_in_force(workspace.root, state)]
    if left or not is_clean:
        raise WorkspaceError(
            f"Traces are left in {', '.join(left) or 'the imports'}.",
            "Close whatever has files of the workspace open, and erase again.",
        )


def _not_in_force(root: Path, state: State) -> list[Path]:
    """Imports and databases that should be gone, and are not where somebody has them open."""
    imports = [path for path in (root / folder.IMPORTS).iterdir() if path.name not in state.imports]
    served = (state.database, state.previous)
    databases = [path for path in root.glob(f"{folder.DATABASE}*") if path.name not in served]
    return imports + databases
