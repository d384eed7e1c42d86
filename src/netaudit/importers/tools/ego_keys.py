"""The columns that join tables of egos, alters and ties: by their names, or by what they hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.errors import NetauditError
from netaudit.importers.several import Table

EGO = ("egoid", "puid", "ego")
ALTER = ("alternumber", "alterid", "altid", "nameid", "alter")
SOURCE = ("source", "srcid", "alter1number", "nameid", "from")
TARGET = ("target", "tgtid", "alter2number", "targetid", "to")
"""Names of the columns that join the tables, without dots, blanks and capitals."""


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """A table with the names of the columns that join it to others; blank where it has none."""

    table: Table
    ego: str = ""
    alter: str = ""
    source: str = ""
    target: str = ""

    @property
    def is_ties(self) -> bool:
        """Whether its rows join two alters of an ego."""
        return bool(self.ego and self.source and self.target)

    @property
    def is_alters(self) -> bool:
        """Whether its rows are alters of an ego."""
        return bool(self.ego and self.alter) and not self.is_ties

    @property
    def is_egos(self) -> bool:
        """Whether its rows are egos."""
        return bool(self.ego) and not self.is_ties and not self.is_alters


def plain_name(name: str) -> str:
    """The name of a column as it is compared: letters and figures, small."""
    return re.sub(r"[\W_]", "", name).lower()


def keyed(table: Table) -> Keyed:
    """The table with the keys that its columns' names tell."""
    names = {plain_name(name): name for name in reversed(list(table.places))}
    ego, alter, source, target = (
        next((names[one] for one in known if one in names), "")
        for known in (EGO, ALTER, SOURCE, TARGET)
    )
    if not (source and target):
        source = target = ""
    return Keyed(table=table, ego=ego, alter=alter, source=source, target=target)


def keyed_by_contents(tables: Sequence[Table]) -> list[Keyed]:
    """The tables with keys told by what stands in them, where no names tell.

    The ego's column is the one that tables share and one of them has without repetition; the
    alter's tells the rows of one ego apart; ties name two alters of their ego.
    """
    ego = _shared_key(tables)
    alters = [_alters(table, ego) for table in tables if _repeats(table, ego)]
    found = next((one for one in alters if one.alter), None)
    known = set(_pairs(found.table, ego, found.alter)) if found else set()
    held = [Keyed(table=table, ego=ego) for table in tables if not _repeats(table, ego)]
    for one in alters:
        held.append(one if one is found else _ties(one.table, ego, known))
    return held


def _shared_key(tables: Sequence[Table]) -> str:
    for name in tables[0].places if tables else ():
        holders = [table for table in tables if name in table.places]
        if len(holders) > 1 and {_repeats(table, name) for table in holders} == {True, False}:
            return name
    raise NetauditError(
        "No column joins the tables: none is in several of them and tells the rows of one apart.",
        "Give the column of the participants the name egoID in every table, that of the contacts"
        " alterID, and those of a tie Source and Target.",
    )


def _repeats(table: Table, name: str) -> bool:
    cells = table.column(name)
    return len(set(cells)) < len(cells)


def _pairs(table: Table, first: str, second: str) -> list[tuple[str, str]]:
    return list(zip(table.column(first), table.column(second), strict=True))


def _alters(table: Table, ego: str) -> Keyed:
    for name in table.places:
        pairs = _pairs(table, ego, name)
        if name != ego and len(set(pairs)) == len(pairs) and all(cell for _, cell in pairs):
            return Keyed(table=table, ego=ego, alter=name)
    return Keyed(table=table, ego=ego)


def _ties(table: Table, ego: str, known: set[tuple[str, str]]) -> Keyed:
    ends = [name for name in table.places if name != ego and set(_pairs(table, ego, name)) <= known]
    source, target = (*ends, "", "")[:2]
    return Keyed(table=table, ego=ego, source=source, target=target)
