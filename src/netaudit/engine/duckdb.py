"""Runs the definitions in DuckDB: canonical tables in, stages, measures and patterns out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import duckdb

from netaudit.definitions import registry
from netaudit.definitions.registry import Pattern, Stage
from netaudit.errors import DefinitionError
from netaudit.programme import Programme
from netaudit.schema import CONTACTS, CUSTOM_ATTRIBUTE_PREFIX, TABLES, Table

Connection = duckdb.DuckDBPyConnection
Progress = Callable[[str], None]

CUT_OFF_SHIFTS = (-10, 0, 10)
"""By how many points each cut-off of a pattern is moved, to see how much hangs on it."""

CONTACT_ATTRIBUTES = "contact_attributes"
"""The table of what a survey asked about contacts beyond the schema: the `x_` columns, as rows."""

CONTACT_ATTRIBUTE_COLUMNS = ("participant_id", "wave", "contact_id", "attribute", "category")

PRIVATE_SCHEMA = "private"
"""What no plain name in a question leads to, whoever asks."""

CONTACT_LABELS = f"{PRIVATE_SCHEMA}.contact_labels"
"""The table of what participants call their contacts, apart from the answers. Only the scope macro
visible_label reads it."""

LABEL = "label"
CONTACT_LABEL_COLUMNS = ("participant_id", "wave", "contact_id", LABEL)

LOCAL_ONLY: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}


def quiet(_: str) -> None:
    """A progress function that says nothing."""


def connect(path: Path | None = None, *, read_only: bool = False) -> Connection:
    """A connection that never reaches for the network; None is a database in memory."""
    return duckdb.connect(str(path) if path else ":memory:", read_only=read_only, config=LOCAL_ONLY)


def identifier(name: str) -> str:
    """A name as SQL writes it; only names of the schema or of an export's header get here."""
    return '"' + name.replace('"', '""') + '"'


def create_canonical_tables(con: Connection) -> None:
    """The empty canonical tables, those of the contacts' further attributes and of their labels."""
    for table in TABLES.values():
        kept = answer_columns(table)
        columns = (f"{identifier(c.name)} {c.sql_type}" for c in table.columns if c.name in kept)
        con.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
    con.execute(f"CREATE SCHEMA {PRIVATE_SCHEMA}")
    for name, texts in (
        (CONTACT_ATTRIBUTES, CONTACT_ATTRIBUTE_COLUMNS),
        (CONTACT_LABELS, CONTACT_LABEL_COLUMNS),
    ):
        con.execute(f"CREATE TABLE {name} ({', '.join(f'{text} VARCHAR' for text in texts)})")


def answer_columns(table: Table) -> tuple[str, ...]:
    """The columns that a canonical table has in the database: all but the contacts' labels."""
    if table is CONTACTS:
        return tuple(name for name in table.column_names if name != LABEL)
    return table.column_names


def create_programme_tables(con: Connection, programme: Programme) -> None:
    """`setting` (one row), `wave_order` and `declared_cohort` from the programme's settings.

    `contact_match` stays empty but for whoever keeps what people decide about contacts.
    """
    thresholds = vars(programme.patterns)
    settings = {
        name: getattr(programme, name)
        for name in (
            "id",
            "name",
            "contact_cap",
            "recall_months",
            "internal_boundary",
            "minimum_group",
            "minimum_group_release",
            "smallest_change_of_interest",
        )
    }
    _create_row(con, "setting", {**settings, **thresholds})
    con.execute("CREATE TABLE wave_order (wave VARCHAR, wave_no INTEGER)")
    con.executemany(
        "INSERT INTO wave_order VALUES (?, ?)",
        [(wave, number) for number, wave in enumerate(programme.waves, start=1)],
    )
    con.execute(
        "CREATE TABLE declared_cohort (cohort VARCHAR, name VARCHAR, arm VARCHAR, enrolled INTEGER,"
        ' "start" DATE, "end" DATE)'
    )
    con.execute(
        "CREATE TABLE contact_match (participant_id VARCHAR, contact_id VARCHAR,"
        " other_participant_id VARCHAR, other_contact_id VARCHAR)"
    )
    if programme.cohorts:
        con.executemany(
            "INSERT INTO declared_cohort VALUES (?, ?, ?, ?, ?, ?)",
            [(c.id, c.name, c.arm, c.enrolled, c.start, c.end) for c in programme.cohorts],
        )


def _create_row(con: Connection, table: str, values: Mapping[str, Any]) -> None:
    types = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", type(None): "VARCHAR"}
    columns = ", ".join(f"{identifier(k)} {types[type(v)]}" for k, v in values.items())
    con.execute(f"CREATE TABLE {table} ({columns})")
    marks = ", ".join("?" for _ in values)
    con.execute(f"INSERT INTO {table} VALUES ({marks})", list(values.values()))


