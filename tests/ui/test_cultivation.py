"""The cultivation page: its parts, its choices, what was not asked, and the way to a person."""

import shutil
from pathlib import Path

import pytest

from netaudit.store.workspace import Workspace
from tests.conftest import SAMPLE
from tests.sample_rows import rows
from tests.ui.conftest import OpenPage
from tests.ui.test_mentoring import headlines

ENDPOINT = {"cohort": "2025", "wave": "endpoint"}
CHARTS = {"activities": 3, "actions": 4, "aims": 3, "exchange": 2, "people": 0}


@pytest.mark.parametrize(("part", "charts"), CHARTS.items())
def test_a_part_opens_from_the_address_with_its_charts(
    part: str, charts: int, open_page: OpenPage
) -> None:
    page = open_page("cultivation", **ENDPOINT, see=part)
    assert not page.exception
    assert page.query_params["see"] == part
    drawn = page.get("vega_lite_chart")
    assert len(drawn) == charts
    assert all(len(chart.proto.alt) > 40 for chart in drawn)


def test_strengths_weaknesses_and_questions_are_counts_of_people(open_page: OpenPage) -> None:
    page = open_page("cultivation", **ENDPOINT, see="written")
    assert not page.exception
    said = headlines(page)
    assert any("wrote down both strengths and weaknesses" in one for one in said)
    assert any("at least one of the reflection questions" in one for one in said)
    assert any("at least one of the preparation questions" in one for one in said)


def test_another_part_goes_into_the_address(open_page: OpenPage) -> None:
    page = open_page("cultivation", **ENDPOINT)
    assert page.query_params["see"] == "activities"
    page.segmented_control(key="see").select("actions").run()
    assert not page.exception
    assert page.query_params["see"] == "actions"
    assert [metric.label for metric in page.metric] == [
        "With an action",
        "With a first step",
        "Actions a person",
        "Overdue action",
    ]


def test_choices_come_from_the_address(open_page: OpenPage) -> None:
    page = open_page("cultivation", **ENDPOINT, see="aims", since="first", aim="pattern")
    said = " ".join(headlines(page))
    assert "on watch for a pattern at their first wave" in said
    assert "Pattern most often in the plans" in said


def test_at_the_first_wave_there_is_no_wave_before(open_page: OpenPage) -> None:
    page = open_page("cultivation", cohort="2025", wave="baseline", see="aims")
    assert page.selectbox(key="since").value == "now"
    assert not page.exception


def test_a_group_opens_too(open_page: OpenPage) -> None:
    page = open_page("cultivation", **ENDPOINT, group="scheme_role:mentee", see="actions")
    assert not page.exception
    assert page.selectbox(key="group").value == "scheme_role:mentee"


def test_choosing_a_row_opens_the_person(open_page: OpenPage) -> None:
    page = open_page("cultivation", **ENDPOINT, see="people", reason="has_overdue")
    assert any("have an overdue action at endpoint" in one for one in headlines(page))
    people = next(frame.value for frame in page.dataframe if "Code" in frame.value)
    page.session_state["rows cultivation_people_has_overdue"] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    page.run()
    assert not page.exception
    assert page.query_params["participant"] == people["Code"].iloc[0]
    assert [title.value for title in page.title] == ["Participants"]


def test_nothing_that_was_written_is_shown(open_page: OpenPage) -> None:
    """The words of actions, and of strengths and weaknesses, are the participants' own."""
    words = {*rows("actions")["text"].dropna(), *rows("reflections")["text"].dropna()}
    assert "Offer to mentor one of the new starters" in words
    for part in (*CHARTS, "written"):
        page = open_page("cultivation", **ENDPOINT, see=part)
        texts = (*page.subheader, *page.caption, *page.markdown, *page.text)
        tables = (*page.table, *page.dataframe)
        shown = " ".join([*(t.value for t in texts), *(t.value.to_csv() for t in tables)])
        shown = shown.replace("\\", "")
        assert "at endpoint" in shown
        assert not [text for text in words if text and text in shown]


def test_an_export_without_these_tables_was_not_asked(
    tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "export"
    shutil.copytree(SAMPLE, export)
    for table in ("activities", "actions", "exchange", "reflections"):
        (export / f"{table}.csv").unlink()
    Workspace(tmp_path / "workspace").import_paths([export])
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "workspace"))
    for part in (*CHARTS, "written"):
        page = open_page("cultivation", **ENDPOINT, see=part)
        assert not page.exception
        assert not page.get("vega_lite_chart")
        said = " ".join(one.value for one in (*page.caption, *page.info))
        assert "Not asked" in said, part
