"""What the measures say that are bound to a step of the logic model."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from netaudit.analysis.ask import records
from netaudit.analysis.change.choices import (
    THEMES,
    Span,
    measure_of,
    measure_value,
    span_choices,
    span_of,
)
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.words import change_in_words, level_words, measure_words
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.cohort.spread import spread
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.schema import PURPOSES
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, known

ATTRIBUTES = {
    "purpose_share": PURPOSES,
    "purpose_internal_share": PURPOSES,
    "diversity": ("affiliation", "function", "sector", "seniority", "distance"),
    "same_as_me": ("function", "sector", "seniority", "gender", "age", "ethnicity"),
}
"""Measures that are bound with one of their attributes; others with attributes are for tables."""

TOO_FEW = "too few answers to show it"
NOT_THERE = "not asked here"


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A measure in words, and in a phrase what it says of the cohort."""

    title: str
    says: str


def choices() -> tuple[Choice, ...]:
    """The measures that can be bound, by theme; those for analysts alone are left out."""
    order = list(THEMES)
    offered = (one for one in measures().values() if not one.analyst_only)
    in_turn = sorted(
        offered, key=lambda one: order.index(one.theme) if one.theme in order else len(order)
    )
    return tuple(
        Choice(value=measure_value(one.id, attribute), words=measure_words(one.id, attribute))
        for one in in_turn
        for attribute in (ATTRIBUTES.get(one.id, ()) if one.grain == "attribute" else (None,))
    )


def usual_span(database: Database, viewer: Viewer, selection: Selection) -> Span | None:
    """The first and the last wave with answers; None where there is one alone."""
    whole = replace(selection, wave=None)
    offered = span_choices(database, viewer, whole)
    default = next((one.value for one in offered if one.is_default), None)
    return None if default is None else span_of(database, viewer, whole, value=default)


def bound(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    values: Sequence[str],
    chosen: Chosen = NOBODY_CHOSE,
) -> dict[str, Bound]:
    """What each of the measures says, by its value: its change in those who answered twice, else
    its level at the wave. Within the team only.
    """
    span = usual_span(database, viewer, selection)
    at_once = [one for one in values if span is None or _compares_waves(one)]
    said = _levels(database, viewer, selection, at_once)
    if span is not None:
        rows = change_rows(
            database, viewer, selection, first=span.first, last=span.last, chosen=chosen
        )
        by_value = {_value(row): row for row in records(rows)}
        for one in values:
            said.setdefault(one, Bound(title=title(one), says=_change(by_value.get(one), span)))
    return {one: said[one] for one in values}


def _compares_waves(value: str) -> bool:
    """Whether a measure is a change already, and so has a level alone."""
    return measures()[measure_of(value)[0]].theme == "change"


def title(value: str) -> str:
    """A bound measure in words."""
    return measure_words(*measure_of(value))


def _value(row: dict[str, Any]) -> str:
    return measure_value(row["measure"], row["attribute"] if known(row["attribute"]) else None)


def _change(row: dict[str, Any] | None, span: Span) -> str:
    if row is None or not row["n_paired"]:
        return NOT_THERE
    if not row["is_shown"]:
        return TOO_FEW
    measure = row["measure"]
    first, last = (level_words(measure, row[end]) for end in ("mean_from", "mean_to"))
    return (
        f"{first} at {readable(span.first).lower()}, {last} at {readable(span.last).lower()}"
        f" ({change_in_words(measure, row['mean_difference'])}) in"
        f" {counted(int(row['n_paired']), 'participant')}: {row['verdict']}"
    )


def _levels(
    database: Database, viewer: Viewer, selection: Selection, values: Collection[str]
) -> dict[str, Bound]:
    if not values:
        return {}
    here = at_one_wave(database, viewer, selection)
    wanted = tuple({measure_of(value)[0] for value in values})
    rows, _ = spread(database, viewer, here, wanted)
    by_value = {_value(row): row for row in records(rows)}
    return {value: Bound(title=title(value), says=_level(by_value.get(value))) for value in values}


def _level(row: dict[str, Any] | None) -> str:
    if row is None:
        return TOO_FEW
    return (
        f"{level_words(row['measure'], row['mean'])} at {readable(row['wave']).lower()} in"
        f" {counted(int(row['participants']), 'participant')}"
    )
