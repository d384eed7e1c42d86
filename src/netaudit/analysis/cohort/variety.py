"""How varied the contacts are, and how like the participant."""

from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.cohort.attribute_words import aspect_title
from netaudit.analysis.cohort.spread import READ_AS, rungs, spread, spread_table
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.schema import FIXED_ATTRIBUTES
from netaudit.store.database import Database
from netaudit.wording import percent

ASCRIBED = ("gender", "age", "ethnicity")
BREADTH_OF = "the mean over inside or outside, function, seniority and sector"


@dataclass(frozen=True, kw_only=True)
class _Rows:
    """The rows of one measure by attribute at the wave looked at, in order, with their words."""

    selection: Selection
    rows: pd.DataFrame
    words: list[str]
    withheld: str


def variety(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The chance that two contacts of a participant differ, attribute by attribute."""
    found = _by_attribute(database, viewer, selection, "diversity")
    if found.rows.empty:
        return _nothing(database, viewer, found, "diversity", "How varied the lists are")
    breadth, _ = spread(database, viewer, found.selection, ("breadth",))
    said = _each(found, "of contacts")
    if not breadth.empty:
        said = f"{percent(breadth['mean'].iloc[0])} on average over the main attributes (breadth)"
    return _finding(
        found,
        finding_id="diversity",
        headline="The chance that two contacts of one participant differ is"
        f" {said}, at {wave_words(found.selection)}",
        base=f"Base: {_n(found.rows)} with two contacts or more whose answers are known. {READ_AS}",
        caution=f"Breadth is {BREADTH_OF}. A list that is all outside scores 0 on affiliation,"
        " just like one that is all inside. More varied is not better in itself.",
    )


def same_as_me(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The share of contacts like the participant, attribute by attribute."""
    found = _by_attribute(database, viewer, selection, "same_as_me")
    if found.rows.empty:
        return _nothing(database, viewer, found, "same_as_me", "How like the participants they are")
    return _finding(
        found,
        finding_id="same_as_me",
        headline=f"Contacts like the participant: {_each(found)}, on average at"
        f" {wave_words(found.selection)}",
        base=f"Base: {_n(found.rows)} for whom the answer is known. Distance: same site, city or"
        f" region; age: within ten years. {READ_AS}",
        caution="Read this with who is there to be known: where most people in a field are alike,"
        " most contacts will be, whatever anybody prefers. No conclusion about preference.",
    )


def _by_attribute(database: Database, viewer: Viewer, selection: Selection, measure: str) -> _Rows:
    looked_at = at_one_wave(database, viewer, selection)
    rows, withheld = spread(database, viewer, looked_at, (measure,))
    rows["place"] = rows["attribute"].map(_place)
    rows = rows.sort_values(["place", "attribute"]).reset_index(drop=True)
    words = [_words(measure, attribute) for attribute in rows["attribute"]]
    return _Rows(selection=looked_at, rows=rows, words=words, withheld=withheld)


def _place(attribute: str) -> int:
    known = (*FIXED_ATTRIBUTES, *ASCRIBED)
    return known.index(attribute) if attribute in known else len(known)


def _words(measure: str, attribute: str) -> str:
    if measure == "diversity" and attribute == "affiliation":
        return "Inside or outside"
    return aspect_title(attribute)


def _each(found: _Rows, of_what: str = "") -> str:
    parts = [
        f"{words.lower()} {percent(mean)}"
        for words, mean in zip(found.words[:3], found.rows["mean"][:3], strict=True)
    ]
    return ", ".join(parts) + (f" {of_what}" if of_what else "")


def _n(rows: pd.DataFrame) -> str:
    fewest, most = int(rows["participants"].min()), int(rows["participants"].max())
    return f"{most} participants" if fewest == most else f"{fewest} to {most} participants"


def _finding(found: _Rows, *, finding_id: str, headline: str, base: str, caution: str) -> Finding:
    data = rungs(found.rows, found.words)
    listed = "; ".join(f"{a.lower()}: {b}" for a, b in zip(found.words, data["label"], strict=True))
    return Finding(
        id=finding_id,
        headline=headline,
        base=base,
        data=data,
        table=spread_table(found.rows, Attribute=found.words),
        alternative=f"A mark for each attribute, one below the other. {listed}.",
        caution=caution,
        withheld=found.withheld,
    )


def _nothing(
    database: Database, viewer: Viewer, found: _Rows, finding_id: str, title: str
) -> Finding:
    if found.withheld:
        return too_few(finding_id, title, minimum_group(database, viewer))
    return nothing_to_show(
        finding_id,
        f"{title}: nothing is known at {wave_words(found.selection)}",
        "It was not asked, or too few contacts have an answer.",
    )
