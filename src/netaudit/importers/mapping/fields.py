"""What a question of a survey can be: every place in the canonical tables an answer can go to."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from netaudit.schema import (
    ACTIONS,
    ACTIVITIES,
    AUDITS,
    CONTACTS,
    CUSTOM_ATTRIBUTE_PREFIX,
    MENTORING,
    PARTICIPANTS,
    REFLECTIONS,
    TIES,
    Column,
    Table,
)
from netaudit.vocabulary import VOCABULARIES

About = Literal["person", "contact", "pair", "relationship", "reflection", "action"]
"""Whom or what the answers are about; the last three are numbered in a response, as contacts."""

SUMMARY = "mentors"
"""Questions about all of a participant's mentors in one, of which relationships are made."""

FIRST_NAME, LAST_NAME = "first_name", "last_name"
"""Questions for parts of a participant's name."""

OF_CONTACT = {
    "gender": "the contact's gender; kept is only whether it is the participant's own",
    "ethnic_group": "the contact's ethnicity; kept is only whether it is the participant's own",
    "age": "the contact's age, in years or as a band; kept is only how it compares",
    "known_since": "the year since when they know each other; kept are the years until the audit",
}
"""Questions about a contact whose answers are not kept as they are (`derived`)."""

REFLECTION_ITEMS = ("strength", "weakness", "question", "preparation")


@dataclass(frozen=True, kw_only=True)
class Field:
    """A place for answers: `contacts.seniority`. `column` says what it may hold.

    Where it `is_derived`, its answers are turned into those of another one.
    """

    table: str
    column: Column
    about: About
    is_derived: bool = False

    @property
    def id(self) -> str:
        """What a mapping calls it."""
        return f"{self.table}.{self.column.name}"

    @property
    def meaning(self) -> str:
        """What it means, in words."""
        return self.column.meaning


@cache
def fields() -> dict[str, Field]:
    """Every field by its id, but for the contacts' further attributes."""
    text = REFLECTIONS.columns[4]
    items = [
        Field(table="reflections", about="reflection", column=replace(text, name=item))
        for item in REFLECTION_ITEMS
    ]
    found = (
        *_of(PARTICIPANTS, "person"),
        *_names(),
        *_of(AUDITS, "person", "participant_id"),
        *_of(CONTACTS, "contact", "participant_id", "wave"),
        *(
            Field(
                table=CONTACTS.name,
                column=Column(name=name, kind="text", meaning=meaning),
                about="contact",
                is_derived=True,
            )
            for name, meaning in OF_CONTACT.items()
        ),
        *_of(TIES, "pair", "participant_id", "wave"),
        *_of(MENTORING, "relationship", "participant_id", "wave"),
        *items,
        *_activities(),
        *_of(ACTIONS, "action", "participant_id", "wave"),
        *(Field(table=SUMMARY, about="person", column=column) for column in _SUMMARY),
    )
    return {one.id: one for one in found}


def field(name: str) -> Field | None:
    """The field of that id; a further attribute for `contacts.x_…`; None where there is none."""
    found = fields().get(name)
    table, _, column = name.partition(".")
    if found is None and table == "contacts" and column.startswith(CUSTOM_ATTRIBUTE_PREFIX):
        attribute = Column(name=column, kind="text", meaning="one more attribute of the contact")
        return Field(table=table, column=attribute, about="contact")
    return found


def _of(table: Table, about: About, *without: str) -> list[Field]:
    return [
        Field(table=table.name, column=column, about=about)
        for column in table.columns
        if column.name not in without
    ]


def _names() -> list[Field]:
    """First and last name, where a survey asks for them apart; together they are the name."""
    name = next(column for column in PARTICIPANTS.columns if column.name == "name")
    parts = {FIRST_NAME: "the participant's first name", LAST_NAME: "the participant's last name"}
    return [
        Field(
            table=PARTICIPANTS.name,
            about="person",
            column=replace(name, name=part, meaning=f"{meaning}, where names stand in two columns"),
        )
        for part, meaning in parts.items()
    ]


def _activities() -> list[Field]:
    """A field for each activity, whose answer is how far it has come."""
    status = next(column for column in ACTIVITIES.columns if column.name == "status")
    return [
        Field(
            table=ACTIVITIES.name,
            about="person",
            column=replace(status, name=code, meaning=f"how far this has come: {words}"),
        )
        for code, words in VOCABULARIES["activity"].items()
    ]


def _summary(name: str, meaning: str, vocabulary: str, *, several: bool = False) -> Column:
    kind: Literal["code", "codes"] = "codes" if several else "code"
    return Column(name=name, kind=kind, meaning=meaning, vocabulary=vocabulary)


_SUMMARY = (
    _summary("any", "whether the participant has a mentor now", "yes_no"),
    Column(name="number", kind="integer", meaning="how many mentors the participant has", lowest=0),
    _summary("types", "the types of mentoring among them", "mentoring_type", several=True),
    _summary("formality", "formal or informal, all of them", "formality"),
    _summary("mode", "how they meet, all of them", "mode"),
    _summary("knowing", "what they help with: why, how, whom", "knowing", several=True),
)
