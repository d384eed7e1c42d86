"""What the figures on cultivation share: bars of people, and why there may be none."""

from collections.abc import Mapping, Sequence

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.shares import Row
from netaudit.wording import of, share_of

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


def most(rows: Sequence[Row], column: str) -> list[Row]:
    """The rows with the largest figure, several where they tie; none where all are 0."""
    top = max((row[column] for row in rows), default=0)
    return [row for row in rows if top and row[column] == top]


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
