"""The timeline of mentoring relationships: what is drawn, and what marks it."""

from typing import Any

import pandas as pd

from netaudit.charts.timeline import STATES, timeline_chart

DATA = pd.DataFrame(
    {
        "relationship": ["1 Sponsorship", "2 Peer", "3 Reverse", "4 Other"],
        "state": ["Open", "Open", "Ended", "Ended"],
        "started": pd.to_datetime(["2025-03-01", "2026-01-31", "2024-01-01", None]),
        "ended": pd.to_datetime(["2026-01-31", "2026-01-31", "2025-01-01", None]),
        "is_start_known": [True, False, True, False],
        "audit_day": pd.to_datetime(["2026-01-31"] * 4),
        "described": ["1", "2", "3", "4"],
    }
)
SPANS = pd.DataFrame(
    {"from_day": pd.to_datetime(["2025-03-01"]), "to_day": pd.to_datetime(["2025-04-01"])}
)


def layers(data: pd.DataFrame, spans: pd.DataFrame | None = None) -> list[list[dict[str, Any]]]:
    """The rows of each layer, lowest first."""
    chart = timeline_chart(data, spans)
    assert chart is not None
    drawn = chart.to_dict()
    return [drawn["datasets"][layer["data"]["name"]] for layer in drawn["layer"]]


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["relationship"] for row in rows]


def test_undated_relationships_are_left_to_the_table():
    running, ended, *_ = layers(DATA)
    assert names(running) == ["1 Sponsorship", "2 Peer"]
    assert names(ended) == ["3 Reverse"]
    assert timeline_chart(DATA.iloc[3:]) is None


def test_nothing_is_drawn_where_no_relationship_lasts():
    assert timeline_chart(DATA.iloc[1:2]) is None


def test_open_ones_end_in_an_arrow_and_unknown_starts_in_a_question_mark():
    *_, arrows, questions, _, _ = layers(DATA)
    assert names(arrows) == ["1 Sponsorship", "2 Peer"]
    assert names(questions) == ["2 Peer"]


def test_marks_that_nothing_needs_are_no_layers():
    # An empty layer makes the browser warn of an endless axis.
    assert all(layers(DATA.iloc[[0]]))
    assert all(layers(DATA.iloc[[2]]))


def test_the_day_of_the_audit_is_marked_once():
    *_, rule, words = layers(DATA)
    assert len(rule) == len(words) == 1


def test_times_with_several_at_once_are_shaded_behind_the_bars():
    assert len(layers(DATA, SPANS)) == len(layers(DATA)) + 1
    shaded, *_ = layers(DATA, SPANS)
    assert [row["to_day"][:10] for row in shaded] == ["2025-04-01"]
    assert len(layers(DATA, SPANS.iloc[:0])) == len(layers(DATA))


def test_the_legend_names_the_states_that_are_there_and_keeps_their_colours():
    chart = timeline_chart(DATA)
    assert chart is not None
    bars, *_ = chart.to_dict()["layer"]
    assert bars["encoding"]["color"]["legend"]["values"] == ["Open", "Ended"]
    assert bars["encoding"]["color"]["scale"]["domain"] == STATES
