"""The parts of the report page."""

from netaudit.ui.frame import View
from netaudit.ui.parts import choose_part
from netaudit.ui.report import left_view, make_view, rows_view, tables_view

PARTS = {"report": "Report", "tables": "Tables", "rows": "Rows", "left": "What has left"}


def show_parts(view: View) -> None:
    """One part at a time: the report, the tables of results, the rows behind, earlier releases."""
    part = choose_part("make", PARTS)
    if part == "tables":
        tables_view.tables(view)
    elif part == "rows":
        rows_view.rows(view)
    elif part == "left":
        left_view.left(view)
    else:
        make_view.report(view)
