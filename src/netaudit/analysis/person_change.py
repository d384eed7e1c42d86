"""What changed in one participant's list since the wave before."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import counted

TURNS = {"kept": "On both lists", "new": "New", "left": "No longer listed"}


def change(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """Who stayed, came and went between the wave and the completed one before it.

    Empty where there is no earlier one, or nobody on either list.
    """
    rows = ask(database, viewer, "person_turnover", participant=participant)
    here = rows[rows["wave"] == wave]
    ordered = here.assign(order=[list(TURNS).index(turn) for turn in here["turn"]]).sort_values(
        ["order", "contact_number"]
    )
    return Finding(
        id=f"change_{participant}",
        headline=_headline(here),
        base=_base(here, wave),
        data=ordered[["contact_number", "turn"]],
        table=pd.DataFrame(
            {
                "Contact": [str(number) for number in ordered["contact_number"]],
                "Since then": [TURNS[turn] for turn in ordered["turn"]],
                "Affiliation": [label("affiliation", code) for code in ordered["affiliation"]],
                "Seniority": [label("seniority", code) for code in ordered["seniority"]],
            }
        ),
        alternative="A table of contacts kept, new and no longer listed.",
        caution="People forget names from one time to the next, so some of this is recall."
        if len(here)
        else "",
    )


def _headline(here: pd.DataFrame) -> str:
    if here.empty:
        return "There is no earlier list to compare with"
    n = {turn: int((here["turn"] == turn).sum()) for turn in TURNS}
    since = readable(here["previous_wave"].iloc[0]).lower()
    return f"Since {since}: {n['kept']} kept, {n['new']} new, {n['left']} no longer listed"


def _base(here: pd.DataFrame, wave: str) -> str:
    if here.empty:
        return "Base: two completed audits are needed."
    left = int((here["turn"] == "left").sum())
    new = int((here["turn"] == "new").sum())
    before, now = len(here) - new, len(here) - left
    return (
        f"Base: {counted(before, 'contact')} at {readable(here['previous_wave'].iloc[0]).lower()},"
        f" {now} at {readable(wave).lower()}."
    )
