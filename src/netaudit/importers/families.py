"""Questions that are asked again and again: for each contact, each pair, each option.

A family is one question with the places where its repetitions differ marked: "Name of person {n}",
"tie_{a}_{b}". A question that is asked once is a family of its own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT, Option, Question, Survey

Level = Literal["person", "slot", "pair"]

NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth")  # fmt: skip
PUT_IN = re.compile(r"\$\{\w+\}")

MOST_CONTACTS = 50
"""As many contacts as a programme can ask for at most."""

ENOUGH_PAIRS = 0.6
"""How many of the pairs that could be asked must be, for two numbers to name a pair."""

PAIR_WORDS = re.compile(
    r"\b(and|und|et|y|e|en|to|with|mit|avec|con|knows?|tie|pair|alter|edge|paare?|paires?"
    r"|parejas?|pares?)\b|[-–&+/]",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Family:
    """One question with its repetitions; `text` is what a mapping calls it, `table` its table.

    `level` says what its answers are about: the person who answers, a numbered contact (or
    strength, or relationship), or a pair of contacts. Rows of a sub-table are `person` here: their
    numbers are the rows' own. `members` are in the order of the file.
    """

    text: str
    table: str
    members: tuple[Question, ...]

    @property
    def level(self) -> Level:
        """Person, slot or pair."""
        first = self.members[0]
        return "pair" if first.pair else "person" if first.slot is None else "slot"

    @property
    def place(self) -> tuple[str, str]:
        """Its table and its text, by which a mapping finds it."""
        return self.table, self.text

    @property
    def words(self) -> str:
        """What its first repetition asks, for people and for telling what it means."""
        return self.members[0].words

    @property
    def is_ticked(self) -> bool:
        """Whether each option has a column of its own."""
        return bool(self.members[0].choice)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options that are known, each once."""
        return tuple(dict.fromkeys(one for member in self.members for one in member.options))


def families_of(survey: Survey) -> tuple[Family, ...]:
    """Every question of every table, in families, in the order of their first members."""
    return tuple(
        family
        for table, questions in survey.each_table()
        for family in _grouped(table, placed(questions))
    )


def _grouped(table: str, questions: Iterable[Question]) -> list[Family]:
    held: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        held[question.family].append(question)
    return [
        Family(text=text, table=table, members=tuple(members)) for text, members in held.items()
    ]


