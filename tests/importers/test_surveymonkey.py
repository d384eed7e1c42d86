"""SurveyMonkey: questions in one row, their options in the next, or everything in one."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.tools import surveymonkey
from tests.importers.survey_files import (
    Written,
    answers,
    families,
    slots,
    survey_of,
    tables,
    write,
)

OWN = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
       "First Name", "Last Name", "Custom Data 1"]  # fmt: skip
NAMES = "Who do you ask,\nwhen you are stuck?"
GROUPS: Sequence[tuple[str, Sequence[str]]] = (
    (NAMES, ("Colleague 1", "Colleague 2", "Colleague 3")),
    ("What for?", [f"Colleague {n} - {what}" for n in (1, 2, 3) for what in ("Money", "Mood")]),
    ("Who talks to whom?", [f"Colleague {a} / colleague {b}" for a, b in
                            combinations((1, 2, 3), 2)]),
    ("How true is it?", ("I reach far", "I know few")),
    ("Which of these do you know?", ("Coaching", "Shadowing", "Other (please specify)")),
    ("Where do you work?", ("Response",)),
    ("And where before?", ("Open-Ended Response",)),
)  # fmt: skip


def two_rows(*, repeated: bool = False) -> list[list[str]]:
    """Each question over its first column, or over all of them; what stands below."""
    over, below = list(OWN), [""] * len(OWN)
    for question, labels in GROUPS:
        over += [question if repeated or not n else "" for n, _ in enumerate(labels)]
        below += labels
    return [over, below]


def person(number: int, code: str = "", *, ended: bool = True) -> list[object]:
    end = "05/04/2026 12:30:00 AM" if ended else ""
    return [118000000000 + number, 455000001, "05/03/2026 11:50:00 PM", end, "",
            f"p{number}@example.org", "Pat", "Sample", code]  # fmt: skip


def said() -> list[str]:
    return ["Kim", "Lou", "", "Money", "", "", "Mood", "", "", "well", "", "", "4", "1",
            "Coaching", "", "Sailing, of course", "Hull", "Leeds"]  # fmt: skip


@pytest.mark.parametrize("repeated", [False, True])
def test_questions_stand_over_their_first_column_or_over_each(
    tmp_path: Path, repeated: bool
) -> None:
    rows = [*two_rows(repeated=repeated), [*person(1), *said()]]
    survey = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows))
    found = families(survey)
    wording = " ".join(NAMES.split())
    assert slots(found[f"{wording} [{{n}}]"]) == [1, 2, 3]
    ticks = found["What for? [{n}] [{choice}]"]
    assert [(tick.slot, tick.choice) for tick in ticks[:3]] == [
        (1, "Money"), (1, "Mood"), (2, "Money"),
    ]  # fmt: skip
    pairs = found["Who talks to whom? [{a}, {b}]"]
    assert [pair.pair for pair in pairs] == list(combinations((1, 2, 3), 2))
    assert {"How true is it? [I reach far]", "How true is it? [I know few]"} <= found.keys()
    assert {"Where do you work?", "And where before?"} <= found.keys()


def test_another_answer_is_a_text_beside_the_options(tmp_path: Path) -> None:
    rows = [*two_rows(), [*person(1), *said()]]
    found = families(survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows)))
    asked = "Which of these do you know?"
    assert [tick.choice for tick in found[f"{asked} [{{choice}}]"]] == ["Coaching", "Shadowing"]
    assert found[f"{asked} [Other (please specify)]"][0].kind == "text"


def test_who_answered_and_when_and_whether_to_the_end(tmp_path: Path) -> None:
    rows = [*two_rows(), [*person(1, "A-1"), *said()], [*person(2, "A-2", ended=False), *said()]]
    first, second = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows)).responses
    assert (first.row, first.participant, first.name) == (3, "A-1", "Pat Sample")
    assert (first.email, first.completed) == ("p1@example.org", "05/04/2026 12:30:00 AM")
    assert (first.state, second.state) == ("complete", "partial")


def test_custom_data_that_all_people_share_is_a_question(tmp_path: Path) -> None:
    rows = [*two_rows(), [*person(1, "2026A"), *said()], [*person(2, "2026A"), *said()]]
    survey = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows))
    assert [response.participant for response in survey.responses] == ["", ""]
    assert answers(survey, 3)["Custom Data 1"] == "2026A"


@pytest.mark.parametrize("blank_row", [True, False])
def test_the_condensed_form_has_no_second_row_or_a_blank_one(
    tmp_path: Path, blank_row: bool
) -> None:
    header = [*OWN, *(f"How often do you see person {n}?" for n in (1, 2)), "<b>Why</b> &amp; how?"]
    rows = [header, *([[""] * len(header)] if blank_row else []), [*person(1), "a", "b", "c"]]
    survey = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows))
    assert slots(families(survey)["How often do you see person {n}?"]) == [1, 2]
    assert survey.questions[-1].wording == "Why & how?"
    assert survey.responses[0].row == 2 + blank_row


def test_the_same_question_again_is_about_the_next_contact(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Where?", "", "Where?", ""],
        [*([""] * len(OWN)), "Town", "Country", "Town", "Country"],
        [*person(1), "York", "UK", "Oslo", "Norway"],
    ]
    survey = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows))
    found = families(survey)
    assert {"Where? [Town]", "Where? [Country]", "Where? (2) [Town]"} <= found.keys()


@pytest.mark.parametrize("how", [Written(encoding="utf-16"), Written(encoding="cp1252"),
                                 Written(encoding="utf-8-sig", separator=";")])  # fmt: skip
def test_headings_in_another_language_are_told_by_what_is_below(
    tmp_path: Path, how: Written
) -> None:
    own = ["Nummer", "Sammler", "Beginn", "Ende", "IP", "E-Mail", "Vorname", "Name"]
    rows = [
        [*own, "Wen fragen Sie für Rat?", ""],
        [*([""] * len(own)), "Person 1", "Person 2"],
        [*person(1)[:8], "Zoë", "Jörg"],
    ]
    survey = survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows, how))
    assert slots(families(survey)["Wen fragen Sie für Rat? [{n}]"]) == [1, 2]
    assert survey.responses[0].email == "p1@example.org"
    assert set(survey.responses[0].cells.values()) == {"Zoë", "Jörg"}


def test_a_torn_row_is_named(tmp_path: Path) -> None:
    rows = [*two_rows(), [*person(1), *said(), "left over"]]
    with pytest.raises(NetauditError, match="Row 3"):
        survey_of(surveymonkey, tmp_path, write(tmp_path / "a.csv", rows))


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
dates = "month first"
own_ratings = "1 to 4"
[[question]]
text = "Who do you ask, when you are stuck? [{n}]"
field = "contacts.label"
[[question]]
text = "What for? [{n}] [{choice}]"
field = "contacts.purposes"
[question.answers]
"Money" = "operational"
"Mood" = "personal"
[[question]]
text = "Who talks to whom? [{a}, {b}]"
field = "ties.tie"
[question.answers]
"well" = "work_closely"
[[question]]
text = "Where do you work?"
field = "participants.place"
[[question]]
text = "And where before?"
field = "leave out"
[[question]]
text = "How true is it? [I reach far]"
field = "audits.self_network_lag"
[[question]]
text = "How true is it? [I know few]"
field = "leave out"
[[question]]
text = "Which of these do you know? [{choice}]"
field = "leave out"
[[question]]
text = "Which of these do you know? [Other (please specify)]"
field = "leave out"
"""


def test_answers_become_contacts_with_their_ties(tmp_path: Path) -> None:
    rows = [*two_rows(), [*person(1, "A-1"), *said()]]
    read, held = tables(tmp_path, MAPPING, write(tmp_path / "a.csv", rows))
    assert read.platform == "surveymonkey"
    assert [(c["label"], c["purposes"]) for c in held["contacts"]] == [
        ("Kim", "operational"), ("Lou", "personal"),
    ]  # fmt: skip
    assert [tie["tie"] for tie in held["ties"]] == ["work_closely"]
    (audit,) = held["audits"]
    assert (str(audit["completed_on"]), audit["self_network_lag"]) == ("2026-05-04", 4)
