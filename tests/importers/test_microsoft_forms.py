"""Microsoft Forms: numbers without anything before them, semicolons, people without a name."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from netaudit.errors import NetauditError
from netaudit.importers.tools import microsoft_forms
from tests.importers.survey_files import Written, families, slots, survey_of, tables, write

WAVE = '[file]\ncohort = "2027"\nwave = "endpoint"\n'
OWN = ("ID", "Start time", "Completion time", "Email", "Name")


def contact(number: int) -> tuple[str, ...]:
    again = "" if number == 1 else str(number)
    titles = ("Initials", "Where do they\u00a0work?", "What do they help you with?", "How close?")
    return tuple(title + again for title in titles)


def workbook(path: Path) -> Path:
    """Two people, three places for contacts, the second of them blank for the first person."""
    book = openpyxl.Workbook()
    sheet = book.active
    pairs = ("Contact 1 and contact 2", "Contact 1 and contact 3", "Contact 2 and contact 3")
    sheet.append([*OWN, *contact(1), *contact(2), *contact(3), *pairs, "Purpose of each"])
    first = ("KL", "Same organisation", "Operational;Strategic;", "Very close")
    third = ("MN ", "Different organisation", "Personal;", "Not very close")
    moments = (datetime(2027, 4, 1, 9, 0), datetime(2027, 4, 1, 9, 20, 5))
    sheet.append([11, *moments, "Ann@Example.org", "Ann Lee", *first, *[None] * 4, *third,
                  None, "A little", None])  # fmt: skip
    other = ("OP", "Same organisation", "Personal;", "Close")
    sheet.append([12, *moments, "bo@example.org", "Bo Ek", *other, *[None] * 8, None, None, None])
    book.save(path)
    return path


def test_contacts_come_from_titles_that_come_again(tmp_path: Path) -> None:
    survey = survey_of(microsoft_forms, tmp_path, workbook(tmp_path / "form.xlsx"))
    found = families(survey)
    assert slots(found["Initials{n}"]) == [1, 2, 3]
    assert [question.position for question in found["Initials{n}"]] == [6, 10, 14]
    assert found["Where do they work?{n}"][0].wording == "Where do they\u00a0work?"
    (first, _) = survey.responses
    assert (first.row, first.key, first.email) == (2, "11", "Ann@Example.org")
    assert first.completed == "2027-04-01 09:20:05"


def test_numbers_of_contacts_stay_where_one_is_blank(tmp_path: Path) -> None:
    mapping = WAVE + (
        '[[question]]\ntext = "Where do they work?{n}"\nfield = "contacts.affiliation"\n'
        '[[question]]\ntext = "What do they help you with?{n}"\nfield = "contacts.purposes"\n'
    )
    read, found = tables(tmp_path, mapping, workbook(tmp_path / "form.xlsx"))
    assert read.platform == "microsoft_forms"
    assert not read.refused
    ann = [row for row in found["contacts"] if row["label"] in ("KL", "MN")]
    assert [(c["label"], c["purposes"], c["closeness"]) for c in ann] == [
        ("KL", "operational|strategic", 4),
        ("MN", "personal", 2),
    ]
    assert [row["affiliation"] for row in ann] == ["same_org", "other_org_other_sector"]
    (tie,) = found["ties"]
    assert {tie["contact_a"], tie["contact_b"]} == {row["contact_id"] for row in ann}
    assert (tie["tie"], tie["wave"]) == ("acquainted", "endpoint")
    assert [(p["name"], p["email"], p["cohort"]) for p in found["participants"]] == [
        ("Ann Lee", "Ann@Example.org", "2027"),
        ("Bo Ek", "bo@example.org", "2027"),
    ]
    assert [str(row["completed_on"]) for row in found["audits"]] == ["2027-04-01", "2027-04-01"]


def test_people_without_a_name_by_a_code_of_their_own_and_names_one_a_line(tmp_path: Path) -> None:
    rows = [
        ["Id", *OWN[1:], "Your personal code", "List the people you discuss your work with"],
        ["1", "3/4/27 8:00:00", "3/4/27 8:10:00", "anonymous", "", "Z9", "Ida\nOtto\n-\nIda B."],
        ["2", "3/30/27 8:00:00", "3/30/27 8:10:00", "anonymous", "", "Z8", "nobody"],
    ]
    path = write(tmp_path / "form.csv", rows, Written(encoding="utf-8-sig"))
    read, found = tables(tmp_path, WAVE, path)
    assert [(row["participant_id"], row["label"]) for row in found["contacts"]] == [
        ("Z9", "Ida"),
        ("Z9", "Otto"),
        ("Z9", "Ida B."),
    ]
    assert [str(row["completed_on"]) for row in found["audits"]] == ["2027-03-04", "2027-03-30"]
    assert [row["contacts_status"] for row in found["audits"]] == [None, "none_to_name"]
    assert [p.value for p in read.problems if p.message.startswith("This name")] == ["-", "nobody"]


def test_a_title_that_ends_in_a_digit_is_not_a_repetition(tmp_path: Path) -> None:
    rows = [[*OWN, "Step 1", "Step 12", "Name of contact", "Name of contact2"], ["1"] * 9]
    survey = survey_of(microsoft_forms, tmp_path, write(tmp_path / "form.csv", rows))
    assert slots(families(survey)["Name of contact{n}"]) == [1, 2]
    assert [q.wording for q in survey.questions if q.slot is None] == ["Step 1", "Step 12"]


@pytest.mark.parametrize(
    "titles",
    [
        ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
        ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
        ("Id", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"),
    ],
)
def test_forms_in_other_languages_are_recognised(titles: tuple[str, ...], tmp_path: Path) -> None:
    rows = [[*titles, "Kontakt"], ["7", "a", "b", "c@example.org", "Cy", "x"]]
    survey = survey_of(microsoft_forms, tmp_path, write(tmp_path / "form.csv", rows))
    (response,) = survey.responses
    assert (response.email, response.name, response.started) == ("c@example.org", "Cy", "a")
    assert [question.wording for question in survey.questions] == ["Kontakt"]


def test_points_of_a_quiz_are_no_questions(tmp_path: Path) -> None:
    rows = [[*OWN, "Total points", "Colour", "Points - Colour", "Feedback - Colour"], ["1"] * 9]
    survey = survey_of(microsoft_forms, tmp_path, write(tmp_path / "form.csv", rows))
    assert [question.wording for question in survey.questions] == ["Colour"]


def test_a_torn_row_and_a_form_without_answers_are_named(tmp_path: Path) -> None:
    torn = write(tmp_path / "torn.csv", [[*OWN, "Colour"], ["1"] * 6, ["1"] * 8])
    with pytest.raises(NetauditError, match="Row 3 has 8 cells, the header 6"):
        survey_of(microsoft_forms, tmp_path, torn)
    with pytest.raises(NetauditError, match="holds no answers"):
        survey_of(microsoft_forms, tmp_path, write(tmp_path / "empty.csv", [[*OWN, "Colour"]]))
