"""Retention on the access page: dates are set, what is due is shown and let go, and reminded of."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.store import retention, retention_dates
from netaudit.store.erasing.erasure_ledger import certificates
from netaudit.store.workspace import Workspace
from tests.ui.conftest import OpenPage
from tests.ui.signed_in import ADMIN
from tests.ui.test_erase import Open, open_part, press, words, workspace

__all__ = ["open_part", "workspace"]

PAST = date(2026, 1, 1)


def test_a_coordinator_sets_a_date_for_their_cohort(open_part: Open, workspace: Workspace) -> None:
    page = open_part("coordinator", ["2026"], "Retention")
    assert not [one for one in page.date_input if "2025" in one.key]
    page.date_input(key="keep labels 2026").set_value(date(2028, 5, 1)).run()
    assert not page.exception
    assert "kept until 1 May 2028, as set" in words(page)
    assert retention.plan(workspace)[1].labels_until == date(2028, 5, 1)
    page.date_input(key="keep labels 2026").set_value(None).run()
    assert not page.exception
    assert "12 months after its end" in words(page)


def test_what_is_due_is_shown_and_let_go(open_part: Open, workspace: Workspace) -> None:
    retention_dates.set_date(workspace.ledger, "2025", "labels", PAST, ADMIN)
    page = open_part("administrator", None, "Retention")
    assert "Due." in words(page)
    page = press(page, "Show what will go")
    assert "Will stay, but nameless" in words(page)
    page.text_input(key="erase typed").input("2025").run()
    page = press(page, "Erase for good")
    assert "Erased. This is what went" in words(page)
    assert "Due." not in words(page)
    (kept,) = certificates(workspace.ledger)
    assert kept.certificate.kind == "labels"
    first, second = retention.plan(workspace)
    assert (first.named, first.done_at is not None) == (0, True)
    assert second.named > 0


@pytest.mark.parametrize("name", ["overview", "imports"])
def test_coordinators_are_reminded(
    name: str, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = retention.Due(cohort="2025", what="labels", until=PAST, number=3)
    assert not reminders(open_page(name))
    monkeypatch.setattr(retention, "due", lambda *_: (due,))
    assert reminders(open_page(name)) == 1


def reminders(page: AppTest) -> int:
    assert not page.exception
    return sum("See what is due" in str(one.proto) for one in page.get("page_link"))
