import altair as alt
import pandas as pd
import pytest

from netaudit.charts import bars, intervals, scatter, spread
from netaudit.charts.pattern_states import pattern_states
from netaudit.charts.theme import NARROW, in_page_colours, part_legend

SHARES = pd.DataFrame(
    {
        "category": ["Peer", "Sponsorship"],
        "share": [0.5, 0.25],
        "label": ["12 of 24 (50%)", "6 of 24 (25%)"],
    }
)
PARTS = ["Watch", "Clear", "Not enough information"]
STACK = pd.DataFrame(
    {
        "category": ["Echo chamber"] * 3,
        "part": ["Not enough information", "Watch", "Clear"],
        "share": [0.01, 0.25, 0.74],
        "label": ["1", "25", "74"],
        "detail": ["1 of 100", "25 of 100", "74 of 100"],
    }
)
WAVES = pd.DataFrame(
    {
        "wave": ["Baseline", "Endpoint"] * 2,
        "series": ["Programme"] * 2 + ["Comparison"] * 2,
        "value": [0.3, 0.4, 0.3, 0.3],
        "ci_low": [0.2, 0.3, 0.2, 0.2],
        "ci_high": [0.4, 0.5, 0.4, 0.4],
        "label": ["30%", "40%", "30%", "30%"],
    }
)
SPREAD = pd.DataFrame(
    {
        "category": ["Endpoint"],
        "middle": [0.5],
        "lower_quartile": [0.4],
        "upper_quartile": [0.6],
        "label": ["median 50%"],
    }
)
CHANGES = pd.DataFrame(
    {"category": ["Density"], "value": [0.1], "ci_low": [0.0], "ci_high": [0.2], "label": ["+0.1"]}
)
PLACES = pd.DataFrame({"x": [0.2], "y": [0.7], "participants": [2], "label": ["2 participants"]})
BANDS = pd.DataFrame({"lower": [0.0], "upper": [0.2], "participants": [7], "label": ["0 to 20%"]})
CORNERS = scatter.Quadrants(x=0.5, y=0.5, low_low="a", high_low="b", low_high="c", high_high="d")

CHARTS = {
    "share_bars": bars.share_bars(SHARES),
    "count_bars": bars.count_bars(SHARES.assign(count=[12, 6]), "Participants"),
    "stacked_shares": bars.stacked_shares(STACK, PARTS),
    "histogram": spread.histogram(BANDS, "Density"),
    "ladder": spread.ladder(SPREAD, "Density", (0, 1)),
    "along_waves": intervals.along_waves(WAVES, "External share", (0, 1)),
    "one_below_the_other": intervals.one_below_the_other(CHANGES, "Mean difference"),
    "share_field": scatter.share_field(PLACES, "Density", "External share", CORNERS),
}


def layers(name: str) -> list[dict]:
    spec = CHARTS[name].to_dict()
    return spec.get("layer", [spec])


def marks(name: str) -> list[str]:
    return [layer["mark"]["type"] for layer in layers(name)]


@pytest.mark.parametrize("name", CHARTS)
def test_every_encoded_field_is_a_column_of_the_data(name: str) -> None:
    chart = CHARTS[name]
    columns = {key for rows in chart.to_dict()["datasets"].values() for row in rows for key in row}
    fields = {
        channel["field"]
        for layer in layers(name)
        for encoded in layer["encoding"].values()
        for channel in (encoded if isinstance(encoded, list) else [encoded])
        if "field" in channel
    }
    assert fields
    assert fields <= columns


@pytest.mark.parametrize("name", CHARTS)
def test_texts_have_the_colour_of_the_page(name: str) -> None:
    texts = [layer["mark"] for layer in layers(name) if layer["mark"]["type"] == "text"]
    assert {mark["color"] for mark in texts} <= {"currentColor"}
    assert texts or name == "histogram"


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_fixes_the_colour_of_a_category(name: str) -> None:
    for layer in layers(name):
        assert "range" not in layer["encoding"].get("color", {}).get("scale", {})


def test_share_bars_keep_the_order_they_are_given_in_and_run_to_100_percent() -> None:
    encoding = layers("share_bars")[0]["encoding"]
    assert encoding["y"]["sort"] == ["Peer", "Sponsorship"]
    assert encoding["x"]["scale"]["domain"] == [0, 1]


