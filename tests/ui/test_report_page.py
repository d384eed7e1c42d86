"""The report page: what is made beside it is kept, taken away by those who may, and noted."""

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pandas as pd
import pytest

from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.cohort.making import Made
from netaudit.reports.cohort.report import SECTIONS
from netaudit.reports.document import Document, Heading
from netaudit.store.access_log import Actor, entries
from netaudit.store.ledger import Ledger
from netaudit.store.workspace import Workspace
from netaudit.ui.frame import View
from netaudit.ui.report import left_view, made_view, make_view, making, rows_view
from netaudit.ui.report.making import Order
from netaudit.ui.sign_in import identity, view_as
from netaudit.ui.sign_in.identity import Nobody, Principal
from tests.ui.conftest import OpenPage

BY = Actor(name="Ann", role="coordinator")
DOCUMENT = Document(
    kind="", title="Cohort 2026", running_title="", facts=(), on=None,
    blocks=(Heading(text="In *short*"), Heading(text="Part", level=2)),
)  # fmt: skip


def finished(about: object, sections: object, endings: object, progress: object) -> Made:
    return Made(about=about, document=DOCUMENT, files={".pdf": b"%PDF-"})  # type: ignore[arg-type]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own beside the sample programme."""
    url = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("NETAUDIT_LEDGER", url)
    return Ledger(url)


def test_a_report_is_made_and_stays_for_the_viewer_who_made_it(
    ledger: Ledger, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "make", finished)
    page = open_page("report", cohort="2026")
    ticked = [box.label for box in page.checkbox]
    assert ticked == [section.title for section in SECTIONS.values()]
    page.button(key="make report").click().run()
    assert not page.exception
    made = page.session_state[making.UNDER_WAY]
    assert made.order.audience == "team"
    assert "- In \\*short\\*\n    - Part" in [one.value for one in page.markdown]
    assert "PDF" in [one.proto.label for one in page.get("download_button")]
    page.segmented_control(key="report readers").select("release").run()
    inside = {section.title for section in SECTIONS.values() if not section.leaves}
    assert inside
    assert inside.isdisjoint(box.label for box in page.checkbox)
    assert any("Nothing on this cohort has left" in one.value for one in page.markdown)
    assert page.session_state[making.UNDER_WAY] is made
    page.session_state[view_as.ROLE] = "evaluator"
    page.run()
    assert "PDF" not in [one.proto.label for one in page.get("download_button")]


@pytest.fixture
def view(sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None) -> View:
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    return View(
        database=Workspace(sample_workspace).database(),
        viewer=Viewer(role="coordinator", cohorts=("2026",)),
        selection=Selection(cohort="2026", wave="endpoint"),
        size=None,  # type: ignore[arg-type]
    )


def test_a_report_is_taken_by_those_who_still_may_and_it_is_noted(
    ledger: Ledger, view: View
) -> None:
    about = SimpleNamespace(
        database=view.database, ledger=ledger, outgoing=None, leaves=False,
        cohort={"cohort": "2026"},
    )  # fmt: skip
    made = finished(about, (), (), None)
    local = Principal(name="Ann", way="local", session="", viewers=(view.viewer,))
    with pytest.raises(NetauditError, match="not open"):
        made_view.taken(Nobody(), view.viewer, BY, made, ".pdf")
    assert made_view.taken(local, view.viewer, BY, made, ".pdf") == b"%PDF-"
    (line,) = entries(ledger)
    assert (line.what, line.cohort, line.who) == ("report for the team", "2026", "Ann")
    about.database = SimpleNamespace(fingerprint="other")
    with pytest.raises(NetauditError, match="have changed"):
        made_view.taken(local, view.viewer, BY, made, ".pdf")


def test_nobody_begins_a_report_on_a_cohort_that_is_not_theirs(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "viewer", lambda: view.viewer)
    monkeypatch.setattr(identity, "acting_as", lambda _: view.viewer)
    begun: list[Order] = []
    monkeypatch.setattr(making, "begin", lambda _, order: begun.append(order))
    order = Order(cohorts=("2026", "2025"), audience="team", sections=("limits",), endings=())
    with pytest.raises(NetauditError, match="not open"):
        make_view._begin(view, order)
    assert not begun


def test_rows_from_a_page_are_under_codes_whoever_takes_them(view: View) -> None:
    noted: list[str] = []
    content = rows_view.made(view, "canonical", lambda: noted.append("noted"))
    with ZipFile(BytesIO(content)) as archive:
        tables = {name: archive.read(name) for name in archive.namelist()}
    assert noted == ["noted"]
    assert "reflections.csv" not in tables
    assert not [name for name, content in tables.items() if b"P-2026" in content]
    people = pd.read_csv(BytesIO(tables["participants.csv"]))
    assert len(people)
    for name in ("gender", "age_band", "ethnic_group", "name", "email"):
        assert people[name].isna().all()


def test_releases_on_other_cohorts_are_not_listed(view: View) -> None:
    one = SimpleNamespace(cohort="2025")
    assert not left_view._is_theirs(one, view.viewer)  # type: ignore[arg-type]
    assert left_view._is_theirs(one, Viewer.local())  # type: ignore[arg-type]


def test_an_order_that_is_given_up_stops_at_its_next_step(view: View, ledger: Ledger) -> None:
    order = Order(cohorts=("2026",), audience="team", sections=("limits",), endings=())
    with making._TURN:
        waits = making.Making(
            order=order, viewer=view.viewer, database=view.database, ledger=ledger
        )
        assert waits.how_far("") == (0, "waiting for another report")
        waits.is_stopped = True
        with pytest.raises(making.Stopped):
            _ = waits.job.result
