"""The cohort in five figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import wave_choices
from netaudit.analysis.finding import Figures, SingleFigure
from netaudit.analysis.nobody_named import NOBODY_NAMED, WHY_NOTHING
from netaudit.analysis.release.disclosure import (
    ENOUGH_FOR_MEDIAN,
    Audience,
    may_stand_beside,
    too_small,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, percent, plain


@dataclass(frozen=True, kw_only=True)
class _Kind:
    """How one key figure is summarised and worded."""

    figure: str
    title: str
    of_what: str
    help: str
    write: Callable[[float | None], str] = percent
    is_count: bool = False
    of_contacts: bool = True
    by_median: bool = False


KEY_FIGURES = (
    _Kind(
        figure="size",
        title="Contacts listed",
        of_what="participants",
        help="How many people a participant turns to, as far as the form lets them list.",
        write=plain,
        by_median=True,
    ),
    _Kind(
        figure="internal_share",
        title="Internal contacts",
        of_what="participants",
        help="The share of a participant's contacts inside the line the programme draws, averaged"
        " over participants.",
    ),
    _Kind(
        figure="echo_chamber",
        title="Echo chamber",
        of_what="on watch, of those with enough information",
        help="Participants whose list, or whose own rating, puts the pattern on watch.",
        is_count=True,
    ),
    _Kind(
        figure="mentors_active",
        title="With a mentor",
        of_what="participants who answered about mentoring",
        help="Participants with at least one mentor on the day they answered. The mentoring page"
        " counts the same people, but of everybody enrolled.",
        is_count=True,
        of_contacts=False,
    ),
    _Kind(
        figure="new_share",
        title="New contacts",
        of_what="participants",
        help="The share of contacts known for less than a year or met in this programme, averaged"
        " over participants.",
    ),
)


def key_figures(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """Five figures of one wave, and for those who know them at both, of the first wave."""
    everyone = replace(selection, wave=None)
    waves = [c.value for c in wave_choices(database, viewer, everyone)]
    first = waves[0] if waves else None
    rows = ask(database, viewer, "key_figures", everyone, now=selection.wave or first, first=first)
    by_figure = {row["figure"]: row for row in records(rows)}
    readers = audience(database, viewer)
    return Figures(
        id="key_figures",
        figures=tuple(
            _key_figure(
                kind, by_figure.get(kind.figure), first, readers, _why_nothing(kind, by_figure)
            )
            for kind in KEY_FIGURES
        ),
    )


def _why_nothing(kind: _Kind, by_figure: dict[str, dict[str, Any]]) -> str:
    """Why a figure is not there: with nobody named, there is nothing to say of contacts."""
    size = by_figure.get("size")
    named_nobody = size is not None and size["participants"] > 0 and size["mean_now"] == 0
    return NOBODY_NAMED if named_nobody and kind.of_contacts else WHY_NOTHING


def _key_figure(
    kind: _Kind, row: dict[str, Any] | None, first: str | None, readers: Audience, why_nothing: str
) -> SingleFigure:
    n = int(row["participants"]) if row else 0
    if row is None or n < readers.minimum:
        base = why_nothing if not n else too_small(readers.minimum)
        return SingleFigure(
            id=kind.figure, title=kind.title, value=NOTHING, base=base, help=kind.help
        )
    return SingleFigure(
        id=kind.figure,
        title=kind.title,
        value=_value(kind, row, n),
        base=_base(kind, n),
        beside=_beside_first(kind, row, first, readers),
        help=kind.help,
    )


def _value(kind: _Kind, row: dict[str, Any], n: int) -> str:
    middle = _middle(kind, row, n, "now")
    return f"{middle} of {n}" if kind.is_count else middle


def _middle(kind: _Kind, row: dict[str, Any], n: int, when: str) -> str:
    if kind.is_count:
        return str(int(row[f"count_{when}"]))
    return kind.write(row[f"{_statistic(kind, n)}_{when}"])


def _statistic(kind: _Kind, n: int) -> str:
    return "median" if kind.by_median and n >= ENOUGH_FOR_MEDIAN else "mean"


def _base(kind: _Kind, n: int) -> str:
    if kind.is_count:
        return kind.of_what.capitalize()
    return f"{readable(_statistic(kind, n))} of {n} {kind.of_what}"


def _beside_first(kind: _Kind, row: dict[str, Any], first: str | None, readers: Audience) -> str:
    paired = int(row["paired"])
    if first is None or not may_stand_beside(paired, int(row["participants"]), readers):
        return ""
    before, now = (_middle(kind, row, paired, f"paired_{when}") for when in ("before", "now"))
    people = counted(paired, "person", "people")
    return f"Since {readable(first).lower()}, in the same {people} at both waves: {before} to {now}"
