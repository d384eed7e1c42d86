"""LimeSurvey: headings of codes, wordings or both; arrays; boxes; answers as codes or words."""

import csv
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.survey import Question
from netaudit.importers.tools import limesurvey
from tests.importers.survey_files import (
    Written,
    answers,
    families,
    slots,
    survey_of,
    tables,
    write,
)

OWN = ("id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp")
OWN_IN_GERMAN = ("Antwort", "Abgeschickt", "Seite", "Sprache", "Startwert", "Zugang", "Beginn",
                 "Zuletzt")  # fmt: skip
CODES = ["wer[SQ001_SQ001]", "wer[SQ001_SQ002]", "wer[SQ002_SQ001]", "wer[SQ002_SQ002]",
         "wer[SQ003_SQ001]", "wer[SQ003_SQ002]",
         "nah[SQ001]", "nah[SQ002]", "nah[SQ003]",
         "wozu[SQ001_SQ001]", "wozu[SQ001_SQ002]", "wozu[SQ002_SQ001]", "wozu[SQ002_SQ002]",
         "wozu[SQ003_SQ001]", "wozu[SQ003_SQ002]",
         *(f"ken[SQ00{a}_SQ00{b}]" for a, b in combinations((1, 2, 3), 2)),
         "sicht[SQ001]", "sicht[SQ002]", "gut[SQ001]", "gut[SQ002]",
         "mag[SQ001]", "mag[SQ002]", "mag[other]", "ort"]  # fmt: skip
TEXTS = [*(f"Wer hilft? [Person {n}][{what}]" for n in (1, 2, 3) for what in ("Name", "Ort")),
         *(f"Wie nah? [Person {n}]" for n in (1, 2, 3)),
         *(f"Wozu? [Person {n}][{what}]" for n in (1, 2, 3) for what in ("Rat", "Mut [sehr]")),
         *(f"Wer kennt wen? [Person {a}][Person {b}]" for a, b in combinations((1, 2, 3), 2)),
         "Stimmt das? [Weit]", "Stimmt das? [Eng]", "Was ist gut? [1]", "Was ist gut? [2]",
         "Was mögen Sie? [Gehen]", "Was mögen Sie? [Reden]", "Was mögen Sie? [Sonstiges]",
         "Wo arbeiten Sie?"]  # fmt: skip


def own(number: int, *, submitted: bool = True) -> list[object]:
    """LimeSurvey's own cells for one response."""
    end = "2026-05-04 12:10:00" if submitted else ""
    moments = ("2026-05-04 12:00:00", "2026-05-04 12:10:00")
    return [number, end, 4, "de", 455080000 + number, f"t{number}", *moments]


def coded() -> list[object]:
    return ["Kim", "'=Hull", "Lou", "York", "", "", "AO02", "AO01", "", 1, "", "", 1, "", "",
            "AO03", "", "", "AO04", "AO01", "Ruhe und Zeit", "Witz", "Y", "", "",
            "Bonn"]  # fmt: skip


def worded() -> list[object]:
    return ["Kim", "'=Hull", "Lou", "York", "", "", "Sehr nah", "Fern", "", 1, "", "", 1, "", "",
            "Gut", "", "", "Ja, genau", "Nein, gar nicht", "Ruhe und Zeit", "Witz", "Yes", "N/A",
            "", "Bonn"]  # fmt: skip


AS_LIMESURVEY_WRITES = Written(encoding="utf-8-sig", quoting=csv.QUOTE_ALL)


def exported(
    folder: Path,
    header: Sequence[str],
    *rows: Sequence[object],
    how: Written = AS_LIMESURVEY_WRITES,
) -> Path:
    return write(folder / "a.csv", [header, *rows], how)


def with_texts(mark: str) -> list[str]:
    return [f"{code}{mark}{text}" for code, text in zip((*OWN, *CODES), (*OWN_IN_GERMAN, *TEXTS),
                                                        strict=True)]  # fmt: skip


def places(members: Sequence[Question]) -> list[tuple[int | None, str]]:
    return [(member.slot, member.choice) for member in members]


