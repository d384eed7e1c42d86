"""What a cohort of a given size could tell of a change, to be read before there are data."""

import pandas as pd

from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.power import smallest_effect
from netaudit.statistics.student_t import half_width_in_sds
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted

PAIRS = (10, 12, 15, 20, 25, 30, 40, 60, 80)


def what_can_be_told(_: Database, __: Viewer, ___: Selection, *, pairs: int) -> Finding:
    """Half the width of the 95% interval and the smallest change found in four of five cohorts.

    Both in standard deviations of change, for `pairs` people and for other numbers of them.
    """
    numbers = sorted({*PAIRS, *((pairs,) if pairs >= ENOUGH_FOR_INTERVAL else ())})
    rows = pd.DataFrame(
        {
            "pairs": numbers,
            "half_width": half_width_in_sds(numbers),
            "smallest": [smallest_effect(n) for n in numbers],
            "is_here": [n == pairs for n in numbers],
        }
    )
    return Finding(
        id="change_planning",
        headline=_headline(rows, pairs),
        base="In standard deviations of participants' changes: how much these differ from person to"
        " person.",
        data=rows,
        table=pd.DataFrame(
            {
                "Pairs": rows["pairs"],
                "Half of the interval": [f"{width:.2f}" for width in rows["half_width"]],
                "Smallest change found": [f"{smallest:.2f}" for smallest in rows["smallest"]],
                "Here": ["Yes" if here else NOTHING for here in rows["is_here"]],
            }
        ),
        alternative="Two curves that fall with the number of pairs, half of the interval below the"
        f" smallest change found: {_alternative(rows)}.",
        caution="Found means: in four of five such cohorts the interval would leave out no change.",
    )


def _alternative(rows: pd.DataFrame) -> str:
    """The first and the last number of pairs, which say how far the curves fall."""
    ends = (rows.iloc[0], rows.iloc[-1])
    return "; ".join(
        f"{int(row['pairs'])} pairs {row['half_width']:.2f} and {row['smallest']:.2f}"
        for row in ends
    )


def _headline(rows: pd.DataFrame, pairs: int) -> str:
    here = rows[rows["is_here"]]
    if here.empty:
        return f"{counted(pairs, 'pair')} are too few to estimate a change; ten are needed"
    row = here.iloc[0]
    return (
        f"With {pairs} pairs the interval reaches {row['half_width']:.2f} standard deviations to"
        f" each side, and changes from {row['smallest']:.2f} are usually found"
    )
