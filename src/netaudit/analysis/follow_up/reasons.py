"""Why to talk to somebody, in a few words and as a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from netaudit.analysis.chosen_wave import at_wave
from netaudit.vocabulary import label
from netaudit.wording import counted, day, known

REASONS = {
    "step_due": "To be taken up again",
    "new_watch": "New on watch",
    "not_answered": "Has not answered",
    "no_external": "No contact outside",
    "no_mentor": "No mentor",
    "overdue": "Overdue action",
    "watch": "On watch as before",
    "no_action": "No action",
    "no_sponsor": "No sponsor",
}
"""The reasons in the order of their weight, as a list names them."""

OF_PATTERNS = ("new_watch", "watch")


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason: its code in REASONS, `words` for a list, and the `sentence` with figures."""

    code: str
    words: str
    sentence: str


def reasons_of(cell: object, now: str | None) -> tuple[Reason, ...]:
    """The reasons of one row of the summary follow_up_people; none where it has none."""
    given = cell if isinstance(cell, Iterable) else ()
    return tuple(_reason(one, now) for one in given)


def _reason(one: Mapping[str, Any], now: str | None) -> Reason:
    code = one["reason"]
    pattern = label("pattern", one["about"]) if code in OF_PATTERNS else ""
    words = f"{pattern}, new" if code == "new_watch" else pattern or REASONS[code]
    earlier = at_wave(one["wave"]) if one["wave"] not in (None, now) else ""
    return Reason(code=code, words=words, sentence=_SAID[code](one, pattern, earlier))


def _watch(one: Mapping[str, Any], pattern: str, earlier: str) -> str:
    new = "is new on watch" if one["reason"] == "new_watch" else "is on watch"
    if one["evidence"] is None:
        return f"{pattern} {new}{earlier}, by the person's own rating."
    return f"{pattern} {new}{earlier}. {one['evidence']}"


def _not_answered(one: Mapping[str, Any], _: str, __: str) -> str:
    if one["about"] == "opened":
        return f"Opened the audit{at_wave(one['wave'])} and has not answered it."
    return f"Has not answered{at_wave(one['wave'])}."


def _overdue(one: Mapping[str, Any], _: str, earlier: str) -> str:
    are = "is" if one["number"] == 1 else "are"
    since = f", since {day(one['since'])}" if known(one["since"]) else ""
    written = f", as written down{earlier}" if earlier else ""
    return f"{counted(one['number'], 'action')} {are} overdue{since}{written}."


def _no_external(one: Mapping[str, Any], _: str, earlier: str) -> str:
    if one["number"] == 1:
        return f"The only contact whose place is known is inside{earlier}."
    return f"All {one['number']} contacts whose place is known are inside{earlier}."


def _no_mentor(_: Mapping[str, Any], __: str, earlier: str) -> str:
    return f"Has no mentor{earlier}."


def _no_sponsor(one: Mapping[str, Any], _: str, earlier: str) -> str:
    if one["number"] == 1:
        return f"The only mentor is no sponsor{earlier}."
    return f"None of {counted(one['number'], 'mentor')} is a sponsor{earlier}."


def _no_action(_: Mapping[str, Any], __: str, earlier: str) -> str:
    return f"No action is in the plan{earlier}."


def _step_due(one: Mapping[str, Any], _: str, __: str) -> str:
    since: date = one["since"]
    return f"Was to be taken up again on {day(since)}."


_SAID = {
    "step_due": _step_due,
    "new_watch": _watch,
    "watch": _watch,
    "not_answered": _not_answered,
    "overdue": _overdue,
    "no_external": _no_external,
    "no_mentor": _no_mentor,
    "no_sponsor": _no_sponsor,
    "no_action": _no_action,
}
