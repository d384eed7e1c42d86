"""A role in some cohorts brings in, and sets aside, the data of these alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from netaudit.errors import ImportRefused, WorkspaceError
from netaudit.importers.mapping.recipe import Recipe
from netaudit.store import own_cohorts
from netaudit.store.known import background_of
from netaudit.store.merge import StoredImport
from netaudit.store.own_cohorts import check_import, check_switch, imports_within
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, listing, store_tables, write_export

OURS, THEIRS, BOTH = ("2026",), ("2025",), ("2025", "2026")
REQUIRED = ("participants", "audits", "contacts")
OF_THEM = {
    name: FIRST[name].replace("P1", "P8").replace("P2", "P9").replace(" 2026 ", " 2025 ")
    for name in REQUIRED
}
"""P8 and P9 of the cohort of 2025; P1 and P2 are of 2026."""

MIXED = {
    name: "\n".join([FIRST[name], *OF_THEM[name].strip().splitlines()[1:]]) for name in REQUIRED
}
LOWER = "[programme]\nminimum_group = 3"

Made = Callable[..., StoredImport]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """made(FIRST, settings): an import as the store keeps it."""

    def store(tables: dict[str, str], settings: str | None = None) -> StoredImport:
        return store_tables(tmp_path / f"import{len(list(tmp_path.iterdir()))}", tables, settings)

    return store


def test_an_export_of_ones_own_cohort_comes_in(made: Made) -> None:
    check_import(made(FIRST), [made(OF_THEM)], [], {}, OURS)
    check_import(made(MIXED), [], [], {}, BOTH)
    check_import(made(MIXED, LOWER), [], [], {}, None)


def test_an_export_with_people_of_another_cohort_stays_out(made: Made) -> None:
    with pytest.raises(ImportRefused) as error:
        check_import(made(MIXED), [], [], {}, OURS)
    assert error.value.message == (
        "Nothing was imported: this export may be about people of other cohorts too, and your role"
        " holds in cohort 2026 alone."
    )
    assert [problem.severity for problem in error.value.problems] == ["error"]


def test_nobody_is_moved_to_ones_own_cohort_by_saying_so(made: Made) -> None:
    moved = made({name: FIRST[name].replace("P2", "P9") for name in REQUIRED})
    check_import(moved, [], [], {}, OURS)
    with pytest.raises(ImportRefused, match="other cohorts"):
        check_import(moved, [made(OF_THEM)], [], {}, OURS)
    with pytest.raises(ImportRefused, match="other cohorts"):
        check_import(moved, [], [made(OF_THEM)], {}, OURS)


@pytest.mark.parametrize("standing", [{"P1": "P8"}, {"P8": "P1"}, {"P1": "P0", "P9": "P0"}])
def test_a_code_that_stands_for_somebody_else_is_theirs(
    made: Made, standing: dict[str, str]
) -> None:
    with pytest.raises(ImportRefused, match="other cohorts"):
        check_import(made(FIRST), [made(OF_THEM)], [], standing, OURS)


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (LOWER, "Fewest participants behind a figure"),
        ("[patterns]\necho_chamber_ties = 60", "Echo chamber"),
        ('[[cohorts]]\nid = "2025"\nenrolled = 40', "Cohort 2025"),
        ('[programme]\nwaves = ["endpoint", "baseline"]', "Order of the waves"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_settings_of_others_stay_as_they_are(
    made: Made, settings: str, named: str, is_first: bool
) -> None:
    earlier = [] if is_first else [made(OF_THEM)]
    with pytest.raises(ImportRefused, match=named):
        check_import(made(FIRST, settings), earlier, [], {}, OURS)


def test_settings_of_ones_own_cohort_come_in(made: Made) -> None:
    own = '[[cohorts]]\nid = "2026"\nenrolled = 40'
    check_import(made(FIRST, own), [made(OF_THEM)], [], {}, OURS)


def test_what_is_also_about_others_is_neither_undone_nor_redone(made: Made) -> None:
    ours, mixed = made(FIRST), made(MIXED)
    check_switch(ours, [ours], [], [ours], {}, OURS)
    with pytest.raises(WorkspaceError, match="people of other cohorts too, and your role holds in"):
        check_switch(mixed, [mixed], [], [mixed], {}, OURS)
    lower = made(FIRST, LOWER)
    with pytest.raises(WorkspaceError, match="settings that hold for other cohorts too: Fewest"):
        check_switch(lower, [mixed, lower], [mixed], [mixed, lower], {}, OURS)


def test_the_workspace_keeps_to_the_cohorts_of_whoever_acts(
    two_imports: Workspace, tmp_path: Path
) -> None:
    before = (two_imports.fingerprint, listing(two_imports.root))
    export = write_export(tmp_path / "of them", OF_THEM)
    name = two_imports.imports()[0].id
    with pytest.raises(ImportRefused, match="other cohorts"):
        two_imports.import_paths([export], within=OURS)
    with pytest.raises(WorkspaceError, match="other cohorts too"):
        two_imports.undo(name, within=THEIRS)
    assert (two_imports.fingerprint, listing(two_imports.root)) == before
    two_imports.undo(name, within=OURS)
    with pytest.raises(WorkspaceError, match="other cohorts too"):
        two_imports.redo(name, within=THEIRS)
    assert [record.undone for record in imports_within(two_imports, OURS)] == [True, False]
    assert imports_within(two_imports, THEIRS) == ()


def test_an_import_about_nobody_is_for_those_in_every_cohort(
    two_imports: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where every row was left out: it names its files, and may have been about others."""
    monkeypatch.setattr(own_cohorts, "_about", lambda *_: ())
    assert imports_within(two_imports, OURS) == ()
    assert len(imports_within(two_imports, None)) == 2
    with pytest.raises(WorkspaceError, match="other cohorts"):
        two_imports.undo(two_imports.imports()[0].id, within=OURS)


def test_people_of_other_cohorts_are_not_looked_up(made: Made, tmp_path: Path) -> None:
    ledger = Workspace(tmp_path / "workspace").ledger
    for within, known in ((None, {"P1", "P2", "P8", "P9"}), (OURS, {"P1", "P2"})):
        found = background_of(ledger, [made(MIXED)], Recipe(), stores=True, within=within)
        assert set(found.participants) == known
