"""One invented programme for the tests of change, its cohorts named after what they are for."""

from pathlib import Path

import pytest

from netaudit.definitions.examples import Rows
from netaudit.programme import Cohort, Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.analysis.change.people import Person, rows_of
from tests.invented_cohort import computed

INSIDE, OUTSIDE = "same_org", "other_org_same_sector"

WORKED = [  # internal contacts of ten, then and now: differences 0, .1, .2, -.1 by turns
    (k, k + (0, 1, 2, -1, 3)[k % 5])
    for k in (1, 2, 3, 4, 5, 6, 7, 2, 3, 1, 4, 5, 6, 3, 2, 1, 5, 4, 6, 2)
]
TABLE = (
    [("watch", "watch")] * 3
    + [("watch", "clear")] * 6
    + [("clear", "watch")]
    + [("clear", "clear")] * 8
)
"""Of 18 people 3 stayed on watch, 6 turned clear, 1 turned to watch, 8 stayed clear."""


def people() -> list[Person]:
    """Cohorts of 4, 7, 12 and 20 pairs, one with leavers, one of patterns, one to compare with."""
    found = [
        Person(cohort=cohort, internal=WORKED[number], number=number)
        for cohort, size in (("four", 4), ("seven", 7), ("twelve", 12), ("twenty", 20))
        for number in range(size)
    ]
    found += [
        Person(cohort="leaving", internal=WORKED[n] if n < 14 else (n % 4, None), number=n)
        for n in range(20)
    ]
    found += [
        Person(cohort="others", internal=(k, min(10, k + n % 2)), number=n)
        for n, (k, _) in enumerate(WORKED[:15])
    ]
    found += [
        Person(cohort="patterns", internal=(5, 5), pictured=states, number=n)
        for n, states in enumerate(TABLE)
    ]
    return found


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Database:
    cohorts = ("four", "seven", "twelve", "twenty", "leaving", "patterns")
    programme = Programme(
        cohorts=(
            *(Cohort(id=name) for name in cohorts),
            Cohort(id="others", arm="comparison", name="Waiting list"),
        )
    )
    rows: Rows = rows_of(people())
    path: Path = tmp_path_factory.mktemp("change") / "change.duckdb"
    return computed(path, rows, programme)


@pytest.fixture(scope="session")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()
