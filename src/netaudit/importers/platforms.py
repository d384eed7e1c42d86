"""The survey tools whose exports can be read: one module of this package for each."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from netaudit import importers
from netaudit.errors import NetauditError
from netaudit.importers import canonical
from netaudit.importers.reading import ExportFile, Reading


class Importer(Protocol):
    """What a module must offer to be one: its name for people, and the two steps of reading."""

    NAME: str

    def recognises(self, files: Sequence[ExportFile]) -> bool:
        """Whether the files look like an export of this survey tool."""
        ...

    def read(self, files: Sequence[ExportFile], folder: Path) -> Reading:
        """The canonical tables they hold; `folder` takes what has to be written on the way."""
        ...


@cache
def platforms() -> dict[str, Importer]:
    """Every importer by its name; the canonical export is asked first."""
    modules = [
        import_module(f"{importers.__name__}.{module.name}")
        for module in iter_modules(importers.__path__)
    ]
    found = [
        cast(Importer, module)
        for module in modules
        if hasattr(module, "NAME") and hasattr(module, "recognises")
    ]
    found.sort(key=lambda importer: (importer.NAME != canonical.NAME, importer.NAME))
    return {importer.NAME: importer for importer in found}


def format_words(platform: str) -> str:
    """What people call the form in which exports of a platform come."""
    return "netaudit's own form" if platform == canonical.NAME else f"the form of {platform}"


def check_platform(platform: str | None) -> None:
    """NetauditError unless an importer has that name; None leaves it to be recognised."""
    if platform is not None and platform not in platforms():
        raise NetauditError(
            f"There is no survey tool called {platform}.",
            f"Known here: {', '.join(platforms())}.",
        )


def importer_for(files: Sequence[ExportFile], platform: str | None) -> Importer:
    """The importer named, or the first that recognises the files, or else the canonical one.

    NetauditError where no importer has that name.
    """
    check_platform(platform)
    if platform is not None:
        return platforms()[platform]
    for importer in platforms().values():
        if importer.recognises(files):
            return importer
    return platforms()[canonical.NAME]
