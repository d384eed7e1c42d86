"""Questions for columns of a grid about contacts that the export gives no words, only a letter."""

import re
from collections.abc import Iterator

from netaudit.importers.answers import NUMBER
from netaudit.importers.mapping.asking import Asking, line, place
from netaudit.importers.mapping.proposal import QUESTION, Choice, OpenQuestion, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT
from netaudit.importers.plain import tidy

CODE = re.compile(r"^(?:[a-z]{1,2}|[A-Z]{1,3}\d{1,4})$")
ANSWER_CODE = re.compile(r"^-?[A-Za-z]{1,3}\d+$")
"""Answers that are codes themselves tell nobody what they are about."""

NUMBERS = {
    "contacts.years_known": "for how many years they have known the contact",
    "contacts.closeness": "how close they are to the contact",
}
WORDS = {
    "contacts.label": "the contacts' names",
    "contacts.organisation": "the organisations where contacts work",
    "contacts.function": "what contacts do, their function",
    "contacts.sector": "the sectors where contacts work",
    "contacts.affiliation": "whether contacts work in the same organisation",
    "contacts.seniority": "whether contacts are more senior",
    "contacts.distance": "how far away contacts are",
    "contacts.frequency": "how often they are in touch",
}
"""What people may be asked about a contact, in numbers or in words."""

SHOWN = 3


def column_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """What such a column holds, where people wrote something in it."""
    taken = {one.field for one in asking.understood}
    for one in asking.understood:
        first = asking.answered[one.place].family.members[0]
        if one.level != "slot" or one.confidence != "missing" or not CODE.match(first.column):
            continue
        if not one.samples or any(ANSWER_CODE.match(answer) for answer in one.samples):
            continue
        is_number = all(NUMBER.match(answer) for answer in one.samples)
        if is_number and " " not in first.group:
            # Without the wordings these may be codes, of which the file holds nothing.
            continue
        names = NUMBERS if is_number else {**WORDS, **NUMBERS}
        left = {words: name for name, words in names.items() if name not in taken}
        yield _question(one, tidy(first.group), first.column, left)


def _question(one: Understood, group: str, column: str, left: dict[str, str]) -> OpenQuestion:
    shown = ", ".join(f"“{tidy(answer)}”" for answer in one.samples[:SHOWN])
    ways = {**left, "something else: leave it out": LEAVE_OUT}
    return OpenQuestion(
        id=f"column {one.text}",
        ask=f"What does column {column} of “{group}” hold?",
        why=f"The file says nothing about it but its answers, such as {shown}.",
        section=QUESTION,
        choices=tuple(
            Choice(label=words, line=f"{place(one)}\n{line(field=name)}")
            for words, name in ways.items()
        ),
        text=one.text,
        table=one.table,
        column=one.text,
    )
