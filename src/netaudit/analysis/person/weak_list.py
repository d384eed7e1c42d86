"""The second list of one participant: weak ties, apart from the core."""

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.contact_words import function_words
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.names import listed, names
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, known

BRIDGES = {True: "Nobody", False: "Somebody"}
NOT_KNOWN = "Not known"


def weak_list(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """The weak ties of the wave, and which of them know none of the core contacts.

    Empty where the second list was not asked for, or nobody stands on it.
    """
    rows = ask(database, viewer, "person_weak_ties", participant=participant)
    here = rows[rows["wave"] == wave]
    finding_id = f"weak_ties_{participant}_{wave}"
    if here.empty:
        return nothing_to_show(finding_id, "Nobody is on the second list", "")
    called = names(database, viewer, participant)
    shown = records(here)
    table = pd.DataFrame(
        {
            "Weak tie": [called[int(row["contact_number"])] for row in shown],
            "Affiliation": [label("affiliation", row["affiliation"]) for row in shown],
            "Sector": [function_words(row["sector"]) for row in shown],
            "Function": [function_words(row["function"]) for row in shown],
            "Last in touch": [_days(row["last_contact_days"]) for row in shown],
            "Knows of the core": [_bridges(row["is_bridging"]) for row in shown],
        }
    )
    bridging = here.loc[here["is_bridging"].fillna(False).astype(bool), "contact_number"]
    return Finding(
        id=finding_id,
        headline=_headline(here, len(bridging)),
        base="People known slightly, who count in no other figure."
        + (
            f" Bridging, as far as was answered: {listed(bridging, called)}."
            if any(bridging)
            else ""
        ),
        data=here[["contact_number", "is_bridging"]],
        table=table,
        alternative="A table of the weak ties.",
    )


def _headline(here: pd.DataFrame, bridging: int) -> str:
    said = f"{counted(len(here), 'weak tie')} on the second list"
    if not here["is_bridging"].notna().any():
        return said
    if bridging == len(here):
        return f"{said}, known to nobody in the core"
    return f"{said}, {bridging} of them known to nobody in the core"


def _bridges(is_bridging: object) -> str:
    return BRIDGES[bool(is_bridging)] if known(is_bridging) else NOT_KNOWN


def _days(days: object) -> str:
    return f"{counted(int(str(days).split('.')[0]), 'day')} ago" if known(days) else NOT_KNOWN
