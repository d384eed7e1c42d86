"""Qualtrics: rows of headers, contacts named in wordings, loops, options with a column each."""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.platforms import importer_for
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Option
from netaudit.importers.tools import qualtrics
from tests.importers.survey_files import (
    Written,
    answers,
    families,
    slots,
    survey_of,
    tables,
    write,
)

OWN = (
    ("StartDate", "Begin", "startDate"),
    ("EndDate", "Ende", "endDate"),
    ("Status", "Antworttyp", "status"),
    ("Progress", "Fortschritt", "progress"),
    ("Finished", "Beendet", "finished"),
    ("ResponseId", "Antwort-ID", "_recordId"),
    ("RecipientLastName", "Nachname", "recipientLastName"),
    ("RecipientFirstName", "Vorname", "recipientFirstName"),
    ("RecipientEmail", "E-Mail", "recipientEmail"),
    ("ExternalReference", "Referenz", "externalDataReference"),
    ("DistributionChannel", "Kanal", "distributionChannel"),
)

Column = tuple[str, str, str]
"""Short name, wording and import id."""


def person(code: str, *, status: str = "IP Address", finished: str = "True") -> list[str]:
    """Qualtrics's own cells for one response."""
    progress = "100" if finished in ("True", "1") else "40"
    first, last = code.title(), "Sample"
    days = ("2026-05-04 09:00:00", "2026-05-04 09:30:00")
    address = f"{code}@example.org"
    return [*days, status, progress, finished, f"R_{code}", last, first, address, code, "email"]


def three_rows(columns: Sequence[Column]) -> list[list[str]]:
    """Names, wordings and import ids over Qualtrics's own columns and these."""
    every = [*OWN, *columns]
    ids = [
        json.dumps({"ImportId": one, **({"timeZone": "Asia/Tokyo"} if one == "endDate" else {})})
        for _, _, one in every
    ]
    return [[name for name, _, _ in every], [text for _, text, _ in every], ids]


def piped(number: int) -> str:
    return f"[QID4-ChoiceTextEntryValue-{number}]"


def names(*ids: int) -> list[Column]:
    """Fields for names; their ids may have gaps, their labels do not."""
    return [
        (f"Kontakte_{one}", f"Wen fragen Sie um Rat? - Person {order}", f"QID4_{one}")
        for order, one in enumerate(ids, start=1)
    ]


def test_a_translated_second_row_says_nothing_of_the_columns(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [*three_rows([("Q1", "Wie geht es?", "QID1")]),
                                      [*person("ada"), "gut"]])  # fmt: skip
    survey = survey_of(qualtrics, tmp_path, file)
    assert [(q.name, q.wording) for q in survey.questions] == [("Q1", "Wie geht es?")]
    (response,) = survey.responses
    assert (response.participant, response.email) == ("ada", "ada@example.org")
    assert (response.name, response.key) == ("Ada Sample", "R_ada")
    assert response.completed == "2026-05-04 09:30:00"
    assert response.row == 4
    assert any("Asia/Tokyo" in note for note in survey.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_and_line_breaks_come_through_every_encoding(tmp_path: Path, encoding: str) -> None:
    rows = [*three_rows([("Q1", "Für wen?", "QID1_TEXT")]), [*person("ada"), "Zoë;\nmit Bürö"]]
    file = write(tmp_path / "a.csv", rows, Written(encoding=encoding))
    survey = survey_of(qualtrics, tmp_path, file)
    assert answers(survey, 4) == {"Q1": "Zoë;\nmit Bürö"}
    assert survey.questions[0].wording == "Für wen?"


@pytest.mark.parametrize(
    ("status", "finished", "state"),
    [
        ("IP Address", "True", "complete"),
        ("IP Address", "False", "partial"),
        ("IP-Adresse", "Falsch", "partial"),
        ("Survey Preview", "True", "preview"),
        ("Survey Test", "True", "preview"),
        ("Umfragevorschau", "Wahr", "preview"),
        ("0", "1", "complete"),
        ("0", "0", "partial"),
        ("1", "1", "preview"),
        ("2", "1", "preview"),
        ("9", "1", "preview"),
        ("8", "1", "preview"),
        ("Possible Spam", "True", "preview"),
        ("16", "1", "complete"),
        ("Imported", "True", "complete"),
    ],
)
def test_what_a_response_is(tmp_path: Path, status: str, finished: str, state: str) -> None:
    rows = [*three_rows([("Q1", "How?", "QID1")]),
            [*person("ada", status=status, finished=finished), "a"]]  # fmt: skip
    (response,) = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)).responses
    assert response.state == state
    assert bool(response.reason) == (state != "complete")


