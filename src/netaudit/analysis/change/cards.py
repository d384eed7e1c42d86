"""The change of a few measures, each as a single figure on a card."""

from netaudit.analysis.ask import records
from netaudit.analysis.change.measured_words import Row, key, name, smallest_words
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL, ENOUGH_FOR_MORE
from netaudit.analysis.change.words import change_words, interval_words, level_words, unit_words
from netaudit.analysis.finding import Figures, SingleFigure
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, known

TO_BEGIN_WITH = (
    ("internal_share", None),
    ("connectivity", None),
    ("purpose_share", "strategic"),
)
"""What is looked at first while no primary outcome is chosen."""


def change_cards(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen = NOBODY_CHOSE,
) -> Figures:
    """A card for each primary outcome, or of TO_BEGIN_WITH where none is chosen.

    Each has the change, its interval and pairs, who went up and down, and the verdict in words.
    """
    wanted = [(one.measure, one.attribute) for one in chosen.outcomes] or list(TO_BEGIN_WITH)
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    found = {key(row): row for row in records(rows)}
    return Figures(
        id="change_cards",
        figures=tuple(_card(found[one]) for one in wanted if one in found),
    )


def _card(row: Row) -> SingleFigure:
    measure, pairs = row["measure"], int(row["n_paired"])
    if not row["is_shown"]:
        return SingleFigure(title=name(row), value=NOTHING, base="Too few pairs to show.")
    levels = " to ".join(level_words(measure, row[f"mean_{which}"]) for which in ("from", "to"))
    matters = smallest_words(measure, row["smallest_change"])
    return SingleFigure(
        title=name(row),
        value=change_words(measure, row["mean_difference"]),
        base=f"{_unit(measure)}Mean {levels}, {counted(pairs, 'pair')}.",
        beside=f"{_interval(row)}{_directions(row)}{_verdict(row)}",
        help="" if matters == NOTHING else f"The smallest change that matters here: {matters}.",
    )


def _unit(measure: str) -> str:
    unit = unit_words(measure)
    return f"{unit.capitalize()}. " if unit else ""


def _interval(row: Row) -> str:
    if row["n_paired"] < ENOUGH_FOR_INTERVAL:
        return ""
    return f"95% interval {interval_words(row['measure'], row['ci_low'], row['ci_high'])}. "


def _directions(row: Row) -> str:
    if not known(row["n_up"]):
        return ""
    return f"{int(row['n_up'])} up, {int(row['n_same'])} the same, {int(row['n_down'])} down. "


def _verdict(row: Row) -> str:
    early = row["n_paired"] < ENOUGH_FOR_MORE and row["n_paired"] >= ENOUGH_FOR_INTERVAL
    said = f"{row['verdict'][:1].upper()}{row['verdict'][1:]}"
    return f"{said} (early signal)." if early else f"{said}."
