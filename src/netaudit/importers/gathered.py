"""The answers of one response, put under the fields that a mapping gives its questions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netaudit.importers.answers import is_ticked, said_in, value
from netaudit.importers.families import Family
from netaudit.importers.mapping.fields import Field, field
from netaudit.importers.mapping.ordered_pairs import families_under
from netaudit.importers.mapping.recipe import LEAVE_OUT, LINES, MappedQuestion, Recipe
from netaudit.importers.survey import Cells, Question, Response, SubRow, Survey


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A family of questions with the field its answers go to."""

    family: Family
    mapped: MappedQuestion
    field: Field


@dataclass(frozen=True, kw_only=True)
class Item:
    """One numbered thing of a response: a contact, a pair, a relationship, with its values.

    `number` is its place in the list, `pair` the places of two contacts; `key` is the tool's own
    name for it. `row` is the row of the file it stands in.
    """

    file: str
    row: int
    values: dict[str, str]
    number: int = 0
    pair: tuple[int, int] | None = None
    key: str = ""


class Gathering:
    """A survey under a mapping: what each response says, by field."""

    def __init__(self, survey: Survey, recipe: Recipe) -> None:
        self.recipe = recipe
        mapped = {one.place: one for one in recipe.questions}
        found = (
            (family, mapped.get((family.table, family.text)))
            for family in families_under(survey, recipe.pairs)
        )
        self.bound = [
            Bound(family=family, mapped=one, field=target)
            for family, one in found
            if one and one.field != LEAVE_OUT and (target := field(one.field))
        ]
        self.rows: dict[tuple[str, str], list[SubRow]] = defaultdict(list)
        for table in survey.tables:
            for row in table.rows:
                self.rows[table.name, row.parent].append(row)
        self.only_ties = any(
            table.only_ties for table in survey.tables if self._has("ties", table.name)
        )

    def _has(self, table: str, of: str) -> bool:
        return any(b.field.table == table and b.family.table == of for b in self.bound)

    def asks(self, table: str) -> bool:
        """Whether any question goes to a canonical table."""
        return any(bound.field.table == table for bound in self.bound)

    def of_person(self, response: Response) -> dict[str, str]:
        """What the person says about themselves, by field id; unknown answers are not there."""
        found: dict[str, str] = {}
        for bound in self.bound:
            if bound.field.about == "person" and not bound.family.table:
                said = self._value(bound, bound.family.members, response.cells)
                if said and bound.field.id not in found:
                    found[bound.field.id] = said
        return found

    def items(self, response: Response, about: str) -> list[Item]:
        """The contacts, pairs, relationships or reflections of a response, in their order."""
        wide = self._wide(response, about)
        listed = self._listed(response) if about == "contact" else []
        return [*wide, *listed, *self._long(response, about)]

    def _wide(self, response: Response, about: str) -> list[Item]:
        held: dict[tuple[int, tuple[int, int] | None], dict[str, str]] = defaultdict(dict)
        for bound in self.bound:
            if bound.field.about != about or bound.family.table or bound.mapped.separator == LINES:
                continue
            for (number, pair), members in _places(bound.family).items():
                said = self._value(bound, members, response.cells)
                if said:
                    held[number, pair].setdefault(bound.field.column.name, said)
        return [
            Item(file=response.file, row=response.row, values=values, number=number, pair=pair)
            for (number, pair), values in sorted(held.items(), key=lambda one: one[0][0])
        ]

    def _listed(self, response: Response) -> Iterator[Item]:
        """Contacts whose names stand one a line in one cell."""
        for bound in self.bound:
            if bound.field.about == "contact" and bound.mapped.separator == LINES:
                for question in bound.family.members:
                    cell = response.cells.get(question.position, "")
                    names = said_in(question, cell, bound.mapped, several=False)
                    for number, name in enumerate(names, start=1):
                        yield Item(
                            file=response.file,
                            row=response.row,
                            values={bound.field.column.name: name},
                            number=number,
                        )

    def _long(self, response: Response, about: str) -> Iterator[Item]:
        tables: dict[str, list[Bound]] = defaultdict(list)
        for bound in self.bound:
            if bound.family.table and bound.field.about == about:
                tables[bound.family.table].append(bound)
        for table, bounds in tables.items():
            for row in self.rows[table, response.key]:
                values = {
                    b.field.column.name: said
                    for b in reversed(bounds)
                    if (said := self._value(b, b.family.members, row.cells))
                }
                yield Item(
                    file=row.file, row=row.row, values=values, number=row.number, key=row.key
                )

    def _value(self, bound: Bound, members: Sequence[Question], cells: Cells) -> str:
        said: list[str] = []
        for question in members:
            cell = cells.get(question.position, "")
            if question.choice:
                said += [question.choice] if is_ticked(question, cell) else []
                continue
            several = bound.field.column.kind == "codes"
            said += said_in(question, cell, bound.mapped, several=several)
            if said and not several:
                break
        return value(bound.mapped, bound.field.column, said, self.recipe.dates)


def _places(family: Family) -> dict[tuple[int, tuple[int, int] | None], list[Question]]:
    """The members for each place; questions asked once are about the first of their kind."""
    found: dict[tuple[int, tuple[int, int] | None], list[Question]] = defaultdict(list)
    for question in family.members:
        number = 0 if question.pair else 1 if question.slot is None else question.slot
        found[number, question.pair].append(question)
    return found
