"""The records of a REDCap export as responses: one for each record and event."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netaudit.importers.mapping.tell_fields import word_score
from netaudit.importers.plain import bare_words
from netaudit.importers.several import Table
from netaudit.importers.survey import Question, Response, State
from netaudit.importers.tools.redcap_columns import (
    EVENT,
    IDENTIFIER,
    INSTANCE,
    INSTRUMENT,
    Form,
    is_unticked,
    own_column,
)
from netaudit.importers.wide import Row, at, cells_at

NOT_COMPLETED = "[not completed]"
COMPLETE = ("2", "complete")
NUMBERED = re.compile(r"^\d+(?:-\d+)?$")
"""A record's number as REDCap gives it, with that of its data access group before."""


@dataclass(kw_only=True)
class Entry:
    """The rows of one response: what is asked once, and the numbered instances of other forms.

    `instance` is filled where whole events repeat. `base` is None where only instances are there.
    """

    record: str
    event: str
    instance: str
    first: Row
    base: Row | None = None
    instances: dict[str, list[tuple[int, Row]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What rows of other tables call it."""
        return " / ".join(part for part in (self.record, self.event, self.instance) if part)

    @property
    def wave(self) -> str:
        """REDCap's name for the time of asking; blank where the project has no events."""
        return f"{self.event} {self.instance}".strip()


def entries_of(table: Table) -> list[Entry]:
    """The rows by what they belong to, in the order of the file."""
    held: dict[tuple[str, str, str], Entry] = {}
    event, form, instance = (own_column(table, names) for names in (EVENT, INSTRUMENT, INSTANCE))
    for row in table.body:
        record, name, number = at(row[1], 1), table.said(row, form), table.said(row, instance)
        if not record:
            table.leave(row, "names no record", "Export again, and leave the file as it is.")
            continue
        if name and not number.isdigit():
            table.leave(
                row,
                "is an instance of a repeating form and has no number",
                "Export again with the columns that begin with redcap_repeat.",
            )
            continue
        key = (record, table.said(row, event), "" if name else number)
        entry = held.setdefault(key, Entry(record=key[0], event=key[1], instance=key[2], first=row))
        if name:
            entry.instances.setdefault(name, []).append((int(number), row))
        else:
            entry.base = row
    return list(held.values())


@dataclass(frozen=True, kw_only=True)
class Records:
    """The responses of a table; `forms` and `questions` are those that are asked once."""

    table: Table
    entries: Sequence[Entry]
    forms: Sequence[Form]
    questions: Sequence[Question]

    def responses(self) -> Iterator[Response]:
        """A response for each record and event, whose person is told by whatever event tells."""
        emails, codes = self._emails(), self._codes()
        for entry in self.entries:
            row = entry.base or entry.first
            state, reason = self._state(entry.base)
            email = emails.get(entry.record, "")
            code = codes.get(entry.record) or entry.record
            yield Response(
                file=self.table.file,
                row=row[0],
                key=entry.name,
                cells=self._cells(entry.base),
                participant="" if email and NUMBERED.match(code) else code,
                email=email,
                completed=self._completed(entry.base),
                state=state,
                reason=reason,
                wave=entry.wave,
            )

    def notes(self) -> Iterator[str]:
        """What people are to know about how persons were told."""
        if any(NUMBERED.match(response.participant) for response in self.responses()):
            yield "Some people are told apart by REDCap's record numbers alone."

    def _emails(self) -> dict[str, str]:
        """The address of each record, which may be asked for at one event only."""
        columns = [own_column(self.table, IDENTIFIER)]
        columns += [self._column(question) for question in self.questions]
        for name in filter(None, columns):
            given = [cell for cell in self.table.column(name) if cell]
            if given and all("@" in cell for cell in given):
                return self._by_record(name)
        return {}

    def _codes(self) -> dict[str, str]:
        """The programme's own code of each record, where a question or REDCap's list has it."""
        identifier = own_column(self.table, IDENTIFIER)
        for question in self.questions:
            texts = [bare_words(text) for text in (question.name, question.wording)]
            found = self._by_record(self._column(question))
            if word_score(texts, "person", "participants.participant_id") and _are_codes(found):
                return found
        found = self._by_record(identifier) if identifier else {}
        return found if _are_codes(found) else {}

    def _column(self, question: Question) -> str:
        return self.table.header[question.position - 1]

    def _by_record(self, column: str) -> dict[str, str]:
        """The latest answer of each record to a question."""
        rows = ((entry.record, entry.base) for entry in self.entries if entry.base)
        return {record: cell for record, row in rows if (cell := self.table.said(row, column))}

    def _cells(self, row: Row | None) -> dict[int, str]:
        """The answers of a row; options not chosen in a form that nobody filled in are none."""
        if row is None:
            return {}
        found: dict[int, str] = {}
        for form in self.forms:
            cells = cells_at(row[1], form.positions)
            names = {place: self.table.header[place - 1] for place in cells}
            is_filled = at(row[1], form.complete).lower() in COMPLETE or any(
                not is_unticked(names[place], cell) for place, cell in cells.items()
            )
            found |= cells if is_filled else {}
        return found

    def _state(self, row: Row | None) -> tuple[State, str]:
        """Partial where a survey was begun and none was handed in."""
        if row is None:
            return "complete", ""
        times = [at(row[1], form.timestamp) for form in self.forms]
        done = any(at(row[1], form.complete).lower() in COMPLETE for form in self.forms)
        if NOT_COMPLETED in times and not done:
            return "partial", "The survey was begun and not handed in."
        return "complete", ""

    def _completed(self, row: Row | None) -> str:
        """When the last of its surveys was handed in."""
        if row is None:
            return ""
        times = (at(row[1], form.timestamp) for form in self.forms)
        return max((time for time in times if time != NOT_COMPLETED), default="")


def _are_codes(found: Mapping[str, str]) -> bool:
    """Whether these are one word each, and each of another record."""
    return (
        bool(found)
        and len(set(found.values())) == len(found)
        and not any("@" in code or " " in code for code in found.values())
    )
