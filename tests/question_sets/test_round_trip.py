"""Each question set comes back: filled in, exported as its tool does, imported, and compared."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from netaudit.importers.background import Background
from netaudit.importers.mapping.recipe import read_recipe
from netaudit.importers.platforms import importer_for, reading_of
from netaudit.importers.reading import ExportFile, Reading
from tests.importers.survey_files import Tables, tables
from tests.question_sets import by_hand, in_one_table, in_tables, labelled
from tests.question_sets.filled_in import Filled, came_back, expected, people

FILE = '[file]\ncohort = "2026"\nwave = "baseline"\n'

Layout = Callable[[Path, Sequence[Filled]], list[Path]]
LAYOUTS: list[Layout] = [
    in_one_table.qualtrics, in_one_table.limesurvey, in_one_table.google_forms,
    in_tables.redcap, in_tables.odk_central, in_tables.kobo,
    by_hand.microsoft_forms, by_hand.surveymonkey, by_hand.jisc,
]  # fmt: skip


def understood(folder: Path, mapping: str, paths: Sequence[Path]) -> tuple[str, Reading]:
    """Which importer takes the files and what it makes of them, before anything is checked."""
    files = [ExportFile(name=path.name, path=path) for path in paths]
    importer = importer_for(files, None, folder)
    background = Background(mapping=read_recipe(mapping))
    return importer.NAME, reading_of(importer, files, folder, lambda: background)


def rows_of(reading: Reading) -> Tables:
    found: Tables = {}
    for table in reading.tables:
        with table.path.open(encoding="utf-8", newline="") as stream:
            found[table.table] = list(csv.DictReader(stream))
    return found


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_what_is_filled_in_comes_back(layout: Layout, tmp_path: Path) -> None:
    filled = people()
    name, reading = understood(tmp_path, FILE, layout(tmp_path, filled))
    assert reading.mapping is not None
    assert (name, reading.mapping.open_questions, reading.bad_rows) == (layout.__name__, (), [])
    found, wanted = rows_of(reading), expected(filled)
    assert came_back(found, wanted) == wanted
    assert [a["contacts_status"] for a in found["audits"]][2] == "none_to_name"


@pytest.mark.parametrize("layout", [labelled.redcap, labelled.kobo], ids=["redcap", "kobo"])
def test_labels_come_back_as_codes_do(layout: Layout, tmp_path: Path) -> None:
    filled = people()
    name, reading = understood(tmp_path, FILE, layout(tmp_path, filled))
    assert reading.mapping is not None
    assert (name, reading.mapping.open_questions, reading.bad_rows) == (layout.__name__, (), [])
    found, wanted = rows_of(reading), expected(filled)
    assert came_back(found, wanted) == wanted


def test_only_cohort_and_wave_are_asked_for(tmp_path: Path) -> None:
    _, reading = understood(tmp_path, "", in_one_table.google_forms(tmp_path, people()))
    assert reading.mapping is not None
    assert [one.id for one in reading.mapping.open_questions] == ["cohort", "wave"]


def test_what_comes_back_passes_every_check(tmp_path: Path) -> None:
    read, _ = tables(tmp_path, FILE, *in_tables.redcap(tmp_path, people()))
    assert not read.refused
    assert [p.message for p in read.problems if p.severity == "error"] == []


def test_workbook_of_the_templates_comes_back_without_a_question(tmp_path: Path) -> None:
    filled = people()
    read, found = tables(tmp_path, "", *in_one_table.generic_wide(tmp_path, filled))
    assert (read.platform, read.open_questions) == ("generic_wide", ())
    wanted = expected(filled)
    assert came_back(found, wanted) == wanted
