"""Tick-boxes of tables that say nothing about themselves: one column for each option."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.answers import TICKED
from netaudit.importers.families import NUMBER
from netaudit.importers.mapping.known_words import answer_codes, exact_names
from netaudit.importers.plain import bare_words, plain
from netaudit.importers.survey import Question

VOCABULARIES = ("purpose", "reason", "mentoring_type", "knowing")
"""Those of which several codes can be chosen."""

ABOUT = ("person", "contact", "pair", "relationship", "reflection")

LAST = re.compile(
    r"^(?P<asked>.*\S)\s*[_./:\-\[(–]\s*(?P<option>[^_./:\[\]()–]+?)[\])]?\s*$", re.DOTALL
)
NOT_TICKED = ("0", "no", "false", "n", "unchecked", "nein", "non")


def with_ticks(
    questions: Sequence[Question], answers: Mapping[int, Iterable[str]]
) -> tuple[Question, ...]:
    """The questions, with the option where a column's name ends in one and only ticks stand in it.

    `answers` are the different answers by position. An option alone is none: another column must
    begin as it does.
    """
    found = {q.position: way for q in questions if (way := _option(q, answers.get(q.position, ())))}
    pairs = {(NUMBER.sub("", asked), option) for asked, option in found.values()}
    counts = Counter(asked for asked, _ in pairs)
    ticks = {
        position: option
        for position, (asked, option) in found.items()
        if counts[NUMBER.sub("", asked)] > 1
    }
    return tuple(replace(q, choice=ticks.get(q.position, q.choice)) for q in questions)


def _option(question: Question, answers: Iterable[str]) -> tuple[str, str] | None:
    """What comes before the option, and the option; None where the column holds something else."""
    parts = LAST.match(question.reference)
    if not parts or question.choice or _is_own_name(question.reference):
        return None
    words = bare_words(parts["option"])
    known = any(words in answer_codes(vocabulary, "") for vocabulary in VOCABULARIES)
    ticks = (*TICKED, *NOT_TICKED, plain(parts["option"]))
    if not known or any(plain(answer) not in ticks for answer in answers if answer.strip()):
        return None
    return parts["asked"], parts["option"]


def _is_own_name(text: str) -> bool:
    """Whether netaudit's own templates call a column so, which is then what it says."""
    bare = " ".join(word for word in bare_words(text).split() if not word.isdigit())
    return any(bare in names for about in ABOUT for names in exact_names(about).values())
