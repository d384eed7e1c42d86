"""The composition page on the sample programme, in each of its states."""

import pytest

from tests.ui.conftest import OpenPage

CHARTS = 9
"""Figures with a chart where everything was answered and enough participants stand behind it."""


def test_every_figure_has_words_a_table_and_a_text_alternative(open_page: OpenPage) -> None:
    page = open_page("composition", cohort="2025", wave="endpoint")
    assert not page.exception
    charts = page.get("vega_lite_chart")
    assert len(charts) == CHARTS
    assert all(len(chart.proto.alt) > 40 for chart in charts)
    tables = [box for box in page.expander if box.label == "Table and download"]
    assert len(tables) == CHARTS + 1  # and that of the analysts


@pytest.mark.parametrize("attribute", ["function", "seniority", "x_profession"])
def test_the_attribute_is_taken_from_the_address(open_page: OpenPage, attribute: str) -> None:
    page = open_page("composition", cohort="2026", wave="endpoint", of=attribute)
    name = attribute.removeprefix("x_").capitalize()
    assert page.subheader[0].value.startswith(f"{name}\\:")


def test_choosing_an_attribute_writes_it_into_the_address(open_page: OpenPage) -> None:
    page = open_page("composition", cohort="2026", wave="endpoint")
    assert page.query_params["of"] == "affiliation"
    page.selectbox(key="of").select("sector").run()
    assert not page.exception
    assert page.query_params["of"] == "sector"
    assert page.subheader[0].value.startswith("Sector")


@pytest.mark.parametrize("measure", ["size", "internal_share"])
def test_groups_are_compared_by_the_measure_chosen(open_page: OpenPage, measure: str) -> None:
    page = open_page(
        "composition", cohort="2025", wave="endpoint", mean_of=measure, grouped_by="gender"
    )
    assert not page.exception
    assert any("by gender" in heading.value for heading in page.subheader)


def test_a_group_and_an_early_wave_open_too(open_page: OpenPage) -> None:
    page = open_page("composition", cohort="2025", wave="baseline", group="level:first_line")
    assert not page.exception
    assert any("shown for everybody only" in heading.value for heading in page.subheader)
