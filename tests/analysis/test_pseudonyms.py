"""Evaluators meet participants under codes: no answer, order or question gives an id away."""

from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.long_tables import long_table
from netaudit.analysis.selection import Selection
from netaudit.analysis.stored.tables import stored_tables
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.pseudonyms import IDS, pseudonym
from netaudit.store.secret_keys import secret_key
from netaudit.store.workspace import Workspace
from tests.analysis.test_scope import GIVEN
from tests.invented_cohort import cohort, computed
from tests.sample_rows import rows

EVALUATOR = Viewer(role="evaluator")
NAMED = "SELECT participant_id, name, email FROM participants"
SUMMARIES = [name for name, summary in registry.summaries().items() if not summary.whole_programme]


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path) -> Workspace:
    return Workspace(sample_workspace)


@pytest.fixture(scope="module")
def database(workspace: Workspace) -> Database:
    return workspace.database()


@pytest.fixture(scope="module")
def key(workspace: Workspace) -> str:
    return secret_key(workspace.ledger, "pseudonym")


def ids(database: Database) -> list[str]:
    return database.query(NAMED)["participant_id"].tolist()


def telling(answer: pd.DataFrame, secrets: set[str]) -> set[str]:
    """Those of the secrets that stand in any cell, alone or within a longer text or list."""
    written = " ".join(str(value) for value in answer.to_numpy().ravel())
    return {secret for secret in secrets if secret in written}


@pytest.mark.parametrize("name", SUMMARIES)
def test_no_answer_holds_an_id_name_or_address(name: str, database: Database, key: str) -> None:
    people = database.query(NAMED)
    secrets = set(people.to_numpy().ravel()) - {None}
    for participant in ("P-2026-03", "P-2026-12"):
        given = {**GIVEN, "participant": pseudonym(key, participant)}
        answer = ask(database, EVALUATOR, name, Selection(), **given)
        assert telling(answer, secrets) == set()
        if "participant" in registry.summaries()[name].parameters:
            by_id = {**GIVEN, "participant": participant}
            told = ask(database, EVALUATOR, name, Selection(), **by_id)
            assert "participant_id" not in told or told.empty


def test_the_ids_that_the_test_looks_for_are_told_to_a_coordinator(database: Database) -> None:
    answer = ask(database, Viewer(role="coordinator"), "person_list", Selection(cohort="2026"))
    assert len(telling(answer, set(ids(database)))) == 24


def test_the_figures_are_those_of_the_same_people(database: Database, key: str) -> None:
    selection = Selection(cohort="2026", wave="endpoint")
    theirs = ask(database, EVALUATOR, "person_list", selection)
    open_to_all = ask(database, Viewer(role="coordinator"), "person_list", selection)
    open_to_all["participant_id"] = [pseudonym(key, one) for one in open_to_all["participant_id"]]
    columns = ["participant_id", "size", "internal", "mentors", "watch"]
    expected = open_to_all[columns].sort_values("participant_id").reset_index(drop=True)
    found = theirs[columns].sort_values("participant_id").reset_index(drop=True)
    pd.testing.assert_frame_equal(found, expected)


@pytest.mark.parametrize("table", ["participants", "audits", "contacts", "audit", "cohort_ties"])
def test_every_table_that_names_participants_has_as_many_rows(
    table: str, database: Database
) -> None:
    counted = f"SELECT count(*) AS n FROM {table}"
    assert database.query(counted)["n"][0] == database.query(counted, pseudonymous=True)["n"][0] > 0


def test_every_column_of_ids_is_coded(database: Database) -> None:
    """By the catalogue: a stage that somebody adds is covered without a line of theirs."""
    columns = database.query(
        "SELECT table_name, column_name, schema_name FROM duckdb_columns()"
        " WHERE list_contains($ids, column_name) AND table_name <> 'pseudonym'",
        {"ids": list(IDS)},
    )
    named = set(zip(*columns.query("schema_name == 'main'").to_numpy().T[:2], strict=True))
    coded = set(zip(*columns.query("schema_name == 'pseudonymous'").to_numpy().T[:2], strict=True))
    assert named == coded
    known = set(ids(database))
    for table, column in sorted(named):
        seen = database.query(f"SELECT {column} AS seen FROM {table}", pseudonymous=True)["seen"]
        assert not known & set(seen.dropna())


def test_the_list_is_not_in_the_order_of_ids(database: Database, key: str) -> None:
    listed = ask(database, EVALUATOR, "person_list", Selection(cohort="2026"))["participant_id"]
    assert listed.tolist() != [
        pseudonym(key, one) for one in rows("participants").query("cohort == '2026'").iloc[:, 0]
    ]


def test_long_tables_are_coded_too(database: Database) -> None:
    table = long_table(database, EVALUATOR, "measure_rows", Selection()).read_pandas()
    assert len(table)
    assert not set(table["participant_id"]) & set(ids(database))


@pytest.fixture(scope="module")
def taken_away(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """What evaluators take away of six people who name one contact each, in own columns too."""
    given = cohort(6, role_started="2021-03-17", consent_matching="yes")
    given["contacts"] = [
        {
            "participant_id": f"P{number}",
            "wave": "endpoint",
            "contact_id": "c1",
            "person_key": f"key {number}",
            "x_branch": "north",
            "x_who": f"Ann {number}",
        }
        for number in range(1, 7)
    ]
    path = tmp_path_factory.mktemp("own columns") / "one.duckdb"
    return stored_tables(computed(path, given, Programme()), EVALUATOR, Selection())


def test_of_columns_of_the_survey_only_what_enough_share_is_taken_away(
    taken_away: dict[str, pd.DataFrame],
) -> None:
    contacts = taken_away["contacts"]
    assert set(contacts["x_branch"]) == {"north"}
    assert "x_who" not in contacts


def test_the_numbers_of_persons_follow_codes_and_no_key(
    taken_away: dict[str, pd.DataFrame],
) -> None:
    """By keys they would follow the order of ids: P1 would be the one with person-1."""
    contacts = taken_away["contacts"].sort_values("participant_id")
    assert contacts["person_key"].tolist() == [f"person-{number}" for number in range(1, 7)]


def test_a_job_begins_with_its_year(taken_away: dict[str, pd.DataFrame]) -> None:
    begun = taken_away["participants"]["role_started"]
    assert {str(one)[:10] for one in begun} == {"2021-01-01"}


def test_no_summary_reaches_past_the_schema() -> None:
    for summary in registry.summaries().values():
        assert "main." not in summary.sql
        assert "pseudonym" not in summary.sql.lower().replace("pseudonymous", "")


def test_codes_stay_and_belong_to_one_workspace(database: Database, key: str) -> None:
    assert pseudonym(key, "P1") == pseudonym(key, "P1")
    assert pseudonym(key, "P1") != pseudonym("0" * 64, "P1")
    codes = {pseudonym(key, f"P{n}") for n in range(20_000)}
    assert len(codes) == 20_000
    # By hand: python -c "import base64,hashlib,hmac; print(base64.b32encode(hmac.digest(
    # bytes(32), b'P1', 'sha256'))[:10])", then letters without I, L, O and U.
    assert pseudonym("0" * 64, "P1") == BY_HAND


BY_HAND = "F6FRV-S2T2P"
