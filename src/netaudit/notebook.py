"""netaudit from Python: the results of a workspace as DataFrames, for notebooks and scripts."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.change.outcomes import chosen_in
from netaudit.analysis.change.rows import CSV_COLUMNS, change_rows
from netaudit.analysis.long_tables import long_table
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import settings
from netaudit.analysis.stored.tables import stored_tables
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.errors import NetauditError
from netaudit.store.workspace import Workspace


class Audits:
    """The audits of a workspace, of all its cohorts or of one.

    Whoever can read the workspace's folder sees what the command line tells: people by their ids,
    and a change only from the programme's `minimum_group` on.
    """

    def __init__(self, workspace: Workspace, cohort: str | None = None) -> None:
        workspace.ensure_current()
        self._workspace = workspace
        self._database = workspace.database()
        self._viewer = Viewer.local()
        self._cohort = _one_of(self.cohorts, cohort, "cohort")

    def __repr__(self) -> str:
        about = self._cohort or ", ".join(self.cohorts)
        return f"<audits of {about}; waves: {', '.join(self.waves)}>"

    @property
    def cohorts(self) -> list[str]:
        """The cohorts of the workspace, each of which `netaudit.open` takes."""
        return list(ask(self._database, self._viewer, "cohorts")["cohort"])

    @property
    def waves(self) -> list[str]:
        """The waves in their order."""
        return list(settings(self._database, self._viewer)["waves"])

    def measures(self, wave: str | None = None) -> pd.DataFrame:
        """One value a row: cohort, participant_id, wave, measure, attribute, value.

        Undefined values are missing, never 0; `attribute` is missing where a measure has none.
        """
        return self._long("measure_rows", wave)

    def patterns(self) -> pd.DataFrame:
        """One row an audit and pattern: computed, own, display, basis, gap, gap_pairs, evidence."""
        return self._long("pattern_rows", None)

    def uptake(self, wave: str | None = None) -> pd.DataFrame:
        """How many take up which mentoring: k of n_enrolled, with Wilson's interval."""
        return self._long("uptake_rows", wave)

    def change(self, first: str, last: str) -> pd.DataFrame:
        """How each measure changed between two waves in those who answered both, with intervals."""
        waves = self.waves
        start, end = (_one_of(waves, wave, "wave") for wave in (first, last))
        if waves.index(first) >= waves.index(last):
            raise NetauditError(
                f"{start} does not come before {end}.", f"The waves in order: {', '.join(waves)}."
            )
        selection = self._selection(None)
        chosen = chosen_in(self._workspace.ledger, self._database, self._viewer, selection)
        rows = change_rows(
            self._database, self._viewer, selection, first=first, last=last, chosen=chosen
        )
        return rows[CSV_COLUMNS]

    def tables(self) -> Mapping[str, pd.DataFrame]:
        """What was answered, as the canonical tables: participants, audits, contacts and so on."""
        return stored_tables(self._database, self._viewer, self._selection(None))

    def _long(self, summary: str, wave: str | None) -> pd.DataFrame:
        selection = self._selection(_one_of(self.waves, wave, "wave"))
        rows = long_table(self._database, self._viewer, summary, selection)
        table: pd.DataFrame = rows.read_all().to_pandas()
        return table

    def _selection(self, wave: str | None) -> Selection:
        return Selection(cohort=self._cohort, wave=wave)


def open_audits(workspace: str | Path, cohort: str | None = None) -> Audits:
    """The audits in a workspace folder; NetauditError where nothing was imported yet."""
    opened = Workspace(Path(workspace))
    if opened.is_empty:
        raise NetauditError(
            f"There are no audits in {workspace}.", "Import an export first: netaudit import."
        )
    return Audits(opened, cohort)


def import_exports(
    *exports: str | Path, workspace: str | Path, mapping: str | Path | None = None
) -> Audits:
    """Imports exports one after the other into a workspace folder, and opens it.

    Refuses as `netaudit import` does: ImportRefused lists every problem, and nothing is stored.
    """
    from netaudit.importers.files import exports_in
    from netaudit.importers.mapping.recipe import read_recipe_file

    said = None if mapping is None else read_recipe_file(Path(mapping))
    opened = Workspace(Path(workspace))
    opened.import_all(exports_in([Path(one) for one in exports]), mapping=said)
    return Audits(opened)


def measure_titles() -> dict[str, str]:
    """What each measure's id stands for."""
    return {name: measure.title for name, measure in registry.measures().items()}


def _one_of(known: list[str], wanted: str | None, what: str) -> str | None:
    if wanted is not None and wanted not in known:
        raise NetauditError(f"There is no {what} {wanted}.", f"There are: {', '.join(known)}.")
    return wanted
