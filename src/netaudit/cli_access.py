"""The commands about who may see what: roles, personal links, sessions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, data_in_force, open_workspace
from netaudit.errors import NetauditError

if TYPE_CHECKING:
    import pandas as pd

    from netaudit.store.access_log import Actor
    from netaudit.store.accounts import Grant
    from netaudit.store.workspace import Workspace

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address they sign in with.")]
Role = Annotated[
    str,
    typer.Argument(metavar="ROLE", help="coordinator, evaluator, administrator or participant."),
]
OfRole = Annotated[str | None, typer.Argument(metavar="[ROLE]", help="This role only.")]
Cohorts = Annotated[
    list[str] | None,
    typer.Option("--cohort", help="In this cohort only; may be given again."),
]
Participant = Annotated[
    str | None,
    typer.Option("--participant", metavar="ID", help="Whose account it is, for participants."),
]
OnePerson = Annotated[str | None, typer.Argument(metavar="[ID]", help="The participant's code.")]
OneCohort = Annotated[
    str | None, typer.Option("--cohort", help="A link for everybody of this cohort.")
]
OutFile = Annotated[Path | None, typer.Option("--out", help="The .csv file for a cohort's links.")]
TakeBack = Annotated[
    bool, typer.Option("--take-back", help="End the link and the session it opened.")
]
OneAccount = Annotated[str | None, typer.Argument(metavar="[EMAIL]")]
Everybody = Annotated[bool, typer.Option("--everybody", help="Everybody, by link or account.")]


def grant(
    email: Email,
    role: Role,
    cohort: Cohorts = None,
    participant: Participant = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Give somebody who signs in a role, in every cohort or in some."""
    from netaudit.console import say
    from netaudit.store import accounts

    opened = open_workspace(workspace)
    given = accounts.give(
        opened.ledger, email, role, _by(), cohorts=cohort or None, participant=participant
    )
    say(f"{_sentence(given)}.")
    if not opened.is_empty:
        known = set(_people(workspace)["cohort"])
        for name in sorted(set(given.cohorts or ()) - known):
            say(f"No import has a cohort {name} yet; the cohorts are: {_listed(known)}.")


def revoke(
    email: Email,
    role: OfRole = None,
    cohort: Cohorts = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Take roles away: all of them, one, or those in some cohorts."""
    from netaudit.console import say
    from netaudit.store import accounts

    ledger = open_workspace(workspace).ledger
    before = accounts.grants_of(ledger, email)
    if not accounts.take(ledger, email, _by(), role=role, cohorts=cohort or None):
        has = "; ".join(_sentence(one) for one in before) or f"{email} has no role"
        raise NetauditError("There is no such role to take away.", f"{has}.")
    left = accounts.grants_of(ledger, email)
    say("; ".join(_sentence(one) for one in left) + "." if left else f"{email} has no role now.")


def roles(workspace: WorkspaceFolder = HERE) -> None:
    """List who has which role."""
    from netaudit.console import say
    from netaudit.store import accounts

    for one in accounts.listing(open_workspace(workspace).ledger):
        say(_sentence(one))


def link(
    participant_id: OnePerson = None,
    cohort: OneCohort = None,
    out: OutFile = None,
    take_back: TakeBack = False,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Print a personal link for a participant, or write those of a cohort for a mail program."""
    from netaudit.console import say
    from netaudit.store import links

    people = _chosen(_people(workspace), participant_id, cohort)
    ledger = open_workspace(workspace).ledger
    if take_back:
        ended = links.take_back(ledger, list(people["participant_id"]), _by())
        say(f"Links and sessions taken back: {ended}.")
        return
    if (cohort is None) != (out is None):
        raise NetauditError(
            "A cohort's links go to a file, a single one to the screen.",
            "Say: netaudit link ID, or netaudit link --cohort C --out links.csv.",
        )
    if out is not None:
        _write_links(people, out, workspace)
        return
    (made,) = _make(people, workspace).values()
    say(made)


def end_sessions(
    email: OneAccount = None,
    everybody: Everybody = False,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Sign somebody out wherever they are signed in, or everybody."""
    from netaudit.console import say
    from netaudit.store import accounts

    if (email is None) != everybody:
        raise NetauditError("Whose sessions?", "Name one address, or say --everybody.")
    ledger = open_workspace(workspace).ledger
    if email is None:
        accounts.end_all_sessions(ledger, _by())
        say("Everybody is signed out.")
    else:
        accounts.end_sessions(ledger, email, _by())
        say(f"{email} is signed out.")


def add_to(app: typer.Typer) -> None:
    """Makes these commands of the program."""
    for command in (grant, revoke, roles, link, end_sessions):
        app.command(command.__name__.replace("_", "-"))(command)


def _by() -> "Actor":
    from netaudit.store.access_log import Actor
    from netaudit.store.record import who

    return Actor(name=who(), role="command line")


def _sentence(given: "Grant") -> str:
    if given.participant_id is not None:
        return f"{given.email} is participant {given.participant_id}"
    where = ""
    if given.role != "administrator":
        where = " of every cohort" if given.cohorts is None else f" of {_listed(given.cohorts)}"
    return f"{given.email} is {given.role}{where}"


def _listed(names: Sequence[str] | set[str]) -> str:
    return ", ".join(sorted(names))


def _people(workspace: Path) -> "pd.DataFrame":
    database = data_in_force(workspace, None)
    from netaudit.analysis.invitations import invited
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer

    return invited(database, Viewer.local(), EVERYTHING)


def _chosen(people: "pd.DataFrame", participant: str | None, cohort: str | None) -> "pd.DataFrame":
    if (participant is None) == (cohort is None):
        raise NetauditError("Whose link?", "Name one participant, or a cohort with --cohort.")
    if participant is not None:
        chosen = people[people["participant_id"] == participant]
        complaint = f"There is no participant {participant}."
        hint = "Codes are as in participants.csv."
    else:
        chosen = people[(people["cohort"] == cohort) & ~people["has_left"]]
        complaint = f"There is nobody in a cohort {cohort}."
        hint = f"The cohorts are: {_listed(set(people['cohort']))}."
    if chosen.empty:
        raise NetauditError(complaint, hint)
    return chosen


def _make(people: "pd.DataFrame", workspace: Path) -> dict[str, str]:
    from netaudit.store import links
    from netaudit.ui.sign_in.setup import server_address

    server = server_address()  # first, since a new link ends the one before
    opened: Workspace = open_workspace(workspace)
    cohorts = dict(zip(people["participant_id"], people["cohort"], strict=True))
    tokens = links.issue(opened.ledger, cohorts, _by())
    return {one: links.web_address(server, token) for one, token in tokens.items()}


def _write_links(people: "pd.DataFrame", out: Path, workspace: Path) -> None:
    import pyarrow as pa

    from netaudit.analysis.invitations import mail_merge
    from netaudit.console import say
    from netaudit.output_files import check_target, write_table

    check_target(out, (".csv",))
    rows = pa.Table.from_pandas(mail_merge(people, _make(people, workspace)), preserve_index=False)
    out.touch(mode=0o600)  # whoever reads it can come in as anybody in it
    count = write_table(rows.to_reader(), out)
    say(f"{count} links written to {out}. Delete it once the messages are sent.")
