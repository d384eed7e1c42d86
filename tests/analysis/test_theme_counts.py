"""Themes: counted again from the sample's rows, by hand, and held back where few stand behind."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.release.disclosure import Audience, release_counts
from netaudit.analysis.selection import Selection
from netaudit.analysis.themes import counts as theme_counts
from netaudit.analysis.themes.given import Given, of
from netaudit.analysis.viewer import Viewer
from netaudit.store.codebook import Codebook, Revision, starter
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.analysis.coded_texts import COORDINATOR, ENDPOINT, EVALUATOR, coded, written
from tests.sample_rows import rows

STARTER = of(starter())
MINIMUM = 5


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def counts(
    database: Database,
    reader: str,
    given: Given,
    item: str = "strength",
    viewer: Viewer = EVALUATOR,
) -> dict[str, str]:
    found = theme_counts.themes(
        database, viewer, ENDPOINT, item=item, reader=reader, given=given
    ).table
    if found.empty:
        return {}
    return dict(zip(found["Theme"], found.iloc[:, 1], strict=True))


def shown(found: dict[str, str]) -> dict[str, int]:
    return {theme: int(said) for theme, said in found.items() if said != theme_counts.NOT_SHOWN}


@pytest.mark.parametrize("item", ["strength", "weakness"])
@pytest.mark.parametrize("cohort", ["2025", "2026"])
@pytest.mark.parametrize("wave", ["baseline", "midpoint", "endpoint"])
def test_the_samples_themes_counted_again_from_its_rows(
    sample: Database, cohort: str, wave: str, item: str
) -> None:
    people = set(rows("participants").query("cohort == @cohort")["participant_id"])
    mine = rows("reflections").query("wave == @wave and item == @item")
    mine = mine[mine["participant_id"].isin(people)]
    whole = mine["participant_id"].nunique()
    again = mine.groupby("theme")["participant_id"].nunique()
    found = theme_counts.themes(
        sample,
        COORDINATOR,
        Selection(cohort=cohort, wave=wave),
        item=item,
        reader="export",
        given=STARTER,
    )
    told = {
        STARTER.name(theme): number
        for theme, number in again.items()
        if MINIMUM <= number <= whole - MINIMUM
    }
    table = dict(zip(found.table["Theme"], found.table.iloc[:, 1], strict=True))
    assert shown(table).items() <= told.items()
    assert shown(table), "somebody wrote enough of something"
    hidden = {t: again.get(t, 0) for t in STARTER.offered if STARTER.name(t) not in shown(table)}
    assert sum(hidden.values()) >= MINIMUM
    assert list(table)[len(shown(table)) :] == sorted(STARTER.name(theme) for theme in hidden)
    assert f"Base: {whole} participants who wrote a {item}" in found.base
    assert f"{mine['theme'].notna().sum()} of their {len(mine)} texts are coded" in found.base


@pytest.mark.parametrize(
    ("found", "whole", "kept"),
    [
        ({"A": 14, "B": 6, "C": 3}, 23, ["A"]),
        ({"A": 12, "B": 2, "C": 2, "D": 7}, 23, ["A"]),
        ({"A": 20, "B": 3}, 23, []),
        ({"A": 10, "B": 8, "C": 5}, 23, ["A", "B", "C"]),
        ({"A": 21, "B": 10, "C": 9}, 23, ["B"]),
        ({"A": 23, "B": 10, "C": 0}, 23, ["B"]),
        ({"A": 12, "B": 11, "C": 0, "D": 0}, 23, ["A"]),
        ({"A": 3, "B": 1}, 4, []),
    ],
)
def test_counts_are_held_back_by_cell_by_complement_and_by_subtraction(
    found: dict[str, int], whole: int, kept: list[str]
) -> None:
    """By hand; a lone hidden cell takes the next smallest with it, and so do hidden cells that
    hold fewer than five together. Everybody and nobody tell of each single person."""
    released = release_counts(pd.Series(found), Audience(name="team", minimum=MINIMUM), whole=whole)
    assert list(released.index[released]) == kept


def each(item: str, **themes: int) -> list[tuple[str, str, str]]:
    """So many different participants with each theme, one text each."""
    every = [theme for theme, number in themes.items() for _ in range(number)]
    return [(f"P{number}", item, theme) for number, theme in enumerate(every, start=1)]


def test_participants_are_counted_and_not_mentions(tmp_path: Path) -> None:
    """Of 17, six wrote of trust, one of them three times, and eight of support, two of them of
    trust too. The five who wrote of variety are held back: nobody wrote of anything else."""
    texts = [
        *[(f"P{n}", "strength", "trust") for n in (1, 1, 1, 2, 3, 4, 5, 6)],
        *[(f"P{n}", "strength", "support") for n in range(5, 13)],
        *[(f"P{n}", "strength", "variety") for n in range(13, 18)],
        *[(f"P{n}", "weakness", "trust") for n in range(1, 13)],
    ]
    found = counts(written(tmp_path, texts, 17), "export", STARTER)
    assert shown(found) == {"Support": 8, "Closeness and trust": 6}
    assert found["Variety"] == theme_counts.NOT_SHOWN


def test_whose_coding_counts_is_chosen_and_told(tmp_path: Path) -> None:
    """Twenty texts of as many people. By hand: the export has trust in 1 to 10 and time in 11 to
    20. Ann reads all and gives trust to 1 to 8, else support. Bo reads 1 to 14 and gives trust to 1
    to 6, else time. Together, trust is left for 1 to 6, and support for 15 to 20, as Ann has them.
    Since nobody wrote of other themes, the smallest count is held back each time."""
    database = written(tmp_path, each("strength", trust=10, time=10), 20)
    given = coded(
        database,
        {
            "Ann": [["trust"]] * 8 + [["support"]] * 12,
            "Bo": [["trust"]] * 6 + [["time"]] * 8,
        },
    )
    support, time = "Support", "Time and capacity"
    assert shown(counts(database, "Ann", given)) == {support: 12}
    assert shown(counts(database, "Bo", given)) == {time: 8}
    assert shown(counts(database, "together", given)) == {support: 6}
    assert shown(counts(database, "agreed", given)) == {}
    choices = theme_counts.readers(database, EVALUATOR, ENDPOINT, given=given)
    assert {c.value: c.is_default for c in choices} == {
        "together": True,
        "agreed": False,
        "export": False,
        "Ann": False,
        "Bo": False,
    }
    base = theme_counts.themes(
        database, EVALUATOR, ENDPOINT, item="strength", reader="Bo", given=given
    ).base
    assert base == (
        "Base: 20 participants who wrote a strength. 14 of their 20 texts are coded: the themes are"
        " those that Bo gave."
    )


def test_without_coders_here_only_the_export_can_be_chosen(tmp_path: Path) -> None:
    database = written(tmp_path, each("strength", trust=10), 10)
    choices = theme_counts.readers(database, EVALUATOR, ENDPOINT, given=STARTER)
    assert [choice.value for choice in choices] == ["export"]


def test_a_text_read_here_no_longer_has_the_theme_of_the_export(tmp_path: Path) -> None:
    """Ann found none that fits in the first nine; the other eleven keep theirs."""
    database = written(tmp_path, each("strength", trust=20), 20)
    given = coded(database, {"Ann": [[]] * 9})
    assert shown(counts(database, "together", given)) == {}, "11 alone could be worked out"
    (tmp_path / "mixed").mkdir()
    mixed = written(tmp_path / "mixed", each("strength", trust=20, time=8, support=8), 36)
    given = coded(mixed, {"Ann": [[]] * 9})
    assert shown(counts(mixed, "together", given)) == {
        "Closeness and trust": 11,
        "Time and capacity": 8,
    }


def test_merged_themes_count_as_one_and_a_retired_one_still_counts(tmp_path: Path) -> None:
    """Twelve wrote of trust or of support, one of them of both; time is retired."""
    texts = [
        *each("strength", trust=6, support=6, time=12, other=5),
        ("P1", "strength", "support"),
    ]
    database = written(tmp_path, texts, 29)
    book = starter()
    trust, time = (book.latest[code].theme for code in ("trust", "time"))
    changed = Codebook(
        history=(
            *book.history,
            Revision(theme=replace(trust, merged_into="support"), revision=2, by="Ann"),
            Revision(theme=replace(time, is_retired=True), revision=2, by="Ann"),
        )
    )
    whole = counts(database, "export", of(changed))
    assert shown(whole) == {"Support": 12, "Time and capacity (retired)": 12}
    assert "Closeness and trust" not in whole


def test_a_theme_outside_the_codebook_reads_as_it_stands(tmp_path: Path) -> None:
    database = written(tmp_path, each("strength", peer_learning=9, trust=6, time=3, other=2), 20)
    assert shown(counts(database, "export", STARTER)) == {
        "Peer learning": 9,
        "Closeness and trust": 6,
    }


def test_too_few_writers_are_not_told_apart(tmp_path: Path) -> None:
    database = written(tmp_path, each("strength", trust=4), 20)
    found = theme_counts.themes(
        database, COORDINATOR, ENDPOINT, item="strength", reader="export", given=STARTER
    )
    assert found.is_empty
    assert found.table.empty
    assert found.withheld == "Not shown for fewer than 5 participants who wrote a strength."
    none = theme_counts.themes(
        database, COORDINATOR, ENDPOINT, item="weakness", reader="export", given=STARTER
    )
    assert none.is_empty
    assert "Nobody did here" in none.base


def test_texts_nobody_has_coded_are_said(tmp_path: Path) -> None:
    texts = [(f"P{n}", "weakness", "") for n in range(1, 8)]
    found = theme_counts.themes(
        written(tmp_path, texts, 8),
        COORDINATOR,
        ENDPOINT,
        item="weakness",
        reader="export",
        given=STARTER,
    )
    assert found.is_empty
    assert "None of their texts has been coded yet" in found.base


def test_a_group_is_never_counted_apart(sample: Database) -> None:
    """What a group wrote, taken from what everybody wrote, would tell what the others did."""
    whole = Selection(cohort="2026", wave="midpoint")
    group = replace(whole, attribute="scheme_role", category="mentee")
    asked = {"item": "weakness", "reader": "export", "given": STARTER}
    one, other = (
        theme_counts.themes(sample, COORDINATOR, selection, **asked) for selection in (whole, group)
    )
    pd.testing.assert_frame_equal(one.table, other.table)


@pytest.mark.parametrize(
    "viewer",
    [
        Viewer(role="participant", participant_id="P-2026-12"),
        Viewer(role="administrator"),
        Viewer(role="coordinator", cohorts=("2025",)),
    ],
)
def test_whoever_may_not_see_a_cohort_gets_no_count_of_it(sample: Database, viewer: Viewer) -> None:
    found = theme_counts.themes(
        sample,
        viewer,
        Selection(cohort="2026", wave="midpoint"),
        item="weakness",
        reader="export",
        given=STARTER,
    )
    assert found.is_empty
    assert found.table.empty
