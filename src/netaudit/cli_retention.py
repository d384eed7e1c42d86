"""The command that lets go what was kept long enough."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, command_line, open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netaudit.store.retention import Due
    from netaudit.store.workspace import Workspace

Apply = Annotated[bool, typer.Option("--apply", help="Do what is due, after showing it.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask again.")]


def retention(apply: Apply = False, yes: Yes = False, workspace: WorkspaceFolder = HERE) -> None:
    """List until when data are kept and what is due to go; with --apply, let it go."""
    from netaudit.analysis.retention_words import due_words, kept_words
    from netaudit.console import say
    from netaudit.store import retention as keeping
    from netaudit.store.erasing.certificate import sentences

    opened = open_workspace(workspace)
    for kept in keeping.plan(opened):
        say(f"Cohort {kept.cohort}: {kept_words(kept)}")
    found = keeping.due(opened, date.today())
    for one in found:
        say(f"Due. {due_words(one)}")
        for line in sentences(keeping.foresee(opened, one), is_done=False):
            say(line)
    if not found:
        say("Nothing is due.")
    elif apply and (yes or _agreed()):
        _let_go(opened, found)
    else:
        say("Nothing was changed. To let it go: netaudit retention --apply")


def _agreed() -> bool:
    """The answer of whoever sits at the terminal; a script has decided by calling the command."""
    return not sys.stdin.isatty() or typer.confirm("Let this go for good?")


def _let_go(opened: "Workspace", found: "Sequence[Due]") -> None:
    from netaudit.console import say, working
    from netaudit.store import retention as keeping
    from netaudit.store.erasing.certificate import sentences

    for one in found:
        with working(f"letting go of cohort {one.cohort}") as step:
            done = keeping.let_go(opened, one, command_line(), progress=step)
        for line in sentences(done, is_done=True):
            say(line)
