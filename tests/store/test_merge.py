"""What several exports amount to together (contract §1, last paragraph)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from netaudit.schema import TABLES
from netaudit.store.matching.keys import audits_replaced
from netaudit.store.merge import StoredImport, merge, merged_programme, waves_held
from tests.store.exports import FIRST, SECOND, SECOND_FURTHER, store_tables

OPTIONAL = [table.name for table in TABLES.values() if not table.required]
TOLD_APART = {
    "audits": "self_echo_chamber",
    "contacts": "contact_id",
    "ties": "contact_a",
    "mentoring": "mentoring_id",
    "reflections": "item",
    "activities": "activity",
    "actions": "action_id",
    "exchange": "format",
    "cohort_ties": "relation",
}
"""A column whose values differ between the first and the second export."""

Export = dict[str, str]


def stored(tmp_path: Path, exports: list[tuple[Export, str | None]]) -> list[StoredImport]:
    return [
        store_tables(tmp_path / f"import{number}", tables, settings)
        for number, (tables, settings) in enumerate(exports)
    ]


class Merged:
    def __init__(self, con: engine.Connection) -> None:
        self.con = con

    def rows(self, table: str, column: str = "") -> list[tuple[object, ...]]:
        column = column or TOLD_APART[table]
        sql = f"SELECT participant_id, {column} FROM {table} ORDER BY ALL"
        return self.con.execute(sql).fetchall()


@contextmanager
def merged(tmp_path: Path, *exports: Export) -> Iterator[Merged]:
    with engine.connect() as con:
        engine.create_canonical_tables(con)
        merge(con, stored(tmp_path, [(tables, None) for tables in exports]))
        yield Merged(con)


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_later_export_replaces_an_audit_in_the_tables_it_holds(tmp_path, table):
    later = {**SECOND, table: SECOND_FURTHER[table]}
    with merged(tmp_path / "one", FIRST) as before, merged(tmp_path / "two", FIRST, later) as after:
        for name in ("audits", "contacts", table):
            of_p1 = {row for row in after.rows(name) if row[0] == "P1"}
            of_p2 = {row for row in before.rows(name) if row[0] == "P2"}
            assert of_p1
            assert of_p1.isdisjoint(before.rows(name))
            assert set(after.rows(name)) == of_p1 | of_p2


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_table_that_a_later_export_does_not_hold_stays(tmp_path, table):
    with (
        merged(tmp_path / "one", FIRST) as before,
        merged(tmp_path / "two", FIRST, SECOND) as after,
    ):
        assert after.rows(table) == before.rows(table)
        assert len(after.rows(table)) == 2


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_table_held_without_rows_empties_the_audit(tmp_path, table):
    header = SECOND_FURTHER[table].strip().splitlines()[0]
    with merged(tmp_path, FIRST, {**SECOND, table: header}) as after:
        assert {row[0] for row in after.rows(table)} == {"P2"}


@pytest.mark.parametrize("table", ["reflections", "activities", "exchange"])
def test_rows_without_an_audit_row_belong_to_their_export(tmp_path, table):
    at_midpoint = SECOND_FURTHER[table].replace("baseline", "midpoint")
    of_another = at_midpoint.replace("P1", "P2")
    exports = (FIRST, {**SECOND, table: at_midpoint}, {**SECOND, table: of_another})
    with merged(tmp_path, *exports) as after:
        waves = [("P1", "midpoint"), ("P2", "baseline"), ("P2", "midpoint")]
        assert after.rows(table, "wave") == waves


def test_a_participant_is_as_the_newest_export_has_it(tmp_path):
    newest = {**SECOND, "participants": "participant_id cohort place\nP1 2026 west"}
    with merged(tmp_path, FIRST, newest) as after:
        assert after.rows("participants", "place") == [("P1", "west"), ("P2", "south")]


def test_further_attributes_go_with_their_contacts(tmp_path):
    with merged(tmp_path, FIRST, SECOND) as after:
        assert after.rows("contact_attributes", "contact_id") == [("P2", "c"), ("P2", "d")]


def test_an_import_takes_the_place_of_each_audit_once(tmp_path):
    first, second, third = stored(tmp_path, [(FIRST, None), (SECOND, None), (FIRST, None)])
    assert audits_replaced([], first, {}) == 0
    assert audits_replaced([first], second, {}) == 1
    assert audits_replaced([first, second], third, {}) == 2


def test_waves_held_follow_the_order_of_the_settings(tmp_path):
    at_both = {
        **SECOND,
        "audits": "participant_id wave\nP1 endpoint\nP1 baseline",
    }
    (one,) = stored(tmp_path, [(at_both, None)])
    assert waves_held(one, Programme().waves) == ("baseline", "endpoint")


def programme_of(tmp_path: Path, *settings: str | None) -> Programme:
    imports = stored(tmp_path, [(SECOND, text) for text in settings])
    return merged_programme([one.record for one in imports])


def test_settings_are_the_newest_that_came(tmp_path):
    merged_settings = programme_of(
        tmp_path, "[programme]\ncontact_cap = 5", "[programme]\nrecall_months = 3", None
    )
    assert (merged_settings.contact_cap, merged_settings.recall_months) == (10, 3)


def test_waves_that_newer_settings_leave_out_come_last(tmp_path):
    merged_settings = programme_of(
        tmp_path,
        '[programme]\nwaves = ["before", "baseline", "end"]',
        '[programme]\nwaves = ["baseline", "later"]',
    )
    assert merged_settings.waves == ("baseline", "later", "before", "end")


def test_the_standard_waves_make_room_for_the_programmes_own(tmp_path):
    merged_settings = programme_of(tmp_path, None, '[programme]\nwaves = ["start"]')
    assert merged_settings.waves == ("start", "baseline")


def test_a_cohort_is_as_the_newest_settings_declare_it(tmp_path):
    merged_settings = programme_of(
        tmp_path,
        '[[cohorts]]\nid = "2025"\nenrolled = 8\n[[cohorts]]\nid = "2026"\nenrolled = 9',
        '[[cohorts]]\nid = "2026"\nenrolled = 12',
    )
    enrolled = {cohort.id: cohort.enrolled for cohort in merged_settings.cohorts}
    assert enrolled == {"2025": 8, "2026": 12}


def test_a_wave_stays_known_when_the_settings_that_named_it_are_gone(tmp_path):
    at_start = {name: text.replace("baseline", "start") for name, text in SECOND.items()}
    (one,) = stored(tmp_path, [(at_start, None)])
    assert merged_programme([one.record]).waves == (*Programme().waves, "start")
