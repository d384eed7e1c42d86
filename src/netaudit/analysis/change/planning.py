"""What a cohort of a given size could tell of a change, to be read before there are data."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.choices import span_choices, span_of
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.change.words import change_in_words, measure_words
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.statistics.power import smallest_effect
from netaudit.statistics.student_t import half_width_in_sds
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, known

PAIRS = (10, 12, 15, 20, 25, 30, 40, 60, 80)

IN_DEVIATIONS = (
    "In standard deviations of participants' changes: how much these differ from person to person."
    " Once ten people of the programme have answered twice, it is told in the measure's own unit."
)
FOUND = "Found means: in four of five such cohorts the interval would leave out no change."


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """What a standard deviation of change is in the measure's unit: 1 and no name where unknown."""

    measure: str
    name: str
    deviation: float = 1.0
    people: int = 0

    @property
    def scale(self) -> float:
        """From deviations to what is drawn: percentage points for shares."""
        is_share = self.people and measures()[self.measure].unit == "share"
        return self.deviation * (100 if is_share else 1)

    def words(self, deviations: float) -> str:
        """So many deviations: "8.2 points", or "0.42 standard deviations"."""
        if not self.people:
            return f"{deviations:.2f} standard deviations"
        return change_in_words(self.measure, deviations * self.deviation).removeprefix("+")


def what_can_be_told(
    database: Database,
    viewer: Viewer,
    _: Selection,
    *,
    pairs: int,
    measure: str = "internal_share",
    attribute: str | None = None,
) -> Finding:
    """Half the width of the 95% interval and the smallest change found in four of five cohorts.

    For `pairs` people and for other numbers of them, in the measure's unit: how much changes differ
    from person to person is taken from those of the whole programme who answered its first and last
    wave. Before there are ten such people it is in standard deviations. `data` has pairs,
    half_width, smallest (both as drawn) and is_here.
    """
    unit = _unit(database, viewer, measure, attribute)
    numbers = sorted({*PAIRS, *((pairs,) if pairs >= ENOUGH_FOR_INTERVAL else ())})
    rows = pd.DataFrame(
        {
            "pairs": numbers,
            "half_width": half_width_in_sds(numbers),
            "smallest": [smallest_effect(n) for n in numbers],
            "is_here": [n == pairs for n in numbers],
        }
    )
    return Finding(
        id="change_planning",
        headline=_headline(rows, pairs, unit),
        base=_base(unit),
        data=rows.assign(
            half_width=rows["half_width"] * unit.scale, smallest=rows["smallest"] * unit.scale
        ),
        table=pd.DataFrame(
            {
                "Pairs": rows["pairs"],
                "Half of the interval": [unit.words(width) for width in rows["half_width"]],
                "Smallest change found": [unit.words(smallest) for smallest in rows["smallest"]],
                "Here": ["Yes" if here else NOTHING for here in rows["is_here"]],
            }
        ),
        alternative="Two curves that fall with the number of pairs, half of the interval below the"
        f" smallest change found: {_alternative(rows, unit)}.",
        caution=FOUND,
    )


def _unit(database: Database, viewer: Viewer, measure: str, attribute: str | None) -> _Unit:
    name = measure_words(measure, attribute)
    for row in _changes(database, viewer):
        own = row["attribute"] if known(row["attribute"]) else None
        enough = row["n_paired"] >= ENOUGH_FOR_INTERVAL and known(row["sd_difference"])
        if (row["measure"], own) == (measure, attribute) and enough and row["sd_difference"]:
            return _Unit(
                measure=measure,
                name=name,
                deviation=float(row["sd_difference"]),
                people=int(row["n_paired"]),
            )
    return _Unit(measure=measure, name=name)


def _changes(database: Database, viewer: Viewer) -> list[dict[str, Any]]:
    """Every measure's change between the programme's first and last wave with answers."""
    choices = span_choices(database, viewer, EVERYTHING)
    default = next((one.value for one in choices if one.is_default), None)
    if default is None:
        return []
    span = span_of(database, viewer, EVERYTHING, value=default)
    waves = {"first": span.first, "last": span.last}
    return records(ask(database, viewer, "change_measures", EVERYTHING, **waves))


def _base(unit: _Unit) -> str:
    if not unit.people:
        return IN_DEVIATIONS
    return (
        f"Taken from {counted(unit.people, 'participant')} of the programme with both waves, whose"
        f" changes differ by {unit.words(1.0)} from person to person (standard deviation)."
    )


def _alternative(rows: pd.DataFrame, unit: _Unit) -> str:
    """The first and the last number of pairs, which say how far the curves fall."""
    ends = (rows.iloc[0], rows.iloc[-1])
    return "; ".join(
        f"{int(row['pairs'])} pairs {unit.words(row['half_width'])} and"
        f" {unit.words(row['smallest'])}"
        for row in ends
    )


def _headline(rows: pd.DataFrame, pairs: int, unit: _Unit) -> str:
    here = rows[rows["is_here"]]
    if here.empty:
        return f"{counted(pairs, 'pair')} are too few to estimate a change; ten are needed"
    row = here.iloc[0]
    return (
        f"{unit.name}: with {pairs} pairs the interval reaches {unit.words(row['half_width'])} to"
        f" each side, and changes from {unit.words(row['smallest'])} are usually found"
    )
