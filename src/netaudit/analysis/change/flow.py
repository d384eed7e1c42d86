"""Who could answer, who did at each of two waves, and who did at both."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.shares import estimate, interval
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, of


def flow(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, last: str
) -> Finding:
    """Enrolled, answered at each wave, answered at both; `data` as charts.bars.share_bars draws it.

    Every share is of those enrolled, with its Wilson interval.
    """
    everyone = replace(selection, wave=None)
    rows = records(ask(database, viewer, "change_flow", everyone, first=first, last=last))
    enrolled, paired = int(rows[0]["enrolled"]), int(rows[-1]["people"])
    steps = [{**row, "words": _step_words(row)} for row in rows]
    return Finding(
        id="change_flow",
        headline=_headline(rows, first, last),
        base=f"Base: {counted(enrolled, 'person', 'people')} enrolled. Changes are those of the"
        f" {paired:,} who answered both times; whoever answered once is in no change.",
        data=pd.DataFrame(
            {
                "category": [row["words"] for row in steps],
                "share": [row["share"] if enrolled else 0.0 for row in steps],
                "label": [of(row["people"], enrolled) if enrolled else "0" for row in steps],
            }
        ),
        table=pd.DataFrame([_line(row, enrolled) for row in steps]),
        alternative="Bars, one below the other, of those enrolled: "
        + "; ".join(f"{row['words'].lower()} {row['people']}" for row in steps)
        + ".",
        caution="The interval is for people like these in other cohorts. Among those enrolled the"
        " count is exact.",
    )


def _headline(rows: list[dict[str, Any]], first: str, last: str) -> str:
    paired = rows[-1]
    waves = f"{readable(first).lower()} and {readable(last).lower()}"
    if not paired["enrolled"]:
        return f"Nobody is enrolled who could answer at {waves}"
    return f"{estimate(paired, 'people', 'enrolled', f'answered at both {waves}')}"


def _step_words(row: dict[str, Any]) -> str:
    if row["step"] == "wave":
        return readable(row["wave"])
    return "Enrolled" if row["step"] == "enrolled" else "Both"


def _line(row: dict[str, Any], enrolled: int) -> dict[str, Any]:
    return {
        "Step": row["words"],
        "Participants": row["people"],
        "Of those enrolled": of(row["people"], enrolled) if enrolled else "0",
        "95% interval": interval(row["ci_low"], row["ci_high"], enrolled),
    }
