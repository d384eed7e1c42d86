"""Invented people who have filled in the questionnaire, and the rows that must come of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from netaudit.definitions.questionnaire import Choice, Section, questionnaire

NAMES = ("AB", "former boss", "Zoë", "C-D", "O'N", "EF")
YEAR = "2024"
Answer = str | tuple[Choice, ...]
Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]
"""Values that are known by column, by what tells a row of a table apart."""


@dataclass(kw_only=True)
class Filled:
    """One person's answers by short name and the numbers they are about; blank ones are missing."""

    code: str
    contacts: int
    mentoring: int
    answers: dict[tuple[str, tuple[int, ...]], Answer] = field(default_factory=dict)

    def at(self, name: str, *places: int) -> Answer:
        """The answer, blank where there is none."""
        return self.answers.get((name, places), "")

    def words(self, name: str, *places: int, joined: str = ", ") -> str:
        """The same as people read it."""
        said = self.at(name, *places)
        return said if isinstance(said, str) else joined.join(one.label for one in said)

    def codes(self, name: str, *places: int, joined: str = " ") -> str:
        """The same in the codes of the tool."""
        said = self.at(name, *places)
        return said if isinstance(said, str) else joined.join(one.code for one in said)

    def chosen(self, name: str, *places: int) -> list[str]:
        """The labels of the answers chosen."""
        said = self.at(name, *places)
        return [] if isinstance(said, str) else [one.label for one in said]


def people() -> list[Filled]:
    """Two who name contacts, one who says that there is nobody."""
    ada, bo = (
        Filled(code="P-01", contacts=6, mentoring=2),
        Filled(code="P-02", contacts=3, mentoring=1),
    )
    for turn, person in enumerate((ada, bo)):
        for section in questionnaire().sections:
            _fill(person, section, turn)
    nobody = Filled(code="P-03", contacts=0, mentoring=0)
    nobody.answers = {("participant_id", ()): "P-03", ("contact_label", (1,)): "Nobody"}
    return [ada, bo, nobody]


def _fill(person: Filled, section: Section, turn: int) -> None:
    for order, asked in enumerate(section.questions):
        for places in _places(person, section):
            number = order + 3 * sum(places) + turn
            # Whoever is listed has a name; of the rest every ninth answer is missing.
            if asked.choices and number % 9 == 8:
                continue
            person.answers[asked.name, places] = (
                _chosen(asked.choices, asked.kind == "multiple", number)
                if asked.choices
                else _text(person, asked.name, places)
            )


def _places(person: Filled, section: Section) -> Iterator[tuple[int, ...]]:
    used = {"contacts": person.contacts, "ties": person.contacts, "mentoring": person.mentoring}
    if section.of == "pair":
        yield from combinations(range(1, person.contacts + 1), 2)
    elif section.of:
        yield from ((n,) for n in range(1, used.get(section.id, 2) + 1))
    else:
        yield ()


def _chosen(choices: tuple[Choice, ...], several: bool, number: int) -> tuple[Choice, ...]:
    first = number % len(choices)
    if several and first + 1 < len(choices) - 1 and number % 2:
        return choices[first], choices[first + 1]
    return (choices[first],)


def _text(person: Filled, name: str, places: tuple[int, ...]) -> str:
    texts = {"participant_id": person.code, "mentoring_start_date": YEAR}
    if name == "contact_label":
        return NAMES[places[0] - 1]
    return texts.get(name) or f"Ask, listen; then {name} {places}"


def expected(filled: list[Filled]) -> Rows:
    """The canonical rows of these answers, worked out from the definition alone."""
    rows: Rows = defaultdict(dict)
    for person in filled:
        for _, asked in questionnaire():
            table, _, column = asked.field.partition(".")
            for (name, places), said in person.answers.items():
                if name == asked.name:
                    value = (
                        said if isinstance(said, str) else "|".join(sorted(c.value for c in said))
                    )
                    _put(rows, person, table, column, places, value)
    rows["contacts"].pop(("P-03", "Nobody"))
    return rows


def _put(
    rows: Rows, person: Filled, table: str, column: str, places: tuple[int, ...], value: str
) -> None:
    key: tuple[Any, ...] = (person.code, *places)
    if table == "contacts":
        key = (person.code, person.words("contact_label", *places))
    elif table == "ties":
        names = (person.words("contact_label", place) for place in places)
        key = (person.code, *sorted(names))
    elif table == "activities":
        key, column = (person.code, column), "status"
    elif table == "reflections":
        key, column = (person.code, column, *places), "text"
    rows[table].setdefault(key, {})[column] = value


def came_back(tables: dict[str, list[dict[str, Any]]], wanted: Rows) -> Rows:
    """What was read, under the same keys and for the same columns."""
    labels = {
        (row["participant_id"], row["contact_id"]): row["label"] for row in tables["contacts"]
    }
    found: Rows = defaultdict(dict)
    for table in wanted:
        columns = {name for row in wanted[table].values() for name in row}
        for row in tables[table]:
            held = {name: said(row[name]) for name in columns if row.get(name) not in (None, "")}
            if held:
                found[table][key_of(table, row, labels)] = held
    return found


def said(value: Any) -> str:
    """A value as the questionnaire has it; several codes have no order."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return "|".join(sorted(text.split("|")))


def key_of(table: str, row: dict[str, Any], labels: dict[tuple[str, str], str]) -> tuple[Any, ...]:
    """What tells a row apart in both."""
    code = row["participant_id"]
    if table == "contacts":
        return code, row["label"]
    if table == "ties":
        return code, *sorted(labels[code, row[end]] for end in ("contact_a", "contact_b"))
    if table == "reflections":
        return code, row["item"], int(row["number"])
    if table == "activities":
        return code, row["activity"]
    if table in ("mentoring", "actions"):
        name = row["mentoring_id" if table == "mentoring" else "action_id"]
        return code, int(name.rpartition("-")[2])
    return (code,)
