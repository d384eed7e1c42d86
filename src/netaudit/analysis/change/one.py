"""One measure looked at closely: each pair of values, and the same change in other statistics."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL, ENOUGH_FOR_MORE
from netaudit.analysis.change.words import (
    change_in_words,
    interval_words,
    level_words,
    measure_words,
    p_words,
)
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import may_draw_persons, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.statistics.paired import bca_interval, sign_flip, signed_rank
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, known

Row = dict[str, Any]

NO_VARIATION = "Everybody changed by the same amount: an interval says nothing here."
ONE_PERSON = (
    "A single person's change is mostly coming and going; only the change of all together is an"
    " estimate."
)
CHECKS = (
    "The t interval is the one to quote. The others are checks: where they say something else, the"
    " change hangs on a few people."
)


def pairs(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    measure: str,
    attribute: str | None = None,
) -> Finding:
    """Everybody's value at both waves, without names: `data` has pair, wave, value, difference and
    direction (up, same, down), two rows a person, for one line each.
    """
    found = _pairs(database, viewer, selection, measure, attribute, first, last)
    readers, n = audience(database, viewer), len(found)
    name, finding_id = measure_words(measure, attribute), f"change_pairs_{measure}"
    if n < readers.minimum or not may_draw_persons(n, readers) or readers.is_outside:
        return nothing_to_show(
            finding_id,
            f"{name}: single changes are not shown",
            f"Base: {counted(n, 'participant')} with a value at both waves.",
            too_small(readers.minimum)
            if n < readers.minimum
            else "Single people stay in the team.",
        )
    directions = [("down", "same", "up")[int(np.sign(d)) + 1] for d in found["difference"]]
    up, same, down = (directions.count(which) for which in ("up", "same", "down"))
    return Finding(
        id=finding_id,
        headline=f"{name}: {up} of {n} went up, {same} stayed, {down} went down",
        base=f"Base: {counted(n, 'participant')} with a value at both waves; one line each.",
        data=_two_waves(found, directions, first, last),
        table=pd.DataFrame(
            {
                readable(first): [level_words(measure, v) for v in found["value_from"]],
                readable(last): [level_words(measure, v) for v in found["value_to"]],
                "Went": [which.capitalize() for which in directions],
            }
        ),
        alternative=f"A line for each person from {readable(first).lower()} to"
        f" {readable(last).lower()}: {up} rise, {same} are level, {down} fall.",
        caution=ONE_PERSON,
    )


def _pairs(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    measure: str,
    attribute: str | None,
    first: str,
    last: str,
) -> pd.DataFrame:
    return ask(
        database,
        viewer,
        "change_pairs",
        replace(selection, wave=None),
        measure=measure,
        attribute=attribute,
        first=first,
        last=last,
    )


def _two_waves(found: pd.DataFrame, directions: list[str], first: str, last: str) -> pd.DataFrame:
    numbered = found.assign(pair=range(1, len(found) + 1), direction=directions)
    columns = ["pair", "difference", "direction"]
    return pd.concat(
        numbered[[*columns, column]]
        .rename(columns={column: "value"})
        .assign(wave=readable(wave))[["pair", "wave", "value", "difference", "direction"]]
        for wave, column in ((first, "value_from"), (last, "value_to"))
    ).reset_index(drop=True)


def checks(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    measure: str,
    attribute: str | None = None,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """The same change as other statistics tell it: `data` has statistic, value, low, high, p."""
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    row = next((one for one in records(rows) if _is(one, measure, attribute)), None)
    name, finding_id = measure_words(measure, attribute), f"change_checks_{measure}"
    if row is None or not row["is_shown"] or row["n_paired"] < ENOUGH_FOR_INTERVAL:
        return nothing_to_show(
            finding_id,
            f"{name}: too few pairs to check",
            f"From {ENOUGH_FOR_INTERVAL} pairs on there is an interval, from {ENOUGH_FOR_MORE} on"
            " more.",
        )
    found = _pairs(database, viewer, selection, measure, attribute, first, last)
    differences = found["difference"].to_numpy(dtype=float)
    lines = _statistics(row, differences, with_p=chosen.smallest(measure, attribute) is not None)
    is_early = row["n_paired"] < ENOUGH_FOR_MORE
    return Finding(
        id=finding_id,
        headline=f"{name}: {change_in_words(measure, row['mean_difference'])}, 95% interval"
        f" {interval_words(measure, row['ci_low'], row['ci_high'])}: {row['verdict']}",
        base=f"Base: {counted(int(row['n_paired']), 'pair')}.",
        data=pd.DataFrame(lines),
        table=pd.DataFrame([_line(line, measure) for line in lines]),
        alternative="A table of statistics.",
        caution=" ".join(
            filter(
                None,
                (
                    NO_VARIATION if not row["sd_difference"] else "",
                    CHECKS,
                    "The bootstrap and the effect size take 20 pairs." if is_early else "",
                    " ".join(measures()[measure].caution.split()),
                ),
            )
        ),
    )


def _is(row: Row, measure: str, attribute: str | None) -> bool:
    own = row["attribute"] if known(row["attribute"]) else None
    return (row["measure"], own) == (measure, attribute)


def _statistics(
    row: Row, differences: np.ndarray[Any, np.dtype[np.float64]], *, with_p: bool
) -> list[Row]:
    """The statistics that this many pairs allow: from twenty on the bootstrap and effect sizes.

    p-values are for primary outcomes: of a measure picked among many they say too much.
    """
    ranks = signed_rank(differences)
    zeros = f"{ranks.zeros} of {len(differences)} did not change"
    mean = {"value": row["mean_difference"], "low": row["ci_low"], "high": row["ci_high"]}
    lines: list[Row] = [
        {"statistic": "Mean change, t interval", **mean},
        {"statistic": "Typical change (Hodges–Lehmann)", "value": ranks.estimate, "note": zeros},
    ]
    if row["n_paired"] >= ENOUGH_FOR_MORE:
        low, high = bca_interval(differences)
        bootstrap = {"value": row["mean_difference"], "low": low, "high": high}
        lines += [
            {"statistic": "Mean change, bootstrap (BCa)", **bootstrap},
            {"statistic": "Hedges’ g (average of both waves)", "g": row["hedges_g_av"]},
        ]
        if with_p:
            lines += [
                {"statistic": "Sign-flip test of the mean", "p": sign_flip(differences)},
                {"statistic": "Wilcoxon signed-rank test", "p": ranks.p_value, "note": zeros},
            ]
    return [{**dict.fromkeys(("value", "low", "high", "p", "g", "note")), **one} for one in lines]


def _line(line: Row, measure: str) -> dict[str, str]:
    said = "–"
    if known(line["value"]):
        said = f"by {change_in_words(measure, line['value'])}"
    elif known(line["p"]):
        said = f"p {p_words(line['p'])}"
    elif known(line["g"]):
        said = f"{float(line['g']):.2f} standard deviations"
    return {
        "Statistic": line["statistic"],
        "Says": said,
        "95% interval": interval_words(measure, line["low"], line["high"]),
        "Note": line["note"] or "–",
    }
