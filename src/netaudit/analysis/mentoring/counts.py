"""Statements about the mentors of participants: to how many each applies, of how many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import Cells, release_cells, release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.shares import interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import share_of

Count = dict[str, Any]
"""One statement: line, k, n, share, ci_low, ci_high."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """The statements that may be shown, by name in order, and why others may not."""

    shown: dict[str, Count]
    withheld: str

    def of(self, line: str) -> Count | None:
        """The statement of that name, if it is shown."""
        return self.shown.get(line)


def counts(
    database: Database, viewer: Viewer, selection: Selection, summary: str, wanted: Sequence[str]
) -> Counts:
    """The wanted lines of a summary that reach the smallest group; in the order wanted."""
    rows = ask(database, viewer, summary, selection)
    found = rows[rows["line"].isin(wanted) & (rows["n"] > 0)]
    readers = audience(database, viewer)
    enough, too_few = release_rows(found, base="n", audience=readers)
    kept, hidden = release_cells(enough, Cells(count="k", base="n", tables=("line",)), readers)
    by_name = {row["line"]: row for row in records(kept)}
    return Counts(
        shown={line: by_name[line] for line in wanted if line in by_name},
        withheld=" ".join(filter(None, (too_few, hidden))),
    )


def points(counted: Counts, words: Mapping[str, str]) -> pd.DataFrame:
    """The statements for charts.share_points; `words` names each."""
    return pd.DataFrame(
        [{"category": words[line], **point(row, "k", "n")} for line, row in counted.shown.items()]
    )


def table_row(count: Count, words: str) -> dict[str, Any]:
    """One statement for reading."""
    return {
        "What": words,
        "Participants": count["k"],
        "Of": count["n"],
        "Share": share_of(count["k"], count["n"]),
        "95% interval": interval(count["ci_low"], count["ci_high"], count["n"]),
    }


def counts_finding(
    name: str,
    headline: str,
    base: str,
    counted: Counts,
    words: Mapping[str, str],
    *,
    caution: str = "",
) -> Finding:
    """The finding that shows these statements as points with intervals."""
    data = points(counted, words)
    said = "; ".join(
        f"{category} {label}"
        for category, label in zip(data.get("category", ()), data.get("label", ()), strict=True)
    )
    return Finding(
        id=name,
        headline=headline,
        base=base,
        data=data,
        table=pd.DataFrame([table_row(row, words[line]) for line, row in counted.shown.items()]),
        alternative=f"Points with intervals on a scale from 0 to 100%: {said}.",
        caution=caution if counted.shown else "",
        withheld=counted.withheld,
    )
