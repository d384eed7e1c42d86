"""Deals the participants of a database into buckets: files that workers elsewhere can read."""

from pathlib import Path

import pyarrow.dataset

from netaudit.engine.spark import DEALT, Dealt
from netaudit.programme import Programme
from netaudit.store.database import Database

PARTICIPANTS_IN_A_BUCKET = 5_000
"""About as many: planning the statements costs as much as computing a thousand."""


def deal(database: Database, programme: Programme, into: str | Path) -> Dealt:
    """Every canonical table that measures rest on, in `into`; a participant is in one bucket."""
    folder = Path(into).resolve()
    people = int(database.query("SELECT count(*) AS n FROM participants")["n"][0])
    buckets = max(1, -(-people // PARTICIPANTS_IN_A_BUCKET))
    for table in DEALT:
        rows = database.batches(
            f"SELECT *, CAST(hash(participant_id) % $buckets AS INTEGER) AS bucket FROM {table}",
            {"buckets": buckets},
        )
        pyarrow.dataset.write_dataset(
            rows,
            folder / table,
            format="parquet",
            partitioning=["bucket"],
            existing_data_behavior="delete_matching",
            max_partitions=buckets,
        )
    return Dealt(folder=str(folder), buckets=buckets, programme=programme)
