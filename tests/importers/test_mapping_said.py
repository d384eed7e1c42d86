"""What a person says of a mapping, one thing at a time, and what a later file does otherwise."""

from pathlib import Path

import pytest

from netaudit.analysis.intake.mapping_rows import sections
from netaudit.importers.background import Background
from netaudit.importers.export import read_export
from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.mapping.recipe import LEAVE_OUT, Recipe, read_recipe, written
from netaudit.importers.mapping.saying import (
    for_next_wave,
    renamed,
    with_answers,
    with_choice,
    with_field,
    without,
)
from netaudit.programme import Programme
from tests.importers.survey_files import write
from tests.importers.test_qualtrics import names, person, three_rows

HEADER = ["code", "date", "name of contact 1", "how close are you to contact 1?",
          "name of contact 2", "how close are you to contact 2?", "echo chamber"]  # fmt: skip
ROW = ["t7", "3/4/2027", "AB", "3", "CD", "1", "2"]
CLOSE = ("", "how close are you to contact {n}?")


def understood(
    folder: Path, recipe: Recipe, *rows: list[str], header: list[str] = HEADER
) -> Proposal:
    file = write(folder / "answers.csv", [header, *(rows or (ROW,))])
    known = Background(mapping=recipe)
    read = read_export([file], folder / "tables", Programme(), background=lambda: known)
    assert read.mapping
    return read.mapping


def all_said(folder: Path) -> Recipe:
    """The mapping after the first choice of every question was taken, one after the other."""
    recipe = Recipe(cohort="2027")
    for _ in range(10):
        found = understood(folder, recipe)
        if not found.open_questions:
            return found.recipe
        question = found.open_questions[0]
        recipe = with_choice(recipe, question, question.choices[0])
    raise AssertionError(f"{question.id} is asked again and again")


def test_every_question_is_answered_by_one_of_its_choices(tmp_path: Path) -> None:
    recipe = all_said(tmp_path)
    assert (recipe.wave, recipe.dates, recipe.own_ratings) == ("baseline", "day first", "1 to 4")
    close = recipe.of("contacts.closeness")
    assert close
    assert close.answers == {"1": "1", "2": "2", "3": "3", "4": "4"}


def test_answers_belong_to_a_field_and_go_with_it() -> None:
    recipe = with_answers(Recipe(), CLOSE, "contacts.closeness", {"3": "4"})
    assert with_answers(recipe, CLOSE, "", {"1": "1"}).questions[0].answers == {"3": "4", "1": "1"}
    (moved,) = with_field(recipe, CLOSE, "contacts.trust").questions
    assert (moved.field, moved.answers) == ("contacts.trust", {})


@pytest.mark.parametrize("setting", ["wave", "dates", "cohort"])
def test_what_is_asked_again_is_open_again(setting: str, tmp_path: Path) -> None:
    again = without(all_said(tmp_path), setting)
    assert [one.id for one in understood(tmp_path, again).open_questions] == [setting]


def test_own_ratings_asked_again_forget_what_their_numbers_stood_for(tmp_path: Path) -> None:
    again = without(all_said(tmp_path), "own_ratings")
    (question,) = understood(tmp_path, again).open_questions
    turned = with_choice(again, question, question.choices[1])
    rating = understood(tmp_path, turned).recipe.of("audits.self_echo_chamber")
    assert rating
    assert rating.answers["2"] == "3"  # By hand: from 4 to 1, the 2 is the second highest of four.


def test_only_the_wave_is_asked_anew_for_the_same_questions(tmp_path: Path) -> None:
    later = understood(tmp_path, for_next_wave(all_said(tmp_path)))
    assert [one.id for one in later.open_questions] == ["wave"]
    assert later.changed == ()


def test_a_new_answer_and_a_new_question_are_pointed_out(tmp_path: Path) -> None:
    recipe = all_said(tmp_path)
    row = [*ROW[:3], "4+", *ROW[4:], "tea"]
    later = understood(tmp_path, recipe, row, header=[*HEADER, "tea or coffee"])
    sentences = " ".join(change.sentence for change in later.changed)
    assert "has answers that were not there before: “4+”" in sentences
    assert "asks what the mapping does not know: “tea or coffee”" in sentences


def test_a_new_answer_that_is_only_likely_wants_a_look(tmp_path: Path) -> None:
    header = ["code", "name of contact 1", "how close are you to contact 1?"]
    first = understood(tmp_path, Recipe(), ["t7", "AB", "Very close"], header=header)
    later = understood(tmp_path, first.recipe, ["t7", "AB", "Really close"], header=header)
    (close,) = [row for each in sections(later) for row in each.attention]
    assert (close.one.field, close.one.hinted) == ("contacts.closeness", {"Really close": "3"})


def test_a_reworded_question_keeps_what_was_said_of_it(tmp_path: Path) -> None:
    header = [text.replace("how close", "how very close") for text in HEADER]
    (gone, new) = understood(tmp_path, recipe := all_said(tmp_path), header=header).changed
    assert "how very close" in new.sentence
    again = understood(tmp_path, renamed(recipe, gone.place, gone.near), header=header)
    assert again.changed == ()
    assert (close := again.recipe.of("contacts.closeness"))
    assert close.answers["3"] == "3"


@pytest.mark.parametrize(
    ("before", "date", "asked"),
    [("day first", "4/25/2027", []), ("year first", "3/4/2027", ["dates"])],
)
def test_dates_written_in_another_order_are_not_lost(
    before: str, date: str, asked: list[str], tmp_path: Path
) -> None:
    recipe = read_recipe(written(all_said(tmp_path)).replace("day first", before))
    later = understood(tmp_path, recipe, [ROW[0], date, *ROW[2:]])
    assert [one.id for one in later.open_questions] == asked
    assert f"not {before}" in later.changed[0].sentence


def test_two_pairs_are_shown_with_the_numbers_that_were_read(tmp_path: Path) -> None:
    pairs = ["contact 1 and contact 2", "contact 1 and contact 3", "contact 2 and contact 3"]
    header = [*HEADER, "name of contact 3", *pairs]
    found = understood(tmp_path, Recipe(), [*ROW, "EF", "yes", "no", "no"], header=header)
    (shown,) = [one.pairs for one in found.understood if one.pairs]
    assert [(pair.first, pair.second) for pair in shown] == [(1, 3), (2, 3)]


def test_a_question_left_out_stays_left_out(tmp_path: Path) -> None:
    left = with_field(all_said(tmp_path), CLOSE, LEAVE_OUT)
    assert understood(tmp_path, left).recipe.of("contacts.closeness") is None


def test_a_code_that_is_new_to_the_programme_has_no_cohort_yet(tmp_path: Path) -> None:
    rows = [*three_rows(names(1, 2)), [*person("ada"), "Kim", "Max"]]
    known = Background(participants={"p-1": {"cohort": "2026", "email": "ada@example.org"}})
    file = write(tmp_path / "q.csv", rows)
    read = read_export([file], tmp_path / "tables", Programme(), background=lambda: known)
    assert "cohort" in [one.id for one in read.open_questions]
