"""Bad rows left out, with everything that hangs on them."""

from collections import Counter
from pathlib import Path

from netaudit.definitions.examples import Rows
from netaudit.importers.export import ReadExport
from netaudit.schema import TABLES
from tests.importers.exports import files_of, read_files, valid


def left_out(tmp_path: Path, rows: Rows) -> tuple[ReadExport, Counter[str]]:
    """What is read without the bad rows, and how many rows of each file that took out."""
    export = read_files(tmp_path / "export", files_of(rows), leave_out=True)
    assert not export.refused
    gone = Counter(problem.file for problem in export.left_out)
    for name in TABLES:
        assert export.rows[name] == len(rows[name]) - gone[f"{name}.csv"]
    return export, gone


def test_nothing_goes_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert left_out(tmp_path, valid())[0].left_out == ()


def test_a_contact_takes_its_ties_and_mentoring(tmp_path: Path) -> None:
    rows = valid()
    rows["contacts"][0]["closeness"] = "9"
    export, gone = left_out(tmp_path, rows)
    assert gone == {"contacts.csv": 1, "ties.csv": 2, "mentoring.csv": 1}
    reasons = {(p.file, p.row): p.message for p in export.left_out}
    assert "out of range" in reasons["contacts.csv", 2]
    assert "a contact, whose row 2" in reasons["ties.csv", 3]
    assert [(p.file, p.whose, p.follows) for p in export.left_out] == [
        ("contacts.csv", "P1, baseline, a", False),
        ("mentoring.csv", "P1, baseline, a", True),
        ("ties.csv", "P1, baseline, a and b", True),
        ("ties.csv", "P1, baseline, c and a", True),
    ]
    assert [p.row for p in export.problems if p.severity == "error"] == [2]


def test_an_audit_takes_all_that_was_answered_in_it(tmp_path: Path) -> None:
    rows = valid()
    rows["audits"][0]["completed_on"] = "yesterday"
    _, gone = left_out(tmp_path, rows)
    assert gone == {
        "audits.csv": 1, "contacts.csv": 4, "ties.csv": 3, "mentoring.csv": 2,
        "reflections.csv": 2, "activities.csv": 1, "actions.csv": 1, "exchange.csv": 2,
        "cohort_ties.csv": 2,
    }  # fmt: skip


def test_a_participant_takes_everything_and_is_named_by_nobody(tmp_path: Path) -> None:
    rows = valid()
    rows["participants"][1]["status"] = "gone"
    export, gone = left_out(tmp_path, rows)
    assert gone == {"participants.csv": 1, "audits.csv": 1, "contacts.csv": 1, "cohort_ties.csv": 1}
    assert (
        "the other participant" in {p.file: p for p in export.left_out}["cohort_ties.csv"].message
    )


def test_of_two_rows_the_first_stays_with_what_hangs_on_it(tmp_path: Path) -> None:
    rows = valid()
    rows["participants"].append({"participant_id": "P1", "cohort": "2026"})
    rows["audits"].append({"participant_id": "P1", "wave": "baseline"})
    rows["contacts"].append({"participant_id": "P1", "wave": "baseline", "contact_id": "a"})
    _, gone = left_out(tmp_path, rows)
    assert gone == {"participants.csv": 1, "audits.csv": 1, "contacts.csv": 1}


def test_both_of_two_contradicting_ties_go(tmp_path: Path) -> None:
    rows = valid()
    rows["ties"].append({**rows["ties"][1], "tie": "acquainted"})
    export, gone = left_out(tmp_path, rows)
    assert gone == {"ties.csv": 2}
    assert [p.row for p in export.left_out] == [3, 6]


def test_what_concerns_a_whole_file_cannot_be_left_out(tmp_path: Path) -> None:
    rows = valid()
    rows["contacts"][0]["closeness"] = "9"
    del rows["audits"]
    export = read_files(tmp_path / "export", files_of(rows), leave_out=True)
    assert export.refused
    assert export.left_out == ()
    assert {p.file for p in export.problems} == {"audits.csv", "contacts.csv"}


def test_left_out_rows_are_listed_up_to_a_limit(tmp_path: Path, monkeypatch: object) -> None:
    rows = valid()
    rows["audits"][0]["completed_on"] = "yesterday"
    monkeypatch.setattr("netaudit.engine.leaving_out.MOST_LISTED", 3)  # type: ignore[attr-defined]
    export = read_files(tmp_path / "export", files_of(rows), leave_out=True)
    assert len(export.left_out) == 4
    assert any("15 more rows" in p.message for p in export.left_out)


def test_identical_rows_are_stored_once(tmp_path: Path) -> None:
    rows = valid()
    rows["actions"].append(dict(rows["actions"][0]))
    export = read_files(tmp_path / "export", files_of(rows))
    assert export.rows["actions"] == 1
