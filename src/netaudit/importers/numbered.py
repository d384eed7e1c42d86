"""What differs in a set of labels: "Person 1", "Person 2" differ in one number, pairs in two."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netaudit.importers.families import ENOUGH_PAIRS, with_numbers
from netaudit.importers.plain import plain, tidy

DIGITS = re.compile(r"(\d+)")
LETTER = re.compile(r"(?<!\w)([A-Z])(?!\w)")
HIGHEST = 999


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """Labels that are the same but for one or two numbers; `text` has `#` in their place.

    `places` are those of the numbers among the pieces of a label that DIGITS makes.
    """

    text: str
    numbers: Mapping[str, tuple[int, ...]]
    places: tuple[int, ...] = ()

    @property
    def is_pairs(self) -> bool:
        """Whether each label names two numbers."""
        return len(next(iter(self.numbers.values()))) == 2

    def one(self, label: str) -> int:
        """The number of a label that has one."""
        return self.numbers[label][0]

    def marked(self, label: str, *marks: str) -> str:
        """The label with a mark in place of each number; as it is where letters count."""
        pieces = DIGITS.split(with_numbers(label))
        for place, mark in zip(self.places, marks, strict=False):
            pieces[place] = mark
        return "".join(pieces)


def numbered(labels: Iterable[str]) -> Numbered | None:
    """What the labels differ in; None where they differ in words, or are blank.

    "First person" counts as 1, and "Person A" too where all labels are of that kind. Of a single
    label its one number is taken, or both of its two.
    """
    distinct = list(dict.fromkeys(labels))
    if not all(label.strip() for label in distinct):
        return None
    return _by_numbers(distinct, [_parts(label) for label in distinct]) or _by_letters(distinct)


def _parts(label: str) -> list[str]:
    return DIGITS.split(with_numbers(plain(label)))


def _by_numbers(labels: list[str], split: list[list[str]]) -> Numbered | None:
    if not split or any(parts[::2] != split[0][::2] for parts in split):
        return None
    places = range(1, len(split[0]), 2)
    varying = [n for n in places if len(split) == 1 or len({parts[n] for parts in split}) > 1]
    if len(varying) not in (1, 2) or (len(varying) == 1 and len(split) == 1 and len(places) > 1):
        return None
    numbers = {
        label: tuple(int(parts[n]) for n in varying)
        for label, parts in zip(labels, split, strict=True)
    }
    if len(set(numbers.values())) < len(labels) or max(map(max, numbers.values())) > HIGHEST:
        return None
    text = "".join("#" if n in varying else part for n, part in enumerate(split[0]))
    return Numbered(text=text, numbers=numbers, places=tuple(varying))


def _by_letters(labels: list[str]) -> Numbered | None:
    """Labels such as "Person A" and "Person B"; a letter alone is too little to go by."""
    found = [LETTER.findall(label) for label in labels]
    texts = {plain(LETTER.sub("#", label)) for label in labels}
    worded = any(sign.isalpha() for text in texts for sign in text)
    if len(labels) < 2 or len(texts) != 1 or not worded or len(found[0]) not in (1, 2):
        return None
    numbers = {
        label: tuple(ord(letter) - ord("A") + 1 for letter in letters)
        for label, letters in zip(labels, found, strict=True)
    }
    return Numbered(text=texts.pop(), numbers=numbers)


def alike(texts: Iterable[str]) -> dict[str, Numbered]:
    """Of many texts those that differ from others in one number, or name most pairs in two."""
    shapes: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        shapes["#".join(_parts(text)[::2])].append(text)
    found: dict[str, Numbered] = {}
    for shape, held in shapes.items():
        worded = sum(sign.isalpha() for sign in shape) > 1
        one = _by_numbers(held, [_parts(text) for text in held])
        if worded and len(held) > 1 and one and (not one.is_pairs or _are_pairs(one)):
            found |= dict.fromkeys(held, one)
    return found


def _are_pairs(held: Numbered) -> bool:
    asked = {(min(pair), max(pair)) for pair in held.numbers.values()}
    numbers = {number for pair in asked for number in pair}
    possible = len(numbers) * (len(numbers) - 1) / 2
    return all(low != high for low, high in asked) and len(asked) >= ENOUGH_PAIRS * possible


def split_stem(texts: Iterable[str], mark: str = " - ") -> tuple[str, list[str]]:
    """The beginning that all texts share up to a `mark`, and what follows it in each."""
    held = [tidy(text) for text in texts]
    pieces = [text.split(mark) for text in held]
    shared = 0
    shortest = min(len(piece) for piece in pieces)
    while shared < shortest - 1 and len({piece[shared] for piece in pieces}) == 1:
        shared += 1
    return mark.join(pieces[0][:shared]), [mark.join(piece[shared:]) for piece in pieces]
