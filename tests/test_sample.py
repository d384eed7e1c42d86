"""The sample programme: the committed files, and that they show everything an export can hold."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.importers.export import read_export
from netaudit.programme import Programme
from netaudit.sample import SEED, write_sample
from netaudit.sample.people import cohorts, people
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX, PATTERNS, TABLES, Column
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from netaudit.vocabulary import VOCABULARIES

COMMITTED = Path(__file__).parents[1] / "data" / "sample"
STATES = ("watch", "clear", "not_enough_information")
COHORTS = ("2025", "2026")
WAVES = ("baseline", "midpoint", "endpoint")

Rows = list[dict[str, str]]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def tables() -> dict[str, Rows]:
    found = {}
    for name, table in TABLES.items():
        with (COMMITTED / table.file).open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


@pytest.fixture(scope="module")
def database(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def test_the_command_writes_the_committed_files(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["sample", "--out", str(tmp_path / "sample")])
    assert result.exit_code == 0, result.output
    assert files_of(tmp_path / "sample") == files_of(COMMITTED)


def test_the_seed_decides_every_byte(tmp_path: Path) -> None:
    for folder, seed in (("one", 7), ("again", 7), ("other", 8)):
        write_sample(tmp_path / folder, seed)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "again")
    assert files_of(tmp_path / "one") != files_of(tmp_path / "other")


def test_the_newest_cohort_can_be_a_large_one() -> None:
    everybody = people(SEED, cohorts(150))
    assert [sum(one.plan.id == year for one in everybody) for year in ("2025", "2026")] == [40, 150]
    assert len({one.id for one in everybody}) == 190


def test_the_committed_export_has_no_problem(tmp_path: Path) -> None:
    read = read_export([COMMITTED], tmp_path, Programme())
    assert read.problems == ()
    assert set(read.tables) == {*TABLES, "contact_attributes"}


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_any_seed_gives_an_export_without_problems(tmp_path: Path, seed: int) -> None:
    write_sample(tmp_path / "export", seed)
    assert read_export([tmp_path / "export"], tmp_path / "read", Programme()).problems == ()


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_filled_somewhere(tables: dict[str, Rows], name: str) -> None:
    filled = {column for row in tables[name] for column, value in row.items() if value}
    assert set(TABLES[name].column_names) <= filled


@pytest.mark.parametrize(
    ("name", "column"),
    [
        pytest.param(table.name, column, id=f"{table.name}.{column.name}")
        for table in TABLES.values()
        for column in table.columns
        if column.vocabulary
    ],
)
def test_every_code_occurs(tables: dict[str, Rows], name: str, column: Column) -> None:
    used = {code for row in tables[name] for code in row[column.name].split("|")}
    assert set(VOCABULARIES[str(column.vocabulary)]) <= used


@pytest.mark.parametrize("column", ["purposes", "reasons", "resources"])
def test_answers_of_several_codes_hold_none_blank_and_several(
    tables: dict[str, Rows], column: str
) -> None:
    cells = {row[column] for row in tables["contacts"]}
    assert {"none", ""} <= cells
    assert any("|" in cell for cell in cells)


def test_contacts_have_further_attributes(tables: dict[str, Rows]) -> None:
    further = [c for c in tables["contacts"][0] if c.startswith(CUSTOM_ATTRIBUTE_PREFIX)]
    assert len(further) >= 2
    assert all(len({row[c] for row in tables["contacts"]}) > 5 for c in further)


def test_some_people_are_named_by_many_and_only_where_matching_is_allowed(
    tables: dict[str, Rows],
) -> None:
    allowed = {
        p["participant_id"] for p in tables["participants"] if p["consent_matching"] == "yes"
    }
    named_by = defaultdict(set)
    for row in tables["contacts"]:
        if row["person_key"]:
            named_by[row["person_key"]].add(row["participant_id"])
    assert max(len(people) for people in named_by.values()) >= 5
    assert set().union(*named_by.values()) <= allowed


def test_some_never_answer_some_leave_some_skip_a_wave(tables: dict[str, Rows]) -> None:
    answered = defaultdict(list)
    for row in tables["audits"]:
        if row["contacts_status"] != "not_done":
            answered[row["participant_id"]].append(row["wave"])
    opened = {row["participant_id"] for row in tables["audits"]}
    everybody = {row["participant_id"]: row for row in tables["participants"]}
    assert 0 < len(everybody.keys() - opened) < 6
    leavers = [p for p, row in everybody.items() if row["status"] == "withdrawn" and p in opened]
    assert leavers
    assert all("endpoint" not in answered[p] for p in leavers)
    assert ["baseline", "endpoint"] in answered.values()


@pytest.mark.parametrize("cohort", COHORTS)
@pytest.mark.parametrize("wave", WAVES)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_in_every_state(
    database: Database, cohort: str, wave: str, pattern: str
) -> None:
    found = database.query(
        "SELECT DISTINCT r.computed FROM pattern_rule AS r"
        " INNER JOIN audit AS a ON r.audit_id = a.audit_id"
        " WHERE a.cohort = $cohort AND a.wave = $wave AND r.pattern = $pattern",
        {"cohort": cohort, "wave": wave, "pattern": pattern},
    )
    assert set(found["computed"]) == set(STATES)


def test_lists_range_from_nobody_to_the_cap(database: Database) -> None:
    found = database.query("SELECT min(n) AS least, max(n) AS most FROM network")
    assert found.iloc[0].tolist() == [0, 10]


def test_networks_change_but_are_not_replaced(database: Database) -> None:
    found = database.query(
        "SELECT measure, avg(value) AS mean FROM measure_value"
        " WHERE measure IN ('retention', 'novelty') GROUP BY measure"
    ).set_index("measure")["mean"]
    assert 0.6 < found["retention"] < 0.9
    assert 0.1 < found["novelty"] < 0.4


@pytest.mark.parametrize("cohort", COHORTS)
def test_networks_open_a_little_and_some_close(database: Database, cohort: str) -> None:
    change = database.query(
        "SELECT last.value - first.value AS change"
        " FROM measure_value AS first"
        " INNER JOIN audit AS a ON first.audit_id = a.audit_id AND a.wave = 'baseline'"
        " INNER JOIN audit AS b ON a.participant_id = b.participant_id AND b.wave = 'endpoint'"
        " INNER JOIN measure_value AS last ON b.audit_id = last.audit_id"
        " AND last.measure = first.measure"
        " WHERE first.measure = 'internal_share' AND a.cohort = $cohort",
        {"cohort": cohort},
    )["change"].dropna()
    assert -0.12 < change.mean() < 0
    assert (change > 0).mean() > 0.1


def test_colleagues_know_each_other_and_people_outside_rarely_do(database: Database) -> None:
    share = database.query(
        "SELECT low.is_internal AND high.is_internal AS are_colleagues,"
        " avg(CAST(t.is_tied AS INTEGER)) AS share FROM tie_pair AS t"
        " INNER JOIN core_contact AS low"
        " ON t.audit_id = low.audit_id AND t.low_no = low.contact_no"
        " INNER JOIN core_contact AS high"
        " ON t.audit_id = high.audit_id AND t.high_no = high.contact_no"
        " INNER JOIN audit AS a ON t.audit_id = a.audit_id"
        " WHERE a.ties_status = 'all_pairs_asked' AND t.is_known"
        " AND low.is_internal IS NOT NULL AND high.is_internal IS NOT NULL GROUP BY 1"
    ).set_index("are_colleagues")["share"]
    assert share[True] > 0.5
    assert share[False] < 0.25


def test_most_organisations_are_large_enough_to_be_shown(tables: dict[str, Rows]) -> None:
    people = defaultdict(set)
    for row in tables["participants"]:
        people[row["organisation"]].add(row["participant_id"])
    large = [organisation for organisation, members in people.items() if len(members) >= 5]
    assert len(people) >= 5
    assert len(large) >= len(people) - 1


def test_mentoring_dates_come_to_the_day_the_month_and_the_year(tables: dict[str, Rows]) -> None:
    rows = tables["mentoring"]
    assert {len(row["start_date"]) for row in rows} == {0, 4, 7, 10}
    assert {len(row["end_date"]) for row in rows} == {0, 7, 10}
    assert any(row["contact_id"] for row in rows)


def test_some_take_part_without_any_mentoring(tables: dict[str, Rows]) -> None:
    answered = {row["participant_id"] for row in tables["audits"] if row["completed_on"]}
    assert 2 <= len(answered - {row["participant_id"] for row in tables["mentoring"]}) <= 15


def test_actions_are_carried_over_move_on_and_run_late(tables: dict[str, Rows]) -> None:
    statuses = defaultdict(list)
    for row in tables["actions"]:
        statuses[row["participant_id"], row["action_id"]].append(row["status"])
    assert ["planned", "done"] in statuses.values()
    assert any(len(moved) == 3 for moved in statuses.values())
    assert all("done" not in moved[:-1] for moved in statuses.values())
    days = {(a["participant_id"], a["wave"]): a["completed_on"] for a in tables["audits"]}
    late = [
        row
        for row in tables["actions"]
        if row["status"] in ("planned", "in_progress")
        and "" < row["due_on"] < days[row["participant_id"], row["wave"]]
    ]
    assert len(late) > 10


def test_own_ratings_are_sometimes_at_odds_with_the_list(database: Database) -> None:
    found = database.query(
        "SELECT avg(CAST((r.computed = 'watch') = (a.self_echo_chamber >= 3) AS INTEGER)) AS agree"
        " FROM pattern_rule AS r INNER JOIN audit AS a ON r.audit_id = a.audit_id"
        " WHERE r.pattern = 'echo_chamber' AND r.computed <> 'not_enough_information'"
    )
    assert 0.5 < found["agree"].iloc[0] < 0.95
