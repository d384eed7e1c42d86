"""The balance page on the sample programme, in each of its states."""

import json

from tests.ui.conftest import OpenPage


def test_the_line_between_inside_and_outside_is_said_in_words(open_page: OpenPage) -> None:
    page = open_page("balance", cohort="2026", wave="endpoint")
    said = [text.value for text in page.markdown]
    assert any(text.startswith("Inside means\\: same team or same organisation") for text in said)


def test_every_figure_has_a_chart_with_a_text_alternative(open_page: OpenPage) -> None:
    page = open_page("balance", cohort="2025", wave="endpoint")
    assert not page.exception
    charts = page.get("vega_lite_chart")
    assert len(charts) == 7
    assert all(len(chart.proto.alt) > 40 for chart in charts)
    assert [metric.label for metric in page.metric] == [
        "Density",
        "Connectivity",
        "Separate circles",
        "Open pairs across the boundary",
    ]


def test_single_participants_are_marked_in_a_large_cohort_only(open_page: OpenPage) -> None:
    large = open_page("balance", cohort="2025", wave="endpoint").get("vega_lite_chart")[-1]
    small = open_page("balance", cohort="2026", wave="endpoint").get("vega_lite_chart")[-1]
    assert "circle" in json.dumps(json.loads(large.proto.spec))
    assert "circle" not in json.dumps(json.loads(small.proto.spec))


def test_a_group_and_an_early_wave_open_too(open_page: OpenPage) -> None:
    page = open_page("balance", cohort="2025", wave="baseline", group="level:first_line")
    assert not page.exception
    assert len(page.get("vega_lite_chart")) == 7


def test_analysts_find_their_measures_under_their_own_heading(open_page: OpenPage) -> None:
    page = open_page("balance", cohort="2026", wave="endpoint")
    analysts = next(box for box in page.expander if box.label == "For analysts")
    assert "Constraint depends" in " ".join(text.value for text in analysts.caption)
