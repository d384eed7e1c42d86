"""What the change page compares: two waves of a cohort, with its primary outcomes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from netaudit.analysis.change.choices import Span, measure_choices, measure_of, measure_value
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.change.words import measure_words
from netaudit.analysis.choices import Choice
from netaudit.definitions.registry import measures
from netaudit.ui.filters import choose
from netaudit.ui.frame import View

Answer = TypeVar("Answer")

IN_POINTS = "Change in percentage points"
IN_AMOUNTS = "1 is the smallest change that matters; shaded: less"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """The page's view, the two waves, and the primary outcomes of the cohort."""

    view: View
    span: Span
    chosen: Chosen

    def ask(self, question: Callable[..., Answer], /, **parameters: Any) -> Answer:
        """What an analysis function answers on the two waves."""
        return self.view.ask(question, first=self.span.first, last=self.span.last, **parameters)

    def at_the_later_wave(self) -> View:
        """The same view narrowed to the later wave, for questions about one wave."""
        later = replace(self.view.selection, wave=self.span.last)
        return replace(self.view, selection=later)


def choose_measure(compared: Compared) -> tuple[str, str | None]:
    """The measure to look at closely: the primary outcomes first, then the main measures."""
    return chosen_measure(compared.view, compared.chosen)


def chosen_measure(view: View, chosen: Chosen) -> tuple[str, str | None]:
    """The same of a view and the primary outcomes in force."""
    own = [
        Choice(
            value=measure_value(one.measure, one.attribute),
            words=measure_words(one.measure, one.attribute),
        )
        for one in chosen.outcomes
    ]
    others = [
        choice
        for choice in view.ask(measure_choices)
        if choice.value not in {one.value for one in own}
    ]
    choices = [*own, *others]
    return measure_of(choose("Measure", "measure", choices) or choices[0].value)


def is_share(measure: str) -> bool:
    """Whether a measure's change is told in percentage points."""
    return measures()[measure].unit == "share"
