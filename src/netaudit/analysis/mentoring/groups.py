"""Who has a mentor, group beside group; only groups that nobody can be found in."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.groups import (
    OF_THE_PERSON,
    OF_WORK,
    counts_released,
    offered_groups,
    released_groups,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.shares import interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import share_of

COMPARE_WITH_CARE = (
    "With few people in a group the intervals are wide: overlapping ones tell no groups apart."
)

OF_ENROLLED = (
    "Base: the participants of each group; whoever did not answer counts as without. How many"
    " answered stands in the table."
)
OF_ANSWERED = "Base: the participants of each group who completed the audit and answered."


def attributes(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """What the cohort can be grouped by; facts of work come before facts of the person."""
    found = {group.attribute for group in offered_groups(database, viewer, selection)}
    names = [name for name in (*OF_WORK, *OF_THE_PERSON) if name in found]
    return tuple(Choice(value=name, words=readable(name)) for name in names)


def by_group(
    database: Database, viewer: Viewer, selection: Selection, *, attribute: str
) -> Finding:
    """Participants of each group who have a mentor at the wave; `data` is for share_points.

    By gender, age or ethnicity only those who answered are counted: beside everybody enrolled they
    would tell of the few who did not.
    """
    cohort = Selection(cohort=selection.cohort)
    of_answered = attribute in OF_THE_PERSON
    rows = ask(
        database,
        viewer,
        "mentoring_groups",
        cohort,
        attribute=attribute,
        now=selection.wave,
        of_answered=of_answered,
    )
    kept, withheld = released_groups(
        database,
        viewer,
        cohort,
        rows,
        attribute=attribute,
        whole=int(rows["answered"].sum()),
        base="answered",
    )
    counts = ["answered", "with_mentor"]
    kept, few = counts_released(
        database,
        viewer,
        kept,
        rows[counts].sum(),
        attribute=attribute,
        base="answered",
        counts=["with_mentor"],
    )
    shown = records(kept)
    return Finding(
        id=f"mentors_by_{attribute}",
        headline=_headline(shown, attribute),
        base=OF_ANSWERED if of_answered else OF_ENROLLED,
        data=pd.DataFrame([_point(row, attribute) for row in shown]),
        table=pd.DataFrame([_line(row, attribute) for row in shown]),
        alternative="Points with intervals, one a group: "
        + "; ".join(
            f"{_name(row, attribute)} {row['with_mentor']} of {row['participants']}"
            for row in shown
        )
        + ".",
        caution=COMPARE_WITH_CARE if shown else "",
        withheld=f"{withheld} {few}".strip(),
    )


def _headline(shown: list[dict[Any, Any]], attribute: str) -> str:
    words = readable(attribute).lower()
    if not shown:
        return f"With a mentor, by {words}"
    if len(shown) == 1:
        return f"With a mentor, by {words}: {_said(shown[0], attribute)}"
    least, most = (choose(shown, key=lambda row: row["share"]) for choose in (min, max))
    if least["share"] == most["share"]:
        return f"With a mentor, by {words}: the same share everywhere, {_said(most, attribute)}"
    return f"With a mentor, by {words}: from {_said(least, attribute)} to {_said(most, attribute)}"


def _said(row: dict[Any, Any], attribute: str) -> str:
    return f"{row['with_mentor']} of {row['participants']} ({_name(row, attribute)})"


def _name(row: dict[Any, Any], attribute: str) -> str:
    return label(attribute, row["category"])


def _point(row: dict[Any, Any], attribute: str) -> dict[str, Any]:
    return {"category": _name(row, attribute), **point(row, "with_mentor", "participants")}


def _line(row: dict[Any, Any], attribute: str) -> dict[str, Any]:
    return {
        readable(attribute): _name(row, attribute),
        "With a mentor": row["with_mentor"],
        **(_further(row) if attribute not in OF_THE_PERSON else {}),
        "Participants": row["participants"],
        "Answered": row["answered"],
        "Share with a mentor": share_of(row["with_mentor"], row["participants"]),
        "95% interval": interval(row["ci_low"], row["ci_high"], row["participants"]),
    }


def _further(row: dict[Any, Any]) -> dict[str, Any]:
    """Rarer than a mentor: of a group by gender these few would be known by name."""
    return {"With a sponsor": row["with_sponsor"], "Mentoring others": row["with_mentee"]}
