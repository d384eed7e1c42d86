"""Numbers of a scale that is none of netaudit's, such as a slider's from 0 to 100, cut in parts.

A mapping names the scale by its ends, the one that is the least first: `0 to 100`, `7 to 1`.
"""

from collections.abc import Iterator, Sequence

from netaudit.importers.mapping.recipe import SCALE
from netaudit.schema import Column

USUAL: tuple[tuple[float, float], ...] = (
    (0, 1),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 9),
    (0, 10),
    (1, 10),
    (0, 100),
    (1, 100),
)
"""Scales that surveys have, the shortest first."""

OFFERED = 3
"""So many scales that the numbers can be of are offered, each from either end."""


def scales(numbers: Sequence[float]) -> Iterator[str]:
    """The scales that the numbers can be of; from their least to their most where none is usual."""
    fitting = [ends for ends in USUAL if _holds(ends, numbers)]
    for first, last in fitting[:OFFERED] or [(min(numbers), max(numbers))]:
        yield f"{first:g} to {last:g}"
        yield f"{last:g} to {first:g}"


def _holds(ends: tuple[float, float], numbers: Sequence[float]) -> bool:
    if ends == (0, 1) and all(number.is_integer() for number in numbers):
        return False
    return all(ends[0] <= number <= ends[1] for number in numbers)


def in_parts(answer: str, scale: str, column: Column) -> str:
    """Which of the column's points a number stands for; blank where it is not on the scale."""
    found = SCALE.match(scale)
    if found is None:
        return ""
    least, most = (float(end.replace(",", ".")) for end in found.groups())
    number, points = float(answer.replace(",", ".")), int(column.highest or 1)
    if most == least or not min(least, most) <= number <= max(least, most):
        return ""
    part = int((number - least) / (most - least) * points)
    return str(min(part, points - 1) + 1)
