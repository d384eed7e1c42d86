"""What one participant turns to contacts for, inside and outside."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import counted

SIDES = {"internal": "Internal", "external": "External", "unplaced": "Affiliation not known"}
"""Where the contacts for a purpose work, by the columns of the data."""


def purposes(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """Contacts per purpose at the wave, internal and external; empty where nobody answered."""
    rows = ask(database, viewer, "person_purposes", participant=participant)
    here = rows[(rows["wave"] == wave) & (rows["answered"] > 0)]
    table = pd.DataFrame(
        {
            "Purpose": [label("purpose", purpose) for purpose in here["purpose"]],
            "Contacts": here["contacts"],
            "Internal": here["internal"],
            "External": here["external"],
            "Affiliation not known": here["unplaced"],
        }
    )
    if not here["unplaced"].any():
        table = table.drop(columns="Affiliation not known")
    return Finding(
        id=f"purposes_{participant}",
        headline=_headline(here, wave),
        base=_base(here),
        data=here[["purpose", "contacts", "internal", "external", "unplaced"]],
        table=table,
        alternative=f"A bar a purpose, internal and external contacts. {_headline(here, wave)}.",
    )


def sides(finding: Finding) -> pd.DataFrame:
    """What charts.sides draws of the contacts per purpose, in the parts of SIDES that occur."""
    occur = {side: part for side, part in SIDES.items() if finding.data[side].any()}
    rows = [
        {
            "category": label("purpose", row["purpose"]),
            "part": part,
            "count": row[side],
            "label": _over_bar(row),
        }
        for row in records(finding.data)
        for side, part in occur.items()
    ]
    return pd.DataFrame(rows, columns=["category", "part", "count", "label"])


def _over_bar(row: dict[str, Any]) -> str:
    parts = [f"{row[side]} {part.lower()}" for side, part in SIDES.items() if row[side]]
    return f"{label('purpose', row['purpose'])}: {', '.join(parts) or 'nobody'}"


def _headline(here: pd.DataFrame, wave: str) -> str:
    if here.empty:
        return f"What the contacts are for was not answered at {readable(wave).lower()}"
    said = [
        f"{internal} of {contacts} {label('purpose', purpose).lower()}"
        for purpose, contacts, internal in zip(
            here["purpose"], here["contacts"], here["internal"], strict=True
        )
        if contacts
    ]
    if not said:
        return "No contact serves an operational, personal or strategic purpose"
    return f"Internal contacts by purpose: {', '.join(said)}"


def _base(here: pd.DataFrame) -> str:
    if here.empty:
        return "Base: no contact with an answer."
    answered = counted(int(here["answered"].iloc[0]), "contact")
    return f"Base: {answered} with an answer. One contact can serve several purposes."
