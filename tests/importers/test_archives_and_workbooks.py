"""Zip archives and Excel workbooks, sound ones and those made or grown to do harm."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from netaudit.importers.export import ReadExport
from netaudit.importers.workbook import as_text
from tests.importers.exports import SETTINGS, files_of, read, valid, write


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, **more: list[list[Any]]) -> Path:
    """The valid export as a workbook, cells typed as Excel would, and `more` sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in valid().items():
        sheet = book.create_sheet(name.title())
        sheet.append(list(rows[0]))
        for row in rows:
            sheet.append([excel_value(name, value) for name, value in row.items()])
    for name, lines in more.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path


def excel_value(column: str, text: str | None) -> Any:
    if text is None:
        return None
    if column in ("completed_on", "due_on", "role_started"):
        return datetime.fromisoformat(text)
    return float(text) if text.replace(".", "").isdigit() else text


def read_one(tmp_path: Path, *paths: Path) -> ReadExport:
    return read(tmp_path / "read", *paths)


@pytest.mark.parametrize("inside", ["", "export 2026/", "a/b/"])
def test_a_zip_with_or_without_a_folder(inside: str, tmp_path: Path) -> None:
    files = {f"{inside}{name}": content for name, content in files_of(valid()).items()}
    clutter = {"__MACOSX/._ties.csv": b"\0", f"{inside}.DS_Store": b"\0"}
    export = read_one(tmp_path, zipped(tmp_path / "e.zip", files | clutter))
    assert export.problems == ()
    assert export.rows["ties"] == 4


def test_a_folder_inside_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "outer" / "inner", files_of(valid()))
    assert read_one(tmp_path, tmp_path / "outer").problems == ()


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path) -> None:
    files = files_of(valid()) | {"ties.csv": b"a" * (64 * 2**20)}
    problems = read_one(tmp_path, zipped(tmp_path / "bomb.zip", files)).problems
    assert ("bomb.zip", "far more") in [(p.file, p.message[20:28]) for p in problems]


def test_a_zip_with_too_many_files(tmp_path: Path) -> None:
    path = zipped(tmp_path / "many.zip", {f"{n}.csv": b"" for n in range(2001)})
    assert any("2000 files" in p.message for p in read_one(tmp_path, path).problems)


@pytest.mark.parametrize("name", ["../ties.csv", "/ties.csv", "C:\\ties.csv", "a\\..\\ties.csv"])
def test_a_zip_that_names_files_outside(name: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "out.zip", files_of(valid()) | {name: b"x"})
    assert any("outside" in p.message for p in read_one(tmp_path, path).problems)
    assert not (tmp_path / "ties.csv").exists()


def test_a_zip_in_a_zip_is_left_alone(tmp_path: Path) -> None:
    files = files_of(valid()) | {"more.zip": b"PK"}
    assert read_one(tmp_path, zipped(tmp_path / "e.zip", files)).problems == ()


@pytest.mark.parametrize("name", ["broken.zip", "broken.xlsx"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0 old"])
def test_damaged_archives_and_workbooks(name: str, content: bytes, tmp_path: Path) -> None:
    path = write(tmp_path / "given", {name: content}) / name
    export = read_one(tmp_path, path)
    assert export.refused
    [problem] = [p for p in export.problems if p.file == name]
    assert "damaged" in problem.message or "password" in problem.message


def test_an_encrypted_zip(tmp_path: Path) -> None:
    content = bytearray(zipped(tmp_path / "e.zip", files_of(valid())).read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1  # the flag in the directory that says: encrypted
    path = write(tmp_path / "given", {"e.zip": bytes(content)}) / "e.zip"
    assert any("password" in p.message for p in read_one(tmp_path, path).problems)


def test_a_workbook_with_a_sheet_per_table(tmp_path: Path) -> None:
    settings = write(tmp_path / "s", {"programme.toml": SETTINGS.encode()}) / "programme.toml"
    book = workbook(tmp_path / "export.xlsx", Guide=[["how to fill it in"]])
    export = read_one(tmp_path, book, settings)
    assert export.problems == ()
    assert export.rows["contacts"] == 7


def test_problems_in_a_workbook_name_sheet_and_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook(tmp_path / "export.xlsx"))
    book["Ties"].cell(row=9, column=1, value="P1")
    book["Ties"].cell(row=2, column=8, value="beyond the header")
    book.save(tmp_path / "export.xlsx")
    problems = [
        p for p in read_one(tmp_path, tmp_path / "export.xlsx").problems if "Ties" in p.file
    ]
    assert problems[0].file == "export.xlsx, sheet Ties"
    assert {p.row for p in problems} >= {2, 9}


def test_a_sheet_that_seems_to_reach_far_beyond_its_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "corner.xlsx")
    cell = b'<row r="90000"><c r="XFD90000" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", cell)
            new.writestr(entry, content)
    path.write_bytes(changed.getvalue())
    export = read_one(tmp_path, path)
    assert not export.refused
    assert export.rows["participants"] == 3


def test_a_sheet_with_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netaudit.importers.workbook.MOST_SHEET_ROWS", 5)
    problems = read_one(tmp_path, workbook(tmp_path / "export.xlsx")).problems
    assert any("more than 5 rows" in p.message for p in problems)


def test_cells_become_the_texts_of_an_export() -> None:
    values = [True, False, 4.0, 3.5, 2026, date(2026, 1, 5), datetime(2026, 1, 5, 9, 30), None]
    assert [as_text(value) for value in values] == [
        "yes", "no", "4", "3.5", "2026", "2026-01-05", "2026-01-05", "",
    ]  # fmt: skip
