"""What the command line says: progress, problems and errors, in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.box import HORIZONTALS
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from netaudit.errors import NetauditError, Problem
from netaudit.wording import counted

if TYPE_CHECKING:
    from netaudit.store.settings_change import SettingChange

FIRST_ROWS = 5
"""How many rows of one kind of problem are shown; the rest is in the problems file."""

LONGEST_PLACES = 36
"""How wide the column of rows and values may be."""

_out = Console(highlight=False, markup=False, soft_wrap=True)
_err = Console(highlight=False, markup=False, soft_wrap=True, stderr=True)


def say(text: str) -> None:
    """What was done, in a line or several."""
    _out.print(_lines(text.splitlines()))


def complain(error: NetauditError) -> None:
    """What went wrong and what to do about it."""
    _err.print(_printable(f"netaudit: {error.message}"))
    if error.hint:
        _err.print(_lines(error.hint.splitlines()))


def show_settings_changes(changes: "Sequence[SettingChange]") -> None:
    """The settings that change, one a line; nothing where none does."""
    if changes:
        _err.print("These settings change for the whole programme:")
    for one in changes:
        _err.print(_printable(f"  {one.setting}: {one.old} -> {one.new}"))


@contextmanager
def working(title: str) -> Iterator[Callable[[str], None]]:
    """A line that shows what is being done, on a terminal; nothing elsewhere.

    Calling what it gives puts the step named on that line.
    """
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal) as progress:
        task = progress.add_task(title, total=None)
        yield lambda step: progress.update(task, description=_printable(step))


def show_problems(problems: Sequence[Problem]) -> None:
    """The problems by kind, with the first rows of each and how many there are."""
    if not problems:
        return
    table = Table(title=_totals(problems), title_justify="left", box=HORIZONTALS, show_lines=True)
    table.add_column("where", no_wrap=True)
    table.add_column("rows", overflow="fold", max_width=LONGEST_PLACES)
    table.add_column("found, and what to do", overflow="fold")
    for alike in _by_kind(problems):
        first = alike[0]
        severity = "follows" if first.follows else first.severity
        where = (severity, first.file, first.column or "")
        words = (first.message, first.hint)
        table.add_row(_lines(where), _lines(_places(alike)), _lines(words))
    _err.print(table, soft_wrap=False)


def _totals(problems: Sequence[Problem]) -> str:
    following = sum(problem.follows for problem in problems)
    errors = sum(problem.severity == "error" for problem in problems) - following
    warnings = len(problems) - errors - following
    more = f", {counted(following, 'row that follows', 'rows that follow')}" if following else ""
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}{more}"


def _by_kind(problems: Iterable[Problem]) -> list[list[Problem]]:
    """The problems of one kind together, errors first."""
    kinds: dict[tuple[str, ...], list[Problem]] = {}
    for problem in sorted(problems, key=lambda found: found.severity):
        kinds.setdefault(problem.kind, []).append(problem)
    return list(kinds.values())


def _places(alike: Sequence[Problem]) -> list[str]:
    """Row, value and whose row it is, one a line: `4 "opertional" (P1, baseline, c3)`."""
    more = len(alike) - FIRST_ROWS
    return [*map(_place, alike[:FIRST_ROWS]), f"and {more:,} more" if more > 0 else ""]


def _place(problem: Problem) -> str:
    row = "" if problem.row is None else str(problem.row)
    value = "" if problem.value is None else f'"{problem.value}"'
    whose = f"({problem.whose})" if problem.whose else ""
    return " ".join(part for part in (row, value, whose) if part)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(_printable(text) for text in texts if text)


def _printable(text: str) -> str:
    """Text of an export without the control characters that could steer a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
