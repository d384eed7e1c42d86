"""Measures that only analysts are shown, with what they must not be taken for."""

from dataclasses import replace

from netaudit.analysis.cohort.attribute_words import aspect_title
from netaudit.analysis.cohort.spread import spread, spread_table
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.store.database import Database

MIX = ("blau", "iqv", "entropy")
STRUCTURE = (
    "size",
    "density",
    "connectivity",
    "components",
    "isolates",
    "cross_boundary_open_pairs",
    "effective_size",
    "efficiency",
    "constraint",
    "hierarchy",
    "ei_index",
)


def mix(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The further indices of how varied the contacts are, by attribute and wave."""
    return _table(
        database,
        viewer,
        selection,
        MIX,
        "Further indices of how varied the contacts are",
        "They rise with the length of the list even where nothing else changes, and differ in how"
        " high they can get: do not compare lists of different length.",
    )


def structure(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Every measure of structure and the E-I index, by wave, beside size."""
    return _table(
        database,
        viewer,
        selection,
        STRUCTURE,
        "The structure of the lists, with Burt's measures and the E-I index",
        "Constraint depends strongly on how long the list is, so read it beside size and do not"
        " compare lists of different length. Efficiency says the same as density, and the E-I"
        " index the same as the internal share: they are no findings of their own.",
    )


def _table(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    wanted: tuple[str, ...],
    headline: str,
    caution: str,
) -> Finding:
    finding_id = f"analysts_{wanted[0]}"
    rows, withheld = spread(database, viewer, replace(selection, wave=None), wanted)
    if rows.empty:
        return nothing_to_show(finding_id, headline, "Nothing to show at any wave.", withheld)
    words = [
        _title(measure, attribute)
        for measure, attribute in zip(rows["measure"], rows["attribute"], strict=True)
    ]
    table = spread_table(rows, Measure=words)
    return Finding(
        id=finding_id,
        headline=headline,
        base="Means over participants; median from 10, quartiles from 20 participants on.",
        data=table,
        table=table,
        alternative="A table of measures, one row a measure and wave.",
        caution=caution,
        withheld=withheld,
    )


def _title(measure: str, attribute: str | None) -> str:
    title = measures()[measure].title
    return (
        title if not isinstance(attribute, str) else f"{title}, {aspect_title(attribute).lower()}"
    )
