"""The tables of results as one Excel workbook, in which nothing is computed or linked."""

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd

from netaudit.exports.cells import Share

if TYPE_CHECKING:
    import xlsxwriter

NARROWEST, WIDEST = 9, 60
FORMATS = {"header": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
           "words": {"text_wrap": True, "valign": "top"},
           "whole": {"num_format": "#,##0", "valign": "top"},
           "number": {"num_format": "0.00", "valign": "top"},
           "share": {"num_format": "0%", "valign": "top"}}  # fmt: skip

Formats = Mapping[str, Any]


def workbook(sheets: Mapping[str, pd.DataFrame], made_of: date) -> bytes:
    """A sheet each, its header frozen; the same tables of data of the same day, the same bytes.

    Cells are numbers or texts, whatever the texts look like.
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties(
            {"title": "Network audits: results", "created": datetime.combine(made_of, time())}
        )
        formats = {name: book.add_format(look) for name, look in FORMATS.items()}
        for name, rows in sheets.items():
            _write(book.add_worksheet(name), rows, formats)
    return buffer.getvalue()


def _write(sheet: "xlsxwriter.worksheet.Worksheet", rows: pd.DataFrame, formats: Formats) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(map(str, rows.columns)):
        cells = list(rows[name])
        sheet.set_column(column, column, _width(name, cells))
        sheet.write_string(0, column, name, formats["header"])
        for row, cell in enumerate(cells, start=1):
            _write_cell(sheet, row, column, cell, formats)


def _write_cell(
    sheet: "xlsxwriter.worksheet.Worksheet", row: int, column: int, cell: Any, formats: Formats
) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, formats["words"])
    elif cell is not None and not pd.isna(cell):
        is_whole = not isinstance(cell, float)
        look = "share" if isinstance(cell, Share) else "whole" if is_whole else "number"
        sheet.write_number(row, column, cell, formats[look])


def _width(name: str, cells: list[Any]) -> int:
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    words = max((len(word) for word in name.split()), default=0)
    return min(max(NARROWEST, longest, words) + 2, WIDEST)
