"""How measures are spread over participants, as rows of a ladder."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.release.disclosure import release_rows, release_shape
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, known, percent, plain

READ_AS = "The mark is the mean; from 20 participants on, the bar holds the middle half of them."


def spread(
    database: Database, viewer: Viewer, selection: Selection, wanted: tuple[str, ...]
) -> tuple[pd.DataFrame, str]:
    """Rows of measure_spread.sql with enough participants, and what was held back."""
    rows = ask(database, viewer, "measure_spread", selection, measures=list(wanted))
    readers = audience(database, viewer)
    enough, withheld = release_rows(
        rows[rows["participants"] > 0], base="participants", audience=readers
    )
    # READ_AS says already from how many people on there are quartiles.
    shaped, _ = release_shape(enough, base="participants", audience=readers)
    return shaped, withheld


def in_units(measure: str, value: Any) -> str:
    """A value of a measure: a percentage for shares, otherwise a number."""
    unit = measures()[measure].unit
    if not known(value):
        return NOTHING
    return percent(value) if unit == "share" else plain(value, 2 if unit == "index" else 1)


def rungs(rows: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    """The rows as a ladder draws them, with the mean in the middle."""
    return pd.DataFrame(
        {
            "category": words,
            "middle": rows["mean"],
            "lower_quartile": rows["lower_quartile"],
            "upper_quartile": rows["upper_quartile"],
            "label": [rung_words(row) for row in rows.to_dict("records")],
        }
    )


def rung_words(row: dict[Any, Any]) -> str:
    """What one rung shows, in words: "mean 60%, middle half 43% to 78%, n = 20"."""
    measure = row["measure"]
    parts = [f"mean {in_units(measure, row['mean'])}"]
    if known(row["lower_quartile"]):
        low, high = (in_units(measure, row[f"{side}_quartile"]) for side in ("lower", "upper"))
        parts.append(f"middle half {low} to {high}")
    return ", ".join([*parts, f"n = {int(row['participants'])}"])


def spread_table(rows: pd.DataFrame, **names: list[str]) -> pd.DataFrame:
    """The same for reading, after columns of `names`; what is not to be shown is a dash."""
    cells = rows.to_dict("records")
    columns = {
        "Median": "median",
        "Lower quartile": "lower_quartile",
        "Upper quartile": "upper_quartile",
    }
    return pd.DataFrame(
        {
            **names,
            "Wave": [readable(row["wave"]) for row in cells],
            "Mean": [in_units(row["measure"], row["mean"]) for row in cells],
            "Participants": rows["participants"],
            **{
                title: [in_units(row["measure"], row[column]) for row in cells]
                for title, column in columns.items()
            },
            "Undefined for": rows["undefined"],
        }
    )
