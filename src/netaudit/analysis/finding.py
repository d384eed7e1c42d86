"""One finding: what a figure says, on whom it rests, and the rows behind it."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a page, a report or a download shows of one question.

    `headline` is a sentence with the figure in it; `base` says on whom it rests, with n; `data` is
    what the chart draws; `table` the same for reading and for download, its headings in words;
    `alternative` describes the chart to somebody who cannot see it. `withheld` says what was held
    back and why; `caution` what the figure must not be taken for.
    """

    id: str
    headline: str
    base: str
    data: pd.DataFrame
    table: pd.DataFrame
    alternative: str
    caution: str = ""
    withheld: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.data.empty


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A handful of single figures beside each other: title, the figure in words, its base."""

    id: str
    figures: tuple["SingleFigure", ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class SingleFigure:
    """One figure on a card: `value` as it reads ("17 of 24"), `base` under it.

    `beside` sets it against an earlier one; `id` is for pages that offer a way on from a figure.
    """

    title: str
    value: str
    base: str
    beside: str = ""
    help: str = ""
    id: str = ""


def nothing_to_show(finding_id: str, headline: str, base: str, withheld: str = "") -> Finding:
    """A finding without figures, which says why."""
    return Finding(
        id=finding_id,
        headline=headline,
        base=base,
        data=pd.DataFrame(),
        table=pd.DataFrame(),
        alternative="",
        withheld=withheld,
    )


def too_few(finding_id: str, about: str, minimum: int) -> Finding:
    """A finding that is held back because too few participants stand behind it."""
    return nothing_to_show(
        finding_id,
        f"{about}: not shown",
        f"Fewer than {minimum} participants stand behind it.",
    )
