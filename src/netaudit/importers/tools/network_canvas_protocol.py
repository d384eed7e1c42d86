"""The protocol of a Network Canvas interview (.netcanvas), where it is given beside the export."""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from netaudit.errors import NetauditError
from netaudit.importers.plain import tidy
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Option

SUFFIX, INSIDE = ".netcanvas", "protocol.json"
LARGEST = 50 * 2**20
NODE, EDGE, EGO = "node", "edge", "ego"


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One question of a protocol; `wording` is blank where no stage of it asks for it."""

    name: str
    kind: str
    wording: str = ""
    options: tuple[Option, ...] = ()

    def columns(self) -> Iterator[tuple[str, Option | None]]:
        """The columns it has in an export, each with the option it stands for."""
        if self.kind != "categorical":
            yield self.name, None
        for option in self.options if self.kind == "categorical" else ():
            yield f"{self.name}_{option.code}", option


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """The variables of each type of node and edge, and of the participant; none where unknown."""

    variables: Mapping[tuple[str, str], tuple[Variable, ...]] = field(default_factory=dict)
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, entity: str, kind: str = "") -> tuple[Variable, ...]:
        """The variables of a type, by the name it has in the names of files."""
        return self.variables.get((entity, in_file_names(kind)), ())

    def name(self, entity: str, kind: str) -> str:
        """What the protocol calls a type; its name in the names of files where it is unknown."""
        return self.names.get((entity, in_file_names(kind)), kind)


def in_file_names(kind: str) -> str:
    """The name of a type without all that is left out of the names of files."""
    return re.sub(r"\W", "", kind)


def protocol_of(files: Sequence[ExportFile]) -> Protocol:
    """The protocol among the files; an empty one where there is none.

    NetauditError where there is one that cannot be read.
    """
    for file in files:
        if file.suffix == SUFFIX or file.name.lower() == INSIDE:
            return _protocol(_document(file))
    return Protocol()


def _document(file: ExportFile) -> Any:
    try:
        return json.loads(_content(file.path))
    except (ValueError, KeyError, zipfile.BadZipFile, OSError, NotImplementedError):
        raise NetauditError(
            "The protocol cannot be read.",
            "Save it again in Architect, or leave it out: the answers are read without it, too.",
            file=file.name,
        ) from None


def _content(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            return stream.read(LARGEST)
    with zipfile.ZipFile(path) as archive, archive.open(INSIDE) as stream:
        return stream.read(LARGEST)


def _protocol(document: Any) -> Protocol:
    codebook = _section(_section(document).get("codebook"))
    wordings = dict(_wordings(_section(document).get("stages")))
    variables: dict[tuple[str, str], tuple[Variable, ...]] = {
        (EGO, ""): _variables(codebook.get(EGO), wordings)
    }
    names = {}
    for entity in (NODE, EDGE):
        for kind in _section(codebook.get(entity)).values():
            name = str(_section(kind).get("name", ""))
            variables[entity, in_file_names(name)] = _variables(kind, wordings)
            names[entity, in_file_names(name)] = name
    return Protocol(variables=variables, names=names)


def _variables(entity: Any, wordings: Mapping[str, str]) -> tuple[Variable, ...]:
    held = _section(_section(entity).get("variables"))
    return tuple(
        Variable(
            name=str(one.get("name", code)),
            kind=str(one.get("type", "")),
            wording=wordings.get(code, ""),
            options=tuple(_options(one.get("options"))),
        )
        for code, one in ((code, _section(one)) for code, one in held.items())
    )


def _options(held: Any) -> Iterator[Option]:
    for one in held if isinstance(held, list) else []:
        if isinstance(one, dict):
            value = str(one.get("value", one.get("label", "")))
            yield Option(code=value, label=tidy(str(one.get("label", value))))
        else:
            yield Option(code=str(one), label=tidy(str(one)))


def _wordings(held: Any) -> Iterator[tuple[str, str]]:
    """What stages ask, by the code of the variable; wherever in a stage it stands."""
    if isinstance(held, list):
        for one in held:
            yield from _wordings(one)
    elif isinstance(held, dict):
        text = held.get("prompt", held.get("text"))
        if isinstance(held.get("variable"), str) and isinstance(text, str):
            yield held["variable"], tidy(text)
        for one in held.values():
            yield from _wordings(one)


def _section(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
