"""Texts for coders: evaluators alone, without whose they are, in an order that tells nothing."""

import math
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.themes import texts as theme_texts
from netaudit.analysis.themes.given import Given
from netaudit.analysis.themes.texts import Text
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database
from netaudit.store.themes import writer_key
from netaudit.store.workspace import Workspace
from tests.analysis.coded_texts import ENDPOINT, EVALUATOR, coded, written
from tests.sample_rows import rows

NOTHING = Given()
COHORT = Selection(cohort="2026")
WRITTEN = rows("reflections").query("item in ('strength', 'weakness')")
ABOUT_THEMES = [name for name in registry.summaries() if name.startswith("theme_")]
ASKED = {
    "codings": "[]",
    "merged": "{}",
    "coder": "Ann",
    "reader": "export",
    "first": "export",
    "second": "export",
    "coders": ["export"],
}


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def texts(
    database: Database,
    selection: Selection = COHORT,
    viewer: Viewer = EVALUATOR,
    coder: str = "Ann",
) -> tuple[Text, ...]:
    return theme_texts.texts(database, viewer, selection, coder=coder, given=NOTHING)


@pytest.mark.parametrize("name", ABOUT_THEMES)
@pytest.mark.parametrize(
    "viewer",
    [
        Viewer(role="coordinator"),
        Viewer(role="administrator"),
        Viewer(role="participant", participant_id="P-2026-12"),
    ],
    ids=lambda viewer: viewer.role,
)
def test_nobody_but_an_evaluator_gets_a_text(name: str, viewer: Viewer, sample: Database) -> None:
    said = set(WRITTEN["text"])
    cells = ask(sample, viewer, name, EVERYTHING, **ASKED).astype(str).to_numpy().ravel()
    assert said.isdisjoint(cells)
    assert texts(sample, EVERYTHING, viewer) == ()


def test_an_evaluator_gets_every_text_and_nobodys_code_or_name(sample: Database) -> None:
    found = texts(sample, EVERYTHING)
    assert Counter(text.words for text in found) == Counter(WRITTEN["text"])
    people = rows("participants")
    named = {*people["participant_id"], *people["name"].dropna(), *people["email"].dropna()}
    told = {str(value) for text in found for value in asdict(text).values()}
    assert named.isdisjoint(told)


def test_an_evaluator_of_one_cohort_gets_no_text_of_another(sample: Database) -> None:
    viewer = Viewer(role="evaluator", cohorts=("2025",))
    assert texts(sample, COHORT, viewer) == ()
    assert len(texts(sample, EVERYTHING, viewer)) == len(texts(sample, Selection(cohort="2025")))


def test_the_order_is_the_same_for_everybody_and_does_not_follow_participants(
    sample: Database,
) -> None:
    found = texts(sample)
    assert [text.key for text in texts(sample, coder="Bo")] == [text.key for text in found]
    order = list(dict.fromkeys(text.writer for text in found))
    beside = sum(one.writer == next_.writer for one, next_ in zip(found, found[1:], strict=False))
    assert beside < len(found) / 10, "texts of one participant are scattered"
    people = rows("participants")["participant_id"]
    by_code = [key for key in map(writer_key, sorted(people)) if key in set(order)]
    assert order != by_code
    assert order != by_code[::-1]


def test_every_coder_first_reads_the_same_fifth_of_each_cohort_wave_and_item(
    sample: Database,
) -> None:
    found = texts(sample, EVERYTHING)
    shared = [text for text in found if text.is_shared]
    assert list(found[: len(shared)]) == shared
    cohorts = rows("participants").set_index("participant_id")["cohort"]
    kinds = Counter(
        (cohorts[row["participant_id"]], row["wave"], row["item"])
        for row in WRITTEN.to_dict("records")
    )
    assert len(shared) == sum(math.ceil(number * 0.2) for number in kinds.values())
    narrowed = texts(sample, Selection(cohort="2026", wave="midpoint"))
    assert {text.key for text in narrowed if text.is_shared} <= {text.key for text in shared}


def test_texts_are_narrowed_by_item_and_by_what_was_done(tmp_path: Path) -> None:
    items = ["strength", "weakness"] * 3
    database = written(tmp_path, [(f"P{n}", item, "") for n, item in enumerate(items, 1)], 6)
    given = coded(
        database,
        {
            "Ann": [["trust"], ["time"], [], ["time"], None, None],
            "Bo": [["trust"], ["trust"], [], None, ["time"], None],
        },
    )
    found = theme_texts.texts(database, EVALUATOR, ENDPOINT, coder="Ann", given=given)

    def words(show: str, item: str = "both") -> set[str]:
        return {text.words for text in theme_texts.narrowed(found, item=item, show=show)}

    assert words("to_do") == {"text 4", "text 5"}
    assert words("to_do", "weakness") == {"text 5"}
    assert words("mine") == {"text 0", "text 1", "text 2", "text 3"}
    assert words("differing") == {"text 1"}
    assert len(words("all")) == 6
    assert len(words("shared")) == 2, "a fifth of three, of each item, is one"
    assert theme_texts.progress(found).startswith("4 of 6 texts coded by you, among them ")
    assert theme_texts.coded_by_others(found) == "Bo 4"


def test_a_text_whose_words_change_is_another_text(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    before = written(tmp_path / "a", [("P1", "strength", ""), ("P2", "strength", "")], 2)
    after = written(tmp_path / "b", [("P2", "strength", ""), ("P1", "strength", "")], 2)
    given = coded(before, {"Ann": [["trust"], ["trust"]]})
    found = theme_texts.texts(after, EVALUATOR, ENDPOINT, coder="Ann", given=given)
    assert [text.mine for text in found] == [None, None]


def test_the_next_text_comes_after_this_one_and_the_skipped_ones_at_the_end(
    sample: Database,
) -> None:
    found = texts(sample)[:4]
    first, second, third, fourth = (text.key for text in found)
    to_do = [found[0], found[2], found[3]]
    assert theme_texts.following(found, to_do, first) == third
    assert theme_texts.following(found, to_do, second) == third, "of one that is done"
    assert theme_texts.following(found, to_do, fourth) == first, "skipped before"
    assert theme_texts.following(found, [found[1]], second) is None
    assert theme_texts.following(found, to_do, "not here") == first
