"""The same export in every shape it may come in, and files that cannot be read."""

import codecs
from pathlib import Path

import duckdb
import pytest

from netaudit.engine.checks import listed_problems, run_checks
from netaudit.engine.staging import open_staging, stage
from netaudit.errors import NetauditError
from netaudit.importers.platforms import importer_for, platforms
from netaudit.importers.reading import placed_table
from netaudit.programme import Cohort, Programme
from netaudit.schema import TABLES
from tests.importers.exports import SETTINGS, as_csv, files_of, read, read_files, valid, write


def stored(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as con:
        return con.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ";"),
        ("utf-16-le", "\t"),
        ("utf-16-be", ","),
        ("cp1252", ";"),
        ("cp1252", ","),
    ],
)
def test_encodings_and_separators(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = valid()
    for row in rows["participants"]:
        row["name"] = "Zoë, Bjørn; Ñ"
    boms = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    texts = {
        f"{name}.csv": boms.get(encoding, b"") + as_csv(rows[name], separator).encode(encoding)
        for name in ("participants", "audits", "contacts")
    }
    export = read_files(tmp_path / "export", texts | {"programme.toml": SETTINGS.encode()})
    assert [p.message for p in export.problems if p.severity == "error"] == []
    assert {row[2] for row in stored(export.tables["participants"])} == {"Zoë, Bjørn; Ñ"}


def test_tables_are_typed_and_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = valid()
    rows["contacts"][0].update(purposes="strategic| personal||strategic", closeness="4.0")
    export = read_files(tmp_path / "export", files_of(rows))
    with duckdb.connect() as con:
        for name, table in TABLES.items():
            path = str(export.tables[name])
            types = con.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()
            assert [row[:2] for row in types] == [(c.name, c.sql_type) for c in table.columns]
        contacts = con.execute(
            "SELECT contact_id, closeness, years_known, purposes, label FROM read_parquet(?)",
            [str(export.tables["contacts"])],
        ).fetchall()
    assert contacts[0] == ("a", 4, 3.5, "personal|strategic", "AB")
    assert contacts[1] == ("b", 1, 0.0, "none", None)
    assert [row[0] for row in contacts] == [row["contact_id"] for row in rows["contacts"]]
    attributes = stored(export.tables["contact_attributes"])
    assert attributes[0] == ("P1", "baseline", "a", "x_floor", "first")


def test_a_table_that_was_not_asked_is_not_there(tmp_path: Path) -> None:
    rows = {name: valid()[name] for name in ("participants", "audits", "contacts")}
    rows["contacts"] = [{k: v for k, v in r.items() if k != "x_floor"} for r in rows["contacts"]]
    rows["audits"][0]["ties_status"] = "partial"
    export = read_files(tmp_path / "export", files_of(rows))
    assert export.problems == ()
    assert set(export.tables) == {"participants", "audits", "contacts"}


def test_settings_come_from_the_export_or_else_from_the_workspace(tmp_path: Path) -> None:
    own = read_files(tmp_path / "own", files_of(valid()))
    assert (own.programme.contact_cap, own.programme_text) == (4, SETTINGS)
    none = read_files(tmp_path / "none", files_of(valid(), settings=None))
    assert (none.programme.contact_cap, none.programme_text) == (10, None)


def test_files_given_one_by_one_with_names_in_any_case(tmp_path: Path) -> None:
    folder = write(tmp_path / "export", files_of(valid()))
    paths = [path.rename(path.with_name(path.name.upper())) for path in sorted(folder.iterdir())]
    assert read(folder, *paths).problems == ()


def test_headers_are_matched_without_case_blanks_and_hidden_characters(tmp_path: Path) -> None:
    files = files_of(valid())
    header, rest = files["audits.csv"].split(b"\r\n", 1)
    names = header.decode().replace("wave", "\u200b Wave\u00a0").replace("part", "\ufeffPART")
    files["audits.csv"] = b"\xef\xbb\xbf" + f"{names},,\r\n".encode() + rest
    assert read_files(tmp_path / "export", files).problems == ()


def test_a_column_that_stands_there_twice(tmp_path: Path) -> None:
    files = files_of(valid())
    files["audits.csv"] = files["audits.csv"].replace(b"completed_on", b"WAVE", 1)
    [problem] = read_files(tmp_path / "export", files, leave_out=True).problems
    assert (problem.severity, problem.column, problem.row) == ("error", "wave", 1)
    assert "2, 3" in problem.message


LINES = (
    "participant_id,wave,item,number,text\n"
    "P1,baseline,strength,1,one\n"
    "\n"
    'P1,baseline,strength,2,"two\nlines, and a comma"\n'
    "P1,baseline,strength,3\n"
    ",,,,\n"
    "   \n"
    "P1,baseline,weakness,1, \u00a0padded \n"
    "P1,baseline,weakness,9,wrong\n"
    "P1,baseline,weakness,2,a,b\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_a_spreadsheet_shows_them(line_end: str, tmp_path: Path) -> None:
    files = files_of(valid())
    files["reflections.csv"] = LINES.replace("\n", line_end).encode()
    export = read_files(tmp_path / "export", files, leave_out=True)
    assert [(p.row, p.column, p.value) for p in export.problems] == [
        (9, "number", "9"),
        (10, None, "b"),
    ]
    assert [p.row for p in export.left_out] == [9, 10]
    texts = [row[4] for row in stored(export.tables["reflections"])]
    assert texts == ["one", f"two{line_end}lines, and a comma", None, "padded"]


def test_many_rows_with_line_breaks_keep_their_order(tmp_path: Path) -> None:
    # Cells that look like rows of their own, in a file larger than what is read at a time.
    trap = '"x\nP1,baseline,strength,1,' + "y" * 3000 + '\nP1,baseline,strength,1,z"'
    lines = [f"P1,baseline,a{n},{trap if n % 3 == 0 else n}" for n in range(12_000)]
    files = files_of(valid())
    files["actions.csv"] = "\n".join(["participant_id,wave,action_id,text", *lines]).encode()
    export = read_files(tmp_path / "export", files)
    assert export.problems == ()
    assert [row[2] for row in stored(export.tables["actions"])] == [f"a{n}" for n in range(12_000)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (b"participant_id,wave\nP1,\0\0", "text"),
        (b"\xff\xfep\0a\0x", "text"),
        (b"participant_id,wave\nP\x81,x", "text"),
        (b"participant_id,wave\nP\x93\x02,x", "text"),
        (b'participant_id,wave\nP1,"x\nP1,y\n', "Row 2"),
        (b'participant_id,wave\nP1,a\n\nP1,"x"y,\n', "Row 4"),
        (b'participant_id,wave\nP1,5" a\nP1,"x', "Row 3"),
    ],
)
def test_files_that_cannot_be_read(content: bytes, words: str, tmp_path: Path) -> None:
    files = files_of(valid()) | {"exchange.csv": content}
    export = read_files(tmp_path / "export", files, leave_out=True)
    assert export.refused
    assert {p.file for p in export.problems} == {"exchange.csv"}
    assert any(words in problem.message for problem in export.problems)


def test_files_that_are_no_table_are_named_and_left_aside(tmp_path: Path) -> None:
    files = files_of(valid()) | {"contact.csv": b"a,b\n", "readme.md": b"", ".DS_Store": b"\0"}
    [problem] = read_files(tmp_path / "export", files).problems
    assert (problem.severity, problem.file) == ("warning", "contact.csv")
    assert "contacts" in problem.hint


def test_one_table_in_two_files(tmp_path: Path) -> None:
    folder = write(tmp_path / "export", files_of(valid()))
    other = write(tmp_path / "other", {"ties.csv": b"participant_id\n"})
    [problem] = read(folder, folder, other).problems
    assert "twice" in problem.message


def test_nothing_that_can_be_recognised(tmp_path: Path) -> None:
    export = read_files(tmp_path / "export", {"photo.jpg": b"\xff\xd8"})
    assert export.refused
    assert {p.file for p in export.problems} == {"participants.csv", "audits.csv", "contacts.csv"}


def test_a_path_or_a_survey_tool_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NetauditError, match="cannot be read"):
        read(tmp_path, tmp_path / "nowhere.csv")
    with pytest.raises(NetauditError, match="no survey tool"):
        importer_for([], "papyrus", tmp_path)
    assert next(iter(platforms())) == "canonical"


def test_rows_an_importer_put_together_keep_their_place(tmp_path: Path) -> None:
    names = ("participant_id", "cohort", "status")
    rows = [("answers.xlsx", 3, ("P1", "2026", None)), ("answers.xlsx", 7, (" P2", "2026", "goes"))]
    con = open_staging(tmp_path, Programme(cohorts=(Cohort(id="2026"),)))
    assert stage(con, placed_table("participants", names, rows, tmp_path))
    run_checks(con)
    found = [(p.file, p.row, p.column) for p in listed_problems(con) if p.check == "unknown_code"]
    assert found == [("answers.xlsx", 7, "status")]
    con.close()