def test_parts_of_a_stack_lie_end_to_end_in_the_order_of_the_legend() -> None:
    spec = CHARTS["stacked_shares"].to_dict()
    rows = spec["datasets"][spec["data"]["name"]]
    assert [row["part"] for row in rows] == PARTS
    assert [round(row["start"], 2) for row in rows] == [0, 0.25, 0.99]
    assert [round(row["stop"], 2) for row in rows] == [0.25, 0.99, 1]


def test_a_part_too_narrow_for_its_count_goes_without() -> None:
    spec = CHARTS["stacked_shares"].to_dict()
    assert [row["written"] for row in spec["datasets"][spec["data"]["name"]]] == ["25", "74", ""]


@pytest.mark.parametrize(
    ("parts", "columns"), [(["Yes", "No"], 2), (PARTS, 1), (["x" * 100, "y"], 1)]
)
def test_a_legend_has_as_many_columns_as_a_telephone_holds(parts: list[str], columns: int) -> None:
    legend = part_legend(parts).to_dict()
    assert legend["columns"] == columns
    assert legend["labelLimit"] == NARROW


def test_series_differ_by_shape_as_well_as_colour_and_are_named_at_their_ends() -> None:
    points = next(x for x in layers("along_waves") if x["mark"]["type"] == "point")
    assert points["encoding"]["shape"]["field"] == points["encoding"]["color"]["field"] == "series"
    ends = next(x for x in layers("along_waves") if x["mark"]["type"] == "text")
    assert ends["transform"] == [{"filter": {"field": "wave", "equal": "Endpoint"}}]


def test_one_series_needs_neither_colour_nor_shape() -> None:
    chart = intervals.along_waves(WAVES.head(2).drop(columns="series"), "External share", None)
    assert all(
        not {"color", "shape"} & layer["encoding"].keys() for layer in chart.to_dict()["layer"]
    )


def test_a_ladder_draws_no_single_participant() -> None:
    assert marks("ladder") == ["bar", "tick", "text"]


def test_wave_names_stay_upright() -> None:
    assert layers("along_waves")[0]["encoding"]["x"]["axis"]["labelAngle"] == 0


def test_the_line_at_zero_is_named() -> None:
    words = layers("one_below_the_other")[1]
    spec = CHARTS["one_below_the_other"].to_dict()
    assert spec["datasets"][words["data"]["name"]] == [{"at": 0.0, "words": "no change"}]


def test_the_corners_of_a_field_carry_their_names() -> None:
    named = {
        (row["x"] < 0.5, row["y"] < 0.5): row["words"] for _, row in CORNERS.corners().iterrows()
    }
    assert named == {(True, True): "a", (False, True): "b", (True, False): "c", (False, False): "d"}


def test_charts_can_be_validated_by_vega_lite() -> None:
    for chart in CHARTS.values():
        assert chart.to_dict()["$schema"] == alt.SCHEMA_URL


def test_words_without_room_over_their_part_shrink_to_the_count_and_then_to_nothing() -> None:
    """By hand: a telephone's plot of 225 pixels holds 5 letters over 0.15 of a bar, 1 over 0.04."""
    row = {"category": "Echo chamber", "side": "left", "detail": ""}
    stops = {"Watch: both": 0.02, "Watch: list": 0.06, "Clear": 0.21, "Not enough": 1.0}
    labels = ["1", "2", "9 clear", "20 not enough"]
    data = pd.DataFrame(
        [
            {**row, "part": part, "start": start, "stop": stop, "label": label}
            for (part, stop), start, label in zip(
                stops.items(), [0.0, *stops.values()], labels, strict=False
            )
        ]
    )
    spec = pattern_states(data, ["Watch: both", "Watch: list"]).to_dict()
    written = [row["written"] for row in spec["datasets"][spec["data"]["name"]]]
    assert written == ["", "2", "9", "20 not enough"]


def test_axes_and_legends_have_the_colour_of_the_page() -> None:
    config = in_page_colours(CHARTS["stacked_shares"]).to_dict()["config"]
    assert config["axis"]["labelColor"] == config["legend"]["labelColor"] == "currentColor"
