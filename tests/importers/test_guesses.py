"""What a question is taken for: by its words, unless the answers speak against it."""

from pathlib import Path

import pytest

from netaudit.importers.background import Background
from netaudit.importers.families import placed
from netaudit.importers.mapping.proposal import OpenQuestion, Proposal
from netaudit.importers.mapping.propose import proposed
from netaudit.importers.survey import Question, Response, SubRow, SubTable, Survey
from tests.importers.survey_files import tables, write


def columns(*names: str) -> tuple[Question, ...]:
    return tuple(Question(position=n, wording="", name=name) for n, name in enumerate(names, 1))


def responses(*rows: tuple[str, ...]) -> tuple[Response, ...]:
    return tuple(
        Response(file="a.csv", row=n, key=str(n), cells=dict(enumerate(row, 1)), email="a@b.org")
        for n, row in enumerate(rows, 2)
    )


def table(name: str, asked: tuple[str, ...], *rows: tuple[str, ...]) -> SubTable:
    held = (
        SubRow(file="a.csv", row=n, parent="2", number=n, cells=dict(enumerate(row, 1)))
        for n, row in enumerate(rows, 1)
    )
    questions = (Question(position=n, wording="", name=one, family=one)
                 for n, one in enumerate(asked, 1))  # fmt: skip
    return SubTable(name=name, questions=tuple(questions), rows=tuple(held))


def proposal(
    asked: tuple[str, ...], *rows: tuple[str, ...], sub: tuple[SubTable, ...] = ()
) -> Proposal:
    survey = Survey(tool="t", file="a.csv", questions=columns(*asked),
                    responses=responses(*rows), tables=sub)  # fmt: skip
    return proposed(survey, Background())


def told(held: Proposal) -> dict[str, tuple[str, str]]:
    return {one.text: (one.field, one.confidence) for one in held.understood if one.field}


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("programme_start", ["2027-03-01"] * 3),
        ("ego_seniority", ["3", "4", "3"]),
        ("consent", ["yes", "yes", "yes"]),
        ("Do you consent to take part?", ["Yes", "Yes", "No"]),
        ("code", ["2027-03-01", "2027-03-02", "2027-04-02"]),
        ("participant code", ["a"] * 7),
    ],
)
def test_what_is_no_code_and_no_permission(name: str, answers: list[str]) -> None:
    assert told(proposal((name,), *((answer,) for answer in answers))) == {}


def test_answers_tell_more_than_one_word_of_a_name() -> None:
    asked = ("name", "org_location", "last_contact", "since_known")
    rows = (("Ada", "internal", "2027-01-03", "2011"), ("Bo", "external", "2027-02-03", "2019"))
    held = told(proposal((), ("",), sub=(table("people", asked, *rows),)))
    assert held == {
        "name": ("contacts.label", "sure"), "org_location": ("contacts.affiliation", "proposed"),
        "since_known": ("contacts.known_since", "sure"),
    }  # fmt: skip


def test_one_table_is_about_contacts_and_one_about_ties() -> None:
    people = table("person", ("name", "how close"), ("Ada", "close"), ("Bo", "very close"))
    groups = table("group", ("name", "known since"), ("Choir", "3"))
    ties = table("ties", ("contact a", "contact b", "know each other", "how close"),
                 ("1", "2", "well", "close"))  # fmt: skip
    held = proposal((), ("",), sub=(groups, people, ties))
    found = {(one.table, one.text): one.field for one in held.understood if one.field}
    assert found == {
        ("person", "name"): "contacts.label",
        ("person", "how close"): "contacts.closeness",
        ("ties", "contact a"): "ties.contact_a",
        ("ties", "contact b"): "ties.contact_b",
        ("ties", "know each other"): "ties.tie",
    }


def close(*numbers: str) -> tuple[Proposal, OpenQuestion]:
    rows = tuple((f"Person {n}", n) for n in numbers)
    held = proposal((), ("",), sub=(table("people", ("name", "closeness rating"), *rows),))
    (question,) = [one for one in held.questions if one.column == "closeness rating"]
    return held, question


def test_numbers_of_a_scale_are_asked_about_however_many_there_are() -> None:
    held, question = close("1", "3")
    assert told(held)["closeness rating"] == ("contacts.closeness", "proposed")
    assert [one.label for one in question.choices] == [
        "1 to 4, 4 is the most", "1 to 4, 1 is the most", "1 to 5, 5 is the most",
        "1 to 5, 1 is the most", "Leave the question out",
    ]  # fmt: skip
    assert question.choices[2].line.splitlines()[-5:] == [
        '1 = "1"', '2 = "2"', '3 = ""', '4 = "3"', '5 = "4"',
    ]  # fmt: skip
    _, question = close("1", "5")
    assert [one.label for one in question.choices][:2] == [
        "1 to 5, 5 is the most", "1 to 5, 1 is the most",
    ]  # fmt: skip
    _, question = close("1.0", "3.0")
    assert question.choices[0].label == "1 to 4, 4 is the most"
    _, question = close("2", "7")
    assert [one.label for one in question.choices][::2] == [
        "1 to 7, 7 is the most", "1 to 9, 9 is the most", "0 to 10, 10 is the most",
        "Leave the question out",
    ]  # fmt: skip
    assert question.choices[1].line.splitlines()[-1] == 'scale = "7 to 1"'


