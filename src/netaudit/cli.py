"""The command line. Each command asks the workspace or the analysis and says what came of it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from netaudit import cli_access, cli_who
from netaudit.cli_change import change, outcomes
from netaudit.cli_erase import erase
from netaudit.cli_export import export
from netaudit.cli_follow_up import follow_up
from netaudit.cli_people import participant
from netaudit.cli_report import evaluation, report
from netaudit.cli_retention import retention
from netaudit.cli_tables import tables
from netaudit.cli_workspace import HERE, Wave, WorkspaceFolder, data_in_force, open_workspace
from netaudit.errors import ImportRefused, NetauditError, Problem
from netaudit.home import HOME

if TYPE_CHECKING:
    from netaudit.importers.mapping.recipe import Recipe
    from netaudit.store.workspace import Workspace

DATA_HAS_ERRORS, WRONG_USAGE = 1, 2
"""Exit codes; a command that did what it was asked ends with 0."""

LOCAL_ADDRESS = "127.0.0.1"

app = typer.Typer(
    name="netaudit",
    help="Network audits of mentoring and leadership programmes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Engine(StrEnum):
    """Where the measures are computed."""

    duckdb = "duckdb"
    spark = "spark"


Exports = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")]
ProblemsFile = Annotated[
    Path | None, typer.Option("--problems", help="A .csv file for the full list of problems.")
]
MappingFile = Annotated[
    Path | None, typer.Option("--mapping", help="What the questions of a survey are, a .toml file.")
]
OutFile = Annotated[Path, typer.Option("--out", help="The file to write, .csv or .parquet.")]
OutFolder = Annotated[Path, typer.Option("--out", help="The folder to write to.")]
ImportId = Annotated[str, typer.Argument(metavar="ID", help="As `netaudit imports` lists it.")]


@app.command()
def serve(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="The port to listen on.")
    ] = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Show the dashboard in the browser."""
    launcher = HOME / "app.py"
    from netaudit.console import working

    with working("looking at the workspace") as step:
        open_workspace(workspace).ensure_current(progress=step)
    options = ["--server.address", LOCAL_ADDRESS, "--server.showEmailPrompt", "false"]
    options += ["--server.headless", "false" if _has_screen() else "true"]
    options += [] if port is None else ["--server.port", str(port)]
    os.environ["NETAUDIT_WORKSPACE"] = str(workspace.resolve())
    os.chdir(launcher.parent)  # where Streamlit looks for .streamlit/config.toml
    _become([sys.executable, "-m", "streamlit", "run", str(launcher), *options])


def _has_screen() -> bool:
    """Whether there is a browser to open: not on servers, in containers or in scripts."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _become(command: list[str]) -> NoReturn:
    """Runs the command in this process's place; Windows has no such thing and waits for it."""
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


