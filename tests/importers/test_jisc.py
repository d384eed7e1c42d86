"""Jisc Online Surveys: numbered columns, a key file beside them, boxes that hold 0 when skipped."""

import csv
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from openpyxl import Workbook

from netaudit.errors import NetauditError
from netaudit.importers.tools import jisc
from tests.importers.survey_files import (
    Written,
    answers,
    families,
    slots,
    survey_of,
    tables,
    write,
)

AS_JISC_WRITES = Written(line_end="\r\n", quoting=csv.QUOTE_ALL)
PAIRS = list(combinations((1, 2, 3), 2))


def header() -> list[str]:
    """Three people in a grid with tick-boxes, pairs, statements, a question with options."""
    grid = [f"Q3_{n}_{letter}" for n in (1, 2, 3) for letter in "ab"]
    boxes = [f"Q4_{n}_{letter}_1" for n in (1, 2, 3) for letter in "ab"]
    pairs = [f"Q5_{n}_a" for n in (1, 2, 3)]
    return ["URN", "Q1", "Q3", *grid, "Q4", *boxes, "Q5", *pairs, "Q6", "Q6_1_a", "Q6_2_a",
            "Q7_1", "Q7_2", "Q8_a", "Q8_b", "CompletionDate"]  # fmt: skip


def key() -> list[list[object]]:
    """What the columns and codes mean; of a cell of a grid only its row's label."""
    lines: list[list[object]] = [["URN", "Unique Response Number"], ["Q1", "Where do you work?"],
                                 ["Q3", "Who helps you?"]]  # fmt: skip
    for n in (1, 2, 3):
        lines += [[f"Q3_{n}_a", f"Helper {n}"], [f"Q3_{n}_b", f"Helper {n}"], [1, "Near"],
                  [2, "Far"]]  # fmt: skip
    lines.append(["Q4", "With what?"])
    for n in (1, 2, 3):
        lines += [[f"Q4_{n}_a", f"Helper {n}"], [1, "Advice, of any kind"],
                  [f"Q4_{n}_b", f"Helper {n}"], [1, "Comfort"]]  # fmt: skip
    lines.append(["Q5", "Have they met?"])
    for n, (a, b) in enumerate(PAIRS, start=1):
        lines += [[f"Q5_{n}_a", f"Helper {a} with helper {b}"], [1, "Never"], [2, "Often"]]
    lines.append(["Q6", "How true is this?"])
    for n, label in enumerate(("I reach far", "I know few"), start=1):
        lines += [[f"Q6_{n}_a", label], *([code, str(code)] for code in range(1, 5))]
    return [*lines, ["Q7", "What do you like?"], [1, "Walks"], [2, "Talks"], ["Q8_a", "A strength"],
            ["Q8_b", "A strength"], ["CompletionDate", "Date"]]  # fmt: skip


def response(number: int, *, answered: bool = True) -> list[object]:
    """All boxes hold 0 where nothing was ticked, or nothing asked."""
    own = [f"11-22-{number}", "Ward 5" if answered else "", ""]
    grid = ["Kim", 1, "Lou", 2, "", ""] if answered else [""] * 6
    boxes = [1, 0, 0, 1, 0, 0] if answered else [0] * 6
    pairs = [2, "", ""] if answered else [""] * 3
    rest = [4, 2, 1, 0, "Calm", "Kind"] if answered else ["", "", 0, 0, "", ""]
    return [*own, *grid, "", *boxes, "", *pairs, "", *rest, "2026-05-04"]


def files(folder: Path, *responses: Sequence[object], with_key: bool = True) -> list[Path]:
    found = [write(folder / "results.csv", [header(), *responses], AS_JISC_WRITES)]
    if with_key:
        found.append(write(folder / "results-key.csv", key(), AS_JISC_WRITES))
    return found


def test_grids_pairs_statements_and_options_are_told_by_the_key(tmp_path: Path) -> None:
    found = families(survey_of(jisc, tmp_path, *files(tmp_path, response(1))))
    assert slots(found["Q3 [{n}] [a]"]) == [1, 2, 3]
    assert [option.label for option in found["Q3 [{n}] [b]"][0].options] == ["Near", "Far"]
    boxes = found["Q4 [{n}] [{choice}]"]
    assert [(box.slot, box.choice) for box in boxes[:2]] == [
        (1, "Advice, of any kind"), (1, "Comfort"),
    ]  # fmt: skip
    assert [member.pair for member in found["Q5 [{a}, {b}]"]] == PAIRS
    assert [member.choice for member in found["Q7 [{choice}]"]] == ["Walks", "Talks"]
    assert slots(found["Q8 [{n}]"]) == [1, 2]
    assert {"Q6 [I reach far]", "Q6 [I know few]", "Q1"} <= found.keys()


