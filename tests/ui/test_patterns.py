"""The patterns page: its filters, and the way from a row to a person."""

from urllib.parse import parse_qs

from tests.ui.conftest import OpenPage

MIDPOINT = {"cohort": "2026", "wave": "midpoint"}


def test_four_cards_then_the_list_and_the_figures_in_a_part_of_their_own(
    open_page: OpenPage,
) -> None:
    page = open_page("patterns", **MIDPOINT)
    assert not page.exception
    assert [metric.label for metric in page.metric] == [
        "Birds of a feather",
        "Network lag",
        "Echo chamber",
        "Pigeonholing",
    ]
    assert len(page.dataframe[0].value) == 4 * 20
    beside = [one.value.replace("\\", "") for one in page.caption]
    assert sum("ten points away" in one for one in beside) == 4
    assert not page.get("vega_lite_chart")
    page = page.segmented_control(key="look").set_value("figures").run()
    assert len(page.get("vega_lite_chart")) == 2
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_filters_come_from_the_address(open_page: OpenPage) -> None:
    page = open_page("patterns", **MIDPOINT, pattern="network_lag")
    rows = page.dataframe[0].value
    assert list(rows)[:4] == ["Name", "Shown as", "List", "Own rating"]
    assert set(rows["Waves"].str.len()) == {len("◆ ○ –")}
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
    page = open_page("patterns", **MIDPOINT, look="closely", closely="echo_chamber")
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


def test_a_person_is_opened_within_the_list_and_leads_back_to_it(open_page: OpenPage) -> None:
    filters = {"pattern": "echo_chamber", "state": "watch", "turn": "new"}
    page = open_page("patterns", **MIDPOINT, **filters)
    links = [parse_qs(link.proto.query_string) for link in page.get("page_link")]
    people = [link["participant"][0] for link in links if "participant" in link]
    first = next(link for link in links if "participant" in link)
    person = open_page("participants", **{name: values[0] for name, values in first.items()})
    place = f"1 of {len(people)}"
    assert any(one.value.replace("\\", "").startswith(place) for one in person.caption)
    (back,) = [
        parse_qs(link.proto.query_string)
        for link in person.get("page_link")
        if "Back" in link.proto.label
    ]
    assert {name: back[name] for name in filters} == {k: [v] for k, v in filters.items()}
    assert back["wave"] == ["midpoint"]


def test_what_an_address_asks_for_of_a_list_counts_as_far_as_it_is_offered(
    open_page: OpenPage,
) -> None:
    asked = {"list": "patterns", "pattern": "no_such", "organisation": "=1+1"}
    person = open_page("participants", **MIDPOINT, **asked, participant="P-2026-12")
    assert not person.exception
    assert any("in the list of the page Patterns" in one.value for one in person.caption)
