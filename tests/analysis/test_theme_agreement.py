"""Agreement of coders against published examples: Cohen's kappa and Krippendorff's alpha."""

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.themes import agreement as theme_agreement
from netaudit.analysis.themes.given import Given
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from tests.analysis.coded_texts import COORDINATOR, ENDPOINT, EVALUATOR, Themes, coded, written


def texts(path: Path, number: int) -> Database:
    return written(path, [(f"P{n}", "strength", "") for n in range(1, number + 1)], number)


def table(both: int, first: int, second: int, neither: int) -> dict[str, list[Themes]]:
    """So many texts to which both, one or neither of two coders gave trust."""
    yes, no = ["trust"], ["other"]
    return {
        "Ann": [yes] * (both + first) + [no] * (second + neither),
        "Bo": [yes] * both + [no] * first + [yes] * second + [no] * neither,
    }


def trust(database: Database, given: Given, viewer: Viewer = EVALUATOR) -> dict[str, float]:
    rows = theme_agreement.agreement(
        database, viewer, ENDPOINT, first="Ann", second="Bo", given=given
    ).data
    return rows.set_index("theme").loc["trust"].to_dict()


def alpha(database: Database, given: Given, coders: Sequence[str]) -> float:
    row = ask(database, EVALUATOR, "theme_alpha", ENDPOINT, coders=list(coders), **given.parameters)
    return float(row["alpha"].iloc[0])


@pytest.mark.parametrize(
    ("counts", "agreement", "kappa"),
    [
        pytest.param((4, 2, 5, 13), 0.708, 0.333, id="by hand: 17/24, chance 0.5625"),
        pytest.param((20, 5, 10, 15), 0.700, 0.400, id="textbook example, chance 0.5"),
        pytest.param((1, 2, 1, 20), 0.875, math.nan, id="as high, but too lopsided for kappa"),
        pytest.param((4, 2, 4, 9), 0.684, math.nan, id="19 texts are too few"),
    ],
)
def test_kappa_of_published_tables(
    tmp_path: Path, counts: tuple[int, int, int, int], agreement: float, kappa: float
) -> None:
    database = texts(tmp_path, sum(counts))
    row = trust(database, coded(database, table(*counts)))
    found = tuple(row[name] for name in ("both_gave", "first_only", "second_only", "neither"))
    assert found == counts
    assert row["agreement"] == pytest.approx(agreement, abs=0.0005)
    assert row["kappa"] == pytest.approx(kappa, abs=0.0005, nan_ok=True)


def binary(**marks: str) -> dict[str, list[Themes]]:
    """Reliability data of one theme, 1 where a coder gave it."""
    return {coder: [["yes"] if mark == "1" else [] for mark in row] for coder, row in marks.items()}


def nominal(**marks: str) -> dict[str, list[Themes]]:
    """Reliability data as they are printed: the one theme of each text, a dot where not read."""
    return {
        coder: [None if mark == "." else [mark] for mark in row] for coder, row in marks.items()
    }


MEG_AND_OWEN = binary(Meg="0100000010", Owen="1110010000")
JON_AND_HAN = nominal(Jon="aabbdcccedda", Han="babbbccceddd")
FOUR_OBSERVERS = nominal(A="123321412...", B="1233224125.3", C=".3332342251.", D="12332441251.")
PUBLISHED = "Krippendorff 2011, Computing Krippendorff's alpha-reliability, part "


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(MEG_AND_OWEN, 0.095, id=PUBLISHED + "A: binary, two observers"),
        pytest.param(JON_AND_HAN, 0.692, id=PUBLISHED + "B: nominal, two observers"),
        pytest.param(FOUR_OBSERVERS, 0.743, id=PUBLISHED + "C: four observers, missing data"),
    ],
)
def test_alpha_of_krippendorffs_own_examples(
    tmp_path: Path, data: dict[str, list[Themes]], expected: float
) -> None:
    """One theme a text makes it his nominal alpha; one theme given or not, his binary one."""
    database = texts(tmp_path, len(next(iter(data.values()))))
    found = alpha(database, coded(database, data), list(data))
    assert found == pytest.approx(expected, abs=0.0005)


def test_alpha_of_texts_with_several_themes_by_hand(tmp_path: Path) -> None:
    """Ann gives trust and support, then nothing; Bo trust, then time. Four readings, so of trust
    2 x 2 pairs could differ and none does; of support and of time 1 x 3 each, and 1 does: alpha is
    1 - 3 x 2 / 10."""
    database = texts(tmp_path, 2)
    given = coded(database, {"Ann": [["trust", "support"], []], "Bo": [["trust"], ["time"]]})
    assert alpha(database, given, ["Ann", "Bo"]) == pytest.approx(0.4)


def test_what_was_changed_after_comparing_counts_for_themes_and_not_for_agreement(
    tmp_path: Path,
) -> None:
    database = texts(tmp_path, 24)
    changed = coded(
        database, table(4, 2, 5, 13), later={"Bo": {row: ["trust"] for row in range(6)}}
    )
    assert trust(database, changed)["both_gave"] == 4


def test_the_export_can_be_one_of_the_two(tmp_path: Path) -> None:
    themes = ["trust"] * 12 + ["time"] * 12
    database = written(tmp_path, [(f"P{n}", "weakness", t) for n, t in enumerate(themes, 1)], 24)
    given = coded(database, {"Ann": [["trust"]] * 10 + [["time"]] * 14})
    found = theme_agreement.agreement(
        database, EVALUATOR, ENDPOINT, first="Ann", second="export", given=given
    )
    row = found.data.set_index("theme").loc["trust"]
    assert (row["both_gave"], row["first_only"], row["second_only"]) == (10, 0, 2)
    assert "Only the export" in found.table
    assert found.headline.startswith("Agreement of Ann and the export on all themes together: ")
    assert [
        choice.value
        for choice in theme_agreement.coder_choices(database, EVALUATOR, ENDPOINT, given=given)
    ] == ["Ann", "export"]


def test_too_little_in_common_is_said(tmp_path: Path) -> None:
    database = texts(tmp_path, 30)
    few = coded(database, {"Ann": [["trust"]] * 30, "Bo": [["trust"]] * 5})
    found = theme_agreement.agreement(
        database, EVALUATOR, ENDPOINT, first="Ann", second="Bo", given=few
    )
    assert "fewer than 20 texts are too few for a figure" in found.headline
    assert "5 of 30 texts (17%) were read by both. At least 20% are wanted." in found.base


def test_a_coordinator_is_told_the_overall_figure_and_no_table(tmp_path: Path) -> None:
    database = texts(tmp_path, 24)
    given = coded(database, table(4, 2, 5, 13))
    found = theme_agreement.agreement(
        database, COORDINATOR, ENDPOINT, first="Ann", second="Bo", given=given
    )
    assert found.is_empty
    assert found.table.empty
    said = theme_agreement.overall_words(database, COORDINATOR, ENDPOINT, given=given)
    assert said.startswith("24 of 24 texts (100%) were read by two or more of the 2 coders here. ")
    assert "alpha 0." in said
    assert theme_agreement.overall_words(database, COORDINATOR, ENDPOINT, given=Given()) == ""
