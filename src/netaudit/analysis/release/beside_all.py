"""Figures on all cohorts together beside those on one of them: what they tell of the others."""

import re
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

Told = tuple[str, ...]
"""What a row is of, and the heading of a count in it; without one it stands for the row."""

WHOLE_NUMBER = re.compile(r"\d+(\.0)?")


def tells_the_rest(
    question: Callable[..., Finding],
    database: Database,
    viewer: Viewer,
    selection: Selection,
    found: Finding,
    **parameters: Any,
) -> bool:
    """Whether `found` has a row or count that some cohorts tell of themselves and others do not.

    Told of all cohorts and of some, such a one can be worked out for the others, which held it back
    since it was of few.
    """
    told = [
        _told(for_release(question, database, viewer, one, **parameters))
        for cohort in _cohorts(database, viewer)
        if _has_people(database, viewer, one := replace(selection, cohort=cohort))
    ]
    by_any = frozenset[Told]().union(*told)
    return any(one in by_any and not all(one in other for other in told) for one in _told(found))


def _told(found: Finding) -> frozenset[Told]:
    names = [name for name in NAMES if name in found.table]
    counts = [str(name) for name in found.table if name not in names]
    return frozenset(
        told
        for row in records(found.table)
        for of in [tuple(str(row[name]) for name in names)]
        for told in [of, *((*of, name) for name in counts if _is_count(row[name]))]
    )


def _is_count(cell: object) -> bool:
    return WHOLE_NUMBER.fullmatch(str(cell)) is not None


def _cohorts(database: Database, viewer: Viewer) -> list[str]:
    return [row["cohort"] for row in records(ask(database, viewer, "cohorts"))]


def _has_people(database: Database, viewer: Viewer, selection: Selection) -> bool:
    """A cohort that answers later leaves nothing to work out before it does."""
    waves = records(ask(database, viewer, "waves", replace(selection, wave=None)))
    return any(row["completed"] and selection.wave in (None, row["wave"]) for row in waves)
