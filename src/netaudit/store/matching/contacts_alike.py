"""Whether contacts of two participants may be one person, and why.

A whole name says much. Initials, first names and roles say little, so that they count only where
the same workplace speaks for them too.
"""

from dataclasses import dataclass

from netaudit.store.matching.codes_alike import Closeness
from netaudit.store.names_alike import likeness, words_of

ORDERED_ALIKE, SPELT_ALIKE = 2, 5
"""Ranks of likenesses: up to the first the words are the same, up to the second nearly so."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a contact; blank where it is not. `fellow` is a participant's code."""

    label: str = ""
    organisation: str = ""
    function: str = ""
    fellow: str = ""


def same_contact(one: Known, other: Known) -> Closeness | None:
    """What speaks for it that both are one person; None where nothing or too little does."""
    if one.fellow and other.fellow:
        same = one.fellow == other.fellow
        return Closeness(rank=1, reasons=(FELLOW,)) if same else None
    names = likeness(one.label, other.label)
    if names is None or names.rank > SPELT_ALIKE:
        return None
    workplace = _agree(one.organisation, other.organisation)
    function = _agree(one.function, other.function)
    rank = _rank(one, other, names.rank, workplace, function)
    if rank is None:
        return None
    said = (
        names.reason,
        _in_words(workplace, "workplace"),
        _in_words(function, "function"),
    )
    return Closeness(rank=rank, reasons=tuple(words for words in said if words))


FELLOW = "Both are said to be the same fellow participant"


def _rank(
    one: Known, other: Known, names: int, workplace: bool | None, function: bool | None
) -> int | None:
    """The lower the surer; None where too little speaks for it."""
    are_whole = is_whole_name(one.label) and is_whole_name(other.label)
    if are_whole and names <= ORDERED_ALIKE:
        return 2 if workplace is False or function is False else 1
    if are_whole:
        return 3 if workplace or (function and workplace is None) else None
    say_much = not _is_short(one.label) and not _is_short(other.label)
    if workplace and (function or (say_much and function is None)):
        return 3 if say_much else 4
    return None


def is_whole_name(label: str) -> bool:
    """Whether a label is a first and a last name, as far as capital letters tell."""
    parts = [part for part in label.replace(".", " ").split() if part.strip(",;")]
    return len(parts) > 1 and all(part[0].isupper() and len(part.strip(",;")) > 1 for part in parts)


def _is_short(label: str) -> bool:
    """Whether a label is initials, or hardly more."""
    return sum(len(word) for word in words_of(label)) < 4


def _agree(one: str, other: str) -> bool | None:
    """Whether two answers are the same; None where one is not known."""
    if not one or not other:
        return None
    return words_of(one) == words_of(other)


def _in_words(agree: bool | None, what: str) -> str:
    if agree is None:
        return ""
    return f"The same {what}" if agree else f"Another {what}, though"
