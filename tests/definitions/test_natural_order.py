"""Codes are sorted as people count."""

import duckdb
import pytest

from netaudit.engine.duckdb import create_functions


@pytest.mark.parametrize(
    "codes",
    [
        ["U-0", "U-1", "U-2", "U-10", "U-100"],
        ["P-2025-9", "P-2025-10", "P-2026-1"],
        ["a1", "B2", "c3"],
        ["7", "12", "A"],
        ["X99999999999999999999999", "X100000000000000000000000"],
    ],
)
def test_numbers_in_codes_are_put_in_the_order_of_numbers(codes: list[str]) -> None:
    con = duckdb.connect()
    create_functions(con)
    rows = con.execute(
        "SELECT code FROM unnest($codes) AS t(code) ORDER BY natural_order(code)",
        {"codes": codes[::-1]},
    ).fetchall()
    assert [code for (code,) in rows] == codes
