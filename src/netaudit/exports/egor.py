"""Three tables a wave, as the R package egor reads them: egos, alters and the ties of alters."""

from collections.abc import Mapping

import pandas as pd

from netaudit.exports.folder import Files, csv_text, in_a_path
from netaudit.exports.graphml import TIED

EGO, ALTER, SOURCE, TARGET = ".egoID", ".altID", ".srcID", ".tgtID"
_KEYS = {
    "participant_id": EGO,
    "contact_id": ALTER,
    "contact_a": SOURCE,
    "contact_b": TARGET,
}


def egor_files(tables: Mapping[str, pd.DataFrame]) -> Files:
    """A folder for each wave, in which every participant is one ego.

    The third table holds those who are tied and nobody else, as egor takes each of its rows for a
    tie: which pairs were not asked about is not in it.
    """
    files: dict[str, str] = {}
    audits = tables["audits"]
    for number, wave in enumerate(dict.fromkeys(audits["wave"]), start=1):
        egos = tables["participants"].merge(_at(audits, wave), on="participant_id")
        written = {"ego": egos, "alter": _at(tables["contacts"], wave)}
        written["alter_tie"] = _ties(tables, wave)
        for name, rows in written.items():
            files[f"{number}-{in_a_path(wave)}/{name}.csv"] = csv_text(rows.rename(columns=_KEYS))
    return files


def _at(table: pd.DataFrame, wave: str) -> pd.DataFrame:
    return table[table["wave"] == wave].drop(columns="wave")


def _ties(tables: Mapping[str, pd.DataFrame], wave: str) -> pd.DataFrame:
    if "ties" not in tables:
        return pd.DataFrame(columns=["participant_id", "contact_a", "contact_b"])
    rows = _at(tables["ties"], wave).fillna({"tie": TIED[0]})
    return rows[rows["tie"].isin(TIED)]
