"""One measure by group of participants: means of groups that are large enough, never ranked."""

from collections import Counter
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.cohort.spread import in_units
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.groups import OF_THE_PERSON, OF_WORK, offered_groups, released_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label, readable

MEASURES = (
    "breadth",
    "size",
    "internal_share",
    "connectivity",
    "dynamism",
    "weak_tie_share",
    "long_known_share",
    "recent_share",
    "purposes_covered",
)
EVERYBODY = "Everybody"


def measure_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The measures whose means groups can be compared by."""
    return tuple(Choice(value=name, words=measures()[name].title) for name in MEASURES)


def group_attribute_choices(
    database: Database, viewer: Viewer, selection: Selection
) -> tuple[Choice, ...]:
    """What the participants can be grouped by; the default is one that gives several groups."""
    groups = Counter(group.attribute for group in offered_groups(database, viewer, selection))
    names = [name for name in (*OF_WORK, *OF_THE_PERSON) if groups[name]]
    first = next((name for name in names if groups[name] > 1), None)
    return tuple(
        Choice(value=name, words=readable(name), is_default=name == first) for name in names
    )


def group_means(
    database: Database, viewer: Viewer, selection: Selection, *, attribute: str, measure: str
) -> Finding:
    """The mean of a measure per group; a ladder draws everybody first, then each group."""
    looked_at = at_one_wave(database, viewer, selection)
    title = measures()[measure].title
    about = f"{title} by {readable(attribute).lower()}"
    if selection.attribute is not None:
        return nothing_to_show(
            "group_means",
            f"{about}: shown for everybody only",
            "A group is not parted again, since the parts would come down to single people.",
        )
    rows = ask(
        database, viewer, "composition_groups", looked_at, attribute=attribute, measure=measure
    )
    whole = int(rows["whole"].iloc[0]) if len(rows) else 0
    kept, withheld = released_groups(
        database, viewer, looked_at, rows, attribute=attribute, whole=whole, base="participants"
    )
    if kept.empty:
        return nothing_to_show(
            "group_means", f"{about}: no groups to show at {wave_words(looked_at)}", NONE, withheld
        )
    return _finding(kept, about, withheld, looked_at, attribute, measure)


NONE = "There are no groups of participants that are known and large enough."


def _finding(
    kept: pd.DataFrame,
    about: str,
    withheld: str,
    looked_at: Selection,
    attribute: str,
    measure: str,
) -> Finding:
    rows = _with_everybody(kept, attribute)
    values = [in_units(measure, mean) for mean in rows["mean"]]
    labels = [f"{v}, n = {n}" for v, n in zip(values, rows["participants"], strict=True)]
    listed = "; ".join(f"{w} {v}" for w, v in zip(rows["words"], labels, strict=True))
    shown = "the one group" if len(kept) == 1 else f"the {len(kept)} groups"
    return Finding(
        id="group_means",
        headline=f"{about}: {_range(values[1:])} in {shown} shown,"
        f" {values[0]} for everybody, at {wave_words(looked_at)}",
        base=f"Base: {int(rows['participants'].iloc[0])} participants for whom the measure is"
        " defined. Means of participants' own values; groups by name, not by value.",
        data=pd.DataFrame(
            {
                "category": rows["words"],
                "middle": rows["mean"],
                "lower_quartile": pd.NA,
                "upper_quartile": pd.NA,
                "label": labels,
            }
        ).astype({"lower_quartile": "Float64", "upper_quartile": "Float64"}),
        table=pd.DataFrame(
            {"Group": rows["words"], "Mean": values, "Participants": rows["participants"]}
        ),
        alternative=f"A mark for everybody and for each group. {listed}.",
        caution="Groups are small and differ in many ways at once: a few people can make the"
        f" difference. {' '.join(measures()[measure].caution.split())}",
        withheld=withheld,
    )


def _with_everybody(kept: pd.DataFrame, attribute: str) -> pd.DataFrame:
    groups = kept.assign(words=[label(attribute, code) for code in kept["category"]])
    places = list(VOCABULARIES.get(attribute, {}))
    ordered = groups.iloc[sorted(range(len(groups)), key=lambda n: _place(groups, n, places))]
    everybody = pd.DataFrame(
        {
            "words": [EVERYBODY],
            "participants": [int(kept["whole"].iloc[0])],
            "mean": [float(kept["whole_mean"].iloc[0])],
        }
    )
    return pd.concat([everybody, ordered[everybody.columns]], ignore_index=True)


def _place(groups: pd.DataFrame, number: int, places: list[str]) -> tuple[Any, ...]:
    """The vocabulary's order, else the alphabet's, with "under 30" before "30 to 39"."""
    code = str(groups["category"].iloc[number])
    if code in places:
        return (0, places.index(code), "")
    return (1, 0 if code.startswith("under") else 1, code)


def _range(values: list[str]) -> str:
    ends = sorted({*values}, key=lambda value: float(value.rstrip("%")))
    return ends[0] if len(ends) == 1 else f"{ends[0]} to {ends[-1]}"
