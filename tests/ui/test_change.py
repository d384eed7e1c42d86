"""The change page: its parts, who sees which, and choosing what a cohort is about."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.analysis.choices import Choice
from netaudit.store.ledger import Ledger
from netaudit.store.outcomes import Outcome, outcome_choices
from netaudit.ui.change import groups_view, parts
from netaudit.ui.change.planning_view import KEPT
from netaudit.ui.sign_in import view_as
from tests.ui.conftest import OpenPage
from tests.ui.test_mentoring import headlines

EVALUATOR = {view_as.ROLE: "evaluator"}
CHARTS = {
    "short": 1,
    "all": 1,
    "one": 1,
    "patterns": 4,
    "contacts": 1,
    "leavers": 1,
    "groups": 2,
    "cohorts": 2,
    "planning": 1,
}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own beside the sample programme."""
    url = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("NETAUDIT_LEDGER", url)
    return Ledger(url)


@pytest.mark.parametrize(("part", "charts"), CHARTS.items())
def test_a_part_opens_from_the_address_with_its_charts(
    part: str, charts: int, open_page: OpenPage
) -> None:
    page = open_page("change", EVALUATOR, cohort="2026", see=part, p_values="yes")
    assert not page.exception
    assert all(toggle.value for toggle in page.toggle)
    assert page.query_params["see"] == part
    assert page.query_params["between"] == "1-3"
    assert headlines(page)
    drawn = page.get("vega_lite_chart")
    assert len(drawn) == charts
    assert all(len(chart.proto.alt) > 40 for chart in drawn)


def test_coordinators_are_not_shown_who_left(open_page: OpenPage) -> None:
    page = open_page("change", cohort="2026", see="leavers")
    assert not page.exception
    assert page.query_params["see"] == "short"
    offered = page.segmented_control(key="see").options
    assert "Groups" in offered
    assert "Leavers" not in offered
    assert "17 of 24 answered at both baseline and endpoint" in headlines(page)[-1]


def test_two_other_waves_are_compared(open_page: OpenPage) -> None:
    page = open_page("change", cohort="2026", see="contacts", between="1-2")
    assert headlines(page)[0].startswith("Between baseline and midpoint participants kept")


def test_of_a_small_group_only_means_are_told(open_page: OpenPage) -> None:
    page = open_page("change", cohort="2026", see="all", group="level:middle")
    assert "too few pairs to estimate a change" in headlines(page)[0]
    assert not page.get("vega_lite_chart")
    assert "Groups" not in page.segmented_control(key="see").options


def chosen(page: AppTest, place: int, value: str, smallest: float) -> None:
    page.selectbox(key=f"outcome {place}").select(value).run()
    page.number_input(key=f"smallest {place} {value}").set_value(smallest)


def said(ledger: Ledger) -> Sequence[Outcome]:
    return outcome_choices(ledger, "2026")[-1].outcomes


def test_primary_outcomes_are_chosen_dated_and_stand_first(
    ledger: Ledger, open_page: OpenPage
) -> None:
    page = open_page("change", cohort="2026", see="planning")
    chosen(page, 0, "purpose_share:strategic", 15.0)
    chosen(page, 1, "mentors_active", 0.5)
    page.button(key="save outcomes").click().run()
    assert not page.exception
    assert said(ledger) == (
        Outcome(measure="purpose_share", attribute="strategic", smallest_change=0.15),
        Outcome(measure="mentors_active", smallest_change=0.5),
    )
    assert any("after baseline had closed" in one.value for one in page.markdown)
    page.segmented_control(key="see").select("short").run()
    assert [metric.label for metric in page.metric][1:] == ["Mentors"]
    assert [one.value for one in page.header] == ["Primary outcomes"]


def test_one_measure_twice_is_refused_in_words(ledger: Ledger, open_page: OpenPage) -> None:
    page = open_page("change", cohort="2026", see="planning")
    for place in (0, 1):
        chosen(page, place, "density", 5.0)
    page.button(key="save outcomes").click().run()
    assert [error.value.replace("\\", "") for error in page.error] == ["An outcome is named twice."]
    assert not outcome_choices(ledger, "2026")


def test_an_administrator_chooses_nothing(ledger: Ledger, open_page: OpenPage) -> None:
    page = open_page("change", cohort="2026", see="planning")
    page.session_state[view_as.ROLE] = "administrator"
    page.button(key="save outcomes").click().run()
    assert not outcome_choices(ledger, "2026")


def test_before_a_second_wave_there_is_the_planning_alone(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> tuple[Choice, ...]:
        return ()

    monkeypatch.setattr(parts, "span_choices", none)
    page = open_page("change", {KEPT: "12"}, cohort="2026")
    assert not page.exception
    assert page.number_input(key="pairs").value == 12
    assert "with 12 pairs" in headlines(page)[0]
    assert not page.segmented_control


def test_a_comparison_cohort_brings_the_comparison(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(*_: object) -> tuple[Choice, ...]:
        return (Choice(value="2025", words="Cohort 2025"),)

    monkeypatch.setattr(groups_view.comparison, "comparison_choices", other)
    page = open_page("change", cohort="2026", see="cohorts")
    assert not page.exception
    assert "in the comparison cohort; the difference is" in headlines(page)[0]
    assert page.query_params["comparison"] == "2025"
