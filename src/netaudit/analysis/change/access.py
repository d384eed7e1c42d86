"""Who of each group has at least one strategic or external contact, a sponsor, a mentor."""

from dataclasses import replace

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.group_rows import NO_RANKING, NONE, WHOLE_ONLY, ordered, released
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.shares import interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, of

ACCESS = {
    "strategic": "A strategic contact",
    "external": "An external contact",
    "sponsor": "A sponsor",
    "mentor": "A mentor",
}
"""What somebody has at least one of, in the order in which it is told."""


def access_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The kinds of access, the first of them the default."""
    return tuple(
        Choice(value=what, words=words, is_default=what == "strategic")
        for what, words in ACCESS.items()
    )


def access(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    attribute: str,
    what: str = "strategic",
) -> Finding:
    """Who of each group has at least one contact or mentor of a kind of ACCESS, at both waves.

    `data` is for charts.share_points and holds the later wave.
    """
    about = f"{ACCESS[what]}, by {readable(attribute).lower()}"
    finding_id = f"change_access_{what}"
    if selection.attribute is not None:
        return nothing_to_show(finding_id, f"{about}: shown for everybody only", WHOLE_ONLY)
    everyone = replace(selection, wave=None)
    found = ask(
        database, viewer, "change_access", everyone, attribute=attribute, first=first, last=last
    )
    here = found[found["access"] == what]
    whole = here[here["category"].isna()]
    kept, withheld = released(
        database, viewer, everyone, here, attribute, counts=["k_from", "k_to"]
    )
    if kept.empty or whole.empty:
        return nothing_to_show(finding_id, f"{about}: no groups to show", NONE, withheld)
    rows = ordered([*records(whole), *records(kept)], attribute)
    waves = (readable(first), readable(last))
    return Finding(
        id=finding_id,
        headline=f"{about}, at {waves[1].lower()}: "
        + "; ".join(f"{row['words']} {of(row['k_to'], row['n'])}" for row in rows),
        base=f"Base: {counted(rows[0]['n'], 'participant')} whose answer is known at both waves.",
        data=pd.DataFrame([{"category": row["words"], **point(row, "k_to", "n")} for row in rows]),
        table=pd.DataFrame(
            [
                {
                    readable(attribute): row["words"],
                    waves[0]: of(row["k_from"], row["n"]),
                    waves[1]: of(row["k_to"], row["n"]),
                    "95% interval": interval(row["ci_low"], row["ci_high"], row["n"]),
                }
                for row in rows
            ]
        ),
        alternative="Points with intervals, one a group: "
        + "; ".join(f"{row['words']} {row['k_to']} of {row['n']}" for row in rows)
        + ".",
        caution=NO_RANKING,
        withheld=withheld,
    )
