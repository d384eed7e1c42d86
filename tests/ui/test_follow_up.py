"""The follow-up page and the panel on a person's page, on a workspace that may be written to."""

from pathlib import Path
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.analysis.viewer import Role
from netaudit.store import follow_ups
from netaudit.store.workspace import Workspace
from netaudit.ui.pages import pages_of
from tests.person_export import person_export
from tests.stored import stored
from tests.ui.conftest import OpenPage


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return stored(tmp_path / "workspace", person_export(tmp_path, shares="no"))


def said(page: AppTest) -> str:
    assert not page.exception
    parts = [*page.subheader, *page.markdown, *page.caption, *page.success, *page.error]
    return " ".join(part.value for part in parts).replace("\\", "")


def test_people_are_listed_put_off_and_written_about(
    workspace: Workspace, open_empty_page: OpenPage
) -> None:
    page = open_empty_page("follow_up", wave="baseline")
    links = [link.proto.query_string for link in page.get("page_link")]
    assert sum("participant=" in link and "list=follow_up" in link for link in links) == 5
    assert "Has not answered at baseline." in said(page)
    page.button(key="Snooze a week P03").click().run()
    assert "comes back on" in said(page)
    assert "1 waiting for their day" in said(page)
    page = open_empty_page("participants", wave="baseline", participant="P03", list="follow_up")
    assert "is not among the 4 people" in said(page)
    (entry,) = follow_ups.history(workspace.ledger, "P03")
    key = f"P03 {entry.number}"
    page.text_area(key=f"note {key}").set_value("Rang <b>twice</b>.")
    page.selectbox(key=f"status {key}").set_value("done")
    next(button for button in page.button if button.label == "Save").click().run()
    assert "Rang <b>twice</b>." in said(page)
    latest, _ = follow_ups.history(workspace.ledger, "P03")
    assert (latest.status, latest.cohort) == ("done", entry.cohort)


def test_the_page_is_for_coordinators_alone() -> None:
    assert [role for role in get_args(Role) if "follow_up" in names_for(role)] == ["coordinator"]


def names_for(role: Role) -> list[str]:
    return [record.name for record in pages_of(role)]