def test_codes_alone_tell_contacts_pairs_and_boxes(tmp_path: Path) -> None:
    file = exported(tmp_path, [*OWN, *CODES], [*own(1), *coded()])
    found = families(survey_of(limesurvey, tmp_path, file))
    assert slots(found["wer [{n}] [SQ001]"]) == [1, 2, 3]
    assert slots(found["nah [{n}]"]) == [1, 2, 3]
    assert places(found["wozu [{n}] [{choice}]"])[:3] == [(1, "SQ001"), (1, "SQ002"), (2, "SQ001")]
    assert [m.pair for m in found["ken [{a}, {b}]"]] == list(combinations((1, 2, 3), 2))
    assert {"sicht [SQ001]", "sicht [SQ002]", "mag [other]", "ort"} <= found.keys()
    assert slots(found["gut [{n}]"]) == [1, 2]
    assert places(found["mag [{choice}]"]) == [(None, "SQ001"), (None, "SQ002")]


@pytest.mark.parametrize("mark", [". ", "._.", " - ", ": "])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_codes_and_wordings_whatever_stands_between(
    tmp_path: Path, mark: str, separator: str
) -> None:
    file = exported(tmp_path, with_texts(mark), [*own(1), *worded()],
                    how=Written(separator=separator))  # fmt: skip
    survey = survey_of(limesurvey, tmp_path, file)
    found = families(survey)
    assert slots(found["wer [{n}] [Name]"]) == [1, 2, 3]
    assert places(found["wozu [{n}] [{choice}]"])[:2] == [(1, "Rat"), (1, "Mut [sehr]")]
    assert {"sicht [Weit]", "sicht [Eng]", "mag [Sonstiges]", "ort"} <= found.keys()
    assert found["ort"][0].wording == "Wo arbeiten Sie?"
    assert answers(survey, 2)["wer[SQ001_SQ002]"] == "=Hull"


def test_wordings_alone_in_another_language(tmp_path: Path) -> None:
    file = exported(tmp_path, [*OWN_IN_GERMAN, *TEXTS], [*own(1), *worded()])
    survey = survey_of(limesurvey, tmp_path, file)
    found = families(survey)
    assert slots(found["Wer hilft? [{n}] [Name]"]) == [1, 2, 3]
    assert [m.pair for m in found["Wer kennt wen? [{a}, {b}]"]] == list(combinations((1, 2, 3), 2))
    assert {"Stimmt das? [Weit]", "Wo arbeiten Sie?"} <= found.keys()
    (response,) = survey.responses
    assert (response.key, response.participant) == ("1", "t1")
    assert (response.started, response.completed) == (
        "2026-05-04 12:00:00", "2026-05-04 12:10:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("header", "said"), [([*OWN, *CODES], coded()), (with_texts(". "), worded())]
)
def test_what_was_not_handed_in_is_partial(
    tmp_path: Path, header: list[str], said: list[object]
) -> None:
    file = exported(tmp_path, header, [*own(1), *said], [*own(2, submitted=False), *said])
    first, second = survey_of(limesurvey, tmp_path, file).responses
    assert (first.state, second.state) == ("complete", "partial")
    assert "page 4" in second.reason


def test_a_survey_without_dates_has_none(tmp_path: Path) -> None:
    header = ["id", "submitdate", "lastpage", "startlanguage", "seed", "ort"]
    rows = [[1, "1980-01-01 00:00:00", 2, "en", 12345678, "Bonn"],
            [2, "", 1, "en", 12345679, "Rom"]]  # fmt: skip
    first, second = survey_of(limesurvey, tmp_path, exported(tmp_path, header, *rows)).responses
    assert (first.completed, first.state, second.state) == ("", "complete", "partial")


def test_options_that_were_not_shown_are_no_answers(tmp_path: Path) -> None:
    file = exported(tmp_path, with_texts(". "), [*own(1), *worded()])
    survey = survey_of(limesurvey, tmp_path, file)
    assert "mag[SQ002]" not in answers(survey, 2)
    assert answers(survey, 2)["mag[SQ001]"] == "Yes"


