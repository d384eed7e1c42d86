"""The participants page: the list, one person in every state, and the ways between them."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.charts.network import SELECTION
from tests.person_export import person_export
from tests.stored import stored

NETWORK = "network_P01_baseline"


@pytest.fixture
def open_people(open_empty_page, tmp_path: Path):
    """open_people(participant="P01", wave="baseline"): the page on P01's cohort."""
    stored(tmp_path / "workspace", person_export(tmp_path, shares="no"))

    def opened(**address: str) -> AppTest:
        return open_empty_page("participants", **{"wave": "baseline", **address})

    return opened


def said(app: AppTest) -> str:
    """Everything the page says in words."""
    assert not app.exception
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    tables = [table.value.to_csv() for table in app.table]
    return " ".join([*(part.value for part in parts), *tables]).replace("\\", "")


def drawings(app: AppTest) -> list[dict]:
    specs = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    return [spec for spec in specs if any(p["name"] == SELECTION for p in spec.get("params", []))]


def test_list_shows_everybody_and_no_person(open_people):
    app = open_people()
    assert app.dataframe[0].value["Code"].tolist() == ["P01", "P02", "P03", "P04", "P05"]
    assert "3 of 5 participants completed an audit at baseline" in said(app)
    assert not app.header


def test_choosing_a_row_opens_the_person(open_people):
    app = open_people()
    app.session_state["rows participants"] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    app.run()
    assert app.header[0].value == "Pat Example"
    assert app.query_params["participant"] == "P01"


def test_picker_opens_the_person(open_people):
    app = open_people()
    app.selectbox(key="pick participant").select("P02").run()
    assert app.header[0].value == "Person 2"


def test_list_is_narrowed_by_the_address(open_people):
    app = open_people(show="not_answered")
    assert app.dataframe[0].value["Code"].tolist() == ["P03", "P04"]
    app.selectbox(key="pick show").select("watch").run()
    assert app.dataframe[0].value["Code"].tolist() == ["P01"]


def test_person_is_shown_with_everything_recorded(open_people):
    words = said(open_people(participant="P01"))
    for part in (
        "8 contacts, 5 of them internal; 9 of the 28 pairs know each other",
        "5 of 8 contacts are internal.",
        "On watch at baseline: Echo chamber",
        "2 contacts and 5 pairs different could change it",
        "Internal contacts by purpose: 5 of 5 operational",
        "1 mentor at baseline",
        "1 of 2 actions done, 1 overdue",
        "Look for several mentors",
        "Reflection: 1 strength, 1 weakness, 1 question.",
    ):
        assert part in words


def test_change_is_shown_from_the_second_wave_on(open_people):
    since = "Since baseline: 5 kept, 4 new, 3 no longer listed"
    assert since in said(open_people(participant="P01", wave="midpoint"))
    assert since not in said(open_people(participant="P01"))


def test_page_holds_no_label_rating_or_written_answer(open_people):
    app = open_people(participant="P01")
    everything = said(app) + " ".join(str(chart.proto) for chart in app.get("vega_lite_chart"))
    assert "labels for the contacts are not shown" in everything
    assert not [word for word in ("SECRET", "Cleo", "trust", "energy") if word in everything]


@pytest.mark.parametrize(
    ("participant", "wave", "words"),
    [
        ("P02", "baseline", "Baseline: The participant said that there was nobody to name."),
        ("P03", "baseline", "Baseline: The audit was not done at this wave."),
        ("P01", "endpoint", "Endpoint: The audit was not done at this wave."),
        ("P04", "baseline", "There is no audit of this participant at baseline."),
    ],
)
def test_without_a_network_the_page_says_why(open_people, participant, wave, words):
    app = open_people(participant=participant, wave=wave)
    assert words in said(app)
    assert not drawings(app)


def test_single_contact_is_drawn(open_people):
    app = open_people(participant="P05")
    assert len(drawings(app)) == 2
    assert "Not enough information for any pattern at baseline" in said(app)


def test_unknown_participant_leads_back_to_the_list(open_people):
    app = open_people(participant="P99")
    assert "There is no participant P99 here." in said(app)
    assert app.dataframe
    assert "participant" not in app.query_params


def test_next_previous_and_back(open_people):
    app = open_people(participant="P01")
    buttons = {button.label: button for button in app.button}
    assert buttons["Previous"].disabled
    buttons["Next"].click().run()
    assert app.header[0].value == "Person 2"
    next(button for button in app.button if button.label == "All participants").click().run()
    assert app.dataframe
    assert not app.header


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_next_and_back_keep_to_the_list_one_came_from(open_page):
    narrowed = {"cohort": "2026", "wave": "endpoint", "show": "watch_echo_chamber"}
    listed = open_page("participants", **narrowed).dataframe[0].value
    codes = listed["Code"].tolist()
    assert set(listed["On watch"].str.contains("Echo chamber")) == {True}
    app = open_page("participants", **narrowed, participant=codes[0])
    seen = []
    for number in range(1, len(codes) + 1):
        assert f"{number} of {len(codes)} who have echo chamber on watch" in said(app)
        seen.append(app.query_params["participant"])
        if number < len(codes):
            press(app, "Next")
    assert seen == codes
    assert next(button for button in app.button if button.label == "Next").disabled
    assert len(app.selectbox(key="pick participant").options) == len(codes)
    press(app, "Back to the list")
    assert app.dataframe[0].value["Code"].tolist() == codes
    assert app.selectbox(key="pick show").value == "watch_echo_chamber"


def test_picker_offers_those_who_are_listed(open_people):
    app = open_people(show="not_answered")
    assert len(app.selectbox(key="pick participant").options) == 2


def test_somebody_who_is_not_on_the_list_stands_between_those_who_are(open_people):
    app = open_people(show="not_answered", participant="P02")
    assert "Person 2 is not among the 2 who have not answered." in said(app)
    press(app, "Next")
    assert app.query_params["participant"] == "P03"


def test_what_matters_stands_beside_the_name(open_people):
    columns = list(open_people().dataframe[0].value.columns)
    assert columns[:5] == ["Name", "On watch", "Mentors", "Contacts", "Internal"]
    assert columns[-1] == "Code"


def test_contact_can_be_chosen_without_the_drawing(open_people):
    app = open_people(participant="P01")
    app.selectbox(key=f"contact of {NETWORK}").select(8).run()
    words = said(app)
    assert "Affiliation: **Outside work**" in words
    assert "Knows: **–**" in words


def test_sectors_can_show_functions(open_people):
    app = open_people(participant="P01")
    app.segmented_control(key="sectors").select("function").run()
    domains = [layer["encoding"].get("shape") for layer in drawings(app)[0]["layer"]]
    shape = next(domain for domain in domains if domain)
    assert shape["scale"]["domain"][:2] == ["Clinical", "Operations"]


def test_person_of_another_cohort_brings_the_cohort_along(open_page):
    app = open_page("participants", participant="P-2025-07")
    assert app.header
    assert app.query_params["cohort"] == "2025"


def test_choosing_another_cohort_leads_back_to_the_list(open_page):
    app = open_page("participants", participant="P-2025-07")
    app.selectbox(key="cohort").select("2026").run()
    assert not app.header
    assert app.dataframe
