"""Every rule of the contract's "What bad input gets", one fault at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.importers.export import ReadExport
from tests.importers.exports import SETTINGS, files_of, read_files, valid

Fault = Callable[[Rows], Any]
ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Cell:
    """Puts `value` where a spreadsheet shows `row`."""

    table: str
    row: int
    column: str
    value: object

    def __call__(self, export: Rows) -> None:
        export[self.table][self.row - 2][self.column] = self.value

    @property
    def place(self) -> tuple[str, int, str]:
        return self.table, self.row, self.column


cell = Cell


def more(table: str, **row: object) -> Fault:
    return lambda export: export[table].append(row)


def contact(wave: str, contact_id: str, **row: object) -> dict[str, object]:
    return {"participant_id": "P1", "wave": wave, "contact_id": contact_id, **row}


def tie(a: str, b: str, wave: str = "baseline", **row: object) -> Fault:
    return more("ties", participant_id="P1", wave=wave, contact_a=a, contact_b=b, **row)


def mentor(mentoring_id: str, **row: object) -> Fault:
    return more("mentoring", participant_id="P1", wave="baseline", mentoring_id=mentoring_id, **row)


def without(table: str, column: str | None = None) -> Fault:
    def spoil(export: Rows) -> None:
        if column is None:
            del export[table]
        else:
            for row in export[table]:
                del row[column]

    return spoil


def both(*faults: Fault) -> Fault:
    return lambda export: [fault(export) for fault in faults]


FAULTS: dict[str, tuple[Fault, str, str, int | None, str | None, str]] = {
    # what is spoilt, then severity, file, row, column and words of message or hint
    "missing file": (without("audits"), ERROR, "audits.csv", None, None, "audits"),
    "missing column": (without("ties", "contact_b"), ERROR, "ties.csv", None, "contact_b", "add"),
    "misspelt column": (
        lambda export: [row.update({"Contact B": row.pop("contact_b")}) for row in export["ties"]],
        ERROR, "ties.csv", None, "contact_b", "Contact B",
    ),
    "missing value": (cell("audits", 3, "wave", ""), ERROR, "audits.csv", 3, "wave", "blank"),
    "missing cohort": (
        cell("participants", 4, "cohort", "  "), ERROR, "participants.csv", 4, "cohort", "blank",
    ),
    "unknown code": (
        cell("contacts", 2, "affiliation", "same team"),
        ERROR, "contacts.csv", 2, "affiliation", "same_team",
    ),
    "unknown code of several": (
        cell("contacts", 3, "purposes", "personal|stratgic"),
        ERROR, "contacts.csv", 3, "purposes", "strategic",
    ),
    "unknown code in a key": (
        cell("activities", 3, "activity", "socialmedia"),
        ERROR, "activities.csv", 3, "activity", "social_media",
    ),
    "yes in another case": (
        cell("ties", 2, "introduced_by_me", "YES"), ERROR, "ties.csv", 2, "introduced_by_me", "yes",
    ),
    "rounded number": (
        cell("contacts", 2, "closeness", "3.5"), ERROR, "contacts.csv", 2, "closeness", "whole",
    ),
    "out of range": (
        cell("contacts", 2, "closeness", "5"), ERROR, "contacts.csv", 2, "closeness", "1 to 4",
    ),
    "below the range": (
        cell("reflections", 2, "number", "0"), ERROR, "reflections.csv", 2, "number", "1 to 7",
    ),
    "too many years": (
        cell("contacts", 2, "years_known", "80.5"), ERROR, "contacts.csv", 2, "years_known", "80",
    ),
    "too many days": (
        cell("contacts", 2, "last_contact_days", "36501"),
        ERROR, "contacts.csv", 2, "last_contact_days", "36500",
    ),
    "negative days": (
        cell("contacts", 2, "last_contact_days", "-1"),
        ERROR, "contacts.csv", 2, "last_contact_days", "range",
    ),
    "more than fits": (
        cell("exchange", 2, "per_year", "99999999999"),
        ERROR, "exchange.csv", 2, "per_year", "range",
    ),
    "not a number": (
        cell("contacts", 2, "years_known", "ten"),
        ERROR, "contacts.csv", 2, "years_known", "number",
    ),
    "decimal comma": (
        cell("contacts", 2, "years_known", "3,5"),
        ERROR, "contacts.csv", 2, "years_known", "3.5",
    ),
    "not-a-number": (
        cell("contacts", 2, "years_known", "NaN"), ERROR, "contacts.csv", 2, "years_known", "blank",
    ),
    "infinity": (
        cell("contacts", 2, "years_known", "-inf"),
        ERROR, "contacts.csv", 2, "years_known", "blank",
    ),
    "infinity in digits": (
        cell("contacts", 2, "years_known", "1e999"),
        ERROR, "contacts.csv", 2, "years_known", "number",
    ),
    "digits with a separator": (
        cell("contacts", 2, "last_contact_days", "1_0"),
        ERROR, "contacts.csv", 2, "last_contact_days", "whole",
    ),
    "day first": (
        cell("audits", 2, "completed_on", "31/01/2026"),
        ERROR, "audits.csv", 2, "completed_on", "2026-01-31",
    ),
    "no such day": (
        cell("participants", 2, "role_started", "2021-02-29"),
        ERROR, "participants.csv", 2, "role_started", "date",
    ),
    "month where a day is due": (
        cell("actions", 2, "due_on", "2026-03"), ERROR, "actions.csv", 2, "due_on", "date",
    ),
    "no such month": (
        cell("mentoring", 2, "start_date", "2024-13"),
        ERROR, "mentoring.csv", 2, "start_date", "2026-01",
    ),
    "short form": (
        cell("mentoring", 2, "start_date", "2024-1-5"),
        ERROR, "mentoring.csv", 2, "start_date", "date",
    ),
    "two audits": (
        more("audits", participant_id="P1", wave="baseline"),
        ERROR, "audits.csv", 7, "participant_id", "row 2",
    ),
    "two participants": (
        more("participants", participant_id="P2", cohort="2026"),
        ERROR, "participants.csv", 5, "participant_id", "row 3",
    ),
    "two relationships": (mentor("m1"), ERROR, "mentoring.csv", 5, "mentoring_id", "row 2"),
    "same contact twice": (
        more("contacts", **contact("baseline", "b")),
        ERROR, "contacts.csv", 9, "contact_id", "row 3",
    ),
    "on both lists": (
        more("contacts", **contact("baseline", "c", list_kind="weak_tie")),
        ERROR, "contacts.csv", 9, "list_kind", "row 4",
    ),
    "over the cap": (
        lambda export: export["contacts"].extend(contact("endpoint", n) for n in "cdef"),
        ERROR, "contacts.csv", 11, "contact_id", "contact_cap",
    ),
    "tie off the list": (tie("a", "z"), ERROR, "ties.csv", 6, "contact_b", "list"),
    "mentor off the list": (
        cell("mentoring", 3, "contact_id", "z"), ERROR, "mentoring.csv", 3, "contact_id", "list",
    ),
    "tie to itself": (tie("a", "a"), ERROR, "ties.csv", 6, "contact_b", "itself"),
    "contradiction": (
        tie("a", "c", tie="acquainted"), ERROR, "ties.csv", 6, "tie", "row 3",
    ),
    "contradiction, first row": (
        tie("a", "c", tie="acquainted"), ERROR, "ties.csv", 3, "tie", "row 6",
    ),
    "contradicting answers": (
        more("activities", participant_id="P1", wave="endpoint", activity="social_media",
             status="planned"),
        ERROR, "activities.csv", 4, "activity", "row 3",
    ),
    "audit of a stranger": (
        more("audits", participant_id="P9", wave="baseline"),
        ERROR, "audits.csv", 7, "participant_id", "participants",
    ),
    "contact of a stranger": (
        more("contacts", participant_id="P9", wave="baseline", contact_id="a"),
        ERROR, "contacts.csv", 9, "participant_id", "participants",
    ),
    "action of a stranger": (
        more("actions", participant_id="P9", wave="baseline", action_id="a"),
        ERROR, "actions.csv", 3, "participant_id", "participants",
    ),
    "unknown wave": (
        cell("actions", 2, "wave", "Baseline"), ERROR, "actions.csv", 2, "wave", "baseline",
    ),
    "end before start": (
        cell("mentoring", 2, "end_date", "2023-12"),
        ERROR, "mentoring.csv", 2, "end_date", "2024",
    ),
    "untied pair recorded": (
        cell("ties", 5, "tie", "do_not_know"), ERROR, "ties.csv", 5, "tie", "positive_only",
    ),
    "contact without an audit": (
        more("contacts", participant_id="P2", wave="endpoint", contact_id="a"),
        ERROR, "contacts.csv", 9, "wave", "audit",
    ),
    "tie without an audit": (
        more("ties", participant_id="P2", wave="endpoint", contact_a="a", contact_b="b"),
        ERROR, "ties.csv", 6, "wave", "audit",
    ),
    "mentoring without an audit": (
        more("mentoring", participant_id="P2", wave="endpoint", mentoring_id="m"),
        ERROR, "mentoring.csv", 5, "wave", "audit",
    ),
    "contact of nobody to name": (
        more("contacts", participant_id="P3", wave="baseline", contact_id="a"),
        ERROR, "contacts.csv", 9, "contact_id", "none_to_name",
    ),
    "contact of an audit not done": (
        more("contacts", participant_id="P3", wave="endpoint", contact_id="a"),
        ERROR, "contacts.csv", 9, "contact_id", "not_done",
    ),
    "ties not asked": (
        cell("audits", 3, "ties_status", "not_asked"), ERROR, "ties.csv", 5, "tie", "not_asked",
    ),
    "none and more": (
        cell("contacts", 3, "purposes", "none|personal"),
        ERROR, "contacts.csv", 3, "purposes", "none",
    ),
    "long label": (
        cell("contacts", 2, "label", "x" * 81), ERROR, "contacts.csv", 2, "label", "80",
    ),
    "web address": (
        cell("contacts", 2, "label", "see www.example.org"),
        ERROR, "contacts.csv", 2, "label", "web address",
    ),
    "web address in full": (
        cell("contacts", 2, "label", "![x](HTTP://e.org/a.png)"),
        ERROR, "contacts.csv", 2, "label", "web address",
    ),
    "line break in a label": (
        cell("contacts", 2, "label", "A\nB"), ERROR, "contacts.csv", 2, "label", "control",
    ),
    "hidden character": (
        cell("contacts", 2, "label", "A\u202eB"), ERROR, "contacts.csv", 2, "label", "control",
    ),
    "agreeing rows": (tie("b", "a", introduced_by_me="yes"), WARNING, "ties.csv", 6, "contact_b",
                      "row 2"),
    "identical rows": (
        more("activities", participant_id="P1", wave="endpoint", activity="social_media",
             status="done"),
        WARNING, "activities.csv", 4, "activity", "row 3",
    ),
    "undeclared cohort": (
        cell("participants", 3, "cohort", "2027"),
        WARNING, "participants.csv", 3, "cohort", "programme.toml",
    ),
    "fewer enrolled than listed": (
        more("participants", participant_id="P4", cohort="2026"),
        WARNING, "participants.csv", 2, "cohort", "3 enrolled in the cohort 2026, and 4",
    ),
    "no participants": (
        lambda export: [row.update(dict.fromkeys(row)) for row in export["participants"]],
        WARNING, "participants.csv", None, None, "no rows",
    ),
    "twice the same column": (
        lambda export: [row.update({"Wave": "baseline"}) for row in export["actions"]],
        ERROR, "actions.csv", 1, "wave", "2 times",
    ),
    "unknown column": (
        cell("contacts", 2, "shoe_size", "42"), WARNING, "contacts.csv", 1, "shoe_size", "x_shoe",
    ),
    "complete and empty": (
        cell("audits", 5, "contacts_status", "complete"),
        WARNING, "audits.csv", 5, "contacts_status", "none_to_name",
    ),
    "before the recall window": (
        cell("contacts", 3, "last_contact_days", "187"),
        WARNING, "contacts.csv", 3, "last_contact_days", "6 months",
    ),
    "missing pair": (
        lambda export: export["ties"].pop(1), WARNING, "audits.csv", 2, "ties_status", "1 of 3",
    ),
    "missing pair, status blank": (
        both(cell("audits", 2, "ties_status", ""), lambda export: export["ties"].pop(1)),
        WARNING, "audits.csv", 2, "ties_status", "1 of 3",
    ),
    "reciprocal in one role": (
        cell("mentoring", 3, "my_role", "mentee"), WARNING, "mentoring.csv", 3, "my_role", "both",
    ),
    "e-mail in a label": (
        cell("contacts", 2, "label", "ab@example.org"),
        WARNING, "contacts.csv", 2, "label", "e-mail",
    ),
    "answer without an audit": (
        more("exchange", participant_id="P2", wave="endpoint", format="forum", role="attend"),
        WARNING, "exchange.csv", 4, "wave", "kept",
    ),
    "fellow not enrolled": (
        cell("cohort_ties", 3, "other_participant_id", "P9"),
        WARNING, "cohort_ties.csv", 3, "other_participant_id", "participants",
    ),
    "fellow contact not enrolled": (
        cell("contacts", 2, "is_participant_id", "P9"),
        WARNING, "contacts.csv", 2, "is_participant_id", "participants",
    ),
}  # fmt: skip


def test_a_valid_export_has_no_problems(tmp_path: Path) -> None:
    export = read_files(tmp_path / "export", files_of(valid()))
    assert export.problems == ()
    assert not export.refused
    assert export.rows == {name: len(rows) for name, rows in valid().items()} | {
        "contact_attributes": 3
    }


COMPARED = [
    "participant_id", "cohort", "wave", "contact_id", "activity", "number", "end_date", "tie",
    "ties_status",
]  # fmt: skip
"""Columns that rules compare with other rows or columns."""


@cache
def read_together() -> dict[str, tuple[str, ...]]:
    """The faults read in one export with each: bad answers in different cells do not interfere."""
    batches: list[list[str]] = []
    alone = []
    for name, (fault, severity, *_) in FAULTS.items():
        if severity == WARNING or not isinstance(fault, Cell) or fault.column in COMPARED:
            alone.append([name])
            continue
        for batch in batches:
            if fault.place not in [FAULTS[other][0].place for other in batch]:  # type: ignore[attr-defined]
                batch.append(name)
                break
        else:
            batches.append([name])
    return {name: tuple(batch) for batch in (*batches, *alone) for name in batch}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ReadExport]:
    """Gives what was read of the export that holds a fault."""

    @cache
    def read_batch(names: tuple[str, ...]) -> ReadExport:
        rows = valid()
        for name in names:
            FAULTS[name][0](rows)
        return read_files(tmp_path_factory.mktemp("spoilt") / "export", files_of(rows))

    return lambda name: read_batch(read_together()[name])


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_where_it_is(name: str, spoilt: Callable[[str], ReadExport]) -> None:
    _, severity, file, row, column, words = FAULTS[name]
    export = spoilt(name)
    found = [
        p
        for p in export.problems
        if (p.severity, p.file, p.row, p.column) == (severity, file, row, column)
        and words.lower() in f"{p.message} {p.hint}".lower()
    ]
    assert found, [problem.as_row() for problem in export.problems]
    assert export.refused == any(p.severity == ERROR for p in export.problems)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("missing cohort", "P3"),
        ("missing value", "P1"),
        ("two audits", "P1, baseline"),
        ("unknown code", "P1, baseline, a"),
        ("tie off the list", "P1, baseline, a and z"),
        ("mentor off the list", "P1, baseline, z"),
        ("missing file", ""),
        ("unknown column", ""),
    ],
)
def test_a_problem_says_whose_row_it_is(
    name: str, whose: str, spoilt: Callable[[str], ReadExport]
) -> None:
    _, severity, file, row, column, _ = FAULTS[name]
    place = (severity, file, row, column)
    found = {
        p.whose for p in spoilt(name).problems if (p.severity, p.file, p.row, p.column) == place
    }
    assert found == {whose}


def test_every_check_finds_one_of_the_faults(spoilt: Callable[[str], ReadExport]) -> None:
    found = {problem.check for name in FAULTS for problem in spoilt(name).problems}
    assert found >= registry.checks().keys()


def test_everything_wrong_is_found_in_one_pass(tmp_path: Path) -> None:
    rows = valid()
    names = ("unknown code", "tie to itself", "decimal comma", "reciprocal in one role")
    for name in names:
        FAULTS[name][0](rows)
    problems = read_files(tmp_path / "export", files_of(rows)).problems
    assert {p.file for p in problems} == {"contacts.csv", "ties.csv", "mentoring.csv"}
    assert len(problems) == len(names)
    assert list(problems) == sorted(problems, key=lambda p: (p.file, p.row or 0))


def test_the_same_problem_many_times_is_listed_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netaudit.engine.checks.MOST_PROBLEMS", 2)
    rows = valid()
    for row in rows["contacts"]:
        row["affiliation"] = "nearby"
    problems = read_files(tmp_path / "export", files_of(rows)).problems
    assert [p.row for p in problems] == [None, 2, 3]
    assert "5 more rows" in problems[0].message


def test_the_settings_own_faults_are_problems(tmp_path: Path) -> None:
    files = files_of(valid(), SETTINGS.replace("contact_cap = 4", "contact_cap = 400"))
    export = read_files(tmp_path / "export", files)
    assert [(p.file, p.column) for p in export.problems] == [("programme.toml", "contact_cap")]
    assert export.refused


def test_rows_of_a_missing_table_are_not_called_wrong(tmp_path: Path) -> None:
    rows = valid()
    del rows["participants"]
    problems = read_files(tmp_path / "export", files_of(rows)).problems
    assert [(p.severity, p.file) for p in problems] == [(ERROR, "participants.csv")]
