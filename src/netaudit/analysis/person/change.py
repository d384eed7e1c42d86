"""What changed in one participant's list between two waves: who stayed, came and left."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.names import Names, names
from netaudit.analysis.person.waves import waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted

TURNS = {"kept": "On both lists", "new": "New", "left": "No longer listed"}


def change(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    participant: str,
    wave: str,
    since: str | None = None,
) -> Finding:
    """Who stayed, came and went between the completed wave `since` and `wave`.

    Without `since` it is the nearest earlier one. Empty where there is no earlier one, or nobody
    on either list. `data` has contact_number and turn.
    """
    rows = ask(database, viewer, "person_turnover", participant=participant)
    here = between(rows, wave, since)
    called = names(database, viewer, participant)
    full = {
        one.wave
        for one in waves(database, viewer, selection, participant=participant)
        if one.count("is_full")
    }
    ordered = here.assign(order=[list(TURNS).index(turn) for turn in here["turn"]]).sort_values(
        ["order", "contact_number"]
    )
    return Finding(
        id=f"change_{participant}",
        headline=_headline(here),
        base=_base(here, wave),
        data=ordered[["contact_number", "turn"]],
        table=_table(ordered, called),
        alternative="A table of contacts kept, new and no longer listed.",
        caution=_caution(here, full, voice(viewer)),
    )


def between(rows: pd.DataFrame, wave: str, since: str | None) -> pd.DataFrame:
    """The rows that compare `wave` with `since`, or with the nearest earlier wave without it."""
    here = rows[rows["wave"] == wave]
    return here[here["is_previous"] if since is None else here["earlier_wave"] == since]


def _caution(here: pd.DataFrame, full: set[str], speaks: Voice) -> str:
    """What else than a change of the network can make the lists differ."""
    if here.empty:
        return ""
    forgotten = speaks.says(
        "Names slip everybody's mind from one time to the next: somebody who is missing may have"
        " been forgotten, and not lost.",
        "People forget names from one time to the next, so some of this is recall.",
    )
    if not full & {here["wave"].iloc[0], here["earlier_wave"].iloc[0]}:
        return forgotten
    return f"{forgotten} And a list that is full has no room for more, whoever came or stayed."


def by_turn(finding: Finding) -> dict[str, str]:
    """The contacts of each turn, in the words of TURNS, as one list of names."""
    return {
        words: ", ".join(finding.table.loc[finding.table["Since then"] == words, "Contact"])
        or NOTHING
        for words in TURNS.values()
    }


def _table(ordered: pd.DataFrame, called: Names) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Contact": [called[int(number)] for number in ordered["contact_number"]],
            "Since then": [TURNS[turn] for turn in ordered["turn"]],
            "Affiliation": [label("affiliation", code) for code in ordered["affiliation"]],
            "Seniority": [label("seniority", code) for code in ordered["seniority"]],
        }
    )


def _headline(here: pd.DataFrame) -> str:
    if here.empty:
        return "There is no earlier list to compare with"
    n = {turn: int((here["turn"] == turn).sum()) for turn in TURNS}
    since = readable(here["earlier_wave"].iloc[0]).lower()
    return f"Since {since}: {n['kept']} kept, {n['new']} new, {n['left']} no longer listed"


def _base(here: pd.DataFrame, wave: str) -> str:
    if here.empty:
        return "Base: two completed audits are needed."
    left = int((here["turn"] == "left").sum())
    new = int((here["turn"] == "new").sum())
    before, now = len(here) - new, len(here) - left
    return (
        f"Base: {counted(before, 'contact')} at {readable(here['earlier_wave'].iloc[0]).lower()},"
        f" {now} at {readable(wave).lower()}."
    )
