"""The programme's settings in force, as an export's programme.toml."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd
import tomli_w

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import settings
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Cohort, PatternThresholds, Programme
from netaudit.store.database import Database
from netaudit.wording import known

_IN_SECTIONS = ("patterns", "cohorts")


def settings_file(database: Database, viewer: Viewer, selection: Selection) -> str:
    """The text of programme.toml, with the selection's cohorts among those the viewer may see."""
    held = settings(database, viewer)
    document: dict[str, Any] = {
        "programme": _section(held, Programme),
        "patterns": _section(held, PatternThresholds),
        "cohorts": [
            _section(row, Cohort) | {"id": row["cohort"]}
            for row in records(ask(database, viewer, "cohorts"))
            if selection.cohort in (None, row["cohort"])
        ],
    }
    return tomli_w.dumps(document)


def _section(held: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """The fields of a section that have a value, as TOML writes them."""
    names = [one.name for one in fields(kind) if one.name not in _IN_SECTIONS]
    values = {name: _plain(held[name]) for name in names if name in held}
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    """A cell of a result as Python has it; None where it holds nothing."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if not known(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if isinstance(value, np.generic) else value
