"""What the contacts are: one aspect of them, its shares averaged over participants."""

from dataclasses import dataclass, replace

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.cohort.attribute_words import aspect_title, category_words, in_order
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.nobody_named import why_nothing
from netaudit.analysis.release.disclosure import Audience, Cells, release_cells, release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, percent

MOST_CATEGORIES = 15
"""So many categories are shown one by one; rarer ones are taken together."""

MUCH_UNKNOWN = 0.2
"""From this part of unknown answers on a figure is given as a range."""

OF_CONTACTS = Cells(count="contacts", base="known", tables=("wave",), of_what="contacts")
"""Outside the team a rare kind of contact would name one."""


@dataclass(frozen=True, kw_only=True)
class Shares:
    """The released rows of composition_shares.sql, and those of the wave looked at."""

    selection: Selection
    every_wave: pd.DataFrame
    here: pd.DataFrame
    withheld: str
    readers: Audience
    was_answered: bool
    why_nothing: str


def attribute_choices(
    database: Database, viewer: Viewer, selection: Selection
) -> tuple[Choice, ...]:
    """The attributes of contacts that were answered; affiliation first, the survey's own last."""
    rows = ask(database, viewer, "composition_attributes", replace(selection, wave=None))
    return tuple(
        Choice(value=attribute, words=aspect_title(attribute))
        for attribute in rows.loc[rows["has_mix"], "attribute"]
    )


def shares(database: Database, viewer: Viewer, selection: Selection, aspect: str) -> Shares:
    """The mean share of each category at every wave that enough participants answered."""
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(
        database,
        viewer,
        "composition_shares",
        replace(selection, wave=None),
        aspect=aspect,
        most=MOST_CATEGORIES,
    )
    answered = rows[rows["participants"] > 0]
    readers = audience(database, viewer)
    enough, too_few_people = release_rows(answered, base="participants", audience=readers)
    kept, too_few_contacts = release_cells(enough, OF_CONTACTS, readers)
    kept = kept.reset_index(drop=True)
    order = in_order(aspect, kept["category"].dropna().unique())
    places = {category: number for number, category in enumerate(order)}
    kept["place"] = kept["category"].map(places).fillna(len(order))
    kept["words"] = [category_words(aspect, category) for category in kept["category"]]
    kept = kept.sort_values(["place", "wave_no"], kind="stable").reset_index(drop=True)
    return Shares(
        selection=looked_at,
        every_wave=kept,
        here=kept[kept["wave"] == looked_at.wave].reset_index(drop=True),
        withheld=" ".join(filter(None, (too_few_people, too_few_contacts))),
        readers=readers,
        was_answered=bool((answered["wave"] == looked_at.wave).any()),
        why_nothing=why_nothing(database, viewer, looked_at),
    )


def makeup(database: Database, viewer: Viewer, selection: Selection, *, attribute: str) -> Finding:
    """What the contacts are on one attribute, the waves beside each other."""
    found = shares(database, viewer, selection, attribute)
    title = aspect_title(attribute)
    missing = missing_shares(found, f"makeup_{attribute}", title)
    if missing is not None:
        return missing
    several = found.every_wave["wave"].nunique() > 1
    return shares_finding(
        found,
        f"makeup_{attribute}",
        _largest(found, title),
        "Not everybody answered at every wave, so waves differ in people too." if several else "",
    )


def missing_shares(found: Shares, finding_id: str, title: str) -> Finding | None:
    """What is said where the wave looked at has no shares to show."""
    if not found.here.empty:
        return None
    if found.was_answered:
        return too_few(finding_id, title, found.readers.minimum)
    return nothing_to_show(
        finding_id,
        f"{title}: nothing is known at {wave_words(found.selection)}",
        found.why_nothing,
    )


def shares_finding(found: Shares, finding_id: str, headline: str, caution: str = "") -> Finding:
    """The shares of every wave as a finding; the chart draws category, series, share, label."""
    rows = found.every_wave
    return Finding(
        id=finding_id,
        headline=headline,
        base=_base(found),
        data=pd.DataFrame(
            {
                "category": rows["words"],
                "series": rows["wave"].map(readable),
                "share": rows["mean"],
                "label": rows["mean"].map(percent),
            }
        ),
        table=_table(rows),
        alternative=_alternative(found),
        caution=" ".join(filter(None, (caution, _unknown_words(found)))),
        withheld=found.withheld,
    )


def is_vague(row: pd.Series) -> bool:
    """Whether so many answers are unknown that a single figure would mislead."""
    return bool(row["applicable"] - row["known"] >= MUCH_UNKNOWN * row["applicable"])


def share_words(row: pd.Series) -> str:
    """The mean share, or, where much is unknown, what it lies between."""
    if is_vague(row):
        return f"between {percent(row['lowest'])} and {percent(row['highest'])}"
    return percent(row["mean"])


def _largest(found: Shares, title: str) -> str:
    named = found.here[found.here["category"].notna()]
    top = named[named["mean"] >= named["mean"].max() - 1e-9]
    names = " and ".join(top["words"])
    verb, parts = ("is", "part") if len(top) == 1 else ("are", "parts")
    each = "" if len(top) == 1 else " each"
    return (
        f"{title}: {names} {verb} the largest {parts}, {share_words(top.iloc[0])}{each}"
        f" of a participant's contacts on average at {wave_words(found.selection)}"
    )


def _base(found: Shares) -> str:
    row = found.here.iloc[0]
    people = counted(int(row["participants"]), "participant")
    contacts = counted(int(row["known"]), "contact")
    others = found.every_wave[found.every_wave["wave"] != found.selection.wave]
    listed = ", ".join(
        f"{readable(one['wave']).lower()} {int(one['participants'])}"
        for one in others.drop_duplicates("wave").sort_values("wave_no").to_dict("records")
    )
    elsewhere = f" Participants at the other waves: {listed}." if listed else ""
    return (
        f"Base at {wave_words(found.selection)}: {people}, {contacts} with an answer;"
        f" the mean of participants' own shares.{elsewhere}"
    )


def _unknown_words(found: Shares) -> str:
    row = found.here.iloc[0]
    unknown = int(row["applicable"] - row["known"])
    if not unknown:
        return ""
    people = 0 if found.readers.is_outside else int(row["unanswered"])
    wholly = f"; for {counted(people, 'participant')} nothing is known" if people else ""
    return (
        f"Not known for {unknown:,} of {int(row['applicable']):,} contacts{wholly}:"
        " these are left out of the shares, not counted as a category."
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows.sort_values(["wave_no", "place"], kind="stable")
    unknown = (ordered["applicable"] - ordered["known"]) > 0
    return pd.DataFrame(
        {
            "Wave": ordered["wave"].map(readable),
            "Category": ordered["words"],
            "Mean share": ordered["mean"].map(percent),
            "Participants": ordered["participants"],
            "Contacts": ordered["contacts"],
            "Known": ordered["known"],
            "Asked about": ordered["applicable"],
            "If all were known": [
                f"{percent(low)} to {percent(high)}" if vague else NOTHING
                for low, high, vague in zip(
                    ordered["lowest"], ordered["highest"], unknown, strict=True
                )
            ],
        }
    ).reset_index(drop=True)


def _alternative(found: Shares) -> str:
    listed = "; ".join(
        f"{words.lower()} {percent(mean)}"
        for words, mean in zip(found.here["words"], found.here["mean"], strict=True)
    )
    beside = " beside those of the other waves" if found.every_wave["wave"].nunique() > 1 else ""
    return f"Bars of mean shares at {wave_words(found.selection)}{beside}: {listed}."
