"""Plain tables of people, of contacts and of pairs: what each holds, told by its columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from netaudit.errors import NetauditError
from netaudit.importers.mapping.tell_fields import WHOLE, WITHIN, word_score
from netaudit.importers.plain import bare_words, tidy
from netaudit.importers.survey import Response, Sheet
from netaudit.importers.tools.generic_wide import questions_of
from netaudit.importers.wide import at

Holds = Literal["people", "contacts", "ties"]
IDENTITY = ("participants.participant_id", "participants.email", "audits.wave",
            "participants.cohort", "audits.completed_on")  # fmt: skip
"""Columns about the person that tables of contacts repeat on every row."""

NUMBER = ("contact no", "contact number", "contact nr", "alter no", "alter number", "alter nr",
          "person no", "person number", "no", "nr", "number", "slot", "rank", "kontakt nr",
          "nummer", "numero", "numero de contact", "numero de contacto", "position")  # fmt: skip
KEY = ("contact id", "alter id", "person id", "contactid", "alterid")
LOOKED_AT = 2
"""A table of contacts speaks of at least so many things about them."""


@dataclass(frozen=True, kw_only=True)
class LongTable:
    """A table with what it holds and where its columns about the person stand."""

    sheet: Sheet
    holds: Holds
    places: Mapping[str, int]

    def whose(self, cells: Sequence[str]) -> tuple[str, str]:
        """The person, by code or else by address, and the wave a row is of."""
        code = at(cells, self.places.get(IDENTITY[0], 0)) or at(
            cells, self.places.get(IDENTITY[1], 0)
        )
        return tidy(code).casefold(), tidy(at(cells, self.places.get(IDENTITY[2], 0)))

    def response(self, row: int, cells: Sequence[str], key: str) -> Response:
        """The response that a row is the first of, with nothing answered yet."""
        code, email = (at(cells, self.places.get(name, 0)) for name in IDENTITY[:2])
        file = self.sheet.file
        return Response(file=file, row=row, key=key, cells={}, participant=code, email=email)

    def column(self, names: Iterable[str]) -> int:
        """The position of the first column with one of the names; 0 where there is none."""
        words = [bare_words(name) for name in self.sheet.header]
        return next((words.index(name) + 1 for name in names if name in words), 0)


def check_people(tables: Sequence[LongTable]) -> None:
    """NetauditError where a table says several things of one person and not about whom."""
    for table in tables:
        rows = Counter(table.whose(cells) for _, cells in table.sheet.body)
        if table.holds == "people" and any(number > 1 for number in rows.values()):
            raise NetauditError(
                "The table has several rows for one person, and nothing says what each is about.",
                "Call the columns of the two contacts of a pair contact_a and contact_b, or leave"
                " the table out.",
                file=table.sheet.file,
            )


def holds_of(sheet: Sheet) -> Holds | None:
    """What a table holds by its columns; None where it does not say whose the rows are."""
    places = places_of(sheet)
    if IDENTITY[0] not in places and IDENTITY[1] not in places:
        return None
    about_person = set(places.values())
    texts = [
        bare_words(one.wording)
        for one in questions_of(sheet.header)
        if one.position not in about_person
    ]
    ends = [any(word_score([t], "pair", f"ties.{end}") >= WHOLE for t in texts)
            for end in ("contact_a", "contact_b")]  # fmt: skip
    if all(ends):
        return "ties"
    numbered = any(text in (*NUMBER, *KEY) for text in texts)
    told = sum(_tells_contact(text) for text in texts)
    named = any(word_score([text], "contact", "contacts.label") >= WITHIN for text in texts)
    if told >= LOOKED_AT and (named or numbered):
        return "contacts"
    return "people"


def _tells_contact(text: str) -> bool:
    names = ("label", "affiliation", "seniority", "closeness", "purposes", "years_known",
             "frequency", "organisation", "distance", "first_known")  # fmt: skip
    return any(word_score([text], "contact", f"contacts.{name}") >= WITHIN for name in names)


def long_table(sheet: Sheet) -> LongTable:
    """The table with what it holds; NetauditError where no column says whose its rows are."""
    holds = holds_of(sheet)
    if holds is None:
        raise NetauditError(
            "No column says whose the rows are.",
            "Each table needs the participants' codes or e-mail addresses, or leave it out.",
            file=sheet.file,
        )
    return LongTable(sheet=sheet, holds=holds, places=places_of(sheet))


def places_of(sheet: Sheet) -> dict[str, int]:
    """The columns about the person, each with its position."""
    found: dict[str, int] = {}
    for position, name in enumerate(sheet.header, start=1):
        text = bare_words(name)
        for field in IDENTITY:
            if field not in found and word_score([text], "person", field) >= WHOLE:
                found[field] = position
                break
    return found
