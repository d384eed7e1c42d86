"""The command that erases somebody."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, open_workspace
from netaudit.errors import NetauditError
from netaudit.wording import counted

if TYPE_CHECKING:
    from netaudit.store.erasure import Certificate
    from netaudit.store.gone import Request

Participant = Annotated[
    str | None, typer.Option("--participant", metavar="ID", help="A participant, by their code.")
]
PersonKey = Annotated[
    str | None,
    typer.Option("--person-key", metavar="KEY", help="Somebody whom participants named."),
]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact",
        metavar="ID",
        help="With --participant: that one contact of theirs, not the participant.",
    ),
]
Only = Annotated[bool, typer.Option("--dry-run", help="Show what would go, and stop.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]
CertificateFile = Annotated[
    Path | None, typer.Option("--certificate", help="A .json file for what went.")
]


def erase(
    participant: Participant = None,
    person_key: PersonKey = None,
    contact: Contact = None,
    dry_run: Only = False,
    yes: Yes = False,
    certificate: CertificateFile = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Remove a person everywhere, after showing what will go."""
    from netaudit.console import say, working
    from netaudit.store import erasure
    from netaudit.store.access_log import Actor
    from netaudit.store.record import who

    request = _request(participant, person_key, contact)
    _check_file(certificate)
    opened = open_workspace(workspace)
    seen = erasure.foresee(opened, request)
    for line in _told(seen, is_done=False):
        say(line)
    if dry_run or not (yes or _agreed()):
        say("Nothing was changed.")
        return
    with working("erasing") as step:
        done = erasure.erase(opened, request, Actor(name=who(), role="command line"), progress=step)
    for line in _told(done, is_done=True):
        say(line)
    say(f"Not reached: {'; '.join(done.not_reached)}.")
    if certificate is not None:
        certificate.write_text(json.dumps(done.document(), indent=2) + "\n", encoding="utf-8")
        say(f"The certificate is {certificate}.")


def _request(participant: str | None, person_key: str | None, contact: str | None) -> "Request":
    from netaudit.store.gone import Request

    if (participant is None) == (person_key is None) or (contact and not participant):
        raise NetauditError(
            "Name one person to erase.",
            "Either --participant ID, or --participant ID --contact ID, or --person-key KEY.",
        )
    return Request(participant=participant, contact=contact, person_key=person_key)


def _check_file(path: Path | None) -> None:
    if path is not None:
        from netaudit.output_files import check_target

        check_target(path, (".json",))


def _agreed() -> bool:
    """The answer of whoever sits at the terminal; a script has decided by calling the command."""
    return not sys.stdin.isatty() or typer.confirm("Erase this for good?")


def _told(certificate: "Certificate", *, is_done: bool) -> Iterator[str]:
    """What goes or went, import by import."""
    goes, stays = ("Gone", "Nameless now") if is_done else ("Will go", "Will stay, but nameless")
    for words, by_import in ((goes, certificate.removed), (stays, certificate.blanked)):
        for name, tables in by_import.items():
            rows = ", ".join(f"{table.replace('_', ' ')} {n}" for table, n in tables.items())
            yield f"{words}, rows of import {name}: {rows}."
    if certificate.ledger:
        entries = ", ".join(f"{words} {n}" for words, n in certificate.ledger.items())
        yield f"{goes}, of the ledger: {entries}."
    if certificate.taken_away:
        files = counted(certificate.taken_away, "download")
        yield f"The access log knows of {files} that may hold the person; they are not reached."
