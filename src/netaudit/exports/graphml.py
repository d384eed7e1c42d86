"""One network a file, as Gephi, igraph and NetworkX read it."""

from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import Any

import pandas as pd

from netaudit.exports.folder import Files, in_a_path
from netaudit.network import Facts, graphml
from netaudit.schema import AUDITS, CONTACTS
from netaudit.wording import known

AUDIT = list(AUDITS.key)
TIED = ("acquainted", "work_closely")
NOT_SAID = {"tie": "acquainted", "list_kind": "core"}
"""What a blank stands for."""

Tables = Mapping[str, pd.DataFrame]


def graphml_files(tables: Tables) -> Files:
    """One file an audit that lists somebody: the contacts and the ties between them.

    The participant is not in it, since everybody in it is tied to them.
    """
    audits = {_key(row): row for row in _rows(tables["audits"])}
    contacts = _by_audit(tables["contacts"])
    ties = _by_audit(tables["ties"]) if "ties" in tables else {}
    named: dict[str, str] = {}
    for key, listed in contacts.items():
        members = {str(row["contact_id"]): _facts(row, CONTACTS.key) for row in listed}
        named[_name(key, named)] = graphml(
            _facts(audits[key], ()), members, _tied(ties.get(key, []))
        )
    return named


Row = dict[str, Any]
Key = tuple[str, str]


def _rows(table: pd.DataFrame) -> list[Row]:
    blanks = {name: code for name, code in NOT_SAID.items() if name in table}
    dates = [str(name) for name in table.select_dtypes("datetime")]
    days = {name: table[name].dt.strftime("%Y-%m-%d") for name in dates}
    filled = table.fillna(blanks).assign(**days)
    return [{str(k): v for k, v in row.items()} for row in filled.to_dict("records")]


def _key(row: Row) -> Key:
    return row["participant_id"], row["wave"]


def _by_audit(table: pd.DataFrame) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = {}
    for row in _rows(table):
        found.setdefault(_key(row), []).append(row)
    return found


def _facts(row: Row, without: tuple[str, ...]) -> Facts:
    return {name: cell for name, cell in row.items() if name not in without and known(cell)}


def _tied(rows: list[Row]) -> Iterator[tuple[str, str, Facts]]:
    for row in rows:
        if row["tie"] in TIED:
            facts = _facts(row, (*AUDIT, "contact_a", "contact_b"))
            yield row["contact_a"], row["contact_b"], facts


def _name(key: Key, taken: Mapping[str, str]) -> str:
    """A file's name of its own, also where case does not count."""
    stem = "_".join(map(in_a_path, key)).casefold()
    names = (f"{stem}{more}.graphml" for more in chain([""], map("-{}".format, count(2))))
    return next(one for one in names if one not in taken)
