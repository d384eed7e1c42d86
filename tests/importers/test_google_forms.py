"""Google Forms: the linked sheet and the download, grids, options that hold the separator."""

import csv
from pathlib import Path

import pytest

from netaudit.importers.tools import google_forms
from tests.importers.survey_files import Written, families, survey_of, tables, write

WAVE = '[file]\ncohort = "2027"\nwave = "baseline"\n'
QUOTED = Written(quoting=csv.QUOTE_ALL, line_end="\r\n")


def german(number: int) -> list[str]:
    return [
        f"Kontakt {number}: Kürzel",
        f"Kontakt {number}: Wie nahe stehen Sie sich?",
        f"Kontakt {number}: Wofür wenden Sie sich an diese Person?",
        f"Kontakt {number}: Im Vergleich zu Ihnen",
    ]


PAIRS = [f"Wer kennt wen? [Kontakt {a} und Kontakt {b}]" for a, b in ((1, 2), (1, 3), (2, 3))]


def german_sheet(path: Path) -> Path:
    """A sheet in German, with three places for contacts and grids for the pairs."""
    header = ["Zeitstempel", "E-Mail-Adresse", *german(1), *german(2), *german(3), *PAIRS]
    first = ["MB", "sehr nahe", "Operativ, Persönlich", "höher"]
    second = ["KT", "eher distanziert", "Strategisch", "gleiche Ebene"]
    third = ["ÄÖ", "nah", "", "niedriger"]
    return write(
        path,
        [
            header,
            ["05.03.2027 10:11:12", "Lena@example.org", *first, *second, *third,
             "kennen sich gut", "weiß nicht", "kennen sich nicht"],
        ],
    )  # fmt: skip


def test_another_language_needs_no_question_but_cohort_and_wave(tmp_path: Path) -> None:
    read, found = tables(tmp_path, WAVE, german_sheet(tmp_path / "sheet.csv"))
    assert (read.platform, read.refused) == ("google_forms", False)
    values = [
        (c["label"], c["closeness"], c["purposes"], c["seniority"]) for c in found["contacts"]
    ]
    assert values == [
        ("MB", 4, "operational|personal", "more_senior"),
        ("KT", 2, "strategic", "same_level"),
        ("ÄÖ", 3, None, "more_junior"),
    ]
    assert [row["tie"] for row in found["ties"]] == ["work_closely", "unknown", "do_not_know"]
    assert found["audits"][0]["ties_status"] == "all_pairs_asked"


def test_days_that_read_both_ways_are_asked_and_suggested_by_their_order(tmp_path: Path) -> None:
    rows = [
        ["Timestamp", "Name of contact 1", "Name of contact 2", "Participant code"],
        ["09/02/2027 10:00:00", "A", "B", "p1"],
        ["10/02/2027 10:00:00", "C", "D", "p2"],
        ["01/03/2027 10:00:00", "E", "F", "p3"],
    ]
    path = write(tmp_path / "sheet.csv", rows)
    read, found = tables(tmp_path, WAVE, path)
    assert (read.refused, found) == (True, {})
    (asked,) = read.open_questions
    assert (asked.id, asked.suggested) == ("dates", 'dates = "day first"')
    assert [choice.label for choice in asked.choices] == [
        "9 February 2027 (day first)",
        "2 September 2027 (month first)",
    ]
    read, found = tables(tmp_path, WAVE + asked.suggested, path)
    assert str(found["audits"][2]["completed_on"]) == "2027-03-01"


def test_one_day_above_twelve_tells_the_order_of_all(tmp_path: Path) -> None:
    rows = [
        ["Timestamp", "Name of contact 1", "Name of contact 2", "Participant code"],
        ["2/9/2027 10:00:00", "A", "B", "p1"],
        ["2/28/2027 10:00:00", "C", "D", "p2"],
    ]
    read, found = tables(tmp_path, WAVE, write(tmp_path / "sheet.csv", rows))
    assert read.open_questions == ()
    assert str(found["audits"][0]["completed_on"]) == "2027-02-09"


def test_the_download_joins_with_semicolons_and_writes_the_year_first(tmp_path: Path) -> None:
    rows = [
        ["Timestamp", "Username", "Initials of person 1", "What do you go to person 1 for?",
         "Initials of person 2", "What do you go to person 2 for?"],
        ["2027/10/17 6:31:58 PM EST", "u@example.org", "A, B", "Operational;Strategic",
         "C", "Personal"],
    ]  # fmt: skip
    path = write(tmp_path / "form.csv", rows, QUOTED)
    survey = survey_of(google_forms, tmp_path, path)
    assert survey.responses[0].email == "u@example.org"
    _, found = tables(tmp_path, WAVE, path)
    assert [(c["label"], c["purposes"]) for c in found["contacts"]] == [
        ("A, B", "operational|strategic"),
        ("C", "personal"),
    ]
    assert str(found["audits"][0]["completed_on"]) == "2027-10-17"


OPTIONS = """
[[question]]
text = "What do you go to person {n} for?"
[question.answers]
"Advice, day to day" = "operational"
"Advice" = "personal"
"Plans, dreams and sponsors" = "strategic"
"""


def test_options_that_hold_the_separator_are_matched_longest_first(tmp_path: Path) -> None:
    rows = [
        ["Timestamp", "Email Address", "Person 1", "What do you go to person 1 for?", "Person 2",
         "What do you go to person 2 for?"],
        ["2027-05-01 10:00", "u@example.org", "A", "Advice, day to day, Plans, dreams and sponsors",
         "B", "Advice, Advice, day to day"],
    ]  # fmt: skip
    _, found = tables(tmp_path, WAVE + OPTIONS, write(tmp_path / "sheet.csv", rows))
    assert [row["purposes"] for row in found["contacts"]] == [
        "operational|strategic",
        "operational|personal",
    ]


def test_a_form_without_contacts_asks_first(tmp_path: Path) -> None:
    rows = [
        ["Timestamp", "Email Address", "What does your mentoring support?"],
        ["2027-05-01 10:00", "u@example.org", "Knowing why (values, aims), Knowing how"],
    ]
    path = write(tmp_path / "sheet.csv", rows)
    read, _ = tables(tmp_path, WAVE, path)
    assert [one.id for one in read.open_questions] == ["contacts"]
    _, found = tables(tmp_path, WAVE + 'without_contacts = "yes"\n', path)
    (row,) = found["mentoring"]
    assert [row[f"helps_{one}"] for one in ("why", "how", "whom")] == ["yes", "yes", "no"]
    assert (found["contacts"], found["audits"][0]["contacts_status"]) == ([], None)


def test_questions_asked_again_in_the_same_words_are_numbered_by_their_order(
    tmp_path: Path,
) -> None:
    rows = [["Marca temporal", "Nombre", "Nombre", "Nombre"], ["2027-05-01 10:00", "A", "", "C"]]
    survey = survey_of(google_forms, tmp_path, write(tmp_path / "sheet.csv", rows))
    assert [question.slot for question in families(survey)["Nombre ({n})"]] == [1, 2, 3]


@pytest.mark.parametrize("first", ["Time", "ID", "Date"])
def test_a_table_that_begins_otherwise_is_another_tools(first: str, tmp_path: Path) -> None:
    path = write(tmp_path / "sheet.csv", [[first, "Email Address"], ["x", "y"]])
    with pytest.raises(AssertionError):
        survey_of(google_forms, tmp_path, path)
