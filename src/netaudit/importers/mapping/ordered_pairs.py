"""Questions about pairs that only their order tells: Pair 1, Pair 2 … Pair 45."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from netaudit.importers.families import Family, families_of
from netaudit.importers.mapping.asking import FILE, Asking, line
from netaudit.importers.mapping.proposal import Choice, OpenQuestion
from netaudit.importers.mapping.recipe import LEAVE_OUT, PairOrder
from netaudit.importers.mapping.tell_fields import WITHIN, texts_of, word_score
from netaudit.importers.plain import tidy
from netaudit.importers.survey import Survey

FEWEST = 3
"""Contacts that make more pairs than one."""


def families_under(survey: Survey, order: PairOrder) -> tuple[Family, ...]:
    """The families of a survey; those of pairs in order have their pairs once the order is said."""
    families = families_of(survey)
    if order in ("", LEAVE_OUT):
        return families
    return tuple(_paired(one, order) if _contacts(one) else one for one in families)


def pair_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """The question for the order of pairs, shown by two of them."""
    if asking.recipe.pairs:
        return
    for held in asking.answered.values():
        number = _contacts(held.family)
        if not number:
            continue
        rows, columns = _by_row(number), _by_column(number)
        # Of three contacts the pairs have one order, however they were gone through.
        place = next((n for n, pair in enumerate(rows) if pair != columns[n]), 1)
        ways = {_words(rows[place]): "by row", _words(columns[place]): "by column"}
        yield OpenQuestion(
            id="pairs",
            ask=f"Which two contacts is question {place + 1} of “{tidy(held.family.text)}” about?",
            why=f"The first is then about 1 and 2, the last about {number - 1} and {number}.",
            section=FILE,
            choices=(
                *(Choice(label=words, line=line(pairs=way)) for words, way in ways.items()),
                Choice(label="Neither: leave the pairs out", line=line(pairs=LEAVE_OUT)),
            ),
            column=held.family.text,
        )
        return


def _contacts(family: Family) -> int:
    """How many contacts make as many pairs as the family has members; 0 where it is none of pairs.

    Its words must speak of pairs, as so many contacts could be asked for as well.
    """
    if family.level != "slot" or family.table or family.is_ticked:
        return 0
    size = len({member.slot for member in family.members})
    if size != len(family.members):
        return 0
    number = next((n for n in range(FEWEST, 51) if n * (n - 1) // 2 == size), 0)
    texts = texts_of(family)
    ties = word_score(texts, "pair", "ties.tie")
    others = ("contacts.label", "contacts.organisation", "contacts.closeness")
    if ties < WITHIN or any(word_score(texts, "contact", other) > ties for other in others):
        return 0
    return number


def _by_row(number: int) -> list[tuple[int, int]]:
    return list(combinations(range(1, number + 1), 2))


def _by_column(number: int) -> list[tuple[int, int]]:
    return sorted(_by_row(number), key=lambda pair: (pair[1], pair[0]))


def _paired(family: Family, order: PairOrder) -> Family:
    number = _contacts(family)
    pairs: Sequence[tuple[int, int]] = _by_row(number) if order == "by row" else _by_column(number)
    members = sorted(family.members, key=lambda member: member.slot or 0)
    told = (replace(m, slot=None, pair=pair) for m, pair in zip(members, pairs, strict=True))
    return replace(family, members=tuple(told))


def _words(pair: tuple[int, int]) -> str:
    return f"{pair[0]} and {pair[1]}"
