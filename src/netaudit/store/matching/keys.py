"""The audits and participants of imports under the codes that count, for what one takes over."""

from collections.abc import Iterable, Sequence

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.store.erasing.clean_texts import load_texts
from netaudit.store.matching.corrected import applies
from netaudit.store.matching.corrections import Corrections
from netaudit.store.merge import StoredImport


def load_keys(
    con: Connection, imports: Iterable[tuple[str, StoredImport]], corrections: Corrections
) -> None:
    """Makes `audit` and `participant`: the keys of each import, with the `place` it was given."""
    con.execute("CREATE TABLE audit (place VARCHAR, participant_id VARCHAR, wave VARCHAR)")
    con.execute("CREATE TABLE participant (place VARCHAR, participant_id VARCHAR)")
    load_texts(con, "correction", ("code", "meant"), list(corrections.items()))
    for place, stored in imports:
        con.execute(
            "CREATE OR REPLACE TABLE audits AS FROM read_parquet(?)", [str(stored.table("audits"))]
        )
        applies(con)
        con.execute(
            "INSERT INTO audit SELECT ?, coalesce(meant, participant_id), wave FROM audits"
            " LEFT JOIN applied ON participant_id = code",
            [place],
        )
        con.execute(
            "INSERT INTO participant SELECT ?, coalesce(meant, participant_id)"
            " FROM read_parquet(?) LEFT JOIN applied ON participant_id = code",
            [place, str(stored.table("participants"))],
        )


def audits_replaced(
    earlier: Sequence[StoredImport], newest: StoredImport, corrections: Corrections
) -> int:
    """How many audits of earlier imports the newest takes the place of."""
    if not earlier:
        return 0
    con = engine.connect()
    try:
        load_keys(con, [("earlier", one) for one in earlier] + [("newest", newest)], corrections)
        rows = con.execute(
            "SELECT count(DISTINCT (participant_id, wave)) FROM audit AS held"
            " SEMI JOIN (FROM audit WHERE place = 'newest') AS newest USING (participant_id, wave)"
            " WHERE held.place = 'earlier'"
        ).fetchall()
    finally:
        con.close()
    return int(rows[0][0])
