"""The command that erases somebody."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, command_line, open_workspace
from netaudit.errors import NetauditError
from netaudit.wording import enumerated

if TYPE_CHECKING:
    from netaudit.store.erasing.certificate import Certificate
    from netaudit.store.erasing.gone import Request
    from netaudit.store.workspace import Workspace

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
Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also", metavar="NAME", help="What texts call the person besides; may be given again."
    ),
]
Named = Annotated[
    str | None,
    typer.Option("--named", metavar="NAME", help="List the contacts who may be this person."),
]
Again = Annotated[
    bool, typer.Option("--again", help="Whoever was erased before and came back with a backup.")
]
Only = Annotated[bool, typer.Option("--dry-run", help="Show what would go, and stop.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]
CertificateFile = Annotated[
    Path | None, typer.Option("--certificate", help="A .json or .txt file for what went.")
]


def erase(
    participant: Participant = None,
    person_key: PersonKey = None,
    contact: Contact = None,
    also: Also = None,
    named: Named = None,
    again: Again = False,
    dry_run: Only = False,
    yes: Yes = False,
    certificate: CertificateFile = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Remove a person everywhere, after showing what will go."""
    from netaudit.console import say

    _check_one(participant, person_key, contact, named, again)
    _check_file(certificate)
    opened = open_workspace(workspace)
    if named is not None:
        for line in _named(opened, named):
            say(line)
    elif again:
        _erase_again(opened, certificate)
    else:
        request = _request(participant, person_key, contact, tuple(also or ()))
        _erase(opened, request, dry_run=dry_run, yes=yes, certificate=certificate)


def _erase(
    opened: "Workspace", request: "Request", *, dry_run: bool, yes: bool, certificate: Path | None
) -> None:
    from netaudit.console import say, working
    from netaudit.store.erasing import erasure
    from netaudit.store.erasing.certificate import sentences

    for line in sentences(erasure.foresee(opened, request), is_done=False):
        say(line)
    if dry_run or not (yes or _agreed()):
        say("Nothing was changed.")
        return
    with working("erasing") as step:
        done = erasure.erase(opened, request, command_line(), progress=step)
    _tell(done, certificate)


def _erase_again(opened: "Workspace", certificate: Path | None) -> None:
    from netaudit.console import say, working
    from netaudit.store.erasing import erasure

    with working("erasing") as step:
        done = erasure.erase_again(opened, command_line(), progress=step)
    if done is None:
        say("Nobody who was erased before has come back.")
    else:
        _tell(done, certificate)


def _tell(done: "Certificate", file: Path | None) -> None:
    """What went, and the certificate if somebody wants it."""
    from netaudit.console import say
    from netaudit.store.erasing.certificate import sentences, to_hand_over

    for line in sentences(done, is_done=True):
        say(line)
    say(f"Not reached: {'; '.join(done.not_reached)}.")
    if file is not None:
        as_json = file.suffix.lower() == ".json"
        text = json.dumps(done.document(), indent=2) + "\n" if as_json else to_hand_over(done)
        file.write_text(text, encoding="utf-8")
        say(f"The certificate is {file}.")


def _named(opened: "Workspace", name: str) -> Iterator[str]:
    """Who may be meant, why, and what to say to erase them."""
    from netaudit.store.named_people import search

    found = search(opened, name)
    if not found:
        yield f"Nobody is named {name}, or nearly so."
    for one in found:
        labels = enumerated([f"“{label}”" for label in one.labels])
        yield f"{labels}, named by {one.participant}: {one.likeness.reason}."
        codes = f"--participant {quote(one.participant)} --contact {quote(one.contact)}"
        yield f"  netaudit erase {codes}"


def _check_one(
    participant: str | None,
    person_key: str | None,
    contact: str | None,
    named: str | None,
    again: bool,
) -> None:
    ways = [participant is not None, person_key is not None, named is not None, again]
    if sum(ways) != 1 or (contact is not None and participant is None):
        raise NetauditError(
            "Name one person to erase.",
            "Either --participant ID, or --participant ID --contact ID, or --person-key KEY."
            " To find somebody who was named: --named NAME.",
        )


def _request(
    participant: str | None, person_key: str | None, contact: str | None, also: tuple[str, ...]
) -> "Request":
    from netaudit.store.erasing.gone import Request

    if participant is not None and contact is not None:
        return Request(contacts=((participant, contact),), also=also)
    if participant is not None:
        return Request(participants=(participant,), also=also)
    return Request(person_keys=(person_key or "",), also=also)


def _check_file(path: Path | None) -> None:
    if path is not None:
        from netaudit.output_files import check_target

        check_target(path, (".json", ".txt"))


def _agreed() -> bool:
    """The answer of whoever sits at the terminal; a script has decided by calling the command."""
    return not sys.stdin.isatty() or typer.confirm("Erase this for good?")
