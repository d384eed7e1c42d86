"""Changes of measures against SciPy and pandas, and how much each number of pairs may say."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from netaudit.analysis.ask import ask
from netaudit.analysis.change import measured, rows, verdict
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.statistics.holm import holm
from netaudit.statistics.paired import sign_flip
from netaudit.store.database import Database
from netaudit.store.outcomes import Outcome

VIEWER = Viewer.local()
SPAN = {"first": "baseline", "last": "endpoint"}
PRIMARY = Chosen(
    outcomes=(
        Outcome(measure="internal_share", smallest_change=0.05),
        Outcome(measure="size", smallest_change=1),
    ),
    by="Ann",
    since=datetime(2026, 1, 5),
    first=datetime(2026, 1, 5),
)


def share(database: Database, cohort: str, viewer: Viewer = VIEWER) -> pd.Series:
    found = rows.change_rows(database, viewer, Selection(cohort=cohort), **SPAN)
    return found[found["measure"] == "internal_share"].iloc[0]


def test_every_row_is_what_scipy_and_pandas_make_of_the_values(sample: Database) -> None:
    selection = Selection(cohort="2025")
    values = ask(sample, VIEWER, "measure_rows", selection)
    wide = _wide(values)
    found = rows.change_rows(sample, VIEWER, selection, **SPAN)
    assert len(found) == len(wide)
    for row in found.to_dict("records"):
        before, after = wide[row["measure"], "" if pd.isna(row["attribute"]) else row["attribute"]]
        _compare(row, before, after)


def _wide(values: pd.DataFrame) -> dict[tuple[str, str], tuple[pd.Series, pd.Series]]:
    """The values at both waves by participant, of each measure and attribute that has any."""
    known = values[values["wave"].isin(SPAN.values())].dropna(subset="value")
    return {
        (str(measure), str(attribute)): tuple(
            group[group["wave"] == wave].set_index("participant_id")["value"]
            for wave in SPAN.values()
        )
        for (measure, attribute), group in known.assign(
            attribute=known["attribute"].fillna("")
        ).groupby(["measure", "attribute"])
    }


def _compare(row: dict[str, object], before: pd.Series, after: pd.Series) -> None:
    assert (row["n_from"], row["n_to"]) == (len(before), len(after))
    both = pd.concat([before, after], axis=1, join="inner", keys=["before", "after"])
    n = len(both)
    assert row["n_paired"] == n
    if n < 5:
        assert pd.isna(row["mean_difference"])
        assert row["verdict"] == "too few to show"
        return
    difference = (both["after"] - both["before"]).round(10)
    assert row["mean_from"] == pytest.approx(both["before"].mean())
    assert row["mean_to"] == pytest.approx(both["after"].mean())
    assert row["mean_difference"] == pytest.approx(difference.mean(), abs=1e-9)
    assert [row["n_up"], row["n_same"], row["n_down"]] == [
        (difference > 0).sum(),
        (difference == 0).sum(),
        (difference < 0).sum(),
    ]
    if n >= 10 and difference.std() > 0:
        reach = stats.t.ppf(0.975, n - 1) * stats.sem(difference)
        expected = (difference.mean() - reach, difference.mean() + reach)
        assert (row["ci_low"], row["ci_high"]) == pytest.approx(expected, abs=1e-8)
    assert pd.isna(row["ci_low"]) == (n < 10)
    assert pd.isna(row["hedges_g_av"]) == (n < 20 or both.std().eq(0).all())


def test_four_pairs_say_nothing_seven_a_mean_twelve_an_interval_twenty_more(
    invented: Database,
) -> None:
    four, seven, twelve, twenty = (
        share(invented, cohort) for cohort in ("four", "seven", "twelve", "twenty")
    )
    assert pd.isna(four["mean_difference"])
    assert four["verdict"] == verdict.TOO_FEW_TO_SHOW
    assert seven["mean_difference"] > 0
    assert pd.isna(seven["ci_low"])
    assert seven["verdict"] == verdict.TOO_FEW_TO_ESTIMATE
    assert twelve["ci_low"] < twelve["mean_difference"] < twelve["ci_high"]
    assert pd.isna(twelve["hedges_g_av"])
    assert twenty["hedges_g_av"] > 0


def test_together_a_comparison_cohort_does_not_count(invented: Database) -> None:
    found = rows.change_rows(invented, VIEWER, EVERYTHING, **SPAN)
    paired = found.loc[found["measure"] == "internal_share", "n_paired"]
    assert paired.tolist() == [4 + 7 + 12 + 20 + 14 + 18]
    assert share(invented, "others")["n_paired"] == 15


def test_outside_the_team_the_few_who_answered_once_are_not_told(invented: Database) -> None:
    """14 of 20 answered twice: their mean beside that of 20 would tell of the six."""
    release = VIEWER.for_release
    assert pd.isna(share(invented, "leaving", release)["mean_difference"])
    assert not pd.isna(share(invented, "twenty", release)["mean_difference"])
    assert pd.isna(share(invented, "twenty", release)["n_up"])
    assert not pd.isna(share(invented, "twenty")["n_up"])


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.10, 0.30, verdict.AT_LEAST),
        (-0.30, -0.10, verdict.AT_LEAST),
        (0.037, 0.133, verdict.MAY_BE_LESS),
        (-0.2, -0.01, verdict.MAY_BE_LESS),
        (-0.05, 0.09, verdict.TOO_SMALL),
        (0.01, 0.09, verdict.TOO_SMALL),
        (-0.05, 0.10, verdict.CANNOT_TELL),
        (-0.2, 0.3, verdict.CANNOT_TELL),
        (np.nan, np.nan, verdict.TOO_FEW_TO_ESTIMATE),
    ],
)
def test_verdict_against_a_tenth(low: float, high: float, words: str) -> None:
    """The third is the worked example: 8 points, from 4 to 13, where 10 matter."""
    assert verdict.verdict(low, high, 0.10) == words


def test_without_a_smallest_change_only_zero_is_looked_at() -> None:
    assert verdict.verdict(0.1, 9.0, np.nan) == verdict.CHANGED
    assert verdict.verdict(-0.1, 9.0, np.nan) == verdict.CANNOT_TELL
    known = {name: verdict.smallest_change(measure, 0.1) for name, measure in measures().items()}
    assert (known["internal_share"], known["size"], known["ei_index"]) == (0.1, 1.0, 0.2)
    assert np.isnan([known["years_known_median"], known["constraint"], known["entropy"]]).all()


def test_primary_outcomes_stand_apart_and_have_their_own_smallest_change(
    invented: Database,
) -> None:
    where = Selection(cohort="twenty")
    found = measured.primary(invented, VIEWER, where, **SPAN, chosen=PRIMARY)
    assert found.data["measure"].tolist() == ["internal_share", "size"]
    own = share(invented, "twenty")
    assert found.data["value"].iloc[0] == pytest.approx(own["mean_difference"] / 0.05)
    assert "before baseline closed on 20 January 2026" in found.base
    assert "p" not in found.table
    other = measured.exploratory(invented, VIEWER, where, **SPAN, theme="balance", chosen=PRIMARY)
    assert other.is_empty
    without = measured.exploratory(invented, VIEWER, where, **SPAN, theme="balance")
    assert without.data["measure"].tolist() == ["internal_share"]
    assert "No p-values" in without.base


def test_p_values_are_of_the_sign_flip_test_and_adjusted_together(invented: Database) -> None:
    where = Selection(cohort="twenty")
    found = measured.primary(invented, VIEWER, where, **SPAN, chosen=PRIMARY, with_p=True)
    pairs = ask(
        invented, VIEWER, "change_pairs", where, measure="internal_share", attribute=None, **SPAN
    )
    p = sign_flip(pairs["difference"])
    # Everybody lists ten contacts both times, so that the size has no p-value and no part in Holm.
    assert found.table["p"].tolist() == ["below 0.001" if p < 0.001 else f"{p:.3f}", "–"]
    assert found.table["p, adjusted (Holm)"].iloc[0] == found.table["p"].iloc[0]
    assert holm([p]) == [p]
    few = measured.primary(
        invented, VIEWER, Selection(cohort="twelve"), **SPAN, chosen=PRIMARY, with_p=True
    )
    assert few.table["p"].tolist() == ["–", "–"]


def test_choice_after_the_answers_is_told_as_such(invented: Database) -> None:
    late = replace(PRIMARY, since=datetime(2026, 3, 1))
    found = measured.primary(invented, VIEWER, Selection(cohort="twenty"), **SPAN, chosen=late)
    assert "after baseline had closed on 20 January 2026" in found.base
    assert "Other outcomes had been chosen on 5 January 2026" in found.base
    none = measured.primary(invented, VIEWER, Selection(cohort="twenty"), **SPAN, chosen=Chosen())
    assert none.is_empty
    assert "exploratory" in none.base


def test_primary_outcome_that_nobody_was_asked_about_is_named_as_held_back(
    invented: Database,
) -> None:
    asked = replace(
        PRIMARY,
        outcomes=(
            *PRIMARY.outcomes,
            Outcome(measure="purpose_share", attribute="strategic", smallest_change=0.1),
        ),
    )
    found = measured.primary(invented, VIEWER, Selection(cohort="twenty"), **SPAN, chosen=asked)
    assert found.withheld.startswith("One measure is not shown")


def test_who_chose_stays_in_the_team(invented: Database) -> None:
    where = Selection(cohort="twenty")
    inside, outside = (
        measured.primary(invented, viewer, where, **SPAN, chosen=PRIMARY).base
        for viewer in (VIEWER, VIEWER.for_release)
    )
    assert "by Ann" in inside
    assert "by Ann" not in outside
