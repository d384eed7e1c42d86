"""Small exports of survey tools, written by the tests, and the surveys read from them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb

from netaudit.importers.background import Background
from netaudit.importers.export import ReadExport, read_export
from netaudit.importers.families import families_of
from netaudit.importers.mapping.recipe import read_recipe
from netaudit.importers.reading import ExportFile
from netaudit.importers.sheets import heads_of
from netaudit.importers.survey import Question, Survey
from netaudit.programme import Programme

Cells = Sequence[object]


@dataclass(frozen=True, kw_only=True)
class Written:
    """How a file is written: what separates cells, what ends lines, whether all are quoted."""

    encoding: str = "utf-8"
    separator: str = ","
    line_end: str = "\n"
    quoting: int = csv.QUOTE_MINIMAL


PLAIN = Written()

Tables = dict[str, list[dict[str, Any]]]
"""Rows by the names of canonical tables."""


def write(path: Path, rows: Sequence[Cells], how: Written = PLAIN) -> Path:
    """The rows as a file of separated cells."""
    with path.open("w", encoding=how.encoding, newline="") as stream:
        csv.writer(
            stream, delimiter=how.separator, lineterminator=how.line_end, quoting=how.quoting
        ).writerows(rows)
    return path


def survey_of(module: ModuleType, folder: Path, *paths: Path) -> Survey:
    """What the importer reads from the files, which it must have recognised."""
    files = [ExportFile(name=path.name, path=path) for path in paths]
    (folder / "reading").mkdir(exist_ok=True)
    assert module.recognises(files, heads_of(files, folder / "reading"))
    return module.survey(files, folder / "reading")


def families(survey: Survey) -> dict[str, tuple[Question, ...]]:
    """The members of each family of questions, by the family's text."""
    return {family.text: family.members for family in families_of(survey)}


def slots(members: Sequence[Question]) -> list[int | None]:
    """The slots of questions, each once, in their order."""
    return list(dict.fromkeys(member.slot for member in members))


def answers(survey: Survey, row: int) -> Mapping[str, str]:
    """The answers in a row of the file, by short name or wording, as people read them."""
    (response,) = [one for one in survey.responses if one.row == row]
    return {
        question.reference: question.answer(response.cells[question.position])
        for question in survey.questions
        if question.position in response.cells
    }


def tables(
    folder: Path, mapping: str, *paths: Path, leave_out: bool = False
) -> tuple[ReadExport, Tables]:
    """The canonical tables of the files under a mapping, as they were stored."""
    background = Background(mapping=read_recipe(mapping))
    read = read_export(
        paths, folder / "tables", Programme(), background=lambda: background,
        leave_out_bad_rows=leave_out,
    )  # fmt: skip
    found = {}
    with duckdb.connect() as con:
        for name, path in read.tables.items():
            held = con.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [column[0] for column in held.description]
            found[name] = [dict(zip(names, row, strict=True)) for row in held.fetchall()]
    return read, found
