"""Internal against external: how much of the participants' lists lies inside the line."""

from dataclasses import dataclass, replace

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.cohort.composition import MUCH_UNKNOWN, missing_shares, shares
from netaudit.analysis.cohort.spread import READ_AS, rungs, spread, spread_table
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.nobody_named import why_nothing
from netaudit.analysis.release.disclosure import Audience, release_whole
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience, minimum_group, settings
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import counted, of, percent, share_of

INSIDE = {
    "team": ("same_team",),
    "organisation": ("same_team", "same_org"),
    "sector": ("same_team", "same_org", "other_org_same_sector"),
}
"""The affiliations that count as inside, by the programme's boundary."""

POSITIONS = {
    "none_outside": "Nobody outside",
    "mostly_inside": "Under half outside",
    "half_outside": "Half outside or more",
    "none_inside": "All outside",
}
EVERYBODY_ELSE = "Everybody else, also friends and family, is outside."


def boundary(database: Database, viewer: Viewer, selection: Selection) -> str:
    """The line between inside and outside, in a sentence."""
    inside = INSIDE[settings(database, viewer)["internal_boundary"]]
    named = [label("affiliation", code).lower() for code in inside]
    return f"Inside means: {' or '.join(named)}. {EVERYBODY_ELSE}"


@dataclass(frozen=True, kw_only=True)
class _Positions:
    """The row of balance_positions.sql at the wave looked at; `missing` where none may be shown."""

    selection: Selection
    here: pd.DataFrame
    missing: Finding | None


def _positions(
    database: Database, viewer: Viewer, selection: Selection, finding_id: str, about: str
) -> _Positions:
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(database, viewer, "balance_positions", replace(selection, wave=None))
    here = rows[(rows["wave"] == looked_at.wave) & (rows["participants"] > 0)]
    minimum = minimum_group(database, viewer)
    missing = None
    if here.empty:
        missing = nothing_to_show(
            finding_id,
            f"{about}: nothing is known at {wave_words(looked_at)}",
            why_nothing(database, viewer, looked_at),
        )
    elif here["participants"].iloc[0] < minimum:
        missing = too_few(finding_id, about, minimum)
    return _Positions(selection=looked_at, here=here, missing=missing)


