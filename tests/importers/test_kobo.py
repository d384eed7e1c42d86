"""KoboToolbox: sheets joined by the index of the row they belong to, in codes or in labels."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from netaudit.importers.platforms import importer_for
from netaudit.importers.reading import ExportFile
from netaudit.importers.tools import kobo
from tests.importers.survey_files import Cells, families, survey_of, tables
from tests.importers.survey_rows import rows_of, table_of

MAIN = [
    ["start", "end", "Sobre usted/Su correo", "Sobre usted/Su puesto", "_id", "_uuid",
     "_submission_time", "_validation_status", "_index"],
    ["2026-05-01T09:00:00.000+02:00", "2026-05-01T09:20:00.000+02:00", "eva@example.org", "jefa",
     81, "u-81", "2026-05-01T07:21:00", "", 1],
    ["2026-05-02T09:00:00.000+02:00", "2026-05-02T09:20:00.000+02:00", "raul@example.org", "otro",
     82, "u-82", "2026-05-02T07:21:00", "Not Approved", 2],
]  # fmt: skip

PEOPLE = [
    ["Nombre", "¿Para qué?", "¿Para qué?/Trabajo", "¿Para qué?/Futuro", "_index",
     "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid"],
    ["Ana", "Trabajo", 1, 0, 1, "Red", 1, 81, "u-81"],
    ["Pía", "Trabajo Futuro", 1, 1, 2, "Red", 1, 81, "u-81"],
    ["Teo", "", 0, 0, 3, "Red", 2, 82, "u-82"],
]  # fmt: skip

PAIRS = [
    ["Una", "Otra", "¿Se tratan?", "_index", "_parent_table_name", "_parent_index"],
    [1, 2, "mucho", 1, "Red", 1],
]

SHEETS: Mapping[str, Sequence[Cells]] = {"Red": MAIN, "gente": PEOPLE, "parejas": PAIRS}


def book(folder: Path, sheets: Mapping[str, Sequence[Cells]] = SHEETS) -> Path:
    found = Workbook()
    found.remove(found.active)
    for title, rows in sheets.items():
        sheet = found.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    found.save(folder / "red.xlsx")
    return folder / "red.xlsx"


def test_sheets_are_joined_by_the_index_of_their_submission(tmp_path: Path) -> None:
    survey = survey_of(kobo, tmp_path, book(tmp_path))
    assert [(p, n, a["Nombre"]) for p, n, a in rows_of(survey, "gente")] == [
        ("1", 1, "Ana"), ("1", 2, "Pía"), ("2", 1, "Teo"),
    ]  # fmt: skip
    assert survey.tables[1].rows[0].file == "red.xlsx, sheet parejas"
    ends = {one.reference: one.row for one in table_of(survey, "parejas").questions}
    assert ends == {"Una": "First contact", "Otra": "Second contact", "¿Se tratan?": ""}


def test_sheets_may_be_called_as_netaudits_tables(tmp_path: Path) -> None:
    path = book(tmp_path, {"participants": MAIN, "contacts": PEOPLE, "ties": PAIRS})
    files = [ExportFile(name=path.name, path=path)]
    assert importer_for(files, None, tmp_path).NAME == "kobo"


def test_labels_with_blanks_lose_their_group_only(tmp_path: Path) -> None:
    survey = survey_of(kobo, tmp_path, book(tmp_path))
    assert [one.wording for one in survey.questions] == ["Su correo", "Su puesto"]
    main = [["¿Sí/no, hoy?", *MAIN[0]], ["sí", *MAIN[1]]]
    survey = survey_of(kobo, tmp_path, book(tmp_path, {**SHEETS, "Red": main, "gente": PEOPLE[:3]}))
    assert survey.questions[0].wording == "¿Sí/no, hoy?"


def test_options_with_columns_stand_for_the_joined_one(tmp_path: Path) -> None:
    found = families(survey_of(kobo, tmp_path, book(tmp_path)))
    assert [one.choice for one in found["¿Para qué?/{choice}"]] == ["Trabajo", "Futuro"]
    assert "¿Para qué?" not in found


def test_times_and_submissions_that_were_not_approved(tmp_path: Path) -> None:
    first, second = survey_of(kobo, tmp_path, book(tmp_path)).responses
    assert (first.started, first.completed) == (
        "2026-05-01T09:00:00.000+02:00", "2026-05-01T09:20:00.000+02:00",
    )  # fmt: skip
    assert (first.state, second.state) == ("complete", "partial")


def test_a_group_inside_another_says_in_which_row(tmp_path: Path) -> None:
    inner = [["con", "_index", "_parent_table_name", "_parent_index"],
             ["Ana", 1, "gente", 2], ["Eva", 2, "gente", 3]]  # fmt: skip
    sheets = {"Red": MAIN, "dentro": inner, "gente": PEOPLE}
    survey = survey_of(kobo, tmp_path, book(tmp_path, sheets))
    assert rows_of(survey, "dentro") == [
        ("1", 1, {"con": "Ana", "gente": "2"}), ("2", 1, {"con": "Eva", "gente": "1"}),
    ]  # fmt: skip


def test_a_row_without_its_submission_is_named(tmp_path: Path) -> None:
    lost = [*PAIRS, [1, 2, "poco", 2, "Red", 9]]
    survey = survey_of(kobo, tmp_path, book(tmp_path, {**SHEETS, "parejas": lost}))
    (problem,) = survey.bad_rows
    assert (problem.file, problem.row) == ("red.xlsx, sheet parejas", 3)
    assert "belongs to no submission" in problem.message
    assert len(table_of(survey, "parejas").rows) == 1


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "Sobre usted/Su puesto"
field = "leave out"
[[question]]
text = "Nombre"
field = "contacts.label"
[[question]]
text = "¿Para qué?/{choice}"
field = "contacts.purposes"
[question.answers]
Trabajo = "operational"
Futuro = "strategic"
[[question]]
text = "¿Se tratan?"
field = "ties.tie"
[question.answers]
mucho = "work_closely"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    read, found = tables(tmp_path, MAPPING, book(tmp_path))
    assert [p.message for p in read.problems if p.severity == "error"] == []
    assert [(c["label"], c["purposes"]) for c in found["contacts"]] == [
        ("Ana", "operational"), ("Pía", "operational|strategic"),
    ]  # fmt: skip
    assert [tie["tie"] for tie in found["ties"]] == ["work_closely"]
