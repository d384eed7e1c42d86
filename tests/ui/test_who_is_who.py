"""Who is who on the imports page: cards, decisions, and taking them back."""

import shutil
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.store import access_log
from netaudit.store.matching import corrections, matches
from netaudit.store.workspace import Workspace
from netaudit.ui.sign_in import view_as
from tests.ui.conftest import OpenPage


@pytest.fixture
def workspace(open_empty_page: OpenPage, two_codes: Path, tmp_path: Path) -> Workspace:
    """The workspace that pages of this test open."""
    return Workspace(shutil.copytree(two_codes, tmp_path / "workspace"))


def said(page: AppTest) -> str:
    texts = [*page.markdown, *page.caption, *page.text, *page.info, *page.success, *page.error]
    return "\n".join(text.value for text in texts).replace("\\", "")


def press(page: AppTest, label: str, number: int = 0) -> AppTest:
    page = [one for one in page.button if one.label == label][number].click().run()
    assert not page.exception
    return page


def test_a_coordinator_decides_and_takes_it_back(
    workspace: Workspace, open_empty_page: OpenPage
) -> None:
    page = open_empty_page("imports", part="Who is who")
    words = said(page)
    assert "The codes differ only in capital letters, blanks, signs or leading zeros" in words
    assert "P-07\njo@example.org" not in words
    assert "jo@example.com\nCohort 2026\nAudits: endpoint\nWould get the other code" in words
    assert "3 of 3 participants let contacts be matched" in words
    page = press(page, "Later")
    assert "1 proposal put off." in said(page)
    page = press(page, "Show them again")
    page = press(page, "Different people")
    assert "p7 and P-07 are different people and stay so." in said(page)
    assert "Decisions are waiting" not in said(page)
    page = press(page, "Undo")
    assert "It is asked about again" in said(page)
    page = press(page, "Same person")
    assert "p7 stands for P-07 as soon as the figures are made anew." in said(page)
    assert corrections.in_force(workspace.ledger) == {"p7": "P-07"}
    page = press(page, "Bring them into the figures")
    until_done(page, workspace)
    # With the code corrected nobody names themselves any more, and a first name alone says little.
    assert "No two contacts on these lists look like one person." in said(page)
    assert "Decisions are waiting" not in said(page)
    page = press(page, "Undo")
    assert corrections.in_force(workspace.ledger) == {}
    assert "Decisions are waiting" in said(page)
    made = corrections.decisions(workspace.ledger)
    assert [(one.is_accepted, one.counts) for one in made] == [(True, False), (False, False)]


def buttons(page: AppTest) -> list[str]:
    return [one.label for one in page.button]


def until_done(page: AppTest, workspace: Workspace) -> None:
    for _ in range(100):
        if workspace.is_current:
            return
        time.sleep(0.2)
        page.run()


@pytest.mark.parametrize("role", ["evaluator", "administrator"])
def test_others_are_told_of_nobody(
    role: str, workspace: Workspace, open_empty_page: OpenPage
) -> None:
    page = open_empty_page("imports", {view_as.ROLE: role}, part="Who is who")
    words = said(page)
    assert "so coordinators do that" in words
    assert "P-07" not in words
    assert "Same person" not in buttons(page)


def test_people_whom_several_named_are_shown_to_those_who_may_see_labels(
    sample_workspace: Path, tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(sample_workspace, tmp_path / "sample")
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(root))
    page = open_page("imports", part="Who is who")
    assert "Both are said to be the same fellow participant" in said(page)
    ledger = Workspace(root).ledger
    noted = [one for one in access_log.entries(ledger) if one.what == "who is who"]
    assert {one.action for one in noted} == {"opened"}
    assert len(noted) == len({one.participant_id for one in noted})
    page = press(page, "Same person")
    (made,) = matches.decisions(ledger, {})
    assert made.is_same
    assert "are one person" in said(page)
    press(page, "Undo")
    assert matches.accepted(ledger, {}) == ()
