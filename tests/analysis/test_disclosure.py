"""What may be shown of groups, to the team and outside it; the small tables are worked by hand."""

import pandas as pd
import pytest

from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import (
    Audience,
    Cells,
    may_draw_persons,
    may_stand_beside,
    release_cells,
    release_groups,
    release_rows,
    release_shape,
    release_whole,
)
from netaudit.analysis.release.rounding import nearest_step, rounded_finding, two_figures
from netaudit.analysis.release.suppression import shown_counts

TEAM = Audience(name="team", minimum=5)
OUTSIDE = Audience(name="release", minimum=10)
OUTSIDE_5 = Audience(name="release", minimum=5)


def table(counts: dict[str, int], whole: int = 0) -> pd.DataFrame:
    return pd.DataFrame(
        {"kind": counts.keys(), "k": counts.values(), "n": whole or sum(counts.values())}
    )


def shown(frame: pd.DataFrame) -> dict[str, int]:
    return dict(zip(frame["kind"], frame["k"], strict=True))


def test_rows_on_too_few_people_are_held_back_and_told_of() -> None:
    frame = pd.DataFrame({"kind": ["a", "b", "c"], "n": [5, 4, 12]})
    kept, said = release_rows(frame, base="n", audience=TEAM)
    assert kept["kind"].tolist() == ["a", "c"]
    assert said == "One row is not shown: fewer than 5 participants stand behind it."
    kept, said = release_rows(frame, base="n", audience=OUTSIDE)
    assert kept["kind"].tolist() == ["c"]
    assert said.startswith("2 rows are not shown: fewer than 10")
    assert release_rows(kept, base="n", audience=OUTSIDE)[1] == ""


@pytest.mark.parametrize(
    ("counts", "whole", "kept"),
    [
        # C is small; B goes with it, or C would be the rest
        ({"A": 14, "B": 6, "C": 3}, 23, ["A"]),
        # B and C are small, and even together: D goes with them
        ({"A": 12, "B": 2, "C": 2, "D": 7}, 23, ["A"]),
        # A leaves out three: no table
        ({"A": 20, "B": 3}, 23, []),
        ({"A": 10, "B": 8, "C": 5}, 23, ["A", "B", "C"]),
        # two are in no category and could be worked out: the smallest goes
        ({"A": 12, "B": 6}, 20, ["A"]),
        # nobody is no group of few, unless the item is sensitive
        ({"A": 12, "B": 11, "C": 0}, 23, ["A", "B", "C"]),
        ({"A": 23, "B": 0}, 23, ["A", "B"]),
    ],
)
def test_cells_are_held_back_with_what_they_could_be_worked_out_from(
    counts: dict[str, int], whole: int, kept: list[str]
) -> None:
    frame = table(counts, whole)
    rows, said = release_cells(frame, Cells(count="k", base="n"), OUTSIDE_5)
    assert rows["kind"].tolist() == kept
    assert bool(said) == (len(kept) < len(counts))


def test_everybody_and_nobody_tell_each_ones_answer_where_it_is_sensitive() -> None:
    cells = Cells(count="k", base="n", sensitive=True)
    for counts in ({"A": 23, "B": 0}, {"A": 18, "B": 5, "C": 0}):
        rows, _ = release_cells(table(counts), cells, OUTSIDE_5)
        assert 0 not in rows["k"].tolist()
        assert 23 not in rows["k"].tolist()


def test_the_team_sees_small_counts_of_what_it_sees_person_by_person() -> None:
    frame = table({"A": 20, "B": 3})
    rows, said = release_cells(frame, Cells(count="k", base="n"), TEAM)
    assert (shown(rows), said) == ({"A": 20, "B": 3}, "")
    rows, said = release_cells(frame, Cells(count="k", base="n", seen_by_team=False), TEAM)
    assert rows.empty
    assert said.startswith("2 figures are not shown: fewer than 5 participants")


def test_a_bar_is_shown_whole_or_not_at_all() -> None:
    frame = pd.DataFrame({"kind": ["a", "b", "c"], "yes": [14, 20, 3], "no": [9, 3, 1]})
    frame["n"] = frame["yes"] + frame["no"]
    rows, said = release_whole(frame, parts=("yes", "no"), base="n", audience=OUTSIDE_5)
    assert rows["kind"].tolist() == ["a"]
    assert said.startswith("One row is not shown")
    assert "1 figure is not shown" in said
    rows, _ = release_whole(frame, parts=("yes", "no"), base="n", audience=TEAM)
    assert rows["kind"].tolist() == ["a", "b"]


def test_a_table_on_too_few_people_is_held_back_whoever_asks() -> None:
    frame = table({"A": 3, "B": 1})
    for audience in (TEAM, OUTSIDE):
        assert release_cells(frame, Cells(count="k", base="n"), audience)[0].empty