def test_a_column_that_heads_a_grid_is_no_question(tmp_path: Path) -> None:
    survey = survey_of(jisc, tmp_path, *files(tmp_path, response(1)))
    names = {question.name for question in survey.questions}
    assert not names & {"Q3", "Q4", "Q5", "Q6"}
    assert "Q1" in names
    assert families(survey)["Q3 [{n}] [a]"][0].words == "Who helps you? Helper 1 a"


def test_a_skipped_box_is_no_answer(tmp_path: Path) -> None:
    skipped = response(2, answered=False)
    survey = survey_of(jisc, tmp_path, *files(tmp_path, response(1), skipped))
    assert answers(survey, 3) == {}
    assert answers(survey, 2)["Q4_1_a_1"] == "1"
    assert "Q4_1_b_1" not in answers(survey, 2)


def test_numbers_dates_and_responses_not_handed_in(tmp_path: Path) -> None:
    open_ended = [*response(2)[:-1], ""]
    survey = survey_of(jisc, tmp_path, *files(tmp_path, response(1), open_ended))
    first, second = survey.responses
    assert (first.key, first.completed, first.state) == ("11-22-1", "2026-05-04", "complete")
    assert second.state == "partial"
    assert second.reason


def test_without_a_key_rows_are_contacts_and_the_key_is_asked_for(tmp_path: Path) -> None:
    survey = survey_of(jisc, tmp_path, *files(tmp_path, response(1), with_key=False))
    found = families(survey)
    assert slots(found["Q3 [{n}] [a]"]) == [1, 2, 3]
    assert [box.choice for box in found["Q4 [{n}] [{choice}]"][:2]] == ["a_1", "b_1"]
    assert {"Q6 [1]", "Q6 [2]"} <= found.keys()
    assert "key file" in survey.notes[0]
    with_key = survey_of(jisc, tmp_path, *files(tmp_path, response(1)))
    assert with_key.notes == ()


def test_a_choice_laid_out_as_ones_and_blanks_is_one_of_its_options(tmp_path: Path) -> None:
    rows = [["URN", "Q1", "Q1_1_a", "Q1_1_b", "Q1_2_a", "Q1_2_b", "Q2"],
            ["1-1-1", "", 1, "", "", 1, "x"]]  # fmt: skip
    lines: list[list[object]] = [["Q1", "Where is each?"], ["Q2", "Else?"]]
    for n in (1, 2):
        lines += [[f"Q1_{n}_a", f"Contact {n}"], [1, "Here"]]
        lines += [[f"Q1_{n}_b", f"Contact {n}"], [1, "There"]]
    survey = survey_of(jisc, tmp_path, write(tmp_path / "a.csv", rows),
                       write(tmp_path / "b.csv", lines))  # fmt: skip
    members = families(survey)["Q1 [{n}] [{choice}]"]
    assert [(m.slot, m.choice) for m in members] == [
        (1, "Here"), (1, "There"), (2, "Here"), (2, "There"),
    ]  # fmt: skip


