"""The patterns page: its filters, and the way from a row to a person."""

from urllib.parse import parse_qs

import pytest

from tests.ui.conftest import OpenPage

MIDPOINT = {"cohort": "2026", "wave": "midpoint"}


def test_four_cards_then_the_list_then_the_figures(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT)
    assert not page.exception
    assert [metric.label for metric in page.metric] == [
        "Birds of a feather",
        "Network lag",
        "Echo chamber",
        "Pigeonholing",
    ]
    assert len(page.dataframe[0].value) == 4 * 20
    assert len(page.get("vega_lite_chart")) == 3
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_filters_come_from_the_address(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT, pattern="network_lag")
    rows = page.dataframe[0].value
    assert list(rows)[:4] == ["Name", "Shown as", "What the list says", "To change it"]
    assert "Pattern" not in rows


def test_a_short_list_is_a_card_a_person_with_a_way_to_each(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT, pattern="network_lag", state="watch", basis="own")
    links = [link for link in page.get("page_link") if "participant=" in link.proto.query_string]
    said = [one.value.replace("\\", "") for one in page.caption]
    assert 0 < len(links) <= 12
    assert len(links) == sum("Own rating: Yes" in text for text in said)


def test_filters_go_into_the_address(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT)
    page.selectbox(key="state").select("clear").run()
    assert page.query_params["state"] == "clear"
    assert "Shown as" not in page.dataframe[0].value


def test_filters_that_fit_nobody_leave_a_page_that_says_so(open_page: OpenPage) -> None:
    page = open_page(
        "patterns", **MIDPOINT, state="not_enough_information", basis="list", closely="network_lag"
    )
    assert not page.exception
    assert "Nobody." in [text.value for text in page.text]


def test_another_pattern_is_looked_at_closely(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT, closely="echo_chamber")
    headlines = [one.value.replace("\\", "") for one in page.subheader]
    assert any(one.startswith("Echo chamber: list and own rating") for one in headlines)
    assert any(one.startswith("Echo chamber: ") and "cut-offs ten" in one for one in headlines)
    said = " ".join(one.value.replace("\\", "") for one in page.markdown)
    assert "Internal contacts, at least 80% (as netaudit sets it out)" in said


def test_choosing_a_row_opens_the_person_and_coming_back_keeps_the_filters(
    open_page: OpenPage,
) -> None:
    page = open_page("patterns", **MIDPOINT, state="watch")
    code = page.dataframe[0].value["Code"].iloc[2]
    page.session_state["rows pattern_list"] = {
        "selection": {"rows": [2], "columns": [], "cells": []}
    }
    page.run()
    assert not page.exception
    assert [title.value for title in page.title] == ["Participants"]
    assert page.query_params["participant"] == code
    assert page.query_params["wave"] == "midpoint"
    back = page.switch_page("../../../pages/programme/patterns.py").run()
    assert back.selectbox(key="state").value == "watch"
    assert [title.value for title in back.title] == ["Patterns"]


@pytest.mark.parametrize(
    ("filters", "show"),
    [
        ({"pattern": "echo_chamber", "state": "watch"}, "watch_echo_chamber"),
        ({"state": "watch"}, "watch"),
        ({"pattern": "echo_chamber", "state": "clear"}, None),
    ],
)
def test_a_person_is_opened_within_the_list_of_those_on_watch(
    open_page: OpenPage, filters: dict[str, str], show: str | None
) -> None:
    page = open_page("patterns", **MIDPOINT, **filters)
    if page.dataframe:
        page.session_state["rows pattern_list"] = {
            "selection": {"rows": [0], "columns": [], "cells": []}
        }
        found = page.run().query_params.get("show")
    else:
        links = [link.proto.query_string for link in page.get("page_link")]
        found = next(
            parse_qs(link).get("show", [None])[0] for link in links if "participant=" in link
        )
    assert found == show