def test_first_and_last_name_make_the_name(tmp_path: Path) -> None:
    header = ["code", "Vorname", "Nachname", "name of contact 1", "name of contact 2"]
    path = write(tmp_path / "a.csv", [header, ["k1", "Zoë", "von Au", "AB", "CD"]])
    _, found = tables(tmp_path, '[file]\ncohort = "c"\nwave = "baseline"\n', path)
    assert [row["name"] for row in found["participants"]] == ["Zoë von Au"]


def test_waves_are_suggested_in_the_order_of_their_names() -> None:
    held = proposal(("code", "wave"), ("a", "t2"), ("b", "t1"), ("c", "t2"))
    asked = {one.id: one.suggested for one in held.questions if one.id.startswith("wave")}
    assert asked == {"wave t1": 't1 = "baseline"', "wave t2": 't2 = "midpoint"'}


def test_a_column_that_has_a_letter_alone_is_asked_about(tmp_path: Path) -> None:
    header = ["URN", "Q1", "Q2", *(f"Q2_{n}_{c}" for n in (1, 2) for c in "abc"), "CompletionDate"]
    key = [["Q1", "Your e-mail"], ["Q2", "People whose names come to mind"],
           *([f"Q2_{n}_{c}", f"Person {n}"] for n in (1, 2) for c in "abc")]  # fmt: skip
    row = ["1-1-1", "a@b.org", "", "Ada", "Hill & Sons", "3", "Bo", "Ward 5", "8", "2027-05-04"]
    paths = (write(tmp_path / "a.csv", [header, row]), write(tmp_path / "a-key.csv", key))
    mapping = '[file]\ncohort = "c"\nwave = "baseline"\n'
    read, _ = tables(tmp_path, mapping, *paths)
    question, numbers = read.open_questions
    assert numbers.text == "Q2 [{n}] [c]"
    assert question.ask == "What does column b of “People whose names come to mind” hold?"
    assert "“Hill & Sons”" in question.why
    lines = (question.choices[0].line, numbers.choices[0].line)
    said = mapping + "".join(f"[[question]]\n{line}\n" for line in lines)
    read, found = tables(tmp_path, said, *paths)
    assert [(c["label"], c["organisation"], c["years_known"]) for c in found["contacts"]] == [
        ("Ada", "Hill & Sons", 3), ("Bo", "Ward 5", 8),
    ]  # fmt: skip


def test_contacts_without_names_are_asked_about(tmp_path: Path) -> None:
    header = ["code", "Buddy 1", "how close 1", "Buddy 2", "how close 2"]
    path = write(tmp_path / "a.csv", [header, ["k1", "AB", "close", "CD", "very close"]])
    mapping = '[file]\ncohort = "c"\nwave = "baseline"\n'
    read, _ = tables(tmp_path, mapping, path)
    (question,) = read.open_questions
    first, none = question.choices
    _, found = tables(tmp_path, f"{mapping}{first.line}\n", path)
    assert [row["label"] for row in found["contacts"]] == ["AB", "CD"]
    _, found = tables(tmp_path, f"{mapping}{none.line}\n", path)
    assert [row["closeness"] for row in found["contacts"]] == [3, 4]


@pytest.mark.parametrize(
    ("asked", "answers", "field"),
    [
        ("Arbeitet Person {n} in Ihrer Organisation?", ("Drinnen", "Draußen"), "affiliation"),
        ("In welcher Einrichtung arbeitet Person {n}?", ("Uni", "Klinik"), "organisation"),
        ("Contact {n}: who do they work for?", ("Uni", "Trust"), "organisation"),
        ("Nivel jerárquico de la persona {n} en comparación con usted", ("Superior", "Inferior"),
         "seniority"),
    ],
)  # fmt: skip
def test_a_question_keeps_its_field_where_options_are_in_other_words(
    asked: str, answers: tuple[str, str], field: str
) -> None:
    names = tuple(asked.replace("{n}", str(n)) for n in (1, 2))
    (one,) = proposal(names, answers, answers[::-1]).understood
    assert (one.text, one.field) == (asked, f"contacts.{field}")
    assert field == "organisation" or set(one.answers) | set(one.unknown) == set(answers)


@pytest.mark.parametrize("asked", ["Stärke {n} Ihres Netzwerks", "Point fort {n}", "Fortaleza {n}"])
def test_numbered_strengths_in_other_languages(asked: str) -> None:
    names = tuple(asked.replace("{n}", str(n)) for n in (1, 2))
    assert told(proposal(names, ("Rat", "Mut"))) == {asked: ("reflections.strength", "sure")}


def test_numbers_with_a_point_are_the_whole_ones(tmp_path: Path) -> None:
    header = ["code", "name of contact 1", "how close 1", "name of contact 2", "how close 2"]
    path = write(tmp_path / "a.csv", [header, ["k1", "AB", "3.0", "CD", "1.0"]])
    mapping = '[file]\ncohort = "c"\nwave = "baseline"\n'
    (question,) = tables(tmp_path, mapping, path)[0].open_questions
    _, found = tables(tmp_path, f"{mapping}[[question]]\n{question.choices[0].line}\n", path)
    assert [row["closeness"] for row in found["contacts"]] == [3, 1]


def test_three_contacts_make_pairs_where_their_words_say_so() -> None:
    names = ("bez_1_2", "bez_1_3", "bez_2_3")
    asked = tuple(
        Question(position=n, name=name, wording=f"Wie gut kennen sich Person {a} und Person {b}?")
        for n, (name, (a, b)) in enumerate(zip(names, ((1, 2), (1, 3), (2, 3)), strict=True), 1)
    )
    assert [one.pair for one in placed(asked)] == [(1, 2), (1, 3), (2, 3)]
