"""What a workspace knows already when an export of a survey tool is read into it."""

from collections.abc import Sequence

from netaudit.engine import duckdb as engine
from netaudit.importers.background import NO_KEY, Background, Person
from netaudit.importers.mapping.recipe import Recipe
from netaudit.store.ledger import Ledger
from netaudit.store.merge import StoredImport, merged_programme
from netaudit.store.own_cohorts import Cohorts
from netaudit.store.secret_keys import secret_key


def background_of(
    ledger: Ledger,
    active: Sequence[StoredImport],
    mapping: Recipe,
    *,
    stores: bool,
    within: Cohorts = None,
) -> Background:
    """The participants and waves of the imports that count (oldest first), and the key for codes.

    The participants are those `within` the cohorts of whoever imports.

    Unless it `stores`, a workspace without imports is left without a ledger; codes then are none
    that will be kept.
    """
    keeps = stores or bool(active)
    return Background(
        settings=merged_programme([stored.record for stored in active]),
        mapping=mapping,
        participants={
            name: person
            for name, person in _participants(active).items()
            if within is None or person["cohort"] in within
        },
        waves=tuple(dict.fromkeys(wave for stored in active for wave in stored.record.waves)),
        key=secret_key(ledger, "pseudonym").encode() if keeps else NO_KEY,
    )


def _participants(active: Sequence[StoredImport]) -> dict[str, Person]:
    """Every participant by id, as the newest import that names them has it."""
    found: dict[str, Person] = {}
    con = engine.connect()
    try:
        for stored in active:
            path = stored.table("participants")
            if path is not None:
                result = con.execute("SELECT * FROM read_parquet(?)", [str(path)])
                names = [column[0] for column in result.description or ()]
                for row in result.fetchall():
                    person = dict(zip(names, map(_text, row), strict=True))
                    found[person["participant_id"] or ""] = person
    finally:
        con.close()
    return found


def _text(value: object) -> str | None:
    return None if value is None else str(value)