def placed(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The same questions, each with its family, and with slot or pair where its text says so."""
    known = {q.position: q for q in questions if q.family}
    open_ones = [q for q in questions if not q.family]
    for step in (_pairs, _slots, _repeated, _single):
        found = step([q for q in open_ones if q.position not in known])
        known |= {q.position: q for q in found}
    return tuple(known[q.position] for q in questions)


def _pairs(questions: Sequence[Question]) -> list[Question]:
    """Questions whose text ends in the numbers of two contacts, or names them in its grid row."""
    told = [replace(q, family=_pair_text(q)) for q in questions if q.pair is not None]
    held: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.pair is not None or question.slot is not None:
            continue
        for text in dict.fromkeys((question.reference, question.words)):
            if found := _two_numbers(text):
                family, pair = found
                held[family].append(replace(question, family=family, pair=pair))
                break
    return told + [q for members in held.values() if _are_pairs(members) for q in members]


def _pair_text(question: Question) -> str:
    text = question.group or question.wording or question.name
    return f"{text} [{FIRST}, {SECOND}]"


def _two_numbers(text: str) -> tuple[str, tuple[int, int]] | None:
    # Where a form puts a name in, the number of its field comes on top of that of the contact.
    shorter = with_numbers(PUT_IN.sub("", text))
    text = shorter if len(NUMBER.findall(shorter)) > 1 else with_numbers(text)
    found = list(NUMBER.finditer(text))
    if len(found) < 2:
        return None
    first, second = found[-2:]
    pair = (int(first.group()), int(second.group()))
    family = f"{text[: first.start()]}{FIRST}{text[first.end() : second.start()]}{SECOND}"
    return family + text[second.end() :], pair


def _are_pairs(members: Sequence[Question]) -> bool:
    """Every pair once, none of a contact with itself, and most of those that could be asked."""
    pairs = [m.pair for m in members if m.pair]
    numbers = sorted({number for pair in pairs for number in pair})
    possible = set(combinations(numbers, 2))
    asked = {(min(pair), max(pair)) for pair in pairs}
    if any(low == high for low, high in asked) or len(asked) != len(pairs) or not numbers:
        return False
    if numbers[-1] > MOST_CONTACTS:
        # The ends of a scale, "0 to 100", are no contacts.
        return False
    speaks = PAIR_WORDS.search(_between(members[0].family)) or _speaks_of_two(members[0].wording)
    if len(numbers) < 4 and not speaks:
        return False
    return len(asked) >= ENOUGH_PAIRS * len(possible)


def _speaks_of_two(wording: str) -> bool:
    """Whether a wording names two numbers with a word between them that pairs them."""
    numbers = list(NUMBER.finditer(with_numbers(wording)))
    if len(numbers) < 2:
        return False
    first, second = numbers[-2:]
    return bool(PAIR_WORDS.search(with_numbers(wording)[first.end() : second.start()]))


def _between(family: str) -> str:
    """What stands before and between the two numbers, without underscores that hide words."""
    return family.partition(SECOND)[0].replace("_", " ").replace(".", " ")


def with_numbers(text: str) -> str:
    """The same with "first", "second" … as numbers: "Your 2 contact"."""
    return re.sub(
        r"\b(" + "|".join(ORDINALS) + r")\b",
        lambda found: str(ORDINALS.index(found.group().lower()) + 1),
        text,
        flags=re.IGNORECASE,
    )


def _slots(questions: Sequence[Question]) -> list[Question]:
    """Questions that differ in one number, each number once for an option."""
    found = [_told(q) for q in questions if q.slot is not None]
    rest = [q for q in questions if q.slot is None]
    counts = Counter(family for q in rest for family, _ in _numbered(q))
    for question in rest:
        ways = [way for way in _numbered(question) if counts[way[0]] > 1 and _is_worded(way[0])]
        if ways:
            family, slot = max(ways, key=lambda way: counts[way[0]])
            found.append(replace(question, family=family, slot=slot))
    return found


def _told(question: Question) -> Question:
    text = question.group or question.wording or question.name
    choice = f" [{CHOICE}]" if question.choice else ""
    return replace(question, family=f"{text} [{SLOT}]{choice}")


def _numbered(question: Question) -> list[tuple[str, int]]:
    """The ways of reading one number of its text as a place, with CHOICE for its option."""
    text = with_numbers(_without_choice(question))
    return [
        (f"{text[: n.start()]}{SLOT}{text[n.end() :]}", int(n.group()))
        for n in NUMBER.finditer(text)
    ]


def _without_choice(question: Question) -> str:
    text = question.reference
    if question.choice and question.choice in text:
        head, _, tail = text.rpartition(question.choice)
        return f"{head}{CHOICE}{tail}"
    return text


def _is_worded(family: str) -> bool:
    """Whether anything but a letter is left beside the number: "Q{n}" numbers the questions."""
    left = family.replace(SLOT, "").replace(CHOICE, "")
    return sum(sign.isalpha() for sign in left) > 1


def _repeated(questions: Sequence[Question]) -> list[Question]:
    """Questions that stand there several times in the same words; their order is their number."""
    counts = Counter(_plain(q) for q in questions if not q.choice)
    seen: Counter[str] = Counter()
    found = []
    for question in questions:
        text = _plain(question)
        if counts[text] > 1 and text and not question.choice:
            seen[text] += 1
            family = f"{question.reference} ({SLOT})"
            found.append(replace(question, family=family, slot=seen[text]))
    return found


def _plain(question: Question) -> str:
    return " ".join(question.reference.lower().split())


def _single(questions: Sequence[Question]) -> list[Question]:
    """Whatever is left: asked once, or once for each of its options."""
    counts: Counter[str] = Counter()
    found = []
    for question in questions:
        family = _family_of_one(question)
        counts[family] += not question.choice
        again = f" (column {question.position})" if counts[family] > 1 or not family else ""
        found.append(replace(question, family=family + again))
    return found


def _family_of_one(question: Question) -> str:
    if not question.choice:
        return question.reference
    if question.group:
        return f"{question.group} [{CHOICE}]"
    return _without_choice(question)
