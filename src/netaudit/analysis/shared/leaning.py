"""Whom several participants name, and how many lean on the same few."""

from string import ascii_uppercase
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Figures, Finding, SingleFigure, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shared.words import AT_LEAST, KEEP_TO_THEMSELVES, Row, base_words, totals
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, known, of, plain

ABOUT = "People named by several"
FEW_HELP = (
    "The three people named by most, with everybody tied with the third; only people named by two"
    " or more count. When one of them leaves, so many participants lose somebody at once."
)
EFFECTIVE_HELP = (
    "One divided by the sum of the squared shares of all mentions. It equals the number of people"
    " if each is named equally often, and falls the more a few are named by many."
)


def cards(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """The network of lists in five figures; none where too few let their contacts be matched."""
    row, chosen = totals(database, viewer, selection)
    if row["participants"] < minimum_group(database, viewer):
        return Figures(id="shared")
    return Figures(
        id="shared",
        figures=(
            SingleFigure(
                title="Can be matched",
                value=f"{row['participants']:,}",
                base=f"of {row['completed']:,} participants who completed the audit"
                f"{at_wave(chosen.wave)}",
            ),
            SingleFigure(
                title="Named by several",
                value=f"{row['shared']:,}",
                base=f"of {row['people']:,} different people on their lists",
            ),
            _leaning(row),
            SingleFigure(
                title="Have somebody in common",
                value=f"{row['overlapping']:,}",
                base=f"of {row['pairs']:,} pairs of participants",
            ),
            SingleFigure(
                title="Effective number",
                value=plain(row["effective"], 0),
                base=f"beside {row['people']:,} different people",
                help=EFFECTIVE_HELP,
            ),
        ),
    )


def _leaning(row: Row) -> SingleFigure:
    few = row["leaned_on"]
    return SingleFigure(
        title="Lean on the same few",
        value=f"{row['leaning_participants']:,}" if few else NOTHING,
        base=f"of {row['participants']:,} participants name one of the"
        f" {counted(few, 'person', 'people')} named by most"
        if few
        else "Nobody is named by two participants.",
        help=FEW_HELP,
    )


def named_by_several(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many people are named by two, by three, …; `data` for count_bars.

    `table` lists them as far as the viewer may be told who named whom, under the letters by which
    drawings know them.
    """
    row, chosen = totals(database, viewer, selection)
    minimum = minimum_group(database, viewer)
    if row["participants"] < minimum:
        return too_few("shared_people", ABOUT, minimum)
    several = _several(database, viewer, chosen)
    people = shown_people(database, viewer, chosen)
    table = _people_table(people) if people else _counts_table(several)
    return Finding(
        id="shared_people",
        headline=_headline(row, chosen),
        base=f"{base_words(row, chosen)} {row['mentions']:,} mentions of"
        f" {counted(row['people'], 'person', 'people')}.",
        data=several,
        table=table,
        alternative="Bars: how many people are named by so many participants. "
        + "; ".join(f"{one['category'].lower()}: {one['label']}" for one in records(several)),
        caution=AT_LEAST,
        withheld=_not_listed(row, len(people), viewer),
    )


def _several(database: Database, viewer: Viewer, chosen: Selection) -> pd.DataFrame:
    rows = [
        {
            "category": f"Named by {one['named_by']}",
            "count": one["people"],
            "label": counted(one["people"], "person", "people"),
        }
        for one in records(ask(database, viewer, "shared_counts", chosen))
        if one["named_by"] >= 2
    ]
    return pd.DataFrame(rows, columns=["category", "count", "label"])


def _headline(row: Row, chosen: Selection) -> str:
    if not row["shared"]:
        return f"Nobody is named by more than one participant{at_wave(chosen.wave)}"
    lean = of(row["leaning_participants"], row["participants"], "participants")
    few = "person" if row["leaned_on"] == 1 else f"{row['leaned_on']} people"
    one_of = "the" if row["leaned_on"] == 1 else "at least one of the"
    return (
        f"{of(row['shared'], row['people'], 'people')} are named by several{at_wave(chosen.wave)};"
        f" {lean} name {one_of} {few} named by most"
    )


def shown_people(database: Database, viewer: Viewer, chosen: Selection) -> list[Row]:
    """People named by several of those whom the viewer may be told of, each with a letter."""
    rows = records(ask(database, viewer, "shared_people", chosen))
    return [{**row, "letter": letter(place)} for place, row in enumerate(rows)]


def letter(place: int) -> str:
    """A, B and so on to Z, then A1, B1 and so on."""
    again, at = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[at] + (str(again) if again else "")


def labels_of(row: Row) -> str:
    """What those who named somebody call them, as far as they share it."""
    return " / ".join(row["labels"]) if _is_list(row["labels"]) else NOTHING


def namers_of(row: Row) -> str:
    """The participants who name somebody, by name or by code."""
    pairs = zip(row["names"], row["codes"], strict=True)
    return ", ".join(str(name) if known(name) else str(code) for name, code in pairs)


def _is_list(cell: Any) -> bool:
    # A list of SQL that is NULL arrives as NA.
    return not isinstance(cell, str) and hasattr(cell, "__len__") and len(cell) > 0


def _people_table(people: list[Row]) -> pd.DataFrame:
    named = any(_is_list(row["labels"]) for row in people)
    return pd.DataFrame(
        [
            {
                "Person": row["letter"],
                **({"Known as": labels_of(row)} if named else {}),
                "Named by": row["named_by"],
                "For strategic questions by": row["strategic"],
                "Participants": namers_of(row),
            }
            for row in people
        ]
    )


def _counts_table(several: pd.DataFrame) -> pd.DataFrame:
    return several[["category", "count"]].rename(columns={"category": "People", "count": "Number"})


def _not_listed(row: Row, listed: int, viewer: Viewer) -> str:
    if viewer.role != "coordinator" or listed == row["shared"]:
        return ""
    return f"{listed} of the {row['shared']} can be listed. {KEEP_TO_THEMSELVES}"
