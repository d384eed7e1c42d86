"""The command that takes out what is stored, row by row."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import (
    HERE,
    OneCohort,
    Wave,
    WorkspaceFolder,
    check_cohort,
    command_line,
    data_in_force,
    open_workspace,
)
from netaudit.errors import NetauditError

if TYPE_CHECKING:
    from netaudit.analysis.viewer import Viewer


class Format(StrEnum):
    """What the files are for."""

    canonical = "canonical"
    graphml = "graphml"
    egor = "egor"


class Readers(StrEnum):
    """Who the rows are for."""

    team = "team"
    evaluator = "evaluator"
    release = "release"


OutFolder = Annotated[Path, typer.Option("--out", help="A new folder to write to.")]
For = Annotated[
    Readers,
    typer.Option("--audience", help="evaluator: codes for participants; no names, labels, texts."),
]
Kind = Annotated[Format, typer.Option("--format", help="canonical can be imported again.")]


def export(
    out: OutFolder,
    audience: For = Readers.team,
    kind: Kind = Format.canonical,
    cohort: OneCohort = None,
    wave: Wave = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write everything stored, ready to be imported again or for other tools."""
    from netaudit.exports.folder import check_folder, write_files

    if audience is Readers.release:
        raise NetauditError(
            "Rows about single people do not leave the team.",
            "For evaluators: --audience evaluator. For readers outside: netaudit tables.",
        )
    check_folder(out)
    database = data_in_force(workspace, wave)
    check_cohort(database, cohort)
    from netaudit.analysis.selection import Selection
    from netaudit.console import say, working
    from netaudit.exports.about import UNDER_CODES, WHOLE
    from netaudit.exports.stored_files import stored_files
    from netaudit.store import access_log

    caution = WHOLE if audience is Readers.team else UNDER_CODES
    with working("writing the export"):
        chosen = Selection(cohort=cohort, wave=wave)
        write_files(stored_files(database, _viewer(audience), chosen, kind.value), out)
    ledger = open_workspace(workspace).ledger
    what = f"{kind} export, audience {audience}"
    access_log.record(ledger, command_line(), "exported", what=what, cohort=cohort or "")
    say(f"Written to {out}.\n{caution}")


def _viewer(audience: Readers) -> "Viewer":
    from netaudit.analysis.viewer import Viewer

    if audience is Readers.evaluator:
        return Viewer(role="evaluator")
    return Viewer(role="coordinator", has_files=True)
