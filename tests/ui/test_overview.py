"""The overview on the sample programme."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from netaudit.analysis.cohort import group_means, overview
from netaudit.analysis.person import header
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.workspace import Workspace
from netaudit.ui.cohort import results_download
from netaudit.ui.frame import View
from tests.ui.conftest import OpenPage


def test_it_shows_five_figures_and_the_reasons_to_look_closer(open_page: OpenPage) -> None:
    page = open_page("overview", cohort="2026", wave="endpoint")
    titles = [metric.label for metric in page.metric]
    assert titles[:5] == [
        "Contacts listed",
        "Internal contacts",
        "Echo chamber",
        "With a mentor",
        "New contacts",
    ]
    assert titles[5:] == [
        "Have not answered",
        "Without a mentor",
        "No external contact",
        "A pattern on watch",
    ]


def test_the_response_chart_has_words_for_those_who_cannot_see_it(open_page: OpenPage) -> None:
    page = open_page("overview")
    chart = page.get("vega_lite_chart")[0]
    assert chart.proto.alt.startswith("Bars, one below the other")


def test_the_table_behind_the_chart_can_be_read(open_page: OpenPage) -> None:
    page = open_page("overview")
    assert list(page.table[0].value.columns) == [
        "Step",
        "Audits opened",
        "Participants",
        "Of those enrolled",
    ]


@pytest.mark.parametrize("reason", overview.REASONS)
def test_a_reason_counts_the_people_that_the_participants_page_lists(
    sample_workspace: object, reason: str
) -> None:
    asked = (
        Workspace(sample_workspace).database(),
        Viewer.local(),
        Selection(cohort="2026", wave="endpoint"),
    )
    counted = {figure.id: figure.value for figure in overview.attention(*asked).figures}
    listed = header.listing(*asked, reason=reason)
    assert counted[reason].split(" of ")[0] == str(len(listed.data))


def test_key_figures_that_count_people_lead_to_them(open_page: OpenPage) -> None:
    address = {"cohort": "2026", "wave": "endpoint"}
    page = open_page("overview", **address)
    counted = {metric.label: int(metric.value.split(" of ")[0]) for metric in page.metric[2:4]}
    links = " ".join(link.proto.query_string for link in page.get("page_link"))
    for title, reason in (("Echo chamber", "watch_echo_chamber"), ("With a mentor", "has_mentor")):
        assert f"show={reason}" in links
        listed = open_page("participants", **address, show=reason).dataframe[0].value
        assert len(listed) == counted[title]


def test_all_tables_can_be_taken_away_as_one_workbook(
    open_page: OpenPage, sample_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("overview", cohort="2026", wave="endpoint")
    button = page.get("download_button")[-1].proto
    assert button.label == "All tables (Excel)"
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    monkeypatch.setattr(group_means, "MEASURES", ("size",))
    view = View(
        database=Workspace(sample_workspace).database(),
        viewer=Viewer(role="evaluator"),
        selection=Selection(cohort="2026", wave="endpoint"),
        size=None,  # type: ignore[arg-type]
    )
    noted: list[str] = []
    made = openpyxl.load_workbook(BytesIO(results_download.made(view, lambda: noted.append("x"))))
    assert made.sheetnames[0] == "who answered"
    assert made.sheetnames[-1] == "notes"
    assert noted == ["x"]


def test_how_it_is_going_leads_to_the_people_to_talk_to(open_page: OpenPage) -> None:
    page = open_page("overview", cohort="2026", view="health")
    assert not page.exception
    headlines = " ".join(one.value.replace("\\", "") for one in page.subheader)
    for words in ("What is due", "New in the last seven days", "expected answers", "complete"):
        assert words in headlines
    assert "Whom to talk to this week" in [link.proto.label for link in page.get("page_link")]
    assert page.table[0].value["Organisation"].iloc[0] == "Everybody"
