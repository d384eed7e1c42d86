"""What the commands share: the workspace they are about, and the data in force in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.errors import NetauditError

if TYPE_CHECKING:
    from netaudit.store.access_log import Actor
    from netaudit.store.database import Database
    from netaudit.store.workspace import Workspace

WorkspaceFolder = Annotated[
    Path,
    typer.Option("--workspace", envvar="NETAUDIT_WORKSPACE", help="The workspace folder."),
]
Wave = Annotated[str | None, typer.Option("--wave", help="This wave only.")]
OneCohort = Annotated[str | None, typer.Option("--cohort", help="This cohort only.")]

HERE = Path("workspace")


def open_workspace(folder: Path) -> "Workspace":
    """The workspace in the folder, which need not exist yet."""
    from netaudit.store.workspace import Workspace

    return Workspace(folder)


def command_line() -> "Actor":
    """Whoever gives a command, as the access log names them."""
    from netaudit.store.access_log import Actor
    from netaudit.store.record import who

    return Actor(name=who(), role="command line")


def data_in_force(workspace: Path, wave: str | None) -> "Database":
    """The data in force, brought up to date; NetauditError where the wave is none of theirs."""
    from netaudit.console import working

    with working("looking at the workspace") as step:
        opened = open_workspace(workspace)
        opened.ensure_current(progress=step)
    database = opened.database()
    from netaudit.analysis.settings import settings
    from netaudit.analysis.viewer import Viewer

    waves = list(settings(database, Viewer.local())["waves"])
    if wave is not None and wave not in waves:
        raise NetauditError(f"There is no wave {wave}.", f"The waves are: {', '.join(waves)}.")
    return database


def check_cohort(database: "Database", cohort: str | None) -> None:
    """NetauditError, with those there are, where the cohort is none of the data's."""
    from netaudit.analysis.ask import ask
    from netaudit.analysis.viewer import Viewer

    names = list(ask(database, Viewer.local(), "cohorts")["cohort"])
    if cohort is not None and cohort not in names:
        raise NetauditError(
            f"There is no cohort {cohort}.", f"The cohorts are: {', '.join(names)}."
        )
