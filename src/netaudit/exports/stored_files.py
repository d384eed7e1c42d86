"""What is stored, row by row, as the files of one format."""

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from netaudit.analysis.release.groups import OF_THE_PERSON
from netaudit.analysis.selection import Selection
from netaudit.analysis.stored.settings_file import settings_file
from netaudit.analysis.stored.tables import answered_pairs, stored_tables
from netaudit.analysis.viewer import Viewer
from netaudit.exports import about
from netaudit.exports.canonical import canonical_files
from netaudit.exports.egor import egor_files
from netaudit.exports.folder import README, Files
from netaudit.exports.graphml import graphml_files
from netaudit.store.database import Database

Kind = Literal["canonical", "graphml", "egor"]


def stored_files(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    kind: Kind,
    *,
    from_a_page: bool = False,
) -> Files:
    """The files with what this viewer may take away, and a readme that says what they are.

    Whoever takes them `from_a_page` does not get what pages tell in counts alone: gender, age and
    ethnicity of single participants, and the themes of what they wrote.
    """
    tables = stored_tables(database, viewer, selection)
    if from_a_page:
        tables = _without_counts_alone(tables)
    if kind == "graphml":
        what, files = about.GRAPHML, graphml_files(tables)
    elif kind == "egor":
        what, files = about.EGOR, egor_files(tables, answered_pairs(database, viewer, selection))
    else:
        settings = settings_file(database, viewer, selection)
        what, files = about.CANONICAL, canonical_files(tables, settings)
    caution = about.UNDER_CODES if viewer.sees_pseudonyms else about.WHOLE
    return {README: about.readme(what, caution, database.fingerprint), **files}


def _without_counts_alone(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    kept = {name: rows for name, rows in tables.items() if name != "reflections"}
    blank = dict.fromkeys(OF_THE_PERSON, None)
    return {**kept, "participants": kept["participants"].assign(**blank)}
