"""How one participant passes on and takes in knowledge: formats, roles and times a year."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label, readable
from netaudit.wording import NOTHING, counted, enumerated, known, plain

FORMATS = tuple(VOCABULARIES["exchange_format"])
DOES = {"organise": "organise{}", "contribute": "contribute{} to", "attend": "attend{}"}


@dataclass(frozen=True, kw_only=True)
class FormatOffer:
    """A format that is not taken part in: what it is, and one small way to begin."""

    title: str
    about: str
    first_step: str


def exchange(database: Database, viewer: Viewer, _: Selection, *, participant: str) -> Finding:
    """One row a format, one column a wave; empty where none was recorded."""
    rows = ask(database, viewer, "person_exchange", participant=participant)
    recorded = records(rows)
    waves = list(dict.fromkeys(row["wave"] for row in recorded))
    latest = [row for row in recorded if row["wave"] == waves[-1]] if waves else []
    return Finding(
        id=f"exchange_{participant}",
        headline=_headline(latest, voice(viewer)),
        base=_base(waves, voice(viewer)),
        data=rows,
        table=_table(recorded, waves),
        alternative="A table of the formats of knowledge exchange, one column a wave.",
    )


def format_offers(
    database: Database, viewer: Viewer, _: Selection, *, participant: str
) -> tuple[FormatOffer, ...]:
    """The formats that no wave records, each with a small first step."""
    rows = ask(database, viewer, "person_exchange", participant=participant)
    return tuple(
        FormatOffer(title=label("exchange_format", code), **guidance("exchange_format")[code])
        for code in FORMATS
        if code not in set(rows["format"])
    )


def _table(rows: list[dict[str, Any]], waves: list[str]) -> pd.DataFrame:
    if not waves:
        return pd.DataFrame()
    used = [code for code in FORMATS if any(row["format"] == code for row in rows)]
    columns = {"Format": [label("exchange_format", code) for code in used]}
    for wave in waves:
        columns[readable(wave)] = [_roles(rows, code, wave) for code in used]
    return pd.DataFrame(columns)


def _roles(rows: list[dict[str, Any]], code: str, wave: str) -> str:
    said = [
        label("exchange_role", row["role"]) + _often(row["per_year"])
        for row in rows
        if row["format"] == code and row["wave"] == wave
    ]
    return ", ".join(said) or NOTHING


def _often(per_year: Any) -> str:
    if not known(per_year):
        return ""
    return " (once a year)" if per_year == 1 else f" ({plain(per_year)} times a year)"


def _headline(latest: list[dict[str, Any]], speech: Voice) -> str:
    if not latest:
        return "No gathering, newsletter, forum or roundtable is recorded"
    formats = {role: len({row["format"] for row in latest if row["role"] == role}) for role in DOES}
    ending = speech.says("", "s")
    parts = [
        f"{does.format(ending)} {counted(formats[role], 'format')}"
        for role, does in DOES.items()
        if formats[role]
    ]
    return f"{speech.says('You', 'The participant')} {enumerated(parts)}"


def _base(waves: list[str], speech: Voice) -> str:
    if waves:
        return f"As answered at {readable(waves[-1]).lower()}."
    return speech.says("Noting them would show what you give and what you take part in.", "")
