"""ODK Central: submissions and repeats joined by keys, groups in names, options with columns."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from netaudit.errors import NetauditError
from netaudit.importers.tools import odk_central
from tests.importers.survey_files import answers, families, survey_of, tables, write
from tests.importers.survey_rows import asked, rows_of, table_of

ROOT = [
    ["SubmissionDate", "start", "end", "qui-courriel", "qui-role", "qui-raisons",
     "qui-raisons/conseil", "qui-raisons/amitie", "force_1", "force_2", "meta-instanceID", "KEY",
     "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
     "ReviewState", "DeviceID", "Edits", "FormVersion"],
    ["2026-04-02T08:00:00.000Z", "2026-04-02T07:00:00.000Z", "2026-04-02T07:45:00.000Z",
     "ines@example.org", "chef", "conseil amitie", 1, 1, "calme", "curieux", "uuid:a", "uuid:a", 3,
     "Lien", 0, 0, "", "", "", 0, 1],
    ["2026-04-03T08:00:00.000Z", "", "", "jean@example.org", "aide", "", 0, 0, "", "", "uuid:b",
     "uuid:b", 3, "Lien", 0, 0, "", "rejected", "", 0, 1],
]  # fmt: skip

PEOPLE = [
    ["nom", "lien", "quoi", "quoi/travail", "quoi/avenir", "PARENT_KEY", "KEY"],
    ["Zoé", "proche", "travail", 1, 0, "uuid:a", "uuid:a/gens[1]"],
    ["Luc", "distant", "travail avenir", 1, 1, "uuid:a", "uuid:a/gens[3]"],
]

PAIRS = [
    ["qui_1", "qui_2", "connus", "PARENT_KEY", "KEY"],
    [1, 3, "bien", "uuid:a", "uuid:a/paires[1]"],
]


def files(folder: Path, people: list[list[object]] = PEOPLE) -> list[Path]:
    return [
        write(folder / "reseau.csv", ROOT),
        write(folder / "reseau-gens.csv", people),
        write(folder / "reseau-paires.csv", PAIRS),
    ]


def test_repeats_are_joined_by_key_and_numbered_as_in_the_form(tmp_path: Path) -> None:
    survey = survey_of(odk_central, tmp_path, *files(tmp_path))
    assert [(p, n, a["nom"]) for p, n, a in rows_of(survey, "gens")] == [
        ("uuid:a", 1, "Zoé"), ("uuid:a", 3, "Luc"),
    ]  # fmt: skip
    assert rows_of(survey, "paires") == [
        ("uuid:a", 1, {"qui_1": "1", "qui_2": "3", "connus": "bien"})
    ]


def test_numbers_in_the_names_of_a_repeats_questions_are_no_slots(tmp_path: Path) -> None:
    survey = survey_of(odk_central, tmp_path, *files(tmp_path))
    assert {"qui_1", "qui_2"} <= families(survey).keys()
    ends = {one.name: one.row for one in table_of(survey, "paires").questions}
    assert ends == {"qui_1": "First contact", "qui_2": "Second contact", "connus": ""}
    assert [one.slot for one in families(survey)["force_{n}"]] == [1, 2]


def test_groups_are_no_part_of_a_wording_and_own_columns_no_questions(tmp_path: Path) -> None:
    survey = survey_of(odk_central, tmp_path, *files(tmp_path))
    wordings = {one.name: one.wording for one in survey.questions}
    assert wordings["qui-courriel"] == "courriel"
    assert set(wordings) == {"qui-courriel", "qui-role", "qui-raisons/conseil",
                             "qui-raisons/amitie", "force_1", "force_2"}  # fmt: skip


def test_options_with_columns_stand_for_the_joined_one(tmp_path: Path) -> None:
    survey = survey_of(odk_central, tmp_path, *files(tmp_path))
    assert [one.choice for one in families(survey)["quoi/{choice}"]] == ["travail", "avenir"]
    assert "quoi" not in asked(survey, "gens")
    joined = [[row[0], row[1], row[2], *row[5:]] for row in PEOPLE]
    survey = survey_of(odk_central, tmp_path, *files(tmp_path, joined))
    assert {q.name: q.separator for q in table_of(survey, "gens").questions} == {
        "nom": "", "lien": " ", "quoi": " ",
    }  # fmt: skip


def test_times_and_submissions_that_were_rejected(tmp_path: Path) -> None:
    first, second = survey_of(odk_central, tmp_path, *files(tmp_path)).responses
    assert (first.started, first.completed) == (
        "2026-04-02T07:00:00.000Z", "2026-04-02T07:45:00.000Z",
    )  # fmt: skip
    assert second.completed == "2026-04-03T08:00:00.000Z"
    assert (first.state, second.state) == ("complete", "partial")


def test_a_repeat_inside_another_says_in_which_row(tmp_path: Path) -> None:
    inner = [["avec", "PARENT_KEY", "KEY"],
             [1, "uuid:a/gens[3]", "uuid:a/gens[3]/aussi[1]"]]  # fmt: skip
    paths = [*files(tmp_path), write(tmp_path / "reseau-gens-aussi.csv", inner)]
    survey = survey_of(odk_central, tmp_path, *paths)
    assert rows_of(survey, "aussi") == [("uuid:a", 1, {"avec": "1", "gens": "3"})]


def test_the_form_beside_the_export_gives_wordings_and_options(tmp_path: Path) -> None:
    book = Workbook()
    survey_sheet, choices = book.active, book.create_sheet("choices")
    survey_sheet.title = "survey"
    for row in (["type", "name", "label::Français (fr)"], ["text", "nom", "Son nom ?"],
                ["select_one liens", "lien", "Ce lien ?"],
                ["select_multiple quois", "quoi", "Pour quoi ?"]):  # fmt: skip
        survey_sheet.append(row)
    for row in (["list_name", "name", "label::Français (fr)"], ["liens", "proche", "Très proche"],
                ["quois", "travail", "Le travail"], ["quois", "avenir", "L'avenir"]):  # fmt: skip
        choices.append(row)
    book.save(tmp_path / "form.xlsx")
    survey = survey_of(odk_central, tmp_path, *files(tmp_path), tmp_path / "form.xlsx")
    assert asked(survey, "gens")["nom"] == "Son nom ?"
    assert rows_of(survey, "gens")[0][2]["lien"] == "Très proche"
    assert [one.choice for one in families(survey)["quoi/{choice}"]] == ["Le travail", "L'avenir"]


def test_an_empty_repeat_keeps_its_name(tmp_path: Path) -> None:
    survey = survey_of(odk_central, tmp_path, *files(tmp_path, PEOPLE[:1]))
    assert table_of(survey, "gens").rows == ()
    assert answers(survey, 2)["qui-role"] == "chef"


def test_a_repeat_without_its_submission_is_named(tmp_path: Path) -> None:
    lost = [*PEOPLE, ["Max", "", "", "", "", "uuid:z", "uuid:z/gens[1]"]]
    survey = survey_of(odk_central, tmp_path, *files(tmp_path, lost))
    assert [(p.file, p.row) for p in survey.bad_rows] == [("reseau-gens.csv", 4)]
    assert len(table_of(survey, "gens").rows) == 2


def test_a_repeat_alone_is_known_for_what_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "reseau-gens.csv", PEOPLE)
    with pytest.raises(NetauditError, match="None of the files holds answers"):
        survey_of(odk_central, tmp_path, path)


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "qui-courriel"
field = "participants.email"
[[question]]
text = "nom"
field = "contacts.label"
[[question]]
text = "lien"
field = "leave out"
[[question]]
text = "qui-role"
field = "leave out"
[[question]]
text = "quoi/{choice}"
field = "contacts.purposes"
[question.answers]
travail = "operational"
avenir = "strategic"
[[question]]
text = "connus"
field = "ties.tie"
[question.answers]
bien = "work_closely"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    read, found = tables(tmp_path, MAPPING, *files(tmp_path))
    assert [p.message for p in read.problems if p.severity == "error"] == []
    held = {contact["contact_id"]: contact for contact in found["contacts"]}
    assert [(c["label"], c["purposes"]) for c in held.values()] == [
        ("Zoé", "operational"), ("Luc", "operational|strategic"),
    ]  # fmt: skip
    (tie,) = found["ties"]
    assert {tie["contact_a"], tie["contact_b"]} == set(held)
    assert read.flow is not None
    assert (read.flow.read, read.flow.partial, read.flow.imported) == (2, 1, 1)
