"""Exports of survey tools in a workspace: two waves, the mapping kept, people found again."""

from pathlib import Path

import pytest

from netaudit.errors import ImportRefused
from netaudit.importers.mapping.recipe import Recipe, read_recipe
from netaudit.store.folder import import_folder
from netaudit.store.record import MAPPING_FILE
from netaudit.store.workspace import Workspace
from tests.importers.survey_files import write
from tests.store.exports import write_export

HEADER = ["Timestamp", "Email Address", "Name of contact 1", "Closeness to contact 1",
          "Name of contact 2", "Closeness to contact 2"]  # fmt: skip
FIRST = [
    HEADER,
    ["2027-01-20 10:00", "ann@example.org", "Ida", "very close", "Otto", "close"],
    ["2027-01-21 10:00", "bo@example.org", "Ida", "close", "", ""],
]
SECOND = [
    HEADER,
    ["2027-09-20 10:00", "ANN@example.org", "otto", "very close", "Uwe", "close"],
    ["2027-09-20 10:00", "bo@example.org", "Ida", "close", "", ""],
    ["2027-09-21 10:00", "bo@example.org", "Ida", "very close", "", ""],
]


def mapping(wave: str, cohort: str = "2027") -> Recipe:
    return Recipe(wave=wave, cohort=cohort)


def ask(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    found = workspace.database().query(sql)
    return [tuple(row) for row in found.itertuples(index=False)]


def test_two_waves_find_people_and_contacts_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    for name, rows, wave in (("one", FIRST, "baseline"), ("two", SECOND, "endpoint")):
        path = write(tmp_path / f"{name}.csv", rows)
        workspace.import_paths([path], mapping=mapping(wave))
    assert ask(workspace, "SELECT count(*) FROM participants") == [(2,)]
    kept = ask(
        workspace,
        "SELECT attribute, value FROM measure_value AS m JOIN audit USING (audit_id)"
        " JOIN participants AS p USING (participant_id) WHERE m.measure = 'retained'"
        " AND p.email ILIKE 'ann%' AND audit.wave = 'endpoint'",
    )
    assert [value for _, value in kept] == [1.0]
    newest, oldest = workspace.imports()
    assert oldest.flow == {
        "read": 2, "previews": 0, "partial": 0, "unidentified": 0, "duplicates": 0, "imported": 2,
    }  # fmt: skip
    assert (newest.flow["read"], newest.flow["duplicates"], newest.flow["imported"]) == (3, 1, 2)


def test_the_whole_mapping_is_kept_and_serves_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    path = write(tmp_path / "one.csv", FIRST)
    record = workspace.import_paths([path], mapping=mapping("baseline")).record
    text = (import_folder(workspace.root, record.id) / MAPPING_FILE).read_text(encoding="utf-8")
    kept = read_recipe(text)
    assert (kept.tool, kept.wave, kept.cohort) == ("google_forms", "baseline", "2027")
    assert {one.field for one in kept.questions} == {"contacts.label", "contacts.closeness"}
    assert workspace.import_paths([path], mapping=mapping("baseline")).already
    corrected = workspace.import_paths([path], mapping=mapping("endpoint"))
    assert not corrected.already


def test_open_questions_store_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    path = write(tmp_path / "one.csv", FIRST)
    with pytest.raises(ImportRefused, match="2 questions about the file") as refused:
        workspace.import_paths([path])
    assert 'wave = "baseline"' in refused.value.hint
    assert workspace.is_empty


def test_a_check_of_a_survey_makes_no_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    path = write(tmp_path / "one.csv", FIRST)
    read = workspace.check_paths([path], mapping=mapping("baseline"))
    assert (read.refused, read.rows["contacts"]) == (False, 3)
    assert not workspace.root.exists()


def test_a_survey_does_not_take_away_what_was_known_of_somebody(tmp_path: Path) -> None:
    before = {
        "participants": """
            participant_id cohort email           consent_matching
            P-1            2026   ann@example.org yes""",
        "audits": """
            participant_id wave
            P-1            baseline""",
        "contacts": """
            participant_id wave     contact_id
            P-1            baseline a""",
    }
    workspace = Workspace(tmp_path / "workspace")
    workspace.import_paths([write_export(tmp_path / "before", before)])
    path = write(tmp_path / "two.csv", SECOND[:2])
    read = workspace.check_paths([path], mapping=Recipe(wave="endpoint"))
    assert read.open_questions == ()
    workspace.import_paths([path], mapping=Recipe(wave="endpoint"))
    assert ask(workspace, "SELECT participant_id, cohort, consent_matching FROM participants") == [
        ("P-1", "2026", "yes")
    ]
