"""Which of two numbers in a date is the day: told by the dates themselves, or asked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from netaudit.importers.dates import moment, orders
from netaudit.importers.mapping.asking import FILE, Asking, line
from netaudit.importers.mapping.proposal import Choice, OpenQuestion
from netaudit.importers.mapping.recipe import DateOrder
from netaudit.importers.plain import tidy
from netaudit.wording import day

DATE_FIELDS = ("audits.completed_on", "participants.role_started")


def order_of_dates(asking: Asking) -> DateOrder:
    """The order under which every date of the file is one; blank where it has to be asked."""
    texts = list(_moments(asking))
    possible = orders(texts)
    if len(possible) == 1:
        return possible.pop()
    return "year first" if possible and not any(map(_is_ambiguous, texts)) else ""


def stands(asking: Asking) -> bool:
    """Whether every date of the file can be read in the order that the mapping says."""
    order = asking.recipe.dates
    return bool(order) and all(moment(text, order) for text in _moments(asking) if orders([text]))


def date_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """The question for the order, where no date of the file tells it."""
    texts = list(_moments(asking))
    text = next(filter(_is_ambiguous, texts), None)
    if asking.recipe.dates or text is None:
        return
    choices: tuple[DateOrder, ...] = ("day first", "month first")
    yield OpenQuestion(
        id="dates",
        ask=f"Which day is “{tidy(text)}”?",
        why="No date in the file tells whether the day or the month comes first.",
        section=FILE,
        choices=tuple(
            Choice(label=f"{day(found)} ({order})", line=line(dates=order))
            for order in choices
            if (found := moment(text, order))
        ),
        suggested=line(dates=_likely(texts)),
    )


def _moments(asking: Asking) -> Iterator[str]:
    for response in asking.survey.responses:
        yield from filter(None, (response.started, response.completed))
    for name in DATE_FIELDS:
        yield from asking.answers_to(name)


def _is_ambiguous(text: str) -> bool:
    return moment(text, "day first") != moment(text, "month first")


def _likely(texts: Sequence[str]) -> DateOrder:
    """The order under which the responses mostly follow one another, as they are handed in."""
    days = _steps_back(moment(text, "day first") for text in texts)
    months = _steps_back(moment(text, "month first") for text in texts)
    return "day first" if days <= months else "month first"


def _steps_back(moments: Iterable[datetime | None]) -> int:
    return sum(later < earlier for earlier, later in pairwise(filter(None, moments)))
