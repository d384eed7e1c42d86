"""Who is in imports, by name and code: what somebody is looked up in."""

from collections.abc import Sequence

from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.store.merge import StoredImport


def load_people(con: Connection, imports: Sequence[StoredImport]) -> None:
    """The tables `person`, `fellow`, `listed` and `answered`: who is in these imports, by name.

    `member` says in which cohort somebody is, by the latest of the imports.
    """
    for table, columns in _COLUMNS.items():
        typed = ", ".join(f"{name} VARCHAR" for name in columns)
        con.execute(f"CREATE TABLE {table} (import_no INTEGER, {typed})")
    for number, stored in enumerate(imports):
        for source, table in _SOURCES:
            path = stored.table(source)
            if path is not None:
                con.execute(
                    f"INSERT INTO {table} BY NAME SELECT ? AS import_no,"
                    " COLUMNS(lambda c: list_contains(?, c)) FROM read_parquet(?)",
                    [number, list(_COLUMNS[table]), str(path)],
                )
    con.execute(
        "CREATE TABLE member AS SELECT participant_id, arg_max(cohort, import_no) AS cohort"
        " FROM person GROUP BY participant_id"
    )


IS_NAMED = "coalesce(l.label, l.organisation, l.person_key, l.is_participant_id) IS NOT NULL"
"""Of a row of `listed`, called l: whether it says who the contact is."""

_COLUMNS = {
    "person": ("participant_id", "cohort", "name", "email"),
    "fellow": ("participant_id", "other_participant_id"),
    "listed": (
        "participant_id",
        "contact_id",
        "label",
        "organisation",
        "function",
        "affiliation",
        "seniority",
        "person_key",
        "is_participant_id",
    ),
    "answered": ("participant_id", "contact_id", "attribute", "category"),
}
_SOURCES = (
    ("participants", "person"),
    ("audits", "fellow"),
    ("cohort_ties", "fellow"),
    ("contacts", "listed"),
    (CONTACT_ATTRIBUTES, "answered"),
)
