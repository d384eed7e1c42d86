"""What the change page lets people choose from: two waves, a theme, a measure."""

import math
from dataclasses import dataclass, replace

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.verdict import smallest_change
from netaudit.analysis.change.words import measure_words
from netaudit.analysis.choices import Choice
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import settings
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.errors import NetauditError
from netaudit.schema import PURPOSES
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import known

MAIN = "main"
MAIN_MEASURES = (
    ("internal_share", None),
    ("connectivity", None),
    ("breadth", None),
    ("dynamism", None),
    ("size", None),
    ("density", None),
    ("weak_tie_share", None),
    ("reciprocal_share", None),
    ("purposes_covered", None),
    *(("purpose_share", purpose) for purpose in PURPOSES),
    ("mentors_active", None),
    ("knowing_covered", None),
)
"""What is looked at first, each with its attribute."""

THEMES = {
    MAIN: "The main measures",
    "balance": "Inside and outside",
    "composition": "Who is on the lists",
    "similarity": "Likeness",
    "structure": "Who knows whom",
    "content": "What the ties are like",
    "purposes": "What the contacts are for",
    "mentoring": "Mentoring",
}
"""Measures by theme; those that compare two waves already have no change of their own."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """Two waves, the earlier first."""

    first: str
    last: str


def span_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """Every two waves with answers; the value is their numbers, as "1-3".

    The default goes from the first wave to the selection's own, else to the last.
    """
    waves = _answered(database, viewer, selection)
    if len(waves) < 2:
        return ()
    numbers = [number for number, wave in waves[1:] if wave == selection.wave]
    to = numbers[0] if numbers else waves[-1][0]
    return tuple(
        Choice(
            value=f"{earlier[0]}-{later[0]}",
            words=f"{readable(earlier[1])} and {readable(later[1]).lower()}",
            is_default=earlier == waves[0] and later[0] == to,
        )
        for place, earlier in enumerate(waves)
        for later in waves[place + 1 :]
    )


def span_of(database: Database, viewer: Viewer, selection: Selection, *, value: str) -> Span:
    """The two waves of a value of span_choices; NetauditError for any other."""
    waves = dict(_answered(database, viewer, selection))
    numbers = [int(part) for part in value.split("-") if part.isdecimal()]
    if len(numbers) != 2 or not set(numbers) <= waves.keys() or numbers[0] >= numbers[1]:
        raise NetauditError("There are no such two waves.", "Choose two that were answered.")
    return Span(first=waves[numbers[0]], last=waves[numbers[1]])


def theme_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The groups of measures that exploratory shows one at a time."""
    return tuple(
        Choice(value=theme, words=words, is_default=theme == MAIN)
        for theme, words in THEMES.items()
    )


def measure_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The measures of MAIN_MEASURES; the value is the id, with its attribute after a colon."""
    return tuple(
        Choice(
            value=f"{name}:{attribute}" if attribute else name, words=measure_words(name, attribute)
        )
        for name, attribute in MAIN_MEASURES
    )


def measure_value(measure: str, attribute: str | None) -> str:
    """A measure and its attribute as the address and the command line write them."""
    return f"{measure}:{attribute}" if attribute else measure


def measure_of(value: str) -> tuple[str, str | None]:
    """Measure and attribute of a value of measure_choices; NetauditError if there is none such."""
    name, _, attribute = value.partition(":")
    if name not in measures():
        raise NetauditError(f"There is no measure {name}.", "Choose one of the list.")
    return name, attribute or None


def usual_smallest(
    database: Database, viewer: Viewer, _: Selection, *, measure: str
) -> float | None:
    """The smallest change of interest to begin with where a measure is chosen as primary outcome;
    None where no programme's would do for another.
    """
    of_shares = float(settings(database, viewer)["smallest_change_of_interest"])
    smallest = smallest_change(measures()[measure], of_shares)
    return None if math.isnan(smallest) else smallest


def is_of_theme(measure: str, attribute: str | None, theme: str) -> bool:
    """Whether a measure is shown under a theme; analysts' measures stay in the CSV."""
    if theme == MAIN:
        return (measure, attribute if known(attribute) else None) in MAIN_MEASURES
    definition = measures()[measure]
    return definition.theme == theme and not definition.analyst_only


def _answered(database: Database, viewer: Viewer, selection: Selection) -> list[tuple[int, str]]:
    everyone = replace(selection, wave=None)
    return [
        (int(row["wave_no"]), row["wave"])
        for row in records(ask(database, viewer, "waves", everyone))
        if row["completed"]
    ]
