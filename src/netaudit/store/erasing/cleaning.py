"""Writes an import anew without the traces of somebody, and says how many rows that changed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.errors import Problem
from netaudit.schema import TABLES
from netaudit.store.canonical_files import write_canonical_files
from netaudit.store.durable import flush_tree
from netaudit.store.erasing.clean_rows import clean_rows
from netaudit.store.erasing.clean_texts import tables_in
from netaudit.store.erasing.gone import Gone, concerned
from netaudit.store.erasing.name_patterns import ERASED, SHORT
from netaudit.store.merge import StoredImport
from netaudit.store.record import (
    ORIGINAL_FOLDER,
    TABLES_FOLDER,
    ImportRecord,
    write_record,
)

LEFT_OUT = "rows left out"
"""What the certificate calls rows that are in no table, but in the files and among the problems."""

OWN_FILES = frozenset(table.file for table in TABLES.values())

TELLS_NOBODY = re.compile(r"[\d.,:/%+-]*")
"""Numbers and dates: a problem may go on saying them."""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """By table the rows removed and the rows made nameless in one import."""

    removed: Mapping[str, int]
    blanked: Mapping[str, int]

    @property
    def any(self) -> bool:
        """Whether anything of the request was in the import."""
        return bool(self.removed or self.blanked)


def changes(stored: StoredImport, gone: Gone, key: str, beside: Path) -> Changes:
    """What `cleaned` would change; nothing is written but what memory cannot hold, to `beside`."""
    con = _loaded(stored, beside)
    try:
        return _changed(con, stored, gone, key)
    finally:
        con.close()


def cleaned(
    stored: StoredImport, gone: Gone, into: Path, record: ImportRecord, key: str
) -> tuple[StoredImport, Changes] | None:
    """The import in the folder `into`, which must not exist yet, without those gone.

    `record` says what it is called from now on. Its original files are replaced by canonical ones;
    `key` makes the codes of nameless contacts. None where nothing of them was in the import:
    nothing is written then.
    """
    con = _loaded(stored, into.with_name(f"{into.name}-memory"))
    try:
        done = _changed(con, stored, gone, key)
        if not done.any:
            return None
        counts = _write(con, stored, into)
    finally:
        con.close()
    names = _names(gone)
    kept = replace(
        record,
        rows=counts,
        files=tuple(_file(name, names) for name in record.files),
        problems=_problems(record.problems, gone, names),
        left_out=_problems(record.left_out, gone, names),
    )
    write_record(into, kept)
    flush_tree(into)
    return StoredImport(record=kept, folder=into), done


def _loaded(stored: StoredImport, beside: Path) -> Connection:
    con = engine.connect()
    con.execute("SET temp_directory = ?", [str(beside)])
    for name in (*TABLES, CONTACT_ATTRIBUTES):
        path = stored.table(name)
        if path is not None:
            con.execute(f"CREATE TABLE {name} AS FROM read_parquet(?)", [str(path)])
    return con


def _changed(con: Connection, stored: StoredImport, gone: Gone, key: str) -> Changes:
    removed, blanked = clean_rows(con, gone, key)
    listed = stored.record.left_out
    left_out = len(listed) - len(_others(listed, gone))
    return Changes(removed=removed | ({LEFT_OUT: left_out} if left_out else {}), blanked=blanked)


def _write(con: Connection, stored: StoredImport, into: Path) -> dict[str, int]:
    """The tables and, in place of the original files, a canonical export of them."""
    tables = into / TABLES_FOLDER
    tables.mkdir(parents=True)
    written = {}
    counts = {}
    for name in tables_in(con):
        path = tables / f"{name}.parquet"
        con.execute(f"COPY {name} TO ? (FORMAT parquet, COMPRESSION zstd)", [str(path)])
        written[name] = path
        counts[name] = int(con.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0])
    original = into / ORIGINAL_FOLDER / "without-erased"
    write_canonical_files(con, written, original)
    if stored.record.programme_text is not None:
        (original / "programme.toml").write_text(stored.record.programme_text, encoding="utf-8")
    return counts


def _names(gone: Gone) -> tuple[str, ...]:
    """What may stand in the words of a problem, long enough to be no part of another word."""
    return (*gone.participants, *(word for _, word in gone.words if len(word) >= SHORT))


def _others(problems: tuple[Problem, ...], gone: Gone) -> tuple[Problem, ...]:
    """The problems of rows that are not about those gone."""
    people, contacts = set(gone.participants), {*gone.contacts, *gone.unnamed}

    def is_other(problem: Problem) -> bool:
        who, named = concerned(problem.whose)
        return who not in people and contacts.isdisjoint(named)

    return tuple(problem for problem in problems if is_other(problem))


def _problems(
    problems: tuple[Problem, ...], gone: Gone, names: tuple[str, ...]
) -> tuple[Problem, ...]:
    """Those of everybody else's rows, without the answers that they are about.

    Nobody can tell any more whom an answer named that stands in no table.
    """
    return tuple(_without_value(one, names) for one in _others(problems, gone))


def _without_value(problem: Problem, names: tuple[str, ...]) -> Problem:
    value = problem.value or ""
    said = names if TELLS_NOBODY.fullmatch(value) else (value, *names)

    def without(text: str) -> str:
        for one in said:
            text = text.replace(one, ERASED)
        return text

    return replace(
        problem,
        file=_file(problem.file, names),
        value=ERASED if value in said else problem.value,
        message=without(problem.message),
        hint=without(problem.hint),
    )


def _file(name: str, names: tuple[str, ...]) -> str:
    """The name of a file of the export, unless it tells who it is about."""
    spelt = name.casefold()
    if name not in OWN_FILES and any(one.casefold() in spelt for one in names):
        return f"{ERASED}{Path(name).suffix}"
    return name