@app.command("import")
def import_export(
    paths: Exports,
    platform: Annotated[
        str | None, typer.Option(help="Where the export comes from, if it is not recognised.")
    ] = None,
    mapping: MappingFile = None,
    leave_out_bad_rows: Annotated[
        bool, typer.Option("--leave-out-bad-rows", help="Import the rest, and list them.")
    ] = False,
    problems: ProblemsFile = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Read one export, or several one after the other, into the workspace."""
    from netaudit.console import say, working
    from netaudit.import_sentences import import_sentence
    from netaudit.importers.files import exports_in

    _check_problems_file(problems)
    opened = open_workspace(workspace)
    try:
        with _telling_settings(opened), working("reading the export") as step:
            results = opened.import_all(
                exports_in(paths),
                platform=platform,
                leave_out_bad_rows=leave_out_bad_rows,
                mapping=_mapping(mapping),
                progress=step,
            )
    except ImportRefused as refused:
        _report(refused.problems, problems)
        raise
    _report(_listed([(one.record.files[0], one.record.listed) for one in results]), problems)
    for result in results:
        say(import_sentence(result))


@app.command()
def check(
    paths: Exports,
    mapping: MappingFile = None,
    problems: ProblemsFile = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Read and check one export, or several; store nothing."""
    from netaudit.console import say, working
    from netaudit.import_sentences import check_sentence
    from netaudit.importers.files import exports_in

    _check_problems_file(problems)
    with working("reading the export") as step:
        opened = open_workspace(workspace)
        exports = exports_in(paths)
        said = _mapping(mapping)
        read = [opened.check_paths(export, mapping=said, progress=step) for export in exports]
    names = [export[0].name for export in exports]
    _report(_listed(list(zip(names, [one.problems for one in read], strict=True))), problems)
    for one in read:
        say(check_sentence(one))
    if any(one.refused for one in read):
        raise typer.Exit(DATA_HAS_ERRORS)


@app.command()
def measures(
    out: OutFile,
    wave: Wave = None,
    engine: Annotated[Engine, typer.Option(help="Where to compute.")] = Engine.duckdb,
    spark_master: Annotated[
        str,
        typer.Option(
            envvar="NETAUDIT_SPARK_MASTER", help="Where Spark runs, such as spark://host:7077."
        ),
    ] = "local[*]",
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write every measure of every audit, one value a row."""
    if engine is Engine.spark:
        _write_by_spark(out, wave, spark_master, workspace)
    else:
        _write("measure_rows", out, wave, workspace)


@app.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
def benchmark(
    options: Annotated[
        list[str] | None, typer.Argument(metavar="[OPTIONS]", help="--help lists them.")
    ] = None,
) -> None:
    """Time netaudit against other ways to compute the same, and store the table."""
    root = Path(__file__).parents[2]
    if not (root / "tests" / "benchmarks").is_dir():
        raise NetauditError(
            "The benchmark is not part of the installed package.",
            "Run it in a clone: make benchmark.",
        )
    command = [sys.executable, "-m", "tests.benchmarks", *(options or [])]
    sys.exit(subprocess.run(command, cwd=root, check=False).returncode)


@app.command()
def patterns(out: OutFile, workspace: WorkspaceFolder = HERE) -> None:
    """Write the four patterns of every audit."""
    _write("pattern_rows", out, None, workspace)


@app.command()
def uptake(out: OutFile, wave: Wave = None, workspace: WorkspaceFolder = HERE) -> None:
    """Write how many of each cohort take up mentoring, with intervals."""
    _write("uptake_rows", out, wave, workspace)


app.command()(change)
app.command()(outcomes)
app.command()(participant)
app.command()(report)
app.command()(evaluation)
app.command()(export)
app.command()(tables)
app.command()(erase)
app.command()(retention)
app.command()(follow_up)
cli_access.add_to(app)
cli_who.add_to(app)


def _write(summary: str, out: Path, wave: str | None, workspace: Path) -> None:
    from netaudit.output_files import check_target, write_table

    check_target(out)
    database = data_in_force(workspace, wave)
    from netaudit.analysis.long_tables import long_table
    from netaudit.analysis.selection import Selection
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say

    rows = long_table(database, Viewer.local(), summary, Selection(wave=wave))
    say(f"{write_table(rows, out):,} rows written to {out}.")


def _write_by_spark(out: Path, wave: str | None, master: str, workspace: Path) -> None:
    from netaudit.output_files import check_target, write_table

    check_target(out)
    data_in_force(workspace, wave)
    from netaudit.console import say
    from netaudit.store.on_spark import measures_on_spark

    with measures_on_spark(open_workspace(workspace), wave, master) as rows:
        say(f"{write_table(rows, out):,} rows written to {out}.")


@app.command()
def templates(out: OutFolder, workspace: WorkspaceFolder = HERE) -> None:
    """Write an empty export to fill in, and a workbook with one row per participant and wave."""
    from netaudit.console import say
    from netaudit.templates import write_templates

    for path in write_templates(out):
        say(str(path))


@app.command()
def sample(
    out: OutFolder = Path("sample"),
    seed: Annotated[int | None, typer.Option(help="Another number, another programme.")] = None,
    people: Annotated[
        int | None, typer.Option(min=1, max=5000, help="How many the newest cohort has.")
    ] = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write an invented programme to try netaudit with."""
    from netaudit.console import say
    from netaudit.sample import SEED, write_sample

    write_sample(out, SEED if seed is None else seed, people)
    say(f"Written to {out}. To read it in: netaudit import {out}")


@app.command()
def imports(workspace: WorkspaceFolder = HERE) -> None:
    """List the imports, newest first."""
    from netaudit.console import say
    from netaudit.import_sentences import record_sentence

    for record in open_workspace(workspace).imports():
        say(record_sentence(record))


@app.command()
def undo(name: ImportId, workspace: WorkspaceFolder = HERE) -> None:
    """Set an import aside, as if it had never been made; its files are kept."""
    from netaudit.console import say, working

    opened = open_workspace(workspace)
    with _telling_settings(opened), working("putting the imports together") as step:
        opened.undo(name, progress=step)
    say(f"{name} no longer counts. To count it again: netaudit redo {name}")


@app.command()
def redo(name: ImportId, workspace: WorkspaceFolder = HERE) -> None:
    """Count an import again that was undone."""
    from netaudit.console import say, working

    opened = open_workspace(workspace)
    with _telling_settings(opened), working("putting the imports together") as step:
        opened.redo(name, progress=step)
    say(f"{name} counts again.")


@contextmanager
def _telling_settings(opened: "Workspace") -> Iterator[None]:
    """Says afterwards which of the programme's settings changed meanwhile."""
    from netaudit.console import show_settings_changes
    from netaudit.store.settings_change import settings_changes

    before = opened.counting()
    yield
    show_settings_changes(settings_changes(before, opened.counting()))


def _mapping(path: Path | None) -> "Recipe | None":
    from netaudit.importers.mapping.recipe import read_recipe_file

    return None if path is None else read_recipe_file(path)


def _check_problems_file(path: Path | None) -> None:
    if path is not None:
        from netaudit.output_files import check_target

        check_target(path, (".csv",))


def _listed(found: Sequence[tuple[str, Sequence[Problem]]]) -> Sequence[Problem]:
    from netaudit.store.batch import told_apart

    return found[0][1] if len(found) == 1 else told_apart(found)


def _report(problems: Sequence[Problem], path: Path | None) -> None:
    from netaudit.console import show_problems
    from netaudit.output_files import write_problems

    show_problems(problems)
    if path is not None:
        write_problems(problems, path)


def main() -> None:
    """The console script: ends with 0, or with the code of what stood in the command's way."""
    try:
        app()
    except NetauditError as error:
        _stop(error, DATA_HAS_ERRORS if isinstance(error, ImportRefused) else WRONG_USAGE)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _stop(NetauditError(f"{where}{error.strerror or error}."), WRONG_USAGE)
    except Exception as error:
        fault = f"Something went wrong in netaudit itself: {type(error).__name__}: {error}"
        _stop(NetauditError(fault, "Please report it, with the command you gave."), WRONG_USAGE)


def _stop(error: NetauditError, code: int) -> NoReturn:
    from netaudit.console import complain

    complain(error)
    sys.exit(code)
