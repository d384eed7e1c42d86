"""Problems put together as people mend them."""

from dataclasses import replace

import pytest

from netaudit.analysis.intake.problems import (
    left_out_lines,
    problem_kinds,
    problem_table,
    problem_view,
    rows_phrase,
    totals,
)
from netaudit.errors import FOLLOWER, PROBLEM_COLUMNS, Problem


def unknown_code(row: int | None, value: str | None, message: str = "") -> Problem:
    return Problem(
        severity="error",
        file="contacts.csv",
        row=row,
        column="affiliation" if row else None,
        value=value,
        message=message or f"{value} is not one of the codes of affiliation.",
        hint="Did you mean same_team?",
        check="unknown_code",
    )


WARNING = Problem(
    severity="warning",
    file="audits.csv",
    row=3,
    message="Odd.",
    hint="Look.",
    check="nobody_listed",
)
WHOLE_FILE = Problem(severity="error", file="ties.csv", message="Damaged.", hint="Save it again.")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], ""),
        ([12], "row 12"),
        ([12, 40, 41], "rows 12, 40 and 41"),
        (range(2, 10), "rows 2, 3, 4, 5, 6, 7, 8 and 9"),
        (range(2, 1010), "rows 2, 3, 4, 5, 6, 7, 8, 9 and 1,000 more"),
    ],
)
def test_rows_are_named_until_there_are_too_many(rows: list[int], words: str) -> None:
    assert rows_phrase(rows) == words


def test_a_row_says_whose_it_is_and_then_fewer_are_named() -> None:
    assert rows_phrase([12], ["P1, baseline, c3"]) == "row 12 (P1, baseline, c3)"
    assert rows_phrase([12, 40], ["P1", ""]) == "rows 12 (P1) and 40"
    assert rows_phrase(range(2, 8), ["P1"] * 6) == (
        "rows 2 (P1), 3 (P1), 4 (P1), 5 (P1) and 2 more"
    )
    named = replace(unknown_code(12, "same_tem"), whose="P1, baseline, c3")
    (kind,) = problem_kinds([named])
    assert kind.faults[0].place == 'Row 12 (P1, baseline, c3): "same_tem"'


def test_the_list_for_reading_has_blanks_and_says_which_rows_only_follow() -> None:
    hanging = replace(unknown_code(3, None), check=FOLLOWER, whose="P1, baseline, a and b")
    view = problem_view([WARNING, replace(hanging, column=None)])
    assert view["Severity"].tolist() == ["follows", "warning"]
    assert view["Whose"].tolist() == ["P1, baseline, a and b", ""]
    assert view[["Column", "Value"]].to_numpy().tolist() == [["", ""], ["", ""]]


def test_one_check_in_one_column_is_one_kind_the_commonest_fault_first() -> None:
    (kind,) = problem_kinds(
        [unknown_code(5, "x"), unknown_code(12, "same_tem"), unknown_code(40, "same_tem")]
    )
    assert kind.title == "An answer is not one of the codes"
    assert kind.where == "contacts.csv, column affiliation, 3 rows"
    assert [fault.place for fault in kind.faults] == ['Rows 12 and 40: "same_tem"', 'Row 5: "x"']


def test_errors_come_first_and_among_them_whole_files() -> None:
    kinds = problem_kinds([WARNING, unknown_code(5, "x"), WHOLE_FILE])
    assert [kind.file for kind in kinds] == ["ties.csv", "contacts.csv", "audits.csv"]
    assert kinds[0].title == "Damaged."
    assert kinds[0].where == "ties.csv"


def test_rows_too_many_to_list_stand_with_their_kind() -> None:
    counted = "8,000 more rows have the same problem."
    (kind,) = problem_kinds([unknown_code(None, None, counted), unknown_code(5, "x")])
    assert kind.further == counted
    assert len(kind.faults) == 1


def test_totals_leave_out_what_there_is_none_of() -> None:
    assert totals([WHOLE_FILE, WARNING, WARNING]) == "1 error and 2 warnings"
    assert totals([WARNING]) == "1 warning"


def test_the_list_has_the_columns_of_the_problems_file_errors_first() -> None:
    table = problem_table([WARNING, WHOLE_FILE])
    assert tuple(table.columns) == PROBLEM_COLUMNS
    assert table["severity"].tolist() == ["error", "warning"]
    assert problem_table([]).empty


def test_what_stays_out_is_told_by_file_and_reason() -> None:
    hanging = [
        Problem(
            severity="error", file="ties.csv", row=row, message="It hangs.", hint="", check=FOLLOWER
        )
        for row in (2, 3)
    ]
    too_long = Problem(
        severity="error", file="ties.csv", row=9, message="The row has 9 cells.", hint=""
    )
    assert left_out_lines([*hanging, too_long], {"ties.csv": 40}) == (
        "ties.csv: 2 of 40 rows. Hangs on a row that is left out (rows 2 and 3).",
        "ties.csv: 1 of 40 rows. The row has 9 cells (row 9).",
    )
