"""The command that writes the tables of results."""

from pathlib import Path
from typing import Annotated

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

Target = Annotated[
    Path, typer.Option("--out", help="An .xlsx file, or a new folder for one CSV a table.")
]
Outside = Annotated[
    str, typer.Option("--audience", help="team, or release for readers outside the team.")
]


def tables(
    out: Target,
    cohort: OneCohort = None,
    wave: Wave = None,
    audience: Outside = "team",
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write the figures on a cohort as tables, with a codebook and notes."""
    from netaudit.exports.folder import check_folder
    from netaudit.output_files import check_target

    if audience not in ("team", "release"):
        raise typer.BadParameter("The audience is team or release.")
    if out.suffix.lower() == ".xlsx":
        check_target(out, (".xlsx",))
    else:
        check_folder(out)
    database = data_in_force(workspace, wave)
    check_cohort(database, cohort)
    from netaudit.analysis.selection import Selection
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say, working
    from netaudit.exports.results_files import asked, tables_of
    from netaudit.store import access_log

    opened, selection = open_workspace(workspace), Selection(cohort=cohort, wave=wave)
    with working("writing the tables"):
        results = asked(
            database, Viewer.local(), selection, opened.ledger, leaves=audience == "release"
        )
        made = tables_of(results, opened.counting()[-1].imported_at.date())
        if results.outgoing is not None:
            results.outgoing.leaves(command_line())
        else:
            what = "tables of results"
            access_log.record(
                opened.ledger, command_line(), "exported", what=what, cohort=cohort or ""
            )
        made.write(out)
    say(f"Written to {out}.")