def test_a_file_may_have_the_name_of_a_table_of_netaudits(tmp_path: Path) -> None:
    rows = [*three_rows([("Q1", "How?", "QID1")]), [*person("ada"), "a"]]
    survey_file = write(tmp_path / "contacts.csv", rows)
    files = [ExportFile(name="contacts.csv", path=survey_file)]
    assert importer_for(files, None, tmp_path).NAME == "qualtrics"


def test_a_preview_is_told_by_its_channel_in_any_language(tmp_path: Path) -> None:
    cells = person("ada", status="Prévisualisation")
    cells[-1] = "preview"
    rows = [*three_rows([("Q1", "How?", "QID1")]), [*cells, "a"]]
    (response,) = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)).responses
    assert response.state == "preview"


def test_seen_and_not_answered_is_no_answer(tmp_path: Path) -> None:
    rows = [*three_rows([("Q1", "How?", "QID1"), ("Q2", "Why?", "QID2")]),
            [*person("ada"), "-99", "a"]]  # fmt: skip
    assert answers(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)), 4) == {
        "Q2": "a"
    }


def test_pairs_are_named_in_the_wording_whatever_the_numbers_of_the_questions(
    tmp_path: Path,
) -> None:
    pairs = list(combinations((1, 2, 3, 4), 2))
    asked = [
        (f"AP{number}", f"Do {piped(a)} and {piped(b)} ever meet?", f"QID{200 + number}")
        for number, (a, b) in zip((1, 2, 30, 31, 58, 84), pairs, strict=True)
    ]
    asked[0], asked[5] = asked[5], asked[0]
    rows = [*three_rows([*names(1, 2, 3, 4), *asked]),
            [*person("ada"), "K", "L", "M", "N", "z", "", "", "", "", "a"]]  # fmt: skip
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    members = found["Do {a} and {b} ever meet?"]
    assert [member.pair for member in members] == [pairs[5], *pairs[1:5], pairs[0]]


def test_ids_of_fields_with_gaps_are_not_the_numbers_of_contacts(tmp_path: Path) -> None:
    asked = [(f"Ort{n}", f"Wo arbeitet {piped(one)}?", f"QID{n}0") for n, one in
             enumerate((2, 5, 9), start=1)]  # fmt: skip
    rows = [*three_rows([*names(2, 5, 9), *asked]), [*person("ada"), *"KLMxyz"]]
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert slots(found["Kontakte [{n}]"]) == [1, 2, 3]
    assert slots(found["Ort{n}"]) == [1, 2, 3]


def test_blocks_whose_names_are_inconsistent_go_by_their_wordings(tmp_path: Path) -> None:
    asked = [
        ("A1Stadt_1", f"Where does {piped(1)} live? - Town", "QID13_1"),
        ("A1Stadt_2", f"Where does {piped(1)} live? - Country", "QID13_2"),
        ("2-4_1", f"Where does {piped(2)} live? - Town", "QID23_1"),
        ("2-4_2", f"Where does {piped(2)} live? - Country", "QID23_2"),
    ]
    rows = [*three_rows([*names(1, 2), *asked]), [*person("ada"), "K", "L", *"abcd"]]
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert slots(found["Where does {n} live? [Town]"]) == [1, 2]
    assert slots(found["Where does {n} live? [Country]"]) == [1, 2]


def test_contacts_counted_in_the_wording_or_asked_about_in_the_same_words(tmp_path: Path) -> None:
    asked = [
        ("Q11", "Is person 1 older than you?", "QID11"),
        ("Q14", "Is person 2 older than you?", "QID14"),
        ("Q12", "How did you meet?", "QID12"),
        ("Q15", "How did you meet?", "QID15"),
        ("Q16", "Anything else?", "QID16"),
    ]
    rows = [*three_rows(asked), [*person("ada"), *"abcde"]]
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert [m.name for m in found["Is person {n} older than you?"]] == ["Q11", "Q14"]
    assert slots(found["Is person {n} older than you?"]) == [1, 2]
    assert slots(found["How did you meet? ({n})"]) == [1, 2]
    assert slots(found["Q16"]) == [None]


LOOPS = (1, 2, 3)
TYPES = ("Rat", "Nähe")


def looped(prefix: str = "", *, chosen: str = "Selected Choice") -> list[Column]:
    """A loop for three contacts: a choice, two boxes to tick, and who knows whom."""
    columns: list[Column] = []
    for n in LOOPS:
        start = f"{prefix}{n}_"
        columns.append((f"{start}Q5", "How often do you meet?", f"{start}QID5"))
        columns += [
            (f"{start}Q7_{k}", f"What for? - {chosen} - {label}", f"{start}QID7_{k}")
            for k, label in enumerate(TYPES, start=1)
        ]
        columns += [
            (f"{start}Q11_{m}", f"Whom does {piped(n)} know? - {piped(m)}", f"{start}QID11_{m}")
            for m in LOOPS
        ]
    return columns


