"""How many people the participants listed."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import ENOUGH_FOR_PERCENT, counted, of, percent, plain, share_of


def list_size(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants by the length of their list, those who named nobody and full lists among them.

    The chart draws category, count and label.
    """
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(database, viewer, "composition_list_size", looked_at)
    if rows.empty:
        return nothing_to_show(
            "list_size",
            f"No list was filled in at {wave_words(looked_at)}",
            "Nobody in this selection has completed the audit.",
        )
    one = rows.iloc[0]
    minimum = minimum_group(database, viewer)
    if one["whole"] < minimum:
        return too_few("list_size", "Length of the lists", minimum)
    return _finding(rows, one, looked_at)


def _finding(rows: pd.DataFrame, one: pd.Series, looked_at: Selection) -> Finding:
    whole = int(one["whole"])
    words = [
        _band(int(lower), int(upper), int(one["longest"]))
        for lower, upper in zip(rows["lower"], rows["upper"], strict=True)
    ]
    said = [
        f"{number:,} ({percent(number / whole)})"
        if number and whole >= ENOUGH_FOR_PERCENT
        else f"{number:,}"
        for number in rows["participants"]
    ]
    return Finding(
        id="list_size",
        headline=_headline(one, looked_at),
        base=f"Base: {counted(whole, 'participant')} who filled in the list or had nobody to name,"
        f" {counted(int(one['contacts']), 'contact')} in all.",
        data=pd.DataFrame({"category": words, "count": rows["participants"], "label": said}),
        table=pd.DataFrame(
            {
                "Contacts listed": words,
                "Participants": rows["participants"],
                "Of all": [share_of(int(number), whole) for number in rows["participants"]],
            }
        ),
        alternative="Bars of participants by the length of their list: "
        + "; ".join(f"{a.lower()} {b}" for a, b in zip(words, said, strict=True))
        + ".",
        caution=_caution(one),
    )


def _headline(one: pd.Series, looked_at: Selection) -> str:
    nobody = int(one["nobody"])
    alone = f"; {nobody:,} named nobody" if nobody else ""
    return (
        f"Participants listed {plain(one['mean'])} contacts on average at"
        f" {wave_words(looked_at)}; {of(int(one['full_lists']), int(one['whole']))}"
        f" lists are full{alone}"
    )


def _band(lower: int, upper: int, longest: int) -> str:
    if lower == 0:
        return "Nobody"
    if lower == longest:
        return f"{longest} (full)"
    return str(lower) if lower == upper else f"{lower} to {upper}"


def _caution(one: pd.Series) -> str:
    full, asked = int(one["full_lists"]), int(one["full_asked"])
    parts = [f"The form ends at {int(one['longest'])}, so a full list may hide a longer one."]
    if full and asked:
        parts.append(
            f"Of {counted(asked, 'participant')} with a full list who were asked,"
            f" {int(one['full_with_more']):,} could have named more."
        )
    if one["partial_lists"]:
        parts.append(
            f"{counted(int(one['partial_lists']), 'list was', 'lists were')} filled in only partly;"
            " whoever filled it in may know more people."
        )
    return " ".join(parts)
