"""One definition file: a TOML header in its opening comment, then one SQL statement."""

import re
import tomllib
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from netaudit.errors import DefinitionError

SHAPE = re.compile(r"\A/\*---\n(?P<header>.*?)---\*/\n(?P<sql>.*)\Z", re.DOTALL)

Definition = TypeVar("Definition")


@dataclass(frozen=True, kw_only=True)
class Source:
    """The two parts of a definition file; `id` is the file's name without its ending."""

    id: str
    header: dict[str, Any]
    sql: str


def read_source(path: Path) -> Source:
    """The parts of a file; DefinitionError names the file and, for TOML, the line."""
    match = SHAPE.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise DefinitionError(
            f"{path.name} has no header.",
            "Open it with /*--- and close the header with ---*/.",
        )
    try:
        header = tomllib.loads(match["header"])
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{path.name}: {error}", "Lines count from the header.") from None
    return Source(id=path.stem, header=header, sql=match["sql"].strip())


def build(kind: type[Definition], source: Source) -> Definition:
    """The header as `kind`, a dataclass with `id` and `sql`; other or missing fields are errors."""
    names = {field.name for field in fields(kind) if field.name not in ("id", "sql")}  # type: ignore[arg-type]
    unknown = source.header.keys() - names
    missing = {
        field.name
        for field in fields(kind)  # type: ignore[arg-type]
        if field.name in names - source.header.keys()
        and field.default is MISSING
        and field.default_factory is MISSING
    }
    if unknown or missing:
        raise DefinitionError(
            f"{source.id}.sql: {_fields('unknown', unknown)}{_fields('missing', missing)}",
            f"The fields are: {', '.join(sorted(names))}.",
        )
    values = {name: _frozen(value) for name, value in source.header.items()}
    return kind(**{"id": source.id, "sql": source.sql, **values})


def _fields(what: str, names: set[str]) -> str:
    return f"{what} field {', '.join(sorted(names))}. " if names else ""


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