def test_each_table_is_looked_at_for_itself() -> None:
    frame = pd.concat(
        [
            table({"A": 14, "B": 6, "C": 3}).assign(wave="baseline"),
            table({"A": 10, "B": 8, "C": 5}).assign(wave="endpoint"),
        ],
        ignore_index=True,
    )
    rows, said = release_cells(frame, Cells(count="k", base="n", tables=("wave",)), OUTSIDE_5)
    assert rows["wave"].tolist() == ["baseline", "endpoint", "endpoint", "endpoint"]
    assert rows.index.tolist() == [0, 3, 4, 5]
    assert said.startswith("2 figures are")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"A": 14, "B": 6, "C": 3}, {"A": 14, "other": 9}),
        ({"A": 12, "B": 2, "C": 2, "D": 7}, {"A": 12, "other": 11}),
        ({"A": 12, "B": 8, "C": 3, "other": 4}, {"A": 12, "B": 8, "other": 7}),
        # one alone cannot be taken together with anything but the only other one
        ({"A": 20, "B": 3}, {}),
        ({"A": 10, "B": 8}, {"A": 10, "B": 8}),
    ],
)
def test_small_categories_are_taken_together_where_there_is_another_one(
    counts: dict[str, int], expected: dict[str, int]
) -> None:
    cells = Cells(count="k", base="n", category="kind", other="other")
    rows, said = release_cells(table(counts), cells, OUTSIDE_5)
    assert shown(rows) == expected
    assert ("shown together" in said) == ("other" in expected)


@pytest.mark.parametrize("minimum", [3, 5, 10])
def test_no_hidden_cell_can_be_worked_out_of_any_table(minimum: int) -> None:
    """Every way to part 14 and 23 people into four: what is hidden is never one cell, nor few."""
    for whole in (14, 23):
        for a in range(whole + 1):
            for b in range(whole + 1 - a):
                for c in range(min(b, whole - a - b) + 1):
                    counts = pd.Series([a, b, c, whole - a - b - c])
                    kept = shown_counts(counts, whole, minimum, sensitive=False)
                    told = [count for count in counts[kept] if count]
                    assert all(count >= minimum for count in told)
                    assert all(not 0 < whole - count < minimum for count in told)
                    assert not 0 < int(counts[~kept].sum()) < minimum
                    assert int((~kept).sum()) != 1


def test_groups_are_shown_where_they_and_all_others_are_enough() -> None:
    groups = pd.DataFrame({"category": ["a", "b", "c"], "people": [12, 11, 8]})
    kept, said = release_groups(groups, 31, OUTSIDE, base="people")
    assert kept["category"].tolist() == ["a"]
    assert said == (
        "2 groups not shown: fewer than 10 participants in the group, outside it, or between it and"
        " another group shown."
    )


def test_a_figure_of_some_stands_beside_that_of_all_only_if_the_others_are_enough() -> None:
    """Of 23 people 0.70 on average and of 21 of them 0.69: the other two have 0.805."""
    assert not may_stand_beside(21, 23, OUTSIDE)
    assert may_stand_beside(21, 23, TEAM)
    assert may_stand_beside(23, 23, OUTSIDE)
    assert may_stand_beside(12, 23, OUTSIDE)
    assert not may_stand_beside(4, 23, TEAM)


def test_shapes_of_few_people_lose_what_is_one_persons_own() -> None:
    frame = pd.DataFrame(
        {"n": [9, 10, 20], "median": 2.0, "lower_quartile": 1.0, "minimum": 0.0, "mean": 2.0}
    )
    for audience in (TEAM, OUTSIDE):
        rows, said = release_shape(frame, base="n", audience=audience)
        assert rows["median"].notna().tolist() == [False, True, True]
        assert rows["lower_quartile"].notna().tolist() == [False, False, True]
        assert rows["minimum"].notna().any() == (audience == TEAM)
        assert rows["mean"].notna().all()
        assert said.startswith("Medians are shown of 10 participants or more")
    assert release_shape(frame[["n", "mean"]], base="n", audience=OUTSIDE)[1] == ""


def test_marks_of_single_persons_leave_the_team_from_twenty_on() -> None:
    assert may_draw_persons(6, TEAM)
    assert not may_draw_persons(19, OUTSIDE)
    assert may_draw_persons(20, OUTSIDE)


def test_figures_that_leave_the_team_are_coarse() -> None:
    assert [nearest_step(share) for share in (0.125, 0.624)] == pytest.approx([0.15, 0.6])
    assert [two_figures(mean) for mean in (12.34, 0.4567)] == pytest.approx([12, 0.46])


def finding() -> Finding:
    return Finding(
        id="one",
        headline="13 of 24 (54%) have a mentor, 6.25 contacts each",
        base="Base: 24 participants.",
        data=pd.DataFrame({"category": ["a"], "share": [0.5417], "label": ["13 of 24 (54%)"]}),
        table=pd.DataFrame({"Share": ["54%"], "Participants": [13], "Mean": [6.254]}),
        alternative="Bars: 54%, 33% to 72%.",
    )


def test_a_finding_that_leaves_the_team_is_rounded_in_every_place() -> None:
    coarse = rounded_finding(finding(), OUTSIDE)
    assert coarse.headline == "13 of 24 (55%) have a mentor, 6.2 contacts each"
    assert coarse.alternative == "Bars: 55%, 35% to 70%."
    assert coarse.data.loc[0].tolist() == ["a", pytest.approx(0.55), "13 of 24 (55%)"]
    assert coarse.table.loc[0].tolist() == ["55%", 13, 6.3]
    assert "rounded" in coarse.withheld
    assert rounded_finding(finding(), TEAM).headline == finding().headline
    nothing = nothing_to_show("one", "Nothing", "Base.")
    assert rounded_finding(nothing, OUTSIDE) is nothing
