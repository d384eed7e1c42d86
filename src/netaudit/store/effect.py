"""What undoing an import, or counting it again, would do to the data."""

from dataclasses import dataclass

from netaudit.engine import duckdb as engine
from netaudit.store.folder import import_folder
from netaudit.store.matching import corrections
from netaudit.store.matching.keys import load_keys
from netaudit.store.merge import stored_import
from netaudit.store.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """The audits (participant and wave) of an import against those of the others that count.

    `alone` no other import holds; `over_earlier` an earlier one holds too, `under_later` a later
    one. `participants_alone` counts people in no other import. Corrected codes count as those that
    they stand for.
    """

    alone: int
    over_earlier: int
    under_later: int
    participants_alone: int


def overlap(workspace: Workspace, name: str) -> Overlap:
    """How the import `name`, undone or not, lies among the others that count."""
    others = [record.id for record in workspace.imports() if not record.undone]
    # Imports are named by their day and their number on it; the workspace lists the newest first.
    order = [record.id for record in reversed(workspace.imports())]
    earlier = [other for other in others if order.index(other) < order.index(name)]
    later = [other for other in others if order.index(other) > order.index(name)]
    con = engine.connect()
    try:
        places = {"earlier": earlier, "this": [name], "later": later}
        held = [
            (place, stored_import(import_folder(workspace.root, one)))
            for place, names in places.items()
            for one in names
        ]
        load_keys(con, held, corrections.in_force(workspace.ledger))
        counts = con.execute(_AUDITS).fetchall()[0]
        people = con.execute(_PARTICIPANTS).fetchall()[0]
    finally:
        con.close()
    return Overlap(
        alone=int(counts[0]),
        over_earlier=int(counts[1]),
        under_later=int(counts[2]),
        participants_alone=int(people[0]),
    )


_AUDITS = """
WITH held AS (
    SELECT
        participant_id,
        wave,
        bool_or(place = 'earlier') AS is_earlier,
        bool_or(place = 'later') AS is_later
    FROM audit
    GROUP BY participant_id, wave
    HAVING bool_or(place = 'this')
)

SELECT
    count(*) FILTER (WHERE NOT is_earlier AND NOT is_later) AS alone,
    count(*) FILTER (WHERE is_earlier AND NOT is_later) AS over_earlier,
    count(*) FILTER (WHERE is_later) AS under_later
FROM held
"""

_PARTICIPANTS = """
SELECT count(*) AS alone
FROM (
    SELECT participant_id
    FROM participant
    GROUP BY participant_id
    HAVING bool_and(place = 'this')
)
"""
