"""Who stayed on the lists, who came and who went, over the whole cohort."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import Audience, may_stand_beside, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.student_t import t_reach
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, percent, plain

RECALLED = 0.8
"""Of friends on a complete roster about a fifth were forgotten (Brewer & Webster 1999)."""

OVERLAP_OF_RECALL = RECALLED / (2 - RECALLED)
"""The overlap of two lists of an unchanged circle, of whom each recalls as many independently."""

FORGETTING = (
    "Some of this is forgetting, not change: if nothing had changed and each time four in five of"
    f" the same circle came to mind, the overlap would be {OVERLAP_OF_RECALL:.0%} and one in five"
    " would look new. A full form also makes people leave the list when others join it."
)

TURNS = {
    "kept": "On both lists",
    "added": "Only on the later",
    "dropped": "Only on the earlier",
}


def contacts(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, last: str
) -> Finding:
    """Contacts kept, added and dropped per participant; `data` is for charts.bars.count_bars."""
    everyone = replace(selection, wave=None)
    rows = records(ask(database, viewer, "change_contacts", everyone, first=first, last=last))
    readers = audience(database, viewer)
    minimum = readers.minimum
    if not rows or rows[0]["n"] < minimum:
        return nothing_to_show(
            "change_contacts",
            "Contacts kept, added and dropped",
            "Base: participants who completed both waves.",
            too_small(minimum, "participants who completed both waves"),
        )
    row = rows[0]
    means = {turn: plain(row[turn]) for turn in TURNS}
    has_overlap = may_stand_beside(row["n_overlap"], row["n"], readers)
    return Finding(
        id="change_contacts",
        headline=f"Between {readable(first).lower()} and {readable(last).lower()} participants kept"
        f" {means['kept']} contacts, added {means['added']} and dropped {means['dropped']} on"
        " average",
        base=f"Base: {counted(row['n'], 'participant')} who completed both waves. A contact is the"
        " same if the export gives the same code.",
        data=pd.DataFrame(
            {
                "category": list(TURNS.values()),
                "count": [float(row[turn]) for turn in TURNS],
                "label": list(means.values()),
            }
        ),
        table=pd.DataFrame(_lines(row, first, last, readers)),
        alternative="Bars of contacts per participant: "
        + "; ".join(f"{words.lower()} {means[turn]}" for turn, words in TURNS.items())
        + ".",
        caution=FORGETTING,
        withheld=""
        if has_overlap
        else "The overlap takes five or more contacts at both waves; too"
        " few participants have so many.",
    )


def _lines(row: dict[str, Any], first: str, last: str, readers: Audience) -> list[dict[str, Any]]:
    def line(what: str, value: str, n: int) -> dict[str, Any]:
        return {"What": what, "Mean per participant": value, "Participants": n}

    n = int(row["n"])
    lines = [
        line(f"Contacts at {readable(first).lower()}", plain(row["size_from"]), n),
        line(f"Contacts at {readable(last).lower()}", plain(row["size_to"]), n),
        *(line(words, plain(row[turn]), n) for turn, words in TURNS.items()),
    ]
    if may_stand_beside(row["n_overlap"], n, readers):
        long = int(row["n_overlap"])
        lines.append(line("Overlap of the two lists (Jaccard)", _overlap(row), long))
        lines.append(line("Kept, of the earlier list", percent(row["retention"]), long))
    if all(may_stand_beside(row[of], n, readers) for of in ("n_new", "n_old")):
        lines.append(line("External, of those added", percent(row["new_external"]), row["n_new"]))
        lines.append(line("External, of those dropped", percent(row["old_external"]), row["n_old"]))
    return lines


def _overlap(row: dict[str, Any]) -> str:
    n = int(row["n_overlap"])
    mean = row["overlap"]
    if n < ENOUGH_FOR_INTERVAL:
        return percent(mean) if n else NOTHING
    reach = float(t_reach(row["overlap_sd"], n))
    low, high = max(0.0, mean - reach), min(1.0, mean + reach)
    return f"{percent(mean)} (95% interval {percent(low)} to {percent(high)})"
