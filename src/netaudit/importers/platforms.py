"""The survey tools whose exports can be read: one module of `tools` for each."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from netaudit.errors import NetauditError
from netaudit.importers import tools
from netaudit.importers.background import Known
from netaudit.importers.mapped import read_survey
from netaudit.importers.reading import ExportFile, Reading
from netaudit.importers.sheets import heads_of
from netaudit.importers.survey import Sheet, Survey
from netaudit.importers.tools import canonical
from netaudit.importers.workbook import SUFFIXES
from netaudit.schema import TABLES

GENERIC = "generic_"
"""How the names of importers begin that take any table; every other one is asked before them."""

REQUIRED = {table.name for table in TABLES.values() if table.required}
"""Files of all these names are netaudit's own, and need no further look."""


class Importer(Protocol):
    """What a module must offer to be one: its name for commands, and what people call the tool.

    Besides, it has `read` (TableImporter) or `survey` (SurveyImporter).
    """

    NAME: str
    TITLE: str

    def recognises(self, files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
        """Whether the files look like an export of this tool; `heads` are their tables' first rows.

        To be told by structure, as wordings differ from one survey to the next.
        """
        ...


class TableImporter(Importer, Protocol):
    """Reads exports that hold canonical tables already."""

    def read(self, files: Sequence[ExportFile], folder: Path) -> Reading:
        """The canonical tables they hold; `folder` takes what has to be written on the way."""
        ...


class SurveyImporter(Importer, Protocol):
    """Reads exports of a survey tool; the mapping then makes canonical tables of them."""

    def survey(self, files: Sequence[ExportFile], folder: Path) -> Survey:
        """Their questions and answers, as they stand; `folder` takes what has to be written.

        NetauditError where a file cannot be read.
        """
        ...


@cache
def platforms() -> dict[str, Importer]:
    """Every importer by its name, in the order in which they are asked; the canonical one first."""
    modules = [
        import_module(f"{tools.__name__}.{module.name}") for module in iter_modules(tools.__path__)
    ]
    found = [
        cast(Importer, module)
        for module in modules
        if hasattr(module, "NAME") and hasattr(module, "recognises")
    ]
    found.sort(key=_turn)
    return {importer.NAME: importer for importer in found}


def _turn(importer: Importer) -> tuple[bool, bool, str]:
    return importer.NAME != canonical.NAME, importer.NAME.startswith(GENERIC), importer.NAME


def format_words(platform: str) -> str:
    """What people call the form in which exports of a platform come."""
    if platform == canonical.NAME:
        return "netaudit's own form"
    known = platforms().get(platform)
    return f"the form of {known.TITLE if known else platform}"


def check_platform(platform: str | None) -> None:
    """NetauditError unless an importer has that name; None leaves it to be recognised."""
    if platform is not None and platform not in platforms():
        raise NetauditError(
            f"There is no survey tool called {platform}.",
            f"Known here: {', '.join(platforms())}.",
        )


def importer_for(files: Sequence[ExportFile], platform: str | None, folder: Path) -> Importer:
    """The importer named, or the first that recognises the files, or else the canonical one.

    `folder` takes what has to be written to look at them. NetauditError where no importer has
    that name.
    """
    check_platform(platform)
    if platform is not None:
        return platforms()[platform]
    own, *others = platforms().values()
    is_own = own.recognises(files, ())
    # Tools have sheets of the same names in their workbooks, and people call any file "contacts".
    if is_own and {file.stem for file in files if file.suffix not in SUFFIXES} >= REQUIRED:
        return own
    heads = heads_of(files, folder)
    found = (other for other in others if other.recognises(files, heads))
    tool = next(found, own)
    return own if is_own and tool.NAME.startswith(GENERIC) else tool


def reading_of(
    importer: Importer, files: Sequence[ExportFile], folder: Path, background: Known
) -> Reading:
    """What the importer makes of the files; `folder` takes what has to be written on the way.

    `background` is asked for only where the files are of a survey tool.
    """
    if not hasattr(importer, "survey"):
        return cast(TableImporter, importer).read(files, folder)
    return read_survey(cast(SurveyImporter, importer).survey, files, folder, background())
