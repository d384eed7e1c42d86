"""What undoing an import would take away, told before it is done."""

import pytest

from netaudit.store.effect import Overlap, overlap
from netaudit.store.workspace import Workspace

# By hand: the first export holds the audits of P1 and P2, the second P1's again; both list both.
FIRST = Overlap(alone=1, over_earlier=0, under_later=1, participants_alone=0)
SECOND = Overlap(alone=0, over_earlier=1, under_later=0, participants_alone=0)


@pytest.mark.parametrize(("place", "expected"), [(1, FIRST), (0, SECOND)])
def test_an_import_among_others(place: int, expected: Overlap, two_imports: Workspace) -> None:
    assert overlap(two_imports, two_imports.imports()[place].id) == expected


def test_an_import_whose_neighbour_was_undone(two_imports: Workspace) -> None:
    second, first = (record.id for record in two_imports.imports())
    two_imports.undo(second)
    alone = Overlap(alone=2, over_earlier=0, under_later=0, participants_alone=2)
    assert overlap(two_imports, first) == alone
    assert overlap(two_imports, second) == SECOND