def load_rows(con: Connection, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Puts rows, as texts, into the canonical tables; `x_` columns become attributes, labels go
    into a table of their own.

    A column that a row does not name is blank in it.
    """
    for name, entries in rows.items():
        listed = list(entries)
        names = dict.fromkeys(key for entry in listed for key in entry)
        answers = [n for n in names if n != LABEL and not _is_custom(n)]
        _insert(con, TABLES[name].name, answers, listed)
        _insert(con, CONTACT_ATTRIBUTES, CONTACT_ATTRIBUTE_COLUMNS, _custom_attributes(listed))
        labelled = [entry for entry in listed if entry.get(LABEL) is not None]
        _insert(con, CONTACT_LABELS, CONTACT_LABEL_COLUMNS, labelled)


def _is_custom(name: str) -> bool:
    return name.startswith(CUSTOM_ATTRIBUTE_PREFIX)


def _custom_attributes(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    contact = CONTACT_ATTRIBUTE_COLUMNS[:-2]
    return [
        {**{name: entry[name] for name in contact}, "attribute": name, "category": category}
        for entry in entries
        for name, category in entry.items()
        if _is_custom(name)
    ]


def _insert(
    con: Connection, table: str, names: Sequence[str], entries: Sequence[Mapping[str, Any]]
) -> None:
    if not entries:
        return
    columns = [
        [None if entry.get(name) is None else str(entry[name]) for entry in entries]
        for name in names
    ]
    listed = ", ".join(identifier(name) for name in names)
    values = ", ".join("unnest(CAST(? AS VARCHAR[]))" for _ in names)
    con.execute(f"INSERT INTO {table} ({listed}) SELECT {values}", columns)


def create_functions(con: Connection) -> None:
    """The SQL functions that definitions share."""
    for statement in registry.functions():
        con.execute(statement)


def create_stages(
    con: Connection, progress: Progress = quiet, only: Iterable[Stage] | None = None
) -> None:
    """Every stage as a table, or `only` some, in the order in which they need each other."""
    for stage in registry.stages().values() if only is None else only:
        progress(stage.id)
        run(con, f"CREATE TABLE {stage.id} AS\n{stage.sql}", f"stages/{stage.id}.sql")


def create_measures(con: Connection, progress: Progress = quiet) -> None:
    """`measure_value`: one row per audit and measure, or per audit, measure and attribute.

    value is DOUBLE and NULL where the measure is undefined; attribute is NULL for grain audit.
    """
    con.execute(
        "CREATE TABLE measure_value"
        " (audit_id INTEGER, measure VARCHAR, attribute VARCHAR, value DOUBLE)"
    )
    for measure in registry.measures().values():
        progress(measure.id)
        attribute = "attribute" if measure.grain == "attribute" else "NULL"
        statement = (
            f"INSERT INTO measure_value SELECT audit_id, '{measure.id}', {attribute}, value"
            f" FROM (\n{measure.sql}\n)"
        )
        run(con, statement, f"measures/{measure.id}.sql")


def create_patterns(con: Connection, progress: Progress = quiet) -> None:
    """`pattern_rule`: what each pattern's own file says of every audit."""
    con.execute(
        "CREATE TABLE pattern_rule (audit_id INTEGER, pattern VARCHAR, computed VARCHAR,"
        " gap INTEGER, gap_pairs INTEGER, evidence VARCHAR)"
    )
    for pattern in registry.patterns().values():
        progress(pattern.id)
        statement = (
            f"INSERT INTO pattern_rule SELECT audit_id, '{pattern.id}', computed, gap, gap_pairs,"
            f" evidence FROM (\n{pattern.sql}\n)"
        )
        run(con, statement, f"patterns/{pattern.id}.sql")


def create_sensitivity(con: Connection, progress: Progress = quiet) -> None:
    """`pattern_sensitivity`: what each rule says of every audit with its cut-offs moved.

    One row per audit, pattern and move of its one or two cut-offs, which stay between 0 and 100.
    """
    con.execute(
        "CREATE TABLE pattern_sensitivity (audit_id INTEGER, pattern VARCHAR, first_shift INTEGER,"
        " second_shift INTEGER, first_cut INTEGER, second_cut INTEGER, computed VARCHAR)"
    )
    for pattern in registry.patterns().values():
        progress(f"{pattern.id} at other cut-offs")
        run(con, _moved(pattern), f"patterns/{pattern.id}.sql")


def _moved(pattern: Pattern) -> str:
    """The pattern's own statement, once for each `setting` in which its cut-offs are moved."""
    names = ("first_shift", "second_shift")[: len(pattern.thresholds)]
    shifts = ", ".join(
        f"({', '.join(map(str, by))})" for by in product(CUT_OFF_SHIFTS, repeat=len(names))
    )
    moved = [
        f"greatest(0, least(100, {cut_off} + move.{name}))"
        for cut_off, name in zip(pattern.thresholds, names, strict=True)
    ]
    replaced = ", ".join(map("{} AS {}".format, moved, pattern.thresholds))
    by_place = [*(f"move.{name}" for name in names), "NULL"][:2]
    return (
        f"INSERT INTO pattern_sensitivity SELECT r.audit_id, '{pattern.id}',"
        f" {', '.join(by_place)}, {', '.join([*moved, 'NULL'][:2])}, r.computed"
        f" FROM (VALUES {shifts}) AS move ({', '.join(names)}) CROSS JOIN main.setting"
        f" CROSS JOIN LATERAL (WITH setting AS (SELECT * REPLACE ({replaced}) FROM main.setting)"
        f" SELECT audit_id, computed FROM (\n{pattern.sql}\n)) AS r"
    )


def create_results(con: Connection, progress: Progress = quiet) -> None:
    """The tables that draw on stages, measures and patterns, such as `pattern_state`."""
    for result in registry.results().values():
        progress(result.id)
        run(con, f"CREATE TABLE {result.id} AS\n{result.sql}", f"results/{result.id}.sql")


def create_scope(con: Connection) -> None:
    """The table macros that hold who may see what; they stay in the database file."""
    for statement in registry.scope():
        con.execute(statement)


def compute(con: Connection, progress: Progress = quiet) -> None:
    """Everything that is computed at import, on top of the canonical and programme tables."""
    create_functions(con)
    create_stages(con, progress)
    create_measures(con, progress)
    create_patterns(con, progress)
    create_sensitivity(con, progress)
    create_results(con, progress)
    create_scope(con)


def run(con: Connection, statement: str, where: str) -> None:
    """Executes a statement of the definition file `where`; DefinitionError if it does not run."""
    try:
        con.execute(statement)
    except duckdb.Error as error:
        raise DefinitionError(f"{where} does not run: {error}") from error
