"""Ties between participants, from the roster question: how many, which way, and what changed."""

from dataclasses import replace

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shared.words import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, of, share_of

RELATIONS = {
    "any": "Know each other",
    "sought_advice": "Asked for advice",
    "worked_together": "Worked together",
    "introduced_someone": "Introduced somebody",
}
NOT_ASKED = "No wave has answers to the roster question of those who let themselves be matched."
TWO_VIEWS = (
    "A pair counts as tied if one of the two says so: people forget a name on a roster sooner than"
    " they invent one."
)
BY_DESIGN = (
    "A cohort that has just been put together begins with few ties. That they grow shows that the"
    " programme brought people together, not yet what came of it."
)
ABOUT = "Ties inside the cohort"


def ties_by_wave(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Pairs tied at each wave, relation by relation; `data` for share_bars_by_wave."""
    everything = replace(selection, wave=None)
    rows = records(ask(database, viewer, "roster_waves", everything))
    minimum = minimum_group(database, viewer)
    if not rows:
        return nothing_to_show("roster_ties", ABOUT, NOT_ASKED)
    enough = [row for row in rows if row["participants"] >= minimum]
    if not enough:
        return too_few("roster_ties", ABOUT, minimum)
    latest = enough[-len(RELATIONS)]
    return Finding(
        id="roster_ties",
        headline=_latest_words(latest),
        base="Base: "
        + "; ".join(
            f"{readable(row['wave']).lower()} {counted(row['participants'], 'participant')}"
            for row in enough
            if row["relation"] == "any"
        )
        + ", of those who let themselves be matched and answered. Every two of them are a pair.",
        data=pd.DataFrame([_bar(row) for row in enough]),
        table=pd.DataFrame([_wave_row(row) for row in enough]),
        alternative="Bars: the share of pairs that are tied, by kind of tie and wave. "
        + "; ".join(
            f"{RELATIONS[row['relation']].lower()}, {readable(row['wave']).lower()}:"
            f" {of(row['tied'], row['pairs'])}"
            for row in enough
        ),
        caution=f"{TWO_VIEWS} {BY_DESIGN}",
    )


def _latest_words(row: Row) -> str:
    alone = (
        "everybody knows somebody"
        if not row["alone"]
        else f"{of(row['alone'], row['participants'], 'participants')} know nobody"
    )
    return (
        f"{of(row['tied'], row['pairs'], 'pairs of participants')} know each other at"
        f" {readable(row['wave']).lower()}; {alone}"
    )


def _bar(row: Row) -> Row:
    return {
        "category": RELATIONS[row["relation"]],
        "wave": readable(row["wave"]),
        "share": row["tied"] / row["pairs"],
        "label": f"{readable(row['wave'])}: {of(row['tied'], row['pairs'], 'pairs')}",
    }


def _wave_row(row: Row) -> Row:
    return {
        "Wave": readable(row["wave"]),
        "Tie": RELATIONS[row["relation"]],
        "Pairs tied": row["tied"],
        "Pairs": row["pairs"],
        "Density": share_of(row["tied"], row["pairs"]),
        "Both say so": row["returned"],
        "Returned": share_of(row["returned"], row["tied"]) if row["tied"] else NOTHING,
        "Without a tie": row["alone"],
        "Participants": row["participants"],
    }


def change(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """What became of pairs between the first and the latest wave, of those who answered both."""
    everything = replace(selection, wave=None)
    waves = list(
        dict.fromkeys(
            row["wave"] for row in records(ask(database, viewer, "roster_waves", everything))
        )
    )
    if len(waves) < 2:
        return nothing_to_show("roster_change", "Change of ties", "It takes two waves with ties.")
    first, last = waves[0], waves[-1]
    rows = records(ask(database, viewer, "roster_change", everything, first=first, last=last))
    minimum = minimum_group(database, viewer)
    if not rows or rows[0]["participants"] < minimum:
        return too_few("roster_change", "Change of ties", minimum)
    known = rows[0]
    was, now = readable(first).lower(), readable(last).lower()
    return Finding(
        id="roster_change",
        headline=f"Of {known['pairs']:,} pairs, {known['tied_first']:,} knew each other at {was}"
        f" and {known['tied_last']:,} at {now}: {known['made']:,} new, {known['ended']:,} no longer"
        " told",
        base=f"Base: {counted(known['participants'], 'participant')} who answered the roster"
        f" question at {was} and at {now}, and let themselves be matched.",
        data=pd.DataFrame(),
        table=pd.DataFrame([_change_row(row, readable(first), readable(last)) for row in rows]),
        alternative="",
        caution=f"{BY_DESIGN} Advice and joint work are asked about the months before each wave,"
        " so that they can come and go.",
    )


def _change_row(row: Row, first: str, last: str) -> Row:
    return {
        "Tie": RELATIONS[row["relation"]],
        "Pairs": row["pairs"],
        first: row["tied_first"],
        last: row["tied_last"],
        "New": row["made"],
        "No longer told": row["ended"],
    }
