"""Changes of measures between two waves: primary outcomes, and everything else as exploratory."""

from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.ask import records
from netaudit.analysis.change.choices import MAIN, MAIN_MEASURES, is_of_theme
from netaudit.analysis.change.conditions import conditions
from netaudit.analysis.change.measured_words import (
    POINT_COLUMNS,
    Row,
    as_drawn,
    as_listed,
    early_words,
    headline,
    key,
    name,
    pairs_words,
    short,
    withheld_words,
)
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen, timing
from netaudit.analysis.change.p_values import with_p_values
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.words import NO_CAUSE, THREATS
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import known

EXPLORATORY = (
    "Exploratory: many measures are looked at here, and some move by chance alone. No p-values."
)
IN_AMOUNTS = "Drawn in amounts that matter: 1 is each measure's smallest change of interest."


@dataclass(frozen=True, kw_only=True)
class _About:
    """Which finding it is and of what, how many measures it asked for, what is said of it."""

    id: str
    title: str
    measures: int
    said: str


def primary(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen,
    with_p: bool = False,
) -> Finding:
    """The primary outcomes' changes; `with_p` adds sign-flip p-values, adjusted by Holm.

    `data` has category, value, ci_low, ci_high and label for charts.intervals.one_below_the_other,
    in amounts that matter, beside measure, attribute, difference, low and high in units.
    """
    said = timing(database, viewer, selection, first=first, chosen=chosen)
    if not chosen.outcomes:
        return nothing_to_show("change_primary", "Primary outcomes: none", said)
    order = {(one.measure, one.attribute): n for n, one in enumerate(chosen.outcomes)}
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    kept = sorted(
        (row for row in records(rows) if key(row) in order), key=lambda row: order[key(row)]
    )
    if with_p:
        kept = with_p_values(database, viewer, selection, kept, first=first, last=last)
    about = _About(id="change_primary", title="Primary outcomes", measures=len(order), said=said)
    return _finding(database, viewer, selection, about, kept, (first, last))


def exploratory(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    theme: str = MAIN,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """The changes of a theme that are no primary outcome; `theme` is of choices.THEMES."""
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    kept = [
        row
        for row in records(rows)
        if is_of_theme(row["measure"], row["attribute"], theme)
        and chosen.smallest(*key(row)) is None
    ]
    if theme == MAIN:
        kept.sort(key=lambda row: MAIN_MEASURES.index(key(row)))
    about = _About(
        id=f"change_{theme}",
        title="Other measures" if chosen.outcomes else "Measures",
        measures=len(kept),
        said=EXPLORATORY,
    )
    return _finding(database, viewer, selection, about, kept, (first, last))


def _finding(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    about: _About,
    rows: list[Row],
    waves: tuple[str, str],
) -> Finding:
    minimum = minimum_group(database, viewer)
    shown = [row for row in rows if row["is_shown"]]
    if not shown:
        return nothing_to_show(
            about.id,
            f"{about.title}: no change to show",
            about.said,
            too_small(minimum, "participants who answered at both waves"),
        )
    seen = conditions(database, viewer, selection, first=waves[0], last=waves[1])
    drawn = [row for row in shown if known(row["ci_low"]) and known(row["smallest_change"])]
    return Finding(
        id=about.id,
        headline=headline(shown, waves, about.title),
        base=f"{pairs_words(shown)} Participants count once each, however long their lists."
        f" {IN_AMOUNTS} {about.said}",
        data=pd.DataFrame([as_drawn(row) for row in drawn], columns=POINT_COLUMNS),
        table=pd.DataFrame([as_listed(row, waves) for row in shown]),
        alternative="Changes with 95% intervals and a line at no change: "
        + "; ".join(f"{name(row)}: {short(row)}, {row['verdict']}" for row in shown)
        + ".",
        caution=" ".join(filter(None, (early_words(shown), seen, NO_CAUSE, THREATS))),
        withheld=withheld_words(about.measures - len(shown), minimum),
    )
