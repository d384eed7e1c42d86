"""Every measure's change between two waves, as figures: the rows behind findings and the CSV."""

from dataclasses import replace

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.verdict import (
    ENOUGH_FOR_INTERVAL,
    ENOUGH_FOR_MORE,
    TOO_FEW_TO_SHOW,
    smallest_change,
    verdict,
)
from netaudit.analysis.release.disclosure import Audience, may_stand_beside
from netaudit.analysis.release.suppression import shown_counts
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience, settings
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.statistics.student_t import t_reach
from netaudit.store.database import Database

CSV_COLUMNS = [
    "measure",
    "attribute",
    "n_from",
    "n_to",
    "n_paired",
    "mean_from",
    "mean_to",
    "mean_difference",
    "ci_low",
    "ci_high",
    "hedges_g_av",
    "n_up",
    "n_same",
    "n_down",
    "verdict",
]
"""The table that `netaudit change` writes."""

ANSWERED = ("n_from", "n_to")
DIRECTIONS = ("n_up", "n_same", "n_down")

_MEANS = [
    "mean_from",
    "mean_to",
    "mean_difference",
    "sd_from",
    "sd_to",
    "sd_difference",
    "ci_low",
    "ci_high",
    "hedges_g_av",
]


def change_rows(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen = NOBODY_CHOSE,
) -> pd.DataFrame:
    """One row a measure, or measure and attribute, in CSV_COLUMNS and with smallest_change.

    Blank is whatever rests on too few pairs: every figure below the smallest group, the interval
    below ENOUGH_FOR_INTERVAL, the standardised effect below ENOUGH_FOR_MORE. For readers outside
    the team also what would tell of the few who answered one of the two waves only.
    """
    everyone = replace(selection, wave=None)
    rows = ask(database, viewer, "change_measures", everyone, first=first, last=last)
    rows = _with_intervals(rows)
    of_shares = float(settings(database, viewer)["smallest_change_of_interest"])
    rows["smallest_change"] = [
        _smallest(measure, attribute, chosen, of_shares)
        for measure, attribute in zip(rows["measure"], rows["attribute"], strict=True)
    ]
    return _for_readers(_judged(rows), database, viewer)


def _with_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    reach = t_reach(rows["sd_difference"].to_numpy(dtype=float), rows["n_paired"].to_numpy())
    told = rows["n_paired"] >= ENOUGH_FOR_INTERVAL
    more = rows["n_paired"] >= ENOUGH_FOR_MORE
    return rows.assign(
        ci_low=(rows["mean_difference"] - reach).where(told),
        ci_high=(rows["mean_difference"] + reach).where(told),
        hedges_g_av=rows["hedges_g_av"].where(more),
    )


def _smallest(measure: str, attribute: str | None, chosen: Chosen, of_shares: float) -> float:
    own = chosen.smallest(measure, None if pd.isna(attribute) else attribute)
    return smallest_change(measures()[measure], of_shares) if own is None else own


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    words = [
        verdict(low, high, smallest)
        for low, high, smallest in zip(
            rows["ci_low"], rows["ci_high"], rows["smallest_change"], strict=True
        )
    ]
    return rows.assign(verdict=pd.Series(words, index=rows.index, dtype="str"))


def _told(counts: pd.Series, readers: Audience) -> bool:
    """Whether it may be told how many went up, stayed and went down: outside only of enough."""
    if not readers.is_outside:
        return True
    whole = int(counts.sum())
    return bool(shown_counts(counts, whole, readers.minimum, sensitive=False).all())


def _for_readers(rows: pd.DataFrame, database: Database, viewer: Viewer) -> pd.DataFrame:
    readers = audience(database, viewer)
    shown = pd.Series(
        [
            all(may_stand_beside(int(row["n_paired"]), int(row[n]), readers) for n in ANSWERED)
            for row in records(rows)
        ],
        index=rows.index,
        dtype=bool,
    )
    counts = rows[list(DIRECTIONS)].astype("int64")
    told = pd.Series([_told(row, readers) for _, row in counts.iterrows()], rows.index, dtype=bool)
    kept = rows.copy()
    for name in _MEANS:
        kept[name] = rows[name].astype("Float64").where(shown)
    for name in DIRECTIONS:
        kept[name] = rows[name].astype("Int64").where(shown & told)
    return kept.assign(verdict=rows["verdict"].where(shown, TOO_FEW_TO_SHOW), is_shown=shown)
