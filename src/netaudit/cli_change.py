"""The commands about change: the paired table, and the outcomes chosen beforehand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import (
    HERE,
    WorkspaceFolder,
    command_line,
    data_in_force,
    open_workspace,
)
from netaudit.errors import NetauditError

if TYPE_CHECKING:
    from netaudit.store.database import Database
    from netaudit.store.outcomes import Outcome

First = Annotated[str, typer.Option("--from", help="The earlier wave.")]
Last = Annotated[str, typer.Option("--to", help="The later wave.")]
OneCohort = Annotated[
    str | None, typer.Option("--cohort", help="This cohort; all of the programme's if not given.")
]
OutFile = Annotated[Path, typer.Option("--out", help="The file to write, .csv or .parquet.")]
Cohort = Annotated[str, typer.Argument(metavar="COHORT", help="The cohort they are about.")]
Measures = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[MEASURE...]",
        help="Three at most, such as internal_share or purpose_share:strategic=0.15, where the"
        " number is the smallest change that matters. None: list what was chosen.",
    ),
]
TakeBack = Annotated[bool, typer.Option("--none", help="Choose none from now on.")]


def change(
    first: First,
    last: Last,
    out: OutFile,
    cohort: OneCohort = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write how every measure changed between two waves, in those who answered both."""
    from netaudit.output_files import check_target, write_table

    check_target(out)
    database = data_in_force(workspace, first)
    _check_waves(database, first, last)
    _check_cohort(database, cohort)
    import pyarrow as pa

    from netaudit.analysis.change.outcomes import chosen_in
    from netaudit.analysis.change.rows import CSV_COLUMNS, change_rows
    from netaudit.analysis.selection import Selection
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say

    viewer, selection = Viewer.local(), Selection(cohort=cohort)
    chosen = chosen_in(open_workspace(workspace).ledger, database, viewer, selection)
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    table = pa.Table.from_pandas(rows[CSV_COLUMNS], preserve_index=False)
    say(f"{write_table(table.to_reader(), out):,} rows written to {out}.")


def outcomes(
    cohort: Cohort,
    measures: Measures = None,
    none: TakeBack = False,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Choose a cohort's primary outcomes, best before the first answers are in; or list them."""
    from netaudit.store.outcomes import choose_outcomes

    opened = open_workspace(workspace)
    if measures and none:
        raise NetauditError("Either measures or --none.", "Give one of the two.")
    if measures or none:
        of_shares = _of_shares(workspace, cohort)
        wanted = [_outcome(one, of_shares) for one in measures or ()]
        choose_outcomes(opened.ledger, cohort, wanted, command_line())
    _list(workspace, cohort)


def _of_shares(workspace: Path, cohort: str) -> float:
    """The smallest change of a share that matters; says so where no import has the cohort yet."""
    from netaudit.analysis.settings import default_settings, settings
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say

    if open_workspace(workspace).is_empty:
        return float(default_settings()["smallest_change_of_interest"])
    database = data_in_force(workspace, None)
    names = _cohorts(database)
    if cohort not in names:
        say(f"No import has a cohort {cohort} yet; the cohorts are: {', '.join(names)}.")
    return float(settings(database, Viewer.local())["smallest_change_of_interest"])


def _list(workspace: Path, cohort: str) -> None:
    from netaudit.analysis.change.outcomes import NONE_CHOSEN
    from netaudit.analysis.change.words import measure_words
    from netaudit.console import say
    from netaudit.store.outcomes import outcome_choices
    from netaudit.wording import moment_utc

    made = outcome_choices(open_workspace(workspace).ledger, cohort)
    for choice in made:
        named = "; ".join(
            f"{measure_words(one.measure, one.attribute)}, from {one.smallest_change:g}"
            for one in choice.outcomes
        )
        say(f"{moment_utc(choice.chosen_at)}, {choice.chosen_by}: {named or 'none'}")
    if not made:
        say(NONE_CHOSEN)


def _outcome(written: str, of_shares: float) -> "Outcome":
    """An outcome as the command line writes it: measure, :attribute, =smallest change."""
    import math

    from netaudit.analysis.change.verdict import smallest_change
    from netaudit.definitions.registry import measures
    from netaudit.store.outcomes import Outcome

    name, _, number = written.partition("=")
    measure, _, attribute = name.partition(":")
    if number:
        try:
            smallest = float(number)
        except ValueError:
            raise NetauditError(
                f"{number} is not a number.", "Write it as internal_share=0.1."
            ) from None
    else:
        known = measures().get(measure)
        smallest = of_shares if known is None else smallest_change(known, of_shares)
    if math.isnan(smallest):
        raise NetauditError(
            f"{measure} has no smallest change that holds for every programme.",
            f"Say which one matters here, such as {name}=0.5.",
        )
    return Outcome(measure=measure, attribute=attribute or None, smallest_change=smallest)


def _check_waves(database: "Database", first: str, last: str) -> None:
    from netaudit.analysis.settings import settings
    from netaudit.analysis.viewer import Viewer

    waves = list(settings(database, Viewer.local())["waves"])
    if last not in waves:
        raise NetauditError(f"There is no wave {last}.", f"The waves are: {', '.join(waves)}.")
    if waves.index(first) >= waves.index(last):
        raise NetauditError(
            f"{first} does not come before {last}.", f"The waves in order: {', '.join(waves)}."
        )


def _check_cohort(database: "Database", cohort: str | None) -> None:
    names = _cohorts(database)
    if cohort is not None and cohort not in names:
        raise NetauditError(
            f"There is no cohort {cohort}.", f"The cohorts are: {', '.join(names)}."
        )


def _cohorts(database: "Database") -> list[str]:
    from netaudit.analysis.choices import cohort_choices
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer

    return sorted(one.value for one in cohort_choices(database, Viewer.local(), EVERYTHING))
