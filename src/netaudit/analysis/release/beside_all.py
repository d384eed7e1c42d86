"""Figures on all cohorts together beside those on one of them: what they tell of the others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.pack import for_release
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database

BESIDE_ALL = (
    "Figures on all cohorts together and on one of them leave the team side by side only where"
    " every cohort has enough people for its own: what one less the other leaves is the others'."
)

NAMES = ("Wave", "Pattern", "Measure", "Attribute", "Category", "Affiliation", "What", "Group")
"""The columns of tables that say what a row is of."""

Row = tuple[str, ...]


def tells_the_rest(
    question: Callable[..., Finding],
    database: Database,
    viewer: Viewer,
    selection: Selection,
    found: Finding,
    **parameters: Any,
) -> bool:
    """Whether `found` has a row that some cohorts tell of themselves and others do not.

    Told of all cohorts and of some, such a row can be worked out for the others, which held it back
    since it was of few.
    """
    told = [
        _rows(for_release(question, database, viewer, one, **parameters))
        for cohort in _cohorts(database, viewer)
        if _has_people(database, viewer, one := replace(selection, cohort=cohort))
    ]
    by_any = frozenset[Row]().union(*told)
    return any(row in by_any and not all(row in one for one in told) for row in _rows(found))


def _rows(found: Finding) -> frozenset[Row]:
    names = [name for name in NAMES if name in found.table]
    return frozenset(tuple(str(row[name]) for name in names) for row in records(found.table))


def _cohorts(database: Database, viewer: Viewer) -> list[str]:
    return [row["cohort"] for row in records(ask(database, viewer, "cohorts"))]


def _has_people(database: Database, viewer: Viewer, selection: Selection) -> bool:
    """A cohort that answers later leaves nothing to work out before it does."""
    waves = records(ask(database, viewer, "waves", replace(selection, wave=None)))
    return any(row["completed"] and selection.wave in (None, row["wave"]) for row in waves)
