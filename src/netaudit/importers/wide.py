"""What the exports with one wide table have in common, whichever tool they come from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from netaudit.errors import NetauditError
from netaudit.importers.reading import ExportFile
from netaudit.importers.sheets import sheets_of
from netaudit.importers.survey import Question, Response, Sheet, SubRow

Row = tuple[int, list[str]]
"""A row's number in the file and its cells."""


def tables_of(files: Sequence[ExportFile], folder: Path) -> list[Sheet]:
    """The tables of all files that hold anything. NetauditError names a file that is unreadable."""
    found = []
    for file in files:
        try:
            found += sheets_of(file, folder)
        except NetauditError as error:
            raise NetauditError(error.message, error.hint, error.row, file.name) from None
    return [sheet for sheet in found if sheet.rows]


def only_table(tables: Iterable[Sheet], fits: Callable[[Sheet], bool], tool: str) -> Sheet:
    """The one table of answers among them; NetauditError where there is none, or several."""
    found = [table for table in tables if fits(table)]
    if not found:
        raise NetauditError(
            f"None of the files holds answers as {tool} exports them.",
            "Export the answers again, and do not change the first rows.",
        )
    if len(found) > 1:
        names = " and ".join(table.file for table in found)
        raise NetauditError(
            f"There are several tables of answers: {names}.", "Import them one at a time."
        )
    return found[0]


def answers_of(
    files: Sequence[ExportFile], folder: Path, fits: Callable[[Sheet], bool], tool: str
) -> Sheet:
    """The one table of answers in the files, whole and not empty; NetauditError otherwise."""
    sheet = only_table(tables_of(files, folder), fits, tool)
    check_widths(sheet.file, sheet.body, len(sheet.header))
    check_answers(sheet.file, sheet.body, tool)
    return sheet


def without_ticks(response: Response, questions: Iterable[Question], mark: str) -> Response:
    """The response without what some tools write into tick-boxes that nobody could tick."""
    ticks = {one.position for one in questions if one.kind == "tick"}
    cells = {
        place: cell
        for place, cell in response.cells.items()
        if not (place in ticks and cell == mark)
    }
    return replace(response, cells=cells)


def check_widths(file: str, rows: Iterable[Row], width: int) -> None:
    """NetauditError naming file and row where a row has more cells than the header."""
    for number, cells in rows:
        if len(cells) > width:
            raise NetauditError(
                f"Row {number} has {len(cells)} cells, the header {width}: a text in it was torn.",
                "Export the answers again, and do not open and save the file in between.",
                row=number,
                file=file,
            )


def check_answers(file: str, rows: Sequence[Row], tool: str) -> None:
    """NetauditError naming the file where an export holds a header and nothing else."""
    if not rows:
        raise NetauditError(
            f"The export of {tool} holds no answers, only a header.",
            "Look whether a filter was set when it was exported.",
            file=file,
        )


def at(cells: Sequence[str], position: int) -> str:
    """The cell in a column counted from 1, without the blanks around it; rows may end early."""
    return cells[position - 1].strip() if 0 < position <= len(cells) else ""


def cells_at(cells: Sequence[str], positions: Iterable[int]) -> dict[int, str]:
    """The cells in these columns that are not blank."""
    return {position: cell for position in positions if (cell := at(cells, position))}


def answers_by_column(responses: Iterable[Response | SubRow]) -> dict[int, set[str]]:
    """The different answers in each column in which anybody answered anything."""
    found: dict[int, set[str]] = {}
    for response in responses:
        for position, cell in response.cells.items():
            found.setdefault(position, set()).add(cell)
    return found
