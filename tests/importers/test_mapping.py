"""The mapping: written and read again, before what is proposed, asked where nothing is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.background import Background
from netaudit.importers.export import ReadExport, read_export
from netaudit.importers.mapping.proposal import as_mapping
from netaudit.importers.mapping.recipe import Recipe, read_recipe, written
from netaudit.programme import Cohort, Programme
from tests.importers.survey_files import tables, write

HEADER = [
    "participant code", "name of contact 1", "how close are you to contact 1?",
    "is contact 1 in your organisation?", "name of contact 2", "how close are you to contact 2?",
    "is contact 2 in your organisation?", "contact 1 and contact 2", "echo chamber",
]  # fmt: skip
ROW = ["t7", "AB", "3", "yes", "CD", "1", "no", "1", "5"]
ANSWERED = """
[file]
cohort = "2027"
wave = "baseline"
own_ratings = "1 to 5"

[[question]]
text = "how close are you to contact {n}?"
[question.answers]
1 = "1"
3 = "3"

[[question]]
text = "is contact {n} in your organisation?"
[question.answers]
yes = "same_team"
no = "outside_work"

[[question]]
text = "contact {a} and contact {b}"
[question.answers]
1 = "acquainted"
"""


def small(folder: Path, *rows: list[str], header: list[str] = HEADER) -> Path:
    return write(folder / "answers.csv", [header, *(rows or (ROW,))])


def asked(read: ReadExport) -> list[str]:
    return [one.id for one in read.open_questions]


def test_everything_open_is_asked_at_once_and_nothing_is_read(tmp_path: Path) -> None:
    read, found = tables(tmp_path, "", small(tmp_path))
    assert asked(read) == [
        "cohort",
        "wave",
        "own_ratings",
        "scale contacts.closeness",
        "answers contacts.affiliation",
        "answers ties.tie",
    ]
    assert (found, read.flow) == ({}, None)
    errors = [p for p in read.problems if p.severity == "error"]
    assert len(errors) == 6
    assert all(p.file == "answers.csv" and p.hint for p in errors)


def test_the_lines_to_add_are_a_mapping_that_leaves_open_what_nobody_filled_in(
    tmp_path: Path,
) -> None:
    read, _ = tables(tmp_path, "", small(tmp_path))
    lines = as_mapping(read.open_questions)
    assert '1 = "?"' in lines
    again, _ = tables(tmp_path, lines, small(tmp_path))
    assert asked(again) == ["cohort", "answers ties.tie"]


def test_what_the_mapping_says_goes_before_what_is_proposed(tmp_path: Path) -> None:
    read, found = tables(tmp_path, ANSWERED, small(tmp_path))
    assert read.open_questions == ()
    assert [(c["affiliation"], c["closeness"]) for c in found["contacts"]] == [
        ("same_team", 3),
        ("outside_work", 1),
    ]
    assert found["ties"][0]["tie"] == "acquainted"
    assert found["audits"][0]["self_echo_chamber"] == 4


@pytest.mark.parametrize(
    ("ratings", "stored"),
    [("1 to 5", [4, None, 1]), ("5 to 1", [1, None, 4]), ("leave out", [None, None, None])],
)
def test_own_ratings_of_five_numbers(
    ratings: str, stored: list[int | None], tmp_path: Path
) -> None:
    rows = [[f"t{n}", *ROW[1:-1], n] for n in ("5", "3", "1")]
    mapping = ANSWERED.replace("1 to 5", ratings)
    _, found = tables(tmp_path, mapping, small(tmp_path, *rows))
    assert [row["self_echo_chamber"] for row in found["audits"]] == stored


def test_a_whole_mapping_reads_again_as_it_was_written(tmp_path: Path) -> None:
    read, _ = tables(tmp_path, ANSWERED, small(tmp_path))
    assert read.mapping
    text = written(read.mapping.recipe)
    assert read_recipe(text) == replace(
        read.mapping.recipe,
        questions=tuple(
            replace(one, answers=dict(one.answers), field=one.field or "leave out")
            for one in read.mapping.recipe.questions
        ),
    )
    again, found = tables(tmp_path, text, small(tmp_path))
    assert (again.open_questions, len(found["contacts"])) == ((), 2)
    assert all(one.confidence == "said" for one in again.mapping.understood)


def test_the_next_wave_is_told_what_changed(tmp_path: Path) -> None:
    mapping = ANSWERED.replace("baseline", "endpoint")
    header = [text.replace("how close are you to", "how near are you to") for text in HEADER]
    row = [*ROW[:3], "maybe", *ROW[4:]]
    read, _ = tables(tmp_path, mapping, small(tmp_path, row, header=header))
    (gone,) = read.mapping.changed
    assert "“how close are you to contact {n}?” is not in the file" in gone.sentence
    assert gone.near == ("", "how near are you to contact {n}?")
    assert "answers contacts.affiliation" in asked(read)
    (question,) = [q for q in read.open_questions if q.id == "answers contacts.affiliation"]
    assert question.suggested.endswith('maybe = "?"')


def test_a_question_can_go_to_another_field_or_nowhere(tmp_path: Path) -> None:
    mapping = ANSWERED.replace("[file]", '[file]\nnameless = "yes"') + (
        '[[question]]\ntext = "echo chamber"\nfield = "audits.self_pigeonholing"\n'
        '[[question]]\ntext = "name of contact {n}"\nfield = "contacts.x_badge"\n'
        '[[question]]\ntext = "how close are you to contact {n}?"\nfield = "leave out"\n'
    )
    _, found = tables(tmp_path, mapping, small(tmp_path))
    assert found["audits"][0]["self_pigeonholing"] == 4
    assert {c["closeness"] for c in found["contacts"]} == {None}
    assert {c["label"] for c in found["contacts"]} == {None}
    assert [a["category"] for a in found["contact_attributes"]] == ["AB", "CD"]


def test_a_code_that_the_field_does_not_know_is_named(tmp_path: Path) -> None:
    read, _ = tables(tmp_path, ANSWERED.replace("outside_work", "abroad"), small(tmp_path))
    (wrong,) = [p for p in read.problems if p.severity == "error"]
    assert "“no” as abroad" in wrong.message
    assert "outside_work" in wrong.hint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("format = 1\n", "of the form 1"),
        ("[file\n", "not valid TOML"),
        ("[files]\n", "knows nothing called files"),
        ('[file]\ndates = "backwards"\n', "dates cannot be 'backwards'"),
        ("[file]\nwave = 1.5\n", "wave must be a text"),
        ("[file]\nplaceholders = 3\n", "placeholders must be a list"),
        ("[question]\n", "stands there once"),
        ("[[question]]\n", "has no text"),
        ('[[question]]\ntext = "a"\nfield = "contacts.colour"\n', "contacts.colour is no field"),
        ('[[question]]\ntext = "a"\nanswers = ["b"]\n', "a must be a section"),
        ("question = [3]\n", "must be a section"),
    ],
)
def test_mappings_that_cannot_be_used(text: str, complaint: str) -> None:
    with pytest.raises(NetauditError, match=complaint):
        read_recipe(text)


def under(background: Background, folder: Path) -> ReadExport:
    path = small(folder)
    return read_export(
        [path], folder / "tables", background.settings, background=lambda: background
    )


def test_the_only_cohort_and_wave_of_a_programme_need_no_question(tmp_path: Path) -> None:
    only = Programme(waves=("once",), cohorts=(Cohort(id="all"),))
    assert {"cohort", "wave"}.isdisjoint(asked(under(Background(settings=only), tmp_path)))


def test_the_next_wave_is_suggested_and_known_people_have_their_cohort(tmp_path: Path) -> None:
    known = Background(participants={"t7": {"participant_id": "t7", "cohort": "2026"}},
                       waves=("baseline",))  # fmt: skip
    read = under(known, tmp_path)
    assert "cohort" not in asked(read)
    (wave,) = [one for one in read.open_questions if one.id == "wave"]
    assert wave.suggested == 'wave = "midpoint"'
    assert [choice.label for choice in wave.choices] == [
        "Baseline", "Midpoint", "Endpoint", "Follow-up",
    ]  # fmt: skip


def test_a_sector_boundary_makes_the_other_organisations_a_question(tmp_path: Path) -> None:
    header = [
        "code",
        "contact 1 name",
        "contact 1 internal",
        "contact 2 name",
        "contact 2 internal",
    ]
    row = ["t7", "AB", "Same organisation", "CD", "Different organisation"]
    path = small(tmp_path, row, header=header)
    for boundary, ids in (("organisation", []), ("sector", ["answers contacts.affiliation"])):
        known = Background(settings=Programme(internal_boundary=boundary),
                           mapping=Recipe(cohort="c", wave="baseline"))  # fmt: skip
        read = read_export(
            [path], tmp_path / boundary, known.settings, background=lambda k=known: k
        )
        assert asked(read) == ids


def test_an_address_stands_for_the_participant_who_has_it() -> None:
    known = Background(participants={"P9": {"email": "Ann@Example.org "}}, key=b"secret")
    assert known.participant_of("ann@example.ORG") == "P9"
    new = known.participant_of("bo@example.org")
    assert new.startswith("p-")
    assert new == known.participant_of(" Bo@example.org")
    assert new != replace(known, key=b"another").participant_of("bo@example.org")


def test_what_the_survey_goes_without_is_said(tmp_path: Path) -> None:
    read, _ = tables(tmp_path, ANSWERED, small(tmp_path))
    lost = {one.field: one.costs for one in read.mapping.missing}
    assert "contacts.purposes" in lost
    assert "ties.tie" not in lost


def test_answers_alone_can_tell_a_question(tmp_path: Path) -> None:
    header = ["code", "name of contact 1", "Q1 b", "Q1 c", "name of contact 2", "Q2 b", "Q2 c"]
    row = ["t7", "AB", "Peer", "under 1 year", "CD", "More senior", "1-3 years"]
    read, found = tables(
        tmp_path,
        '[file]\ncohort = "2027"\nwave = "baseline"\n',
        small(tmp_path, row, header=header),
    )
    told = {one.text: (one.field, one.confidence) for one in read.mapping.understood}
    assert told["Q{n} b"] == ("contacts.seniority", "proposed")
    assert told["Q{n} c"] == ("contacts.years_known", "proposed")
    assert [c["years_known"] for c in found["contacts"]] == [0.5, 2.0]


def test_a_new_cohort_begins_with_the_first_wave(tmp_path: Path) -> None:
    other = Background(
        mapping=Recipe(cohort="2027"),
        participants={"x1": {"participant_id": "x1", "cohort": "2026"}},
        waves=("baseline",),
    )
    (wave,) = [one for one in under(other, tmp_path).open_questions if one.id == "wave"]
    assert wave.suggested == 'wave = "baseline"'