def looped_answers() -> list[str]:
    return ["2", "1", "", "", "4", "1", "1", "", "1", "", "", "2", "3", "", "", "", "", ""]


@pytest.mark.parametrize("prefix", ["", "x"])
def test_the_number_of_a_loop_stands_before_the_name(tmp_path: Path, prefix: str) -> None:
    rows = [*three_rows([*names(1, 2, 3), *looped(prefix)]),
            [*person("ada"), "K", "L", "M", *looped_answers()]]  # fmt: skip
    survey = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows))
    found = families(survey)
    assert slots(found["{n}_Q5"]) == [1, 2, 3]
    ticks = found["{n}_Q7 [{choice}]"]
    assert [(t.slot, t.choice) for t in ticks] == [(n, label) for n in LOOPS for label in TYPES]
    pairs = found["{a}_Q11 [{b}]"]
    assert {pair.pair for pair in pairs} == {(a, b) for a in LOOPS for b in LOOPS if a != b}
    assert slots(found["{n}_Q11 [{n}, {n}]"]) == [1, 2, 3]


def test_loops_without_import_ids_go_by_their_names(tmp_path: Path) -> None:
    rows = [row for number, row in enumerate(three_rows([*names(1, 2, 3), *looped()]))
            if number < 2]  # fmt: skip
    rows.append([*person("ada"), "K", "L", "M", *looped_answers()])
    survey = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows))
    found = families(survey)
    assert slots(found["{n}_Q5"]) == [1, 2, 3]
    assert len(found["{n}_Q7 [{choice}]"]) == 6
    assert survey.responses[0].row == 3


def test_options_in_another_language_are_told_by_what_is_ticked(tmp_path: Path) -> None:
    rows = [*three_rows([*names(1, 2, 3), *looped(chosen="Gewählt")]),
            [*person("ada"), "K", "L", "M", *looped_answers()]]  # fmt: skip
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert [member.choice for member in found["{n}_Q7 [{choice}]"][:2]] == list(TYPES)


def test_an_option_is_ticked_whatever_its_code(tmp_path: Path) -> None:
    asked = [(f"Q7_{k}", f"What for? - Selected Choice - {label}", f"QID7_{k}")
             for k, label in enumerate(TYPES, start=1)]  # fmt: skip
    rows = [*three_rows(asked), [*person("ada"), "", "2"], [*person("bo"), "1", ""]]
    survey = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows))
    assert answers(survey, 4) == {"Q7_2": "Nähe"}
    assert answers(survey, 5) == {"Q7_1": "Rat"}


def test_statements_of_a_grid_are_questions_of_their_own(tmp_path: Path) -> None:
    asked = [(f"Q9_{k}", f"How far do you agree? - {label}", f"QID9_{k}")
             for k, label in enumerate(("I reach far", "I know few"), start=1)]  # fmt: skip
    rows = [*three_rows(asked), [*person("ada"), "1", "1"]]
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert list(found) == ["Q9 [I reach far]", "Q9 [I know few]"]
    assert {member.kind for members in found.values() for member in members} == {""}


def test_a_grid_of_pairs_and_the_box_beside_an_option(tmp_path: Path) -> None:
    asked = [
        *((f"Q20_{a}_{b}", f"Who knows whom? - Person {a} - Person {b}", f"QID20_{a}_{b}")
          for a, b in combinations((1, 2, 3), 2)),
        ("Q21_1", "Where? - Selected Choice - Here", "QID21_1"),
        ("Q21_2", "Where? - Selected Choice - Elsewhere", "QID21_2"),
        ("Q21_2_TEXT", "Where? - Elsewhere - Text", "QID21_2_TEXT"),
    ]  # fmt: skip
    rows = [*three_rows(asked), [*person("ada"), "a", "b", "c", "", "Elsewhere", "at sea"]]
    found = families(survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows)))
    assert [member.pair for member in found["Q20 [{a}, {b}]"]] == [(1, 2), (1, 3), (2, 3)]
    assert [member.choice for member in found["Q21 [{choice}]"]] == ["Here", "Elsewhere"]
    assert found["Q21_2_TEXT"][0].kind == "text"


def test_codes_are_read_by_a_values_key(tmp_path: Path) -> None:
    cells = [*person("ada", status="0", finished="1"), "K", "L", "M", *looped_answers()]
    rows = [*three_rows([*names(1, 2, 3), *looped()]), cells]
    key = [["Frage", "Wert", "Text"], ["Q5", 1, "Weekly"], ["Q5", 2, "Daily"],
           ["Q11", 1, "Not at all"], ["Q11", 2, "Well"], ["Q11", 4, "Cannot say"]]  # fmt: skip
    survey = survey_of(qualtrics, tmp_path, write(tmp_path / "answers.csv", rows),
                       write(tmp_path / "key.csv", key))  # fmt: skip
    said = answers(survey, 4)
    assert said["1_Q5"] == "Daily"
    assert said["2_Q5"] == "Weekly"
    assert families(survey)["{n}_Q5"][0].options[0] == Option(code="1", label="Weekly")


