"""The mappings that earlier imports of survey tools were read with."""

from contextlib import suppress
from dataclasses import dataclass

from netaudit.errors import NetauditError
from netaudit.importers.mapping.recipe import Recipe, read_recipe_file
from netaudit.store import folder
from netaudit.store.own_cohorts import Cohorts, imports_within
from netaudit.store.record import MAPPING_FILE, ImportRecord
from netaudit.store.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class SavedMapping:
    """A mapping and the import that it was used for."""

    record: ImportRecord
    recipe: Recipe


def saved_mappings(workspace: Workspace, within: Cohorts = None) -> tuple[SavedMapping, ...]:
    """Those of all imports, undone ones too, newest first, as far as they can be read.

    `within` leaves out imports that are about other cohorts as well.
    """
    found = []
    for record in imports_within(workspace, within):
        path = folder.import_folder(workspace.root, record.id) / MAPPING_FILE
        if path.exists():
            with suppress(NetauditError):
                found.append(SavedMapping(record=record, recipe=read_recipe_file(path)))
    return tuple(found)
