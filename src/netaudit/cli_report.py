"""The commands that write the report on a cohort, and what people wrote down for it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from netaudit.cli_workspace import (
    HERE,
    WorkspaceFolder,
    check_cohort,
    command_line,
    data_in_force,
    open_workspace,
)


class Audience(StrEnum):
    """Who will read it."""

    team = "team"
    release = "release"


Cohort = Annotated[str, typer.Argument(metavar="COHORT", help="The cohort it is about.")]
OutFile = Annotated[Path, typer.Option("--out", help="The file to write, .html, .pdf or .docx.")]
WrittenFile = Annotated[
    Path, typer.Option("--out", help="A .toml file for all of it, or .csv for the outcomes.")
]
Readers = Annotated[
    Audience, typer.Option("--audience", help="The programme team, or readers outside it.")
]
Sections = Annotated[
    list[str] | None,
    typer.Option("--section", help="Only this section; may be given several times."),
]


def report(
    cohort: Cohort,
    out: OutFile,
    audience: Readers = Audience.team,
    section: Sections = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write the report on a cohort, for the team or for readers outside it."""
    from netaudit.output_files import check_target, write_whole

    check_target(out, (".html", ".pdf", ".docx"))
    database = data_in_force(workspace, None)
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say, working
    from netaudit.reports.cohort.making import make
    from netaudit.reports.cohort.subject import subject

    ledger, ending = open_workspace(workspace).ledger, out.suffix.lower()
    about = subject(database, Viewer.local(), ledger, cohort=cohort, audience=audience.value)
    with working("writing the report") as step:
        made = make(about, section or (), [ending], step)
        made.hand_over(command_line())
        write_whole(out, made.files[ending])
    say(f"Written to {out}.")


def evaluation(cohort: Cohort, out: WrittenFile, workspace: WorkspaceFolder = HERE) -> None:
    """Write a cohort's logic model, notes on the levels and outcomes harvested."""
    from netaudit.output_files import check_target, write_whole

    check_target(out, (".toml", ".csv"))
    check_cohort(data_in_force(workspace, None), cohort)
    from netaudit.console import say
    from netaudit.exports.evaluation import as_csv, as_toml
    from netaudit.store import access_log

    ledger = open_workspace(workspace).ledger
    make = as_csv if out.suffix.lower() == ".csv" else as_toml
    what = "logic model and outcomes"
    access_log.record(ledger, command_line(), "exported", what=what, cohort=cohort)
    write_whole(out, make(ledger, cohort).encode())
    say(f"Written to {out}.")
