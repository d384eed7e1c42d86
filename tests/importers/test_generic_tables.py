"""Tables that no survey tool wrote: contacts side by side, one row a contact, tables beside."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.importers.families import families_of, placed
from netaudit.importers.survey import Question
from netaudit.importers.ticks import with_ticks
from netaudit.importers.tools import generic_wide
from netaudit.wide_workbook import write_wide_workbook
from tests.importers.survey_files import Written, families, survey_of, tables, write

FILE = '[file]\ncohort = "2027"\nwave = "midpoint"\n'


def alters(number: int) -> list[str]:
    return [f"alter.{what}.{number}" for what in ("name", "level compared", "years known")]


WIDE = [
    ["code", "e-mail", *alters(1), *alters(2), *alters(4), "1 to 2", "1 to 4", "2 to 4"],
    ["r1", "r@example.org", "Ida", "peer", "3", "", "", "", "Otto", "senior", "under 6 months",
     "", "yes", ""],
    ["r2", "s@example.org", "Ida", "junior", "6-8 years", "tbc", "peer", "", "Ida", "peer", "10+",
     "no", "yes", "yes"],
]  # fmt: skip


@pytest.mark.parametrize(
    "how", [Written(separator="\t"), Written(separator=";", encoding="cp1252")]
)
def test_a_missing_place_stays_missing(how: Written, tmp_path: Path) -> None:
    read, found = tables(tmp_path, FILE, write(tmp_path / "alters.csv", WIDE, how))
    assert (read.platform, read.refused) == ("generic_wide", False)
    contacts = found["contacts"]
    assert [(c["participant_id"], c["label"], c["seniority"]) for c in contacts] == [
        ("r1", "Ida", "same_level"),
        ("r1", "Otto", "more_senior"),
        ("r2", "Ida", "more_junior"),
        ("r2", "Ida", "same_level"),
    ]
    # Bands: half of "under", the middle, the limit of "or more"; by hand.
    assert [c["years_known"] for c in contacts] == [3.0, 0.25, 7.0, 10.0]
    assert len({c["contact_id"] for c in contacts}) == 4
    assert [(t["participant_id"], t["tie"]) for t in found["ties"]] == [
        ("r1", "acquainted"),
        ("r2", "acquainted"),
    ]
    assert found["ties"][0]["contact_b"] == contacts[1]["contact_id"]
    assert found["ties"][1]["contact_b"] == contacts[3]["contact_id"]
    said = [(p.row, p.value, p.message) for p in read.problems if p.row]
    assert (3, "tbc", "This name stands for nobody.") in said
    assert (3, "Ida", "This name is listed twice.") in said


def test_the_workbook_of_the_templates_needs_no_mapping(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    write_wide_workbook(path)
    book = openpyxl.load_workbook(path)
    sheet = book["answers"]
    places = {cell.value: cell.column for cell in sheet[1]}
    filled = {
        "participant_id": "W1", "cohort": "2027", "wave": "baseline", "self_echo_chamber": 4,
        "contact_1_id": "a", "contact_1_label": "AB", "contact_1_closeness": 4,
        "contact_1_purposes": "operational|personal", "contact_3_id": "c", "contact_3_trust": 5,
        "contact_3_affiliation": "same_team", "tie_1_3": "work_closely",
        "mentoring_2_id": "m", "mentoring_2_my_role": "mentee", "mentoring_2_start_date": "2026-03",
    }  # fmt: skip
    for name, value in filled.items():
        sheet.cell(2, places[name], value)
    book.save(path)
    read, found = tables(tmp_path, "", path)
    assert (read.platform, read.open_questions) == ("generic_wide", ())
    first, second = found["contacts"]
    assert (first["contact_id"], first["closeness"], first["purposes"]) == (
        "a",
        4,
        "operational|personal",
    )
    assert (second["contact_id"], second["affiliation"], second["trust"]) == ("c", "same_team", 5)
    (tie,) = found["ties"]
    assert (tie["contact_a"], tie["contact_b"], tie["tie"]) == ("a", "c", "work_closely")
    (relation,) = found["mentoring"]
    assert (relation["mentoring_id"], relation["start_date"]) == ("m", "2026-03")
    assert found["audits"][0]["self_echo_chamber"] == 4


CONTACTS = [
    ["person code", "survey round", "alter nr", "initials", "how close", "wofür"],
    ["k1", "t0", "1", "AB", "very close", "operational; strategic"],
    ["k1", "t0", "3", "CD", "distant", "personal"],
    ["k2", "t0", "1", "n/a", "", ""],
    ["k2", "t0", "2", "EF", "close", ""],
    ["k1", "t1", "1", "AB", "close", "personal"],
]
TIES = [
    ["person code", "survey round", "from", "to", "know each other?"],
    ["k1", "t0", "3", "1", "slightly"],
    ["k2", "t0", "2", "1", "well"],
]
PEOPLE = [["person code", "your sector"], ["k1", "Health"], ["k2", "Housing"], ["k3", "Health"]]
LONG = '[file]\ncohort = "2027"\n[file.waves]\nt0 = "baseline"\nt1 = "endpoint"\n' + (
    '[[question]]\ntext = "person code"\nfield = "participants.participant_id"\n'
)


def long_files(folder: Path, *named: tuple[str, Sequence[Sequence[str]]]) -> list[Path]:
    return [write(folder / f"{name}.csv", rows) for name, rows in named]


def test_one_row_a_contact_with_people_and_ties_beside(tmp_path: Path) -> None:
    rows = (("alters", CONTACTS), ("edges", TIES), ("egos", PEOPLE))
    read, found = tables(tmp_path, LONG, *long_files(tmp_path, *rows))
    assert (read.platform, read.refused) == ("generic_long", False)
    assert [(c["participant_id"], c["wave"], c["label"]) for c in found["contacts"]] == [
        ("k1", "baseline", "AB"),
        ("k1", "baseline", "CD"),
        ("k1", "endpoint", "AB"),
        ("k2", "baseline", "EF"),
    ]
    first, _, later, _ = found["contacts"]
    assert first["contact_id"] == later["contact_id"]
    (tie,) = found["ties"]
    assert (tie["participant_id"], tie["tie"], tie["contact_b"]) == (
        "k1",
        "acquainted",
        first["contact_id"],
    )
    assert {p["participant_id"]: p["sector"] for p in found["participants"]} == {
        "k1": "Health",
        "k2": "Housing",
        "k3": "Health",
    }
    assert read.flow is not None
    assert (read.flow.read, read.flow.imported, read.flow.partial) == (4, 3, 1)
    assert [(p.file, p.row) for p in read.problems if p.message.startswith("1 answer about")] == [
        ("edges.csv", 3)
    ]


def test_tables_whose_rows_are_nobodys_are_refused_by_name(tmp_path: Path) -> None:
    lost = ("lost", [["colour"], ["red"]])
    paths = long_files(tmp_path, ("alters", CONTACTS), lost)
    read, _ = tables(tmp_path, LONG, *paths)
    (problem,) = read.problems
    assert (problem.file, problem.severity) == ("lost.csv", "error")
    assert "No column says whose" in problem.message


def test_rows_of_nobody_known_are_named_and_can_be_left_out(tmp_path: Path) -> None:
    paths = long_files(tmp_path, ("alters", [*CONTACTS, ["", "t0", "1", "Zed", "close", ""],
                                             ["k1", "", "4", "Zoe", "close", ""]]))  # fmt: skip
    read, _ = tables(tmp_path, LONG, *paths)
    assert read.refused
    assert [(p.row, p.file) for p in read.problems if p.severity == "error"] == [
        (7, "alters.csv"), (8, "alters.csv"),
    ]  # fmt: skip
    read, found = tables(tmp_path, LONG, *paths, leave_out=True)
    assert ([p.row for p in read.left_out], len(found["contacts"])) == ([7, 8], 4)


def test_tick_boxes_of_a_plain_table(tmp_path: Path) -> None:
    asked = ("initials", "purpose_operational", "purpose_personal", "purpose_strategic")
    names = [f"contact_{number}_{what}" for number in (1, 2) for what in asked]
    rows = [["code", *names], ["v1", "AB", "1", "0", "x", "CD", "0", "0", ""]]
    path = write(tmp_path / "ticks.csv", rows)
    survey = survey_of(generic_wide, tmp_path, path)
    assert [q.choice for q in families(survey)["contact_{n}_purpose_{choice}"]] == [
        "operational", "personal", "strategic",
    ] * 2  # fmt: skip
    _, found = tables(tmp_path, FILE, path)
    assert [row["purposes"] for row in found["contacts"]] == ["operational|strategic", None]


def test_columns_that_hold_more_than_ticks_are_no_tick_boxes() -> None:
    questions = [Question(position=n, wording=f"why_{option}")
                 for n, option in enumerate(("operational", "personal"), start=1)]  # fmt: skip
    assert [q.choice for q in with_ticks(questions, {1: {"1", "0"}, 2: {"a text"}})] == ["", ""]
    assert [q.choice for q in with_ticks(questions, {1: {"1"}, 2: set()})] == [
        "operational",
        "personal",
    ]


def test_pairs_that_only_their_order_tells_are_asked_for(tmp_path: Path) -> None:
    initials = [f"contact {n} initials" for n in (1, 2, 3, 4)]
    rows = [["code", *initials, *(f"pair {n}" for n in range(1, 7))],
            ["o1", "A", "B", "C", "D", "yes", "no", "yes", "no", "no", "no"]]  # fmt: skip
    path = write(tmp_path / "pairs.csv", rows)
    read, _ = tables(tmp_path, FILE, path)
    (asked,) = read.open_questions
    # The third of 1-2, 1-3, 1-4 … or of 1-2, 1-3, 2-3 …
    assert [choice.label for choice in asked.choices[:2]] == ["1 and 4", "2 and 3"]
    for choice, ends in zip(asked.choices, ("AD", "BC"), strict=False):
        _, found = tables(tmp_path, FILE + choice.line, path)
        label = {row["contact_id"]: row["label"] for row in found["contacts"]}
        tied = [
            "".join(sorted((label[t["contact_a"]], label[t["contact_b"]])))
            for t in found["ties"]
            if t["tie"] == "acquainted"
        ]
        assert tied == ["AB", ends]
    _, found = tables(tmp_path, FILE + 'pairs = "leave out"', path)
    assert "ties" not in found


def test_the_pairs_of_three_contacts_have_one_order(tmp_path: Path) -> None:
    header = ["code", *(f"contact {n} initials" for n in (1, 2, 3)), "pair 1", "pair 2", "pair 3"]
    path = write(tmp_path / "pairs.csv", [header, ["o1", "A", "B", "C", "yes", "no", "yes"]])
    read, _ = tables(tmp_path, FILE, path)
    (asked,) = read.open_questions
    assert [one.label for one in asked.choices] == ["1 and 3", "Neither: leave the pairs out"]


NUMBERS = st.sets(st.integers(1, 60), min_size=2, max_size=12)


@given(NUMBERS, st.sampled_from(["contact_{}_name", "{}. Who?", "Name [{}]", "x{}y of them"]))
@settings(max_examples=60, deadline=None)
def test_numbers_of_places_are_kept_with_gaps(numbers: set[int], text: str) -> None:
    ordered = sorted(numbers, reverse=True)
    questions = [
        Question(position=place, wording=text.format(number))
        for place, number in enumerate(ordered, start=1)
    ]
    found = placed(questions)
    assert [question.slot for question in found] == ordered
    assert {question.family for question in found} == {text.format("{n}")}


@given(st.sets(st.integers(1, 30), min_size=4, max_size=9), st.booleans())
@settings(max_examples=60, deadline=None)
def test_pairs_are_read_from_their_texts_in_any_order(numbers: set[int], turned: bool) -> None:
    pairs = [pair[::-1] if turned else pair for pair in combinations(sorted(numbers), 2)][::-1]
    questions = [
        Question(position=place, wording=f"Do {a} and {b} know each other?")
        for place, (a, b) in enumerate(pairs, start=1)
    ]
    assert [question.pair for question in placed(questions)] == pairs


def test_a_grid_of_contacts_and_items_is_no_grid_of_pairs() -> None:
    questions = [
        Question(position=3 * row + item, wording=f"Contact {row + 1}: item {item}")
        for row in range(4)
        for item in (1, 2, 3)
    ]
    assert all(question.pair is None for question in placed(questions))


def test_questions_with_numbers_alone_are_no_repetitions(tmp_path: Path) -> None:
    survey = survey_of(generic_wide, tmp_path, write(tmp_path / "alters.csv", WIDE))
    assert "code" in {family.text for family in families_of(survey)}
    numbered = [Question(position=n, wording=f"Q{n}") for n in (1, 2, 3)]
    assert [question.slot for question in placed(numbered)] == [None, None, None]


KURZ = [["Teilnehmercode", "Kontakt Nr", "kuerzel", "hierarchie"],
        ["t1", "1", "AB", "Höher"], ["t1", "3", "CD", "Niedriger"]]  # fmt: skip
PAARE = [["Teilnehmercode", "Kontakt A", "Kontakt B", "kennen_sich"],
         ["t1", "1", "3", "Weiß nicht"], ["t1", "3", "4", "Kennen sich gut"]]  # fmt: skip


def test_names_of_columns_without_umlauts_and_a_table_of_pairs(tmp_path: Path) -> None:
    mapping = '[file]\ncohort = "2027"\nwave = "baseline"\n'
    _, found = tables(tmp_path, mapping, *long_files(tmp_path, ("k", KURZ), ("p", PAARE)))
    assert [(c["label"], c["seniority"]) for c in found["contacts"]] == [
        ("AB", "more_senior"), ("CD", "more_junior"),
    ]  # fmt: skip
    assert [t["tie"] for t in found["ties"]] == ["unknown"]
    unknown = [["Teilnehmercode", "eins", "zwei", "kennen_sich"], *PAARE[1:]]
    read, _ = tables(tmp_path, mapping, *long_files(tmp_path, ("k", KURZ), ("p", unknown)))
    (problem,) = read.problems
    assert (problem.file, problem.severity) == ("p.csv", "error")
    assert "contact_a" in problem.hint
