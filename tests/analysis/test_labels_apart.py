"""What participants call their contacts lies where no answer lies, and few may look."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.engine.duckdb import CONTACT_LABELS, identifier
from netaudit.store.database import Database
from netaudit.store.pseudonyms import SCHEMA, pseudonym
from netaudit.store.secret_keys import secret_key
from netaudit.store.workspace import Workspace
from tests.analysis.test_scope import GIVEN
from tests.sample_rows import rows

SHARES = "SELECT participant_id FROM participants WHERE share_with_coordinator = 'yes'"
VISIBLE = "SELECT participant_id, wave, contact_id, label FROM visible_label($viewer)"
READ_LABELS = {
    "shared_people",
    "my_data_contacts",
    "person_contacts",
    "person_mentor_candidates",
    "person_mentors",
}
COMPARE_LABELS = {"who_is_who_contacts", "who_is_who_described"}
"""For coordinators, of participants who share them and consent to matching."""


@pytest.fixture(scope="module")
def database(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


@pytest.fixture(scope="module")
def labels() -> set[str]:
    """As the sample's own files have them."""
    return set(rows("contacts")["label"].dropna())


def columns_of_text(database: Database, schema: str) -> Iterator[tuple[str, str]]:
    """Every table and view of a schema, and its columns that hold texts."""
    found = database.query(
        "SELECT table_name, column_name FROM duckdb_columns()"
        " WHERE schema_name = $schema AND NOT internal AND data_type LIKE '%VARCHAR%'",
        {"schema": schema},
    )
    yield from found.itertuples(index=False, name=None)


def asking(macro: str, folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.sql") if f"{macro}(" in path.read_text("utf-8")}


def cells(answer: pd.DataFrame) -> set[str]:
    texts = answer.select_dtypes(exclude="number").to_numpy().ravel()
    return {str(cell) for cell in texts}


def test_no_table_or_view_beside_theirs_holds_a_label(database: Database, labels: set[str]) -> None:
    assert len(labels) > 100
    looked_at = 0
    for schema in ("main", SCHEMA):
        for table, column in columns_of_text(database, schema):
            held = f"SELECT DISTINCT CAST({identifier(column)} AS VARCHAR) AS held"
            answer = database.query(f"{held} FROM {schema}.{identifier(table)}")
            assert not labels & set(answer["held"].dropna()), (schema, table, column)
            looked_at += 1
    assert looked_at > 150
    held = database.query(f"SELECT count(DISTINCT label) AS n FROM {CONTACT_LABELS}")
    assert held["n"][0] == len(labels)


@pytest.mark.parametrize("pseudonymous", [False, True])
def test_no_plain_name_leads_to_them(database: Database, pseudonymous: bool) -> None:
    for table in ("contact_labels", "import_problem"):
        with pytest.raises(duckdb.CatalogException):
            database.query(f"FROM {table}", pseudonymous=pseudonymous)
    with pytest.raises(duckdb.BinderException):
        database.query("SELECT label FROM contacts", pseudonymous=pseudonymous)


def test_one_definition_reads_them_and_few_questions_ask_it() -> None:
    reading = {
        path.stem
        for path in registry.SQL_FOLDER.rglob("*.sql")
        if CONTACT_LABELS in path.read_text("utf-8")
    }
    assert reading == {"visible_label"}
    assert asking("visible_label", registry.SQL_FOLDER / "scope") == {
        "visible_label",
        "matchable_contact",
    }
    asked = asking("visible_label", registry.SQL_FOLDER / "summaries")
    assert asked == READ_LABELS | {"export_contacts"}
    compared = asking("matchable_contact", registry.SQL_FOLDER / "summaries")
    assert compared == COMPARE_LABELS


@pytest.mark.parametrize("name", sorted(READ_LABELS | COMPARE_LABELS))
def test_an_evaluator_is_told_no_label(
    name: str, sample_workspace: Path, database: Database, labels: set[str]
) -> None:
    key = secret_key(Workspace(sample_workspace).ledger, "pseudonym")
    for participant in ("P-2026-12", pseudonym(key, "P-2026-12")):
        given = {**GIVEN, "participant": participant}
        answer = ask(database, Viewer(role="evaluator"), name, Selection(), **given)
        assert not labels & cells(answer)


@pytest.mark.parametrize("name", sorted(READ_LABELS))
def test_a_coordinator_is_told_no_label_that_is_not_shared(
    name: str, database: Database, labels: set[str]
) -> None:
    sharing = set(database.query(SHARES)["participant_id"])
    silent = next(one for one in ("P-2026-12", "P-2026-24", "P-2026-03") if one not in sharing)
    given = {**GIVEN, "participant": silent}
    answer = ask(database, Viewer(role="coordinator"), name, Selection(), **given)
    assert not labels & cells(answer)


def seen(database: Database, viewer: Viewer) -> pd.DataFrame:
    return database.query(VISIBLE, {"viewer": viewer.scope}, pseudonymous=viewer.sees_pseudonyms)


def test_who_sees_whose_labels(database: Database) -> None:
    own = seen(database, Viewer(role="participant", participant_id="P-2026-12"))
    assert set(own["participant_id"]) == {"P-2026-12"}
    sharing = set(database.query(SHARES)["participant_id"])
    told = set(seen(database, Viewer(role="coordinator"))["participant_id"])
    assert told
    assert told <= sharing
    narrowed = seen(database, Viewer(role="coordinator", cohorts=("2025",)))["participant_id"]
    assert set(narrowed) == {one for one in told if one.startswith("P-2025")}
    for role in ("evaluator", "administrator"):
        assert seen(database, Viewer(role=role)).empty
        assert seen(database, Viewer(role=role, has_files=True)).empty


def test_an_export_holds_the_labels_of_those_who_share_them_and_all_only_with_the_files(
    database: Database, labels: set[str]
) -> None:
    sharing = set(database.query(SHARES)["participant_id"])
    told = ask(database, Viewer.local(), "export_contacts").dropna(subset=["label"])
    assert not told.empty
    assert set(told["participant_id"]) <= sharing
    whole = ask(database, Viewer(role="coordinator", has_files=True), "export_contacts")
    assert set(whole["label"].dropna()) == labels
    assert ask(database, Viewer(role="evaluator"), "export_contacts")["label"].isna().all()
