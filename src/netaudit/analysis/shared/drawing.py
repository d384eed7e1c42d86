"""Networks as they are drawn: who stands where, and whose name is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import pandas as pd

from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.release.disclosure import ENOUGH_FOR_PLACES
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.network import Pair, Position, spread_out
from netaudit.store.database import Database

MOST_NAMES = 60
"""Of more marks only the most important have their name written beside them."""

NAMES_OF_MANY = 12
NO_PLACES = (
    f"Drawn from {ENOUGH_FOR_PLACES} participants on: among fewer, a participant can be told from"
    " the way the lines run, even without a name."
)
NO_ROOM = "Names that have no room are in the table."

Graph = tuple[tuple[str, ...], tuple[Pair, ...]]

_placed: WeakKeyDictionary[Database, dict[Graph, dict[str, Position]]] = WeakKeyDictionary()
"""By database and network: the same for all who look, and gone with the data."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Somebody in a drawing; more `weight` is a larger mark, more `rank` a name sooner written."""

    code: str
    group: str
    weight: int
    label: str
    description: str
    rank: int = 0


Line = tuple[str, str, bool]
"""The codes of two marks, and whether their tie is a strong one."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What charts.whole_network draws, with the sentences and the table that say the same.

    nodes: x, y, group, size (from 0 to 1), label (blank: none is written), description. ties: x, y,
    x2, y2, is_strong. `groups` are the groups in the order that fixes colours and shapes.
    """

    finding: Finding
    nodes: pd.DataFrame
    ties: pd.DataFrame
    groups: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What is said of a drawing, and the table that says the same."""

    id: str
    headline: str
    base: str
    table: pd.DataFrame
    withheld: str = ""


def why_none(
    database: Database, viewer: Viewer, people: int, *, name: str, about: str
) -> Drawing | None:
    """A drawing of nobody, which says why; None where so many people may be drawn."""
    minimum = minimum_group(database, viewer)
    if people < minimum:
        return none(too_few(name, about, minimum))
    if viewer.role != "coordinator" and people < ENOUGH_FOR_PLACES:
        return none(nothing_to_show(name, about, NO_PLACES))
    return None


def none(finding: Finding) -> Drawing:
    """A drawing of nobody."""
    return Drawing(finding=finding, nodes=pd.DataFrame(), ties=pd.DataFrame(), groups=())


def drawn(
    database: Database,
    marks: Sequence[Mark],
    lines: Sequence[Line],
    groups: tuple[str, ...],
    words: Words,
) -> Drawing:
    """The network with a place for each mark."""
    places = _places(database, marks, lines)
    nodes = _nodes(marks, places)
    return Drawing(
        finding=Finding(
            id=words.id,
            headline=words.headline,
            base=f"{words.base} {NO_ROOM}",
            data=nodes,
            table=words.table,
            alternative=f"{words.headline}. The table under it says who is joined to whom.",
            withheld=words.withheld,
        ),
        nodes=nodes,
        ties=pd.DataFrame(
            [(*places[one], *places[other], strong) for one, other, strong in lines],
            columns=["x", "y", "x2", "y2", "is_strong"],
        ),
        groups=groups,
    )


def _nodes(marks: Sequence[Mark], places: dict[str, Position]) -> pd.DataFrame:
    most = max((mark.weight for mark in marks), default=0) or 1
    named = _named(marks)
    return pd.DataFrame(
        [
            {
                "x": places[mark.code][0],
                "y": places[mark.code][1],
                "group": mark.group,
                "size": mark.weight / most,
                "label": mark.label if mark.code in named else "",
                "description": mark.description,
            }
            for mark in marks
        ]
    )


def _named(marks: Sequence[Mark]) -> set[str]:
    """Whose name is written: everybody's while there is room, else that of the most joined."""
    first = sorted(marks, key=lambda mark: (-mark.rank, -mark.weight, mark.code))
    return {mark.code for mark in (marks if len(marks) <= MOST_NAMES else first[:NAMES_OF_MANY])}


def _places(
    database: Database, marks: Sequence[Mark], lines: Sequence[Line]
) -> dict[str, Position]:
    graph = (
        tuple(sorted(mark.code for mark in marks)),
        tuple(sorted((one, other) for one, other, _ in lines)),
    )
    known = _placed.setdefault(database, {})
    if graph not in known:
        known[graph] = spread_out(*graph)
    return known[graph]
