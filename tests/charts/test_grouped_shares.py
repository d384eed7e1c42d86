"""Bars in series: names above their bars, everything in the order of the data."""

from typing import Any

import pandas as pd

from netaudit.charts.closure import closure_chart
from netaudit.charts.grouped import grouped_shares


def data(*series: str) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"category": category, "series": one, "share": 0.5, "label": "50%"}
            for category in ("Same team", "Outside work")
            for one in series
        ]
    )


def layers(*series: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = grouped_shares(data(*series)).to_dict()["layer"]
    return found


def test_each_category_has_its_name_in_front_of_its_series() -> None:
    bars, _, names = layers("Endpoint", "Baseline")
    assert bars["encoding"]["yOffset"]["scale"]["domain"] == ["", "Endpoint", "Baseline"]
    assert names["encoding"]["text"]["field"] == "category"
    assert names["encoding"]["y"]["sort"] == ["Same team", "Outside work"]


def test_one_series_needs_no_legend_and_less_room() -> None:
    assert layers("Endpoint")[0]["encoding"]["color"]["legend"] is None
    alone, two = (grouped_shares(data(*s)).to_dict()["height"] for s in (("a",), ("a", "b")))
    assert alone < two


def test_colours_come_from_the_theme_in_the_order_of_the_series() -> None:
    scale = layers("Endpoint", "Baseline")[0]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["Endpoint", "Baseline"]}


def test_closure_is_a_field_of_places_or_bars_of_quarters() -> None:
    place = {"x": 0.2, "y": 0.4, "participants": 1, "label": "1 participant", "place": "Open"}
    field = closure_chart(pd.DataFrame([place])).to_dict()
    assert "open and inside" in str(field)
    bars = closure_chart(pd.DataFrame([{"category": "Open", "share": 0.4, "label": "2 of 5"}]))
    assert "open and inside" not in str(bars.to_dict())


def test_a_first_cell_that_is_held_back_changes_neither_order_nor_colours() -> None:
    without = data("Baseline", "Endpoint").iloc[1:]
    scale = grouped_shares(without).to_dict()["layer"][0]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["Baseline", "Endpoint"]}