LABELLED = [
    ["Unique Response Number", "1. Where do you work?", "2. Who helps you?",
     "2.1.a. Name", "2.1.b. Place", "2.2.a. Name", "2.2.b. Place",
     "3. How close?", "3.1.a. Helper 1", "3.1.b. Helper 1", "3.2.a. Helper 2", "3.2.b. Helper 2",
     "4. What do you like?", "CompletionDate"],
    ["11-22-1", "Ward 5", "", "Kim", "York", "Lou", "Hull", "", "Close", "", "", "Distant",
     "Walks, long,Talks", "2026-05-04"],
]  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_with_wordings_needs_no_key(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    if ending == "csv":
        write(file, LABELLED, AS_JISC_WRITES)
    else:
        book = Workbook()
        for row in LABELLED:
            book.active.append(row)
        book.save(file)
    survey = survey_of(jisc, tmp_path, file)
    found = families(survey)
    assert slots(found["Q2 [{n}] [Name]"]) == [1, 2]
    assert slots(found["Q2 [{n}] [Place]"]) == [1, 2]
    assert [(m.slot, m.choice) for m in found["Q3 [{n}] [{choice}]"]] == [
        (1, "Close"), (1, "Distant"), (2, "Close"), (2, "Distant"),
    ]  # fmt: skip
    assert found["Q2 [{n}] [Name]"][0].group == "Who helps you?"
    assert survey.responses[0].completed == "2026-05-04"
    assert survey.notes == ()


def test_dates_over_other_headings_are_told_by_what_stands_there(tmp_path: Path) -> None:
    rows = [["Numéro", "1. Où ?", "2. Qui ?", "Start date", "Date d'envoi"],
            ["11-22-1", "Paris", "Kim", "03/05/2026", "04/05/2026"]]  # fmt: skip
    (response,) = survey_of(jisc, tmp_path, write(tmp_path / "a.csv", rows)).responses
    assert (response.started, response.completed) == ("03/05/2026", "04/05/2026")


def test_a_torn_row_is_named_and_a_key_alone_is_no_export(tmp_path: Path) -> None:
    torn = files(tmp_path, response(1), [*response(2), "left over"])
    with pytest.raises(NetauditError, match="Row 3") as caught:
        survey_of(jisc, tmp_path, *torn)
    assert caught.value.row == 3
    alone = write(tmp_path / "alone.csv", key())
    with pytest.raises(NetauditError, match="None of the files"):
        jisc.survey([jisc.ExportFile(name="alone.csv", path=alone)], tmp_path)


def test_wordings_that_name_the_contact_tell_columns_and_pairs(tmp_path: Path) -> None:
    asked = ("Nom de la personne {n}", "La personne {n} est-elle proche de vous ?")
    header = ["Unique Response Number", "1. Votre adresse e-mail",
              *(f"2.{n}.{c}. {text.replace('{n}', str(n))}" for n in (1, 2, 3)
                for c, text in zip("ab", asked, strict=True)),
              *(f"3.{k}. La personne {a} et la personne {b} se connaissent-elles ?"
                for k, (a, b) in enumerate(((1, 2), (1, 3), (2, 3)), 1)),
              "Submission date"]  # fmt: skip
    row = ["11-22-1", "a@b.org", "AB", "Proche", "CD", "Très proche", "", "", "Oui", "", "",
           "13/05/2027"]  # fmt: skip
    path = write(tmp_path / "a.csv", [header, row])
    _, held = tables(tmp_path, '[file]\ncohort = "c"\nwave = "baseline"\n', path)
    assert [(c["label"], c["closeness"]) for c in held["contacts"]] == [("AB", 3), ("CD", 4)]
    assert [tie["tie"] for tie in held["ties"]] == ["acquainted"]


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
people = "anonymous"
[[question]]
text = "Q3 [{n}] [a]"
field = "contacts.label"
[[question]]
text = "Q3 [{n}] [b]"
field = "contacts.distance"
[question.answers]
"Near" = "same_site"
"Far" = "other_country"
[[question]]
text = "Q4 [{n}] [{choice}]"
field = "contacts.purposes"
[question.answers]
"Advice, of any kind" = "strategic"
"Comfort" = "personal"
[[question]]
text = "Q5 [{a}, {b}]"
field = "ties.tie"
[question.answers]
"Never" = "do_not_know"
"Often" = "acquainted"
[[question]]
text = "Q1"
field = "leave out"
[[question]]
text = "Q6 [I reach far]"
field = "leave out"
[[question]]
text = "Q6 [I know few]"
field = "leave out"
[[question]]
text = "Q7 [{choice}]"
field = "leave out"
[[question]]
text = "Q8 [{n}]"
field = "reflections.strength"
"""


def test_answers_become_contacts_ties_and_strengths(tmp_path: Path) -> None:
    read, held = tables(tmp_path, MAPPING, *files(tmp_path, response(1)))
    assert read.platform == "jisc"
    assert [(c["label"], c["distance"], c["purposes"]) for c in held["contacts"]] == [
        ("Kim", "same_site", "strategic"), ("Lou", "other_country", "personal"),
    ]  # fmt: skip
    assert [tie["tie"] for tie in held["ties"]] == ["acquainted"]
    assert [row["text"] for row in held["reflections"]] == ["Calm", "Kind"]