def positions(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many participants have nobody outside, some, at least half, or nobody inside."""
    found = _positions(database, viewer, selection, "positions", "Inside and outside")
    if found.missing is not None:
        return found.missing
    readers = audience(database, viewer)
    shown, withheld = release_whole(
        found.here, parts=tuple(POSITIONS), base="participants", audience=readers
    )
    if shown.empty:
        return nothing_to_show(
            "positions", "Inside and outside: not shown", "Base: participants.", withheld
        )
    row = shown.iloc[0]
    whole = int(row["participants"])
    counts = [int(row[position]) for position in POSITIONS]
    labels = [of(count, whole) for count in counts]
    return Finding(
        id="positions",
        headline=_positions_headline(row, whole, found.selection),
        base=f"Base: {counted(whole, 'participant')} who said where contacts belong,"
        f" {int(row['contacts'] - row['unplaced']):,} contacts.",
        data=pd.DataFrame(
            {
                "category": POSITIONS.values(),
                "share": [count / whole for count in counts],
                "label": labels,
            }
        ),
        table=pd.DataFrame(
            {
                "Part of the list": POSITIONS.values(),
                "Participants": counts,
                "Of those known": [share_of(count, whole) for count in counts],
            }
        ),
        alternative="Bars of participants by how much of their list is outside: "
        + "; ".join(f"{a.lower()} {b}" for a, b in zip(POSITIONS.values(), labels, strict=True))
        + ".",
        caution=" ".join(
            filter(None, (_unplaced(row, readers), "Neither side is better in itself."))
        ),
    )


def _positions_headline(row: pd.Series, whole: int, looked_at: Selection) -> str:
    half = int(row["half_outside"] + row["none_inside"])
    return (
        f"Nobody outside: {of(int(row['none_outside']), whole, 'participants')}; at least half of"
        f" the contacts outside: {of(half, whole)}, at {wave_words(looked_at)}"
    )


def _unplaced(row: pd.Series, readers: Audience) -> str:
    unplaced, contacts, people = (int(row[name]) for name in ("unplaced", "contacts", "unanswered"))
    people = 0 if readers.is_outside else people
    if not unplaced:
        return ""
    whom = f", all of those of {counted(people, 'participant')}" if people else ""
    return (
        f"Where {unplaced:,} of {contacts:,} contacts belong is not known{whom}: they are left out."
    )


def internal_share(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The internal share from wave to wave: its mean and how it is spread over participants."""
    found = _positions(database, viewer, selection, "internal_share", "Internal contacts")
    if found.missing is not None:
        return found.missing
    rows, withheld = spread(database, viewer, replace(selection, wave=None), ("internal_share",))
    waves = [readable(wave) for wave in rows["wave"]]
    data = rungs(rows, waves)
    return Finding(
        id="internal_share",
        headline=_share_headline(found, rows),
        base=f"Base: {_bases(rows)} with a contact whose affiliation is known. {READ_AS}",
        data=data,
        table=spread_table(rows),
        alternative="A mark for each wave, one below the other. "
        + "; ".join(f"{a}: {b}" for a, b in zip(waves, data["label"], strict=True))
        + ".",
        caution=_change_words(len(rows)),
        withheld=withheld,
    )


def _share_headline(found: _Positions, rows: pd.DataFrame) -> str:
    row = found.here.iloc[0]
    if row["unplaced"] >= MUCH_UNKNOWN * row["contacts"]:
        return (
            f"Between {percent(row['lowest'])} and {percent(row['highest'])} of a participant's"
            f" contacts are inside on average, at {wave_words(found.selection)}"
        )
    means = [
        f"{percent(mean)} at {readable(wave).lower()}"
        for wave, mean in zip(rows["wave"], rows["mean"], strict=True)
    ]
    return f"The part of a participant's contacts who are inside is on average {', '.join(means)}"


def _bases(rows: pd.DataFrame) -> str:
    counts = [
        f"{int(n)} at {readable(wave).lower()}"
        for wave, n in zip(rows["wave"], rows["participants"], strict=True)
    ]
    return f"participants, {', '.join(counts)},"


def _change_words(waves: int) -> str:
    if waves < 2:
        return ""
    return (
        "Not everybody answered at every wave, so the waves differ in people too; this is not yet"
        " a change in the same people, nor an effect of the programme."
    )


def affiliations(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The five affiliations from wave to wave; the chart draws a stacked bar a wave."""
    found = shares(database, viewer, selection, "affiliation")
    missing = missing_shares(found, "affiliations", "Affiliation")
    if missing is not None:
        return missing
    rows = found.every_wave.sort_values(["wave_no", "place"])
    inside = INSIDE[settings(database, viewer)["internal_boundary"]]
    team, outside = (_mean(found.here, (code,)) for code in ("same_team", "outside_work"))
    return Finding(
        id="affiliations",
        headline=f"On average {team} of contacts are in the same team and {outside} outside work,"
        f" at {wave_words(found.selection)}",
        base=f"Base: {_bases(rows.drop_duplicates('wave'))} with a contact whose affiliation is"
        " known. Means of participants' own shares.",
        data=pd.DataFrame(
            {
                "category": rows["wave"].map(readable),
                "part": rows["words"],
                "share": rows["mean"],
                "label": rows["mean"].map(percent),
                "detail": [
                    f"{percent(mean)} on average, {contacts:,} contacts"
                    for mean, contacts in zip(rows["mean"], rows["contacts"], strict=True)
                ],
            }
        ),
        table=_affiliation_table(rows, inside),
        alternative="A bar a wave, cut into affiliations: "
        + "; ".join(
            f"{readable(wave)}, {words.lower()}: {percent(mean)}"
            for wave, words, mean in zip(rows["wave"], rows["words"], rows["mean"], strict=True)
        )
        + ".",
        withheld=found.withheld,
    )


def _mean(rows: pd.DataFrame, codes: tuple[str, ...]) -> str:
    return percent(rows.loc[rows["category"].isin(codes), "mean"].sum())


def _affiliation_table(rows: pd.DataFrame, inside: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Wave": rows["wave"].map(readable),
            "Affiliation": rows["words"],
            "Counts as": ["Inside" if code in inside else "Outside" for code in rows["category"]],
            "Mean share": rows["mean"].map(percent),
            "Contacts": rows["contacts"],
            "Participants": rows["participants"],
        }
    ).reset_index(drop=True)
