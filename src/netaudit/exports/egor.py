"""Three tables a wave, as the R package egor reads them: egos, alters and the ties of alters."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import pandas as pd

from netaudit.exports.folder import Files, csv_text, in_a_path
from netaudit.exports.graphml import TIED
from netaudit.importers.mapping.fields import field
from netaudit.importers.mapping.recipe import MappedQuestion, Recipe, written
from netaudit.importers.tools.ego_tables import ALTERS, TIES
from netaudit.importers.tools.egor import NAME
from netaudit.schema import MULTI_CODE_NONE
from netaudit.vocabulary import VOCABULARIES

EGO, ALTER, SOURCE, TARGET = ".egoID", ".altID", ".srcID", ".tgtID"
_KEYS = {
    "participant_id": EGO,
    "contact_id": ALTER,
    "contact_a": SOURCE,
    "contact_b": TARGET,
}


MAPPING = "mapping.toml"
"""What the columns are, for importing a wave again."""

ONLY_TIES = "positive_only_complete"
HIGHEST_SCALE = 5
"""A scale goes up to four or five; a number that goes further is a count."""


def egor_files(tables: Mapping[str, pd.DataFrame], answered: Collection[tuple[str, str]]) -> Files:
    """A folder for each wave, in which every participant is one ego.

    The third table holds those who are tied and nobody else, as egor takes each of its rows for a
    tie. So the ties of the audits in which every pair was `answered` are said to be all there are.
    """
    files: dict[str, str] = {}
    audits = tables["audits"].copy()
    whole = [key in answered for key in zip(audits["participant_id"], audits["wave"], strict=True)]
    # Where it is said that only ties were recorded and yet some pair was left open, not all are.
    audits["ties_status"] = audits["ties_status"].replace(ONLY_TIES, "partial")
    audits.loc[whole, "ties_status"] = ONLY_TIES
    for number, wave in enumerate(dict.fromkeys(audits["wave"]), start=1):
        folder = f"{number}-{in_a_path(wave)}"
        egos = tables["participants"].merge(_at(audits, wave), on="participant_id")
        alters, ties = _at(tables["contacts"], wave), _ties(tables, wave)
        for name, rows in (("ego", egos), ("alter", alters), ("alter_tie", ties)):
            files[f"{folder}/{name}.csv"] = csv_text(rows.rename(columns=_KEYS))
        files[f"{folder}/{MAPPING}"] = _mapping(wave, egos, alters, ties)
    return files


def _mapping(wave: str, egos: pd.DataFrame, alters: pd.DataFrame, ties: pd.DataFrame) -> str:
    questions = (
        *_questions(("participants", "audits"), "", egos),
        *_questions(("contacts",), ALTERS, alters),
        *_questions(("ties",), TIES, ties),
    )
    return written(
        Recipe(tool=NAME, wave=wave, dates="year first", own_ratings="1 to 4", questions=questions)
    )


def _questions(
    canonical: Iterable[str], table: str, rows: pd.DataFrame
) -> Iterator[MappedQuestion]:
    for name in map(str, rows.columns):
        found = next((one for t in canonical if (one := field(f"{t}.{name}"))), None)
        if found is None or name == "participant_id":
            continue
        codes = list(VOCABULARIES.get(found.column.vocabulary or "", {}))
        if found.column.kind == "codes":
            given = {code for cell in rows[name].dropna() for code in cell.split("|")}
            codes = sorted({*codes, *given, MULTI_CODE_NONE})
        if found.column.highest is not None and found.column.highest <= HIGHEST_SCALE:
            codes = [str(number) for number in range(1, int(found.column.highest) + 1)]
        yield MappedQuestion(
            text=_KEYS.get(name, name),
            table=table,
            field=found.id,
            answers={code: code for code in codes},
            separator="|" if found.column.kind == "codes" else "",
        )


def _at(table: pd.DataFrame, wave: str) -> pd.DataFrame:
    return table[table["wave"] == wave].drop(columns="wave")


def _ties(tables: Mapping[str, pd.DataFrame], wave: str) -> pd.DataFrame:
    if "ties" not in tables:
        return pd.DataFrame(columns=["participant_id", "contact_a", "contact_b"])
    rows = _at(tables["ties"], wave).fillna({"tie": TIED[0]})
    return rows[rows["tie"].isin(TIED)]
