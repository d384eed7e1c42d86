"""The second list: weak ties, and the sectors they reach."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, of, percent, plain

CORE, WEAK = "Core contacts", "Weak ties"


def weak_ties(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many weak ties were listed apart, and their sectors beside those of the core contacts.

    The chart draws category, series, share and label; it is empty where too few sectors are known.
    """
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(database, viewer, "composition_weak_ties", looked_at)
    one = rows.iloc[0]
    minimum = minimum_group(database, viewer)
    if not one["naming"]:
        return nothing_to_show(
            "weak_ties",
            f"No weak ties were listed at {wave_words(looked_at)}",
            "The second list was not asked for, or nobody put anybody on it.",
        )
    if one["whole"] < minimum:
        return too_few("weak_ties", WEAK, minimum)
    compared = rows[(rows["participants"] >= minimum) & rows["sector"].notna()]
    return _finding(compared, one, looked_at, minimum)


def _finding(compared: pd.DataFrame, one: pd.Series, looked_at: Selection, minimum: int) -> Finding:
    many = f", {plain(one['mean_weak_ties'])} each on average" if one["naming"] >= minimum else ""
    return Finding(
        id="weak_ties",
        headline=f"{of(int(one['naming']), int(one['whole']), 'participants')} listed weak ties"
        f" as well at {wave_words(looked_at)}{many}",
        base=_base(compared, one),
        data=_bars(compared),
        table=_table(compared),
        alternative=_alternative(compared),
        caution="Weak ties, people on the second list, count in no other figure of this page.",
        withheld=""
        if len(compared)
        else f"Sectors not shown: fewer than {minimum} participants have some known on both lists.",
    )


def _base(compared: pd.DataFrame, one: pd.Series) -> str:
    named = (
        f"Base: {counted(int(one['whole']), 'participant')} who completed the audit,"
        f" {counted(int(one['weak_ties']), 'weak tie')}."
    )
    if compared.empty:
        return named
    n = int(compared["participants"].iloc[0])
    return (
        f"{named} Bars: mean shares of the sectors over {counted(n, 'participant')}"
        " with a known sector on both lists."
    )


def _bars(compared: pd.DataFrame) -> pd.DataFrame:
    lists = {CORE: "core_mean", WEAK: "weak_mean"}
    parts = [
        pd.DataFrame(
            {
                "category": compared["sector"].map(readable),
                "series": name,
                "share": compared[column],
                "label": compared[column].map(percent),
            }
        )
        for name, column in lists.items()
    ]
    return pd.concat(parts, ignore_index=True)


def _table(compared: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Sector": compared["sector"].map(readable),
            "Core contacts, mean share": compared["core_mean"].map(percent),
            "Weak ties, mean share": compared["weak_mean"].map(percent),
            "Participants": compared["participants"],
        }
    )


def _alternative(compared: pd.DataFrame) -> str:
    listed = "; ".join(
        f"{readable(row['sector']).lower()} {percent(row['core_mean'])} and"
        f" {percent(row['weak_mean'])}"
        for row in compared.to_dict("records")
    )
    return f"Two bars a sector, its share of core contacts and of weak ties: {listed}."
