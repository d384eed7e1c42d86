"""The charts of changes: what is drawn, and what is left out."""

from typing import Any

import pandas as pd
import pytest

from netaudit.charts.forest import forest, in_points
from netaudit.charts.heat import IN_LINES, heat
from netaudit.charts.pairs import MOST, pairs_chart
from netaudit.charts.planning import SERIES, planning_chart

CHANGES = pd.DataFrame(
    {
        "category": ["Internal share", "Density"],
        "value": [-0.06, 0.02],
        "ci_low": [-0.14, None],
        "ci_high": [0.02, None],
        "label": ["−6 points (from −14 to +2), n = 17", "+2 points, n = 7"],
    }
)
PLAN = pd.DataFrame(
    {
        "pairs": [10, 18],
        "half_width": [0.72, 0.5],
        "smallest": [1.0, 0.7],
        "is_here": [False, True],
    }
)


def people(number: int) -> pd.DataFrame:
    """Two rows a person; the first one falls, the second stays, every other one rises."""
    changes = [-0.2, 0.0, *[0.1] * number][:number]
    waves = [
        pd.DataFrame(
            {
                "pair": range(1, number + 1),
                "wave": wave,
                "value": [0.5 + change * (wave == "Endpoint") for change in changes],
                "difference": changes,
                "direction": "up",
            }
        )
        for wave in ("Baseline", "Endpoint")
    ]
    return pd.concat(waves).iloc[::-1].sort_values("wave")


def drawn(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def rows_of(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return rows


def test_a_change_without_an_interval_is_a_point_alone() -> None:
    spec = forest(CHANGES, "Change").to_dict()
    _, interval = drawn(spec, "rule")
    (point,) = drawn(spec, "point")
    assert [row["category"] for row in rows_of(spec, interval)] == ["Internal share"]
    assert [row["category"] for row in rows_of(spec, point)] == ["Internal share", "Density"]


def test_the_shade_reaches_the_smallest_change_on_both_sides() -> None:
    spec = forest(CHANGES, "Change", smallest=1.0).to_dict()
    (shade,) = drawn(spec, "rect")
    assert rows_of(spec, shade) == [{"low": -1.0, "high": 1.0}]
    assert not drawn(forest(CHANGES, "Change").to_dict(), "rect")


def test_changes_without_any_interval_are_drawn_too() -> None:
    spec = forest(CHANGES.tail(1), "Change", zero_words="Alike").to_dict()
    (zero,) = drawn(spec, "rule")
    assert rows_of(spec, zero) == [{"at": 0.0, "words": "Alike"}]


def test_shares_become_points() -> None:
    told = in_points(CHANGES)
    assert told["value"].tolist() == [-6.0, 2.0]
    assert told["ci_low"].isna().tolist() == [False, True]


def test_the_largest_fall_stands_first_and_waves_differ_in_shape() -> None:
    spec = pairs_chart(people(6), "Internal share").to_dict()
    (line,), (point,) = drawn(spec, "rule"), drawn(spec, "point")
    assert line["encoding"]["y"]["sort"][:2] == [1, 2]
    assert point["encoding"]["shape"]["scale"]["domain"] == ["Baseline", "Endpoint"]
    first = next(row for row in rows_of(spec, line) if row["pair"] == 1)
    assert (first["earlier"], first["later"]) == (0.5, pytest.approx(0.3))


def test_of_many_people_changes_are_counted_once_a_person() -> None:
    spec = pairs_chart(people(MOST + 1), "Internal share").to_dict()
    assert spec["mark"]["type"] == "bar"
    assert spec["encoding"]["y"]["aggregate"] == "count"
    assert len(rows_of(spec, spec)) == MOST + 1


def test_the_number_of_pairs_is_marked_on_both_curves() -> None:
    spec = planning_chart(PLAN, "Change in points").to_dict()
    (here,) = drawn(spec, "rule")
    assert [row["pairs"] for row in rows_of(spec, here)] == [18]
    (curve,) = drawn(spec, "line")
    assert curve["encoding"]["shape"]["scale"]["domain"] == list(SERIES.values())


def test_long_names_over_few_columns_take_two_lines() -> None:
    cells = pd.DataFrame(
        {"column": ["Clear"], "row": ["Watch"], "amount": [0.5], "label": ["2"], "detail": ["2"]}
    )
    few = heat(cells, ["Clear", "Not enough information"], ["Watch"]).to_dict()
    upright = heat(cells, ["Clear", "a", "b", "Not enough information"], ["Watch"]).to_dict()
    axes = [chart["layer"][0]["encoding"]["x"]["axis"] for chart in (few, upright)]
    assert axes[0]["labelExpr"] == IN_LINES
    assert "labelExpr" not in axes[1]