def test_yes_and_no_of_each_contact_stay_answers(tmp_path: Path) -> None:
    header = [*OWN, "da[SQ001]", "da[SQ002]", "da[SQ003]"]
    header = [
        f"{code}. {text}" for code, text in
        zip(header, [*OWN, *(f"Here? [Person {n}]" for n in (1, 2, 3))], strict=True)
    ]  # fmt: skip
    file = exported(tmp_path, header, [*own(1), "Yes", "No", ""])
    survey = survey_of(limesurvey, tmp_path, file)
    assert slots(families(survey)["da [{n}]"]) == [1, 2, 3]
    assert answers(survey, 2) == {"da[SQ001]": "Yes", "da[SQ002]": "No"}


def test_brackets_that_a_statistics_program_turned_into_dots(tmp_path: Path) -> None:
    header = [*OWN, "nah.SQ001.", "nah.SQ002.", "wer.SQ001_SQ001.", "wer.SQ002_SQ001."]
    file = exported(tmp_path, header, [*own(1), "AO1", "AO2", "Kim", "Lou"])
    found = families(survey_of(limesurvey, tmp_path, file))
    assert slots(found["nah [{n}]"]) == [1, 2]


def test_seconds_that_answers_took_are_no_questions(tmp_path: Path) -> None:
    header = [*OWN, "ort", "lunchTime", "interviewtime", "groupTime12", "ortTime"]
    file = exported(tmp_path, header, [*own(1), "Bonn", "noon", 100.5, 60.1, 20.3])
    survey = survey_of(limesurvey, tmp_path, file)
    assert [question.name for question in survey.questions] == ["ort", "lunchTime"]


def test_codes_are_read_by_a_values_key(tmp_path: Path) -> None:
    file = exported(tmp_path, [*OWN, *CODES], [*own(1), *coded()])
    key = [["code", "answer", "text"], ["nah", "AO01", "Fern"], ["", "AO02", "Nah"]]
    survey = survey_of(limesurvey, tmp_path, file, write(tmp_path / "key.csv", key))
    assert answers(survey, 2)["nah[SQ001]"] == "Nah"


def test_a_torn_row_is_named(tmp_path: Path) -> None:
    file = exported(tmp_path, [*OWN, *CODES], [*own(1), *coded()], [*own(2), *coded(), "x"])
    with pytest.raises(NetauditError, match="Row 3"):
        survey_of(limesurvey, tmp_path, file)


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
own_ratings = "1 to 4"
[[question]]
text = "wer [{n}] [Name]"
field = "contacts.label"
[[question]]
text = "wer [{n}] [Ort]"
field = "contacts.organisation"
[[question]]
text = "nah [{n}]"
field = "contacts.closeness"
[question.answers]
"Sehr nah" = "4"
"Fern" = "1"
[[question]]
text = "wozu [{n}] [{choice}]"
field = "contacts.purposes"
[question.answers]
"Rat" = "strategic"
"Mut [sehr]" = "personal"
[[question]]
text = "ken [{a}, {b}]"
field = "ties.tie"
[question.answers]
"Gut" = "work_closely"
[[question]]
text = "gut [{n}]"
field = "reflections.strength"
[[question]]
text = "sicht [Weit]"
field = "leave out"
[[question]]
text = "sicht [Eng]"
field = "leave out"
[[question]]
text = "mag [{choice}]"
field = "leave out"
[[question]]
text = "ort"
field = "participants.place"
"""


def test_answers_become_contacts_ties_and_strengths(tmp_path: Path) -> None:
    file = exported(tmp_path, with_texts(". "), [*own(1), *worded()])
    read, held = tables(tmp_path, MAPPING, file)
    assert read.platform == "limesurvey"
    said = [(c["label"], c["organisation"], c["closeness"], c["purposes"])
            for c in held["contacts"]]  # fmt: skip
    assert said == [("Kim", "=Hull", 4, "strategic"), ("Lou", "York", 1, "personal")]
    assert [tie["tie"] for tie in held["ties"]] == ["work_closely"]
    assert [row["text"] for row in held["reflections"]] == ["Ruhe und Zeit", "Witz"]
    assert [row["participant_id"] for row in held["participants"]] == ["t1"]
