"""What was kept long enough goes: the names of a cohort's contacts, or everything about it."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.store import retention_dates
from netaudit.store.access_log import Actor, entries
from netaudit.store.erasing.erasure_ledger import certificates
from netaudit.store.ledger import Ledger
from netaudit.store.retention import due, foresee, let_go, months_after, plan
from netaudit.store.workspace import Workspace
from tests.store.exports import write_export
from tests.store.test_erasure import everything

BY = Actor(name="somebody")
SETTINGS = """
[programme]
waves = ["baseline", "endpoint"]
[[cohorts]]
id = "2025"
end = 2025-11-30
[[cohorts]]
id = "2026"
"""
LAST_DAY = date(2026, 11, 30)
"""Twelve months after the end of the first cohort."""

TABLES = {
    "participants": """participant_id cohort name
        A1-ann-25 2025 Ann
        B1 2026 Bea""",
    "audits": """participant_id wave contacts_status ties_status
        A1-ann-25 baseline complete all_pairs_asked
        A1-ann-25 endpoint complete all_pairs_asked
        B1 baseline complete all_pairs_asked""",
    "contacts": """participant_id wave contact_id label affiliation person_key organisation x_floor
        A1-ann-25 baseline c1 Zedekia same_team key-nine Acme ground
        A1-ann-25 baseline molly Molly same_org . . first
        A1-ann-25 endpoint c1 Zedekia same_team key-nine Acme ground
        A1-ann-25 endpoint molly Molly same_org . . first
        B1 baseline c1 Zedekia same_team key-nine Acme ground""",
    "ties": """participant_id wave contact_a contact_b tie
        A1-ann-25 baseline c1 molly acquainted
        A1-ann-25 endpoint c1 molly acquainted""",
    "mentoring": """participant_id wave mentoring_id my_role contact_id
        A1-ann-25 baseline m1 mentee molly""",
    "reflections": """participant_id wave item number text
        A1-ann-25 baseline strength 1 Zedekia,_Molly!
        B1 baseline strength 1 Zedekia,_Molly!""",
}
MEASURES = ("size", "internal_share", "density", "retained", "mentors_active")


@pytest.fixture(scope="module", autouse=True)
def _few_measures() -> Iterator[None]:
    """Builds of the figures that are looked at here: as whole as any, and much quicker."""
    measures = {name: registry.measures()[name] for name in MEASURES}
    results = {"pattern_state": registry.results()["pattern_state"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "measures", lambda: measures)
        patch.setattr(registry, "results", lambda: results)
        patch.setattr(engine, "create_sensitivity", lambda *_: None)
        yield


@pytest.fixture(scope="module")
def _imported(tmp_path_factory: pytest.TempPathFactory, _few_measures: None) -> Path:
    folder = tmp_path_factory.mktemp("retention")
    Workspace(folder / "workspace").import_paths([write_export(folder / "x", TABLES, SETTINGS)])
    return folder / "workspace"


@pytest.fixture
def workspace(_imported: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(_imported, tmp_path / "workspace"))


def figures(workspace: Workspace) -> list[tuple[object, ...]]:
    rows = workspace.database().query(
        "SELECT participant_id, wave, measure, coalesce(CAST(value AS VARCHAR), '-')"
        " FROM measure_value JOIN audit USING (audit_id) ORDER BY ALL"
    )
    return [tuple(row) for row in rows.itertuples(index=False)]


def contacts(workspace: Workspace, participant: str) -> list[tuple[object, ...]]:
    rows = workspace.database().query(
        "SELECT DISTINCT contact_id, label, person_key, organisation FROM contacts"
        " LEFT JOIN private.contact_labels USING (participant_id, wave, contact_id)"
        " WHERE participant_id = $who ORDER BY ALL",
        {"who": participant},
    )
    return [tuple(row) for row in rows.fillna("").itertuples(index=False)]


def test_names_are_kept_for_a_year_after_the_end(workspace: Workspace) -> None:
    first, second = plan(workspace)
    assert (first.cohort, first.labels_until, first.named) == ("2025", LAST_DAY, 2)
    assert (second.cohort, second.labels_until, second.everything_until) == ("2026", None, None)
    assert due(workspace, date(2026, 11, 29)) == ()
    (one,) = due(workspace, LAST_DAY)
    assert (one.cohort, one.what, one.number) == ("2025", "labels", 2)
    assert due(workspace, LAST_DAY, ["2026"]) == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
    ],
)
def test_months_after(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_contacts_lose_their_names_and_every_figure_stays(workspace: Workspace) -> None:
    before = figures(workspace)
    (one,) = due(workspace, LAST_DAY)
    seen = foresee(workspace, one)
    assert figures(workspace) == before
    done = let_go(workspace, one, BY)
    assert (done.kind, done.blanked) == ("labels", seen.blanked)
    assert not done.removed
    assert figures(workspace) == before
    # A code is kept, so that waves still match, unless it says the name.
    code, other = contacts(workspace, "A1-ann-25")
    assert code == ("c1", "", "", "")
    assert str(other[0]).startswith("erased-")
    assert contacts(workspace, "B1") == [("c1", "Zedekia", "key-nine", "Acme")]
    texts = workspace.database().query("SELECT text FROM reflections ORDER BY participant_id")
    assert texts["text"].tolist() == ["(erased),_(erased)!", "Zedekia,_Molly!"]
    assert due(workspace, LAST_DAY) == ()
    assert entries(workspace.ledger)[0].cohort == "2025"


def test_names_that_are_over_do_not_come_back(workspace: Workspace, tmp_path: Path) -> None:
    let_go(workspace, due(workspace, LAST_DAY)[0], BY)
    later = {
        **TABLES,
        "participants": """participant_id cohort name
            A1-ann-25 2025 Ann
            A2 2025 Amy""",
        "audits": """participant_id wave
            A1-ann-25 endpoint
            A2 endpoint""",
        "contacts": """participant_id wave contact_id label
            A1-ann-25 endpoint c1 Zedekia
            A2 endpoint c1 Olaf""",
    }
    later = {name: later[name] for name in ("participants", "audits", "contacts")}
    made = workspace.import_paths([write_export(tmp_path / "later", later)]).record
    assert [one.message for one in made.problems if "time is over" in one.message] == [
        "2 contacts in this export came with names whose time is over; the names were not stored."
    ]
    left = everything(workspace)
    assert b"Olaf" not in left
    assert due(workspace, LAST_DAY) == ()


def test_another_date_gives_names_more_time(workspace: Workspace, tmp_path: Path) -> None:
    let_go(workspace, due(workspace, LAST_DAY)[0], BY)
    retention_dates.set_date(workspace.ledger, "2025", "labels", date(2027, 1, 1), BY)
    assert plan(workspace)[0].is_set
    later = {
        "participants": """participant_id cohort
            A2 2025""",
        "audits": """participant_id wave
            A2 endpoint""",
        "contacts": """participant_id wave contact_id label
            A2 endpoint c1 Olaf""",
    }
    workspace.import_paths([write_export(tmp_path / "later", later)])
    assert b"Olaf" in everything(workspace)
    assert due(workspace, LAST_DAY) == ()
    assert [one.cohort for one in due(workspace, date(2027, 1, 1))] == ["2025"]


def test_everything_about_a_cohort_goes_once_its_date_has_come(
    workspace: Workspace, ledger: Ledger
) -> None:
    workspace.ledger = ledger
    kept = [row for row in figures(workspace) if row[0] == "B1"]
    retention_dates.set_date(workspace.ledger, "2025", "everything", date(2026, 1, 1), BY)
    (one,) = due(workspace, date(2026, 1, 1))
    assert (one.what, one.number) == ("everything", 1)
    done = let_go(workspace, one, BY)
    assert (done.kind, done.rows_removed > 5) == ("cohort", True)
    assert figures(workspace) == kept
    assert b"A1-ann-25" not in everything(workspace)
    assert due(workspace, LAST_DAY) == ()
    assert [one.is_finished for one in certificates(workspace.ledger)] == [True]


def test_a_workspace_may_end_up_without_anybody(workspace: Workspace) -> None:
    for cohort in ("2025", "2026"):
        retention_dates.set_date(workspace.ledger, cohort, "everything", date(2026, 1, 1), BY)
    for one in due(workspace, date(2026, 1, 1)):
        let_go(workspace, one, BY)
    assert figures(workspace) == []
    assert due(workspace, LAST_DAY) == ()


def test_undone_imports_are_kept_no_longer_than_others(workspace: Workspace) -> None:
    (made,) = workspace.imports()
    workspace.undo(made.id)
    retention_dates.set_date(workspace.ledger, "2025", "labels", date(2026, 1, 1), BY)
    let_go(workspace, due(workspace, LAST_DAY)[0], BY)
    workspace.redo(workspace.imports()[0].id)
    assert [row[1] for row in contacts(workspace, "A1-ann-25")] == ["", ""]
