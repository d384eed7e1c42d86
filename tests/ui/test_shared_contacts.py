"""The page on shared contacts: its parts, for whom, and what its buttons keep."""

from pathlib import Path

import pytest

from netaudit.store import introductions
from netaudit.store.ledger import Ledger
from netaudit.ui.sign_in import view_as
from tests.ui.conftest import OpenPage

EVALUATOR = {view_as.ROLE: "evaluator"}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own beside the sample programme."""
    url = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("NETAUDIT_LEDGER", url)
    return Ledger(url)


def test_an_introduction_is_made_and_undone_by_coordinators_alone(
    ledger: Ledger, open_page: OpenPage
) -> None:
    page = open_page("shared_contacts", cohort="2026", see="introductions")
    assert not page.exception
    first = next(one for one in page.button if str(one.key).startswith("accepted "))
    first.click().run()
    (taken,) = introductions.steps(ledger, {})
    assert first.key == "accepted " + " ".join(taken.pair)
    assert [one.label for one in page.get("download_button")][:1] == [
        "Letters for a mail merge (CSV)"
    ]
    page.session_state[view_as.ROLE] = "evaluator"
    page.button(key=f"undo {taken.number}").click().run()
    assert introductions.steps(ledger, {})[0].counts
    assert page.segmented_control(key="see").options == [
        "Named by several",
        "Lists in common",
        "Inside the cohort",
    ]


def test_the_cohort_is_drawn_and_told_in_a_table(open_page: OpenPage) -> None:
    page = open_page("shared_contacts", cohort="2026", see="inside")
    assert not page.exception
    assert all(len(chart.proto.alt) > 40 for chart in page.get("vega_lite_chart"))
    assert any("know each other" in one.value for one in page.subheader)
    assert any("Tied with" in one.value.columns for one in page.dataframe)
