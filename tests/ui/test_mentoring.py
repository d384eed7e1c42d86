"""The mentoring page: its choices, its states, and the way from a row to a person."""

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.ui.cohort.mentoring_parts import PARTS
from tests.ui.conftest import OpenPage

MIDPOINT = {"cohort": "2026", "wave": "midpoint"}


def headlines(page: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in page.subheader]


def test_uptake_is_said_first(open_page: OpenPage) -> None:
    page = open_page("mentoring", **MIDPOINT)
    assert not page.exception
    assert [metric.label for metric in page.metric] == [
        "With a mentor",
        "With a sponsor",
        "Mentoring others",
        "Both",
    ]
    assert "24 enrolled have a mentor at midpoint" in headlines(page)[0]
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_choices_come_from_the_address_and_go_into_it(open_page: OpenPage) -> None:
    page = open_page("mentoring", **MIDPOINT, see="kinds", kinds="mode")
    assert any(headline.startswith("How they meet: ") for headline in headlines(page))
    page.selectbox(key="kinds").select("scope").run()
    assert page.query_params["kinds"] == "scope"
    assert any(headline.startswith("Scope: ") for headline in headlines(page))


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_from_the_address(open_page: OpenPage, part: str) -> None:
    page = open_page("mentoring", cohort="2026", wave="endpoint", see=part)
    assert not page.exception
    assert page.query_params["see"] == part
    assert headlines(page)
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_a_part_that_is_not_offered_gives_way(open_page: OpenPage) -> None:
    page = open_page("mentoring", **MIDPOINT, see="nowhere")
    assert not page.exception
    assert page.query_params["see"] == "uptake"


def test_a_card_leads_to_those_without(open_page: OpenPage) -> None:
    page = open_page("mentoring", **MIDPOINT)
    page.button(key="without sponsor").click().run()
    assert not page.exception
    assert page.query_params["see"] == "people"
    assert page.query_params["reason"] == "no_sponsor"
    assert "have no sponsor at midpoint" in headlines(page)[0]


def test_a_group_has_no_groups_of_its_own(open_page: OpenPage) -> None:
    whole = open_page("mentoring", **MIDPOINT, see="groups")
    part = open_page("mentoring", **MIDPOINT, see="groups", group="level:middle")
    assert not part.exception
    assert part.selectbox(key="group").value == "level:middle"
    assert "by" in [box.key for box in whole.selectbox]
    assert "by" not in [box.key for box in part.selectbox]


def test_a_short_list_leads_to_each_person(open_page: OpenPage) -> None:
    page = open_page("mentoring", **MIDPOINT, see="people", reason="no_outside")
    asked = [link.proto.query_string for link in page.get("page_link")]
    assert any("participant=" in one and "wave=midpoint" in one for one in asked)


def test_choosing_a_row_opens_the_person(open_page: OpenPage) -> None:
    page = open_page("mentoring", cohort="2025", wave="midpoint", see="people", reason="no_sponsor")
    people = next(frame.value for frame in page.dataframe if "Code" in frame.value)
    code = people["Code"].iloc[0]
    page.session_state["rows people_no_sponsor"] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    page.run()
    assert not page.exception
    assert page.query_params["participant"] == code
    assert [title.value for title in page.title] == ["Participants"]
