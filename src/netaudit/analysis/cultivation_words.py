"""What the figures on cultivation share: estimates in words, and why there may be none."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from netaudit.analysis.disclosure import too_small
from netaudit.analysis.finding import Finding
from netaudit.wording import ENOUGH_FOR_PERCENT, NOTHING, of, percent, share_of

Row = Mapping[str, Any]

INTERVAL = (
    "The 95% interval describes people like these in future cohorts; of this cohort itself the"
    " count is exact, as far as people answered."
)

TO_DATE = (
    "A plan holds every action that the participant recorded up to this wave, as last recorded."
)


def withheld_because(answered: int, minimum: int, topic: str) -> str:
    """Why nothing is shown of a topic; blank where enough people answered."""
    if not answered:
        return f"Not asked: nobody's answers hold anything about {topic} here, so none is missing."
    return (
        "" if answered >= minimum else too_small(minimum, f"participants with answers on {topic}")
    )


def interval(low: Any, high: Any, whole: int) -> str:
    """A 95% interval: "51% to 85%"; a dash where too few stand behind the share."""
    if whole < ENOUGH_FOR_PERCENT:
        return NOTHING
    return f"{percent(low)} to {percent(high)}"


def estimate(row: Row, count: str, whole: str, said: str = "") -> str:
    """Count, share and interval of a row: "17 of 24 (71%; 95% interval 51% to 85%)".

    What is `said` of the count comes before its share.
    """
    words = f"{row[count]} of {row[whole]} {said}".rstrip()
    if row[whole] < ENOUGH_FOR_PERCENT:
        return words
    spans = interval(row["ci_low"], row["ci_high"], row[whole])
    return f"{words} ({percent(row['share'])}; 95% interval {spans})"


def most(rows: Sequence[Row], column: str) -> list[Row]:
    """The rows with the largest figure, several where they tie; none where all are 0."""
    top = max((row[column] for row in rows), default=0)
    return [row for row in rows if top and row[column] == top]


def point(row: Row, count: str, whole: str) -> dict[str, Any]:
    """Share, interval and label of a row as charts.share_points draws them."""
    enough = row[whole] >= ENOUGH_FOR_PERCENT
    words = f"{row[count]} of {row[whole]}"
    return {
        "share": row["share"],
        "ci_low": row["ci_low"] if enough else None,
        "ci_high": row["ci_high"] if enough else None,
        "label": f"{words} ({interval(row['ci_low'], row['ci_high'], row[whole])})"
        if enough
        else words,
    }


def people_bars(
    name: str,
    row: Row,
    words: Mapping[str, str],
    *,
    headline: str,
    base: str,
    first: str,
    caution: str,
) -> Finding:
    """Participants in the parts of one row, each a count and a share; `data` is for share_bars.

    `words` names the parts, `first` heads their column in the table.
    """
    whole = row["participants"]
    data = [
        {"category": said, "share": row[f"{part}_share"], "label": f"{row[part]} of {whole}"}
        for part, said in words.items()
    ]
    table = [
        {
            first: said,
            "Participants": row[part],
            "Of": whole,
            "Share": share_of(row[part], whole),
        }
        for part, said in words.items()
    ]
    return Finding(
        id=name,
        headline=headline,
        base=base,
        data=pd.DataFrame(data),
        table=pd.DataFrame(table),
        alternative="Bars of participants: "
        + listed({said: of(row[part], whole) for part, said in words.items()}),
        caution=caution,
    )


def listed(pairs: Mapping[str, str]) -> str:
    """What a chart shows, for those who cannot see it: "planned 4; done 2."."""
    return "; ".join(f"{words.lower()} {said}" for words, said in pairs.items()) + "."