def test_the_legacy_form_has_two_rows_and_a_blank_column_at_its_end(tmp_path: Path) -> None:
    first = [f"V{number}" for number in range(1, 11)]
    second = ["ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress",
              "IPAddress", "Status", "StartDate", "EndDate", "Finished"]  # fmt: skip
    own = ["R_1", "Set", "Sample, Ada", "A1", "ada@example.org", "", 0,
           "2026-05-04 09:00:00", "2026-05-04 09:30:00", 1]  # fmt: skip
    rows = [
        [*first, "Q4_1", "Q4_2", "LocationLatitude", ""],
        [*second, "Name - Contact 1", "Name - Contact 2", "LocationLatitude", ""],
        [*own, "Kim", "Lou", "", ""],
        ["R_2", "Set", "Anonym", "", "", "", 0, "", "", 0, "", "", "", ""],
        ["R_3", "Set", "Anonym", "", "", "", 0, "", "", 1, "Max", "", "", ""],
    ]
    file = write(tmp_path / "a.csv", rows, Written(encoding="utf-8-sig"))
    survey = survey_of(qualtrics, tmp_path, file)
    assert slots(families(survey)["Q4 [{n}]"]) == [1, 2]
    assert [(r.participant, r.name, r.state) for r in survey.responses] == [
        ("A1", "Sample, Ada", "complete"), ("", "", "partial"), ("", "", "complete"),
    ]  # fmt: skip


def test_a_torn_row_is_named(tmp_path: Path) -> None:
    rows = [*three_rows([("Q1", "How?", "QID1")]), [*person("ada"), "a"],
            [*person("bo"), "b", "left over"]]  # fmt: skip
    with pytest.raises(NetauditError, match="Row 5") as caught:
        survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows))
    assert caught.value.row == 5


def test_a_header_alone_and_two_exports_are_refused_in_words(tmp_path: Path) -> None:
    alone = write(tmp_path / "a.csv", three_rows([("Q1", "How?", "QID1")]))
    with pytest.raises(NetauditError, match="no answers"):
        survey_of(qualtrics, tmp_path, alone)
    other = write(tmp_path / "b.csv", three_rows([("Q1", "How?", "QID1")]))
    with pytest.raises(NetauditError, match=r"a\.csv and b\.csv"):
        survey_of(qualtrics, tmp_path, alone, other)


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "Kontakte [{n}]"
field = "contacts.label"
[[question]]
text = "{n}_Q5"
field = "contacts.frequency"
[question.answers]
"1" = "weekly"
"2" = "daily"
[[question]]
text = "{n}_Q7 [{choice}]"
field = "contacts.purposes"
[question.answers]
"Rat" = "strategic"
"Nähe" = "personal"
[[question]]
text = "{a}_Q11 [{b}]"
field = "ties.tie"
[question.answers]
"2" = "work_closely"
"4" = "unknown"
"""


def test_a_loop_becomes_contacts_with_what_is_said_of_them(tmp_path: Path) -> None:
    rows = [*three_rows([*names(1, 2, 3), *looped()]),
            [*person("ada"), "Kim", "", "Max", "2", "1", "", "", "4", "2",
             "", "", "", "", "", "", "1", "", "1", "", "", ""]]  # fmt: skip
    read, held = tables(tmp_path, MAPPING, write(tmp_path / "a.csv", rows))
    assert read.platform == "qualtrics"
    said = [(c["label"], c["frequency"], c["purposes"]) for c in held["contacts"]]
    assert said == [("Kim", "daily", "strategic"), ("Max", "weekly", "personal")]
    (tie,) = held["ties"]
    ids = {contact["label"]: contact["contact_id"] for contact in held["contacts"]}
    assert {tie["contact_a"], tie["contact_b"]} == set(ids.values())
    assert tie["tie"] == "work_closely"


def test_a_question_of_text_boxes_alone(tmp_path: Path) -> None:
    boxes = [(f"names_{n}", f"Who helps? - Person {n}", f"QID5_{n}_TEXT") for n in (1, 2)]
    rows = [*three_rows(boxes), [*person("ada"), "Kim", "Lou"]]
    survey = survey_of(qualtrics, tmp_path, write(tmp_path / "a.csv", rows))
    assert slots(families(survey)["names [{n}]"]) == [1, 2]
