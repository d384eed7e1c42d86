"""What the contacts are for, whether they are inside, and where a purpose rests on one contact."""

from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.nobody_named import why_nothing
from netaudit.analysis.release.disclosure import Audience, release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, of, percent, plain

INSIDE, OUTSIDE = "Inside", "Outside"
HELD_BY = {"nobody": "Nobody", "one": "One contact", "several": "Several contacts"}


@dataclass(frozen=True, kw_only=True)
class _Purposes:
    """The rows of balance_purposes.sql at the wave looked at; `missing` where none may be shown."""

    selection: Selection
    rows: pd.DataFrame
    readers: Audience
    missing: Finding | None


def _purposes(
    database: Database, viewer: Viewer, selection: Selection, finding_id: str
) -> _Purposes:
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(database, viewer, "balance_purposes", looked_at)
    rows["words"] = [label("purpose", purpose) for purpose in rows["purpose"]]
    answered = int(rows["participants"].max()) if len(rows) else 0
    readers = audience(database, viewer)
    missing = None
    if not answered:
        missing = nothing_to_show(
            finding_id,
            f"Purposes: nothing is known at {wave_words(looked_at)}",
            why_nothing(database, viewer, looked_at),
        )
    elif answered < readers.minimum:
        missing = too_few(finding_id, "Purposes", readers.minimum)
    return _Purposes(selection=looked_at, rows=rows, readers=readers, missing=missing)


def purposes(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The mean share of contacts serving each purpose; the chart draws one bar a purpose."""
    found = _purposes(database, viewer, selection, "purposes")
    if found.missing is not None:
        return found.missing
    rows = found.rows
    coverage = ask(database, viewer, "balance_coverage", found.selection).iloc[0]
    return Finding(
        id="purposes",
        headline=f"On average {_served(rows)}, at {wave_words(found.selection)}",
        base=f"{_answered(rows)} Each contact serves {plain(coverage['mean_purposes'])} purposes"
        " on average.",
        data=pd.DataFrame(
            {
                "category": rows["words"],
                "share": rows["mean_share"],
                "label": rows["mean_share"].map(percent),
            }
        ),
        table=pd.DataFrame(
            {
                "Purpose": rows["words"],
                "Mean share of contacts": rows["mean_share"].map(percent),
                "Contacts": rows["contacts"],
                "Participants": rows["participants"],
            }
        ),
        alternative="One bar a purpose: " + _listed(rows, "mean_share") + ".",
        caution=f"A contact can serve several purposes, so the shares add up to more than 100%."
        f"{_unanswered(rows)} No mix is the right one for everybody.",
    )


def _served(rows: pd.DataFrame) -> str:
    """`57% of contacts serve operational purposes, 34% personal, 41% strategic`."""
    (first, share), *others = zip(rows["words"], rows["mean_share"], strict=True)
    said = [f"{percent(mean)} {words.lower()}" for words, mean in others]
    return ", ".join([f"{percent(share)} of contacts serve {first.lower()} purposes", *said])


def purpose_boundary(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Per purpose the mean internal share of the contacts who serve it, as a stacked bar."""
    found = _purposes(database, viewer, selection, "purpose_boundary")
    if found.missing is not None:
        return found.missing
    placed = found.rows[found.rows["placed_participants"] > 0]
    rows, withheld = release_rows(placed, base="placed_participants", audience=found.readers)
    if rows.empty:
        return nothing_to_show(
            "purpose_boundary",
            "Purposes inside and outside: not shown",
            "Too few participants have contacts whose purpose and affiliation are known.",
            withheld,
        )
    return Finding(
        id="purpose_boundary",
        headline="Contacts inside, by purpose: "
        + ", ".join(
            f"{words.lower()} {percent(mean)}"
            for words, mean in zip(rows["words"], rows["mean_internal"], strict=True)
        )
        + f" on average, at {wave_words(found.selection)}",
        base="Base: participants with a contact for the purpose whose affiliation is known: "
        + ", ".join(
            f"{words.lower()} {int(n)}"
            for words, n in zip(rows["words"], rows["placed_participants"], strict=True)
        )
        + ".",
        data=_boundary_parts(rows),
        table=_boundary_table(rows),
        alternative="One bar a purpose, its part inside: " + _listed(rows, "mean_internal") + ".",
        caution="Operational contacts are often inside, since that is where the work is; strategic"
        " ones may be on either side.",
        withheld=withheld,
    )


def _boundary_parts(rows: pd.DataFrame) -> pd.DataFrame:
    sides = {INSIDE: rows["mean_internal"], OUTSIDE: 1 - rows["mean_internal"]}
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "category": rows["words"],
                    "part": side,
                    "share": share,
                    "label": share.map(percent),
                    "detail": [f"{percent(one)} on average" for one in share],
                }
            )
            for side, share in sides.items()
        ],
        ignore_index=True,
    )


def _boundary_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Purpose": rows["words"],
            "Inside, mean share": rows["mean_internal"].map(percent),
            "Outside, mean share": (1 - rows["mean_internal"]).map(percent),
            "Contacts": rows["placed_contacts"],
            "Participants": rows["placed_participants"],
        }
    )


def dependence(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Per purpose, how many participants have nobody, one contact or several for it."""
    found = _purposes(database, viewer, selection, "dependence")
    if found.missing is not None:
        return found.missing
    rows = found.rows
    coverage = ask(database, viewer, "balance_coverage", found.selection).iloc[0]
    whole = int(coverage["participants"])
    data = _dependence_parts(rows, whole)
    return Finding(
        id="dependence",
        headline="A purpose rests on a single contact:"
        f" {of(int(coverage['resting_on_one']), whole, 'participants')}; somebody for all three"
        f" purposes: {of(int(coverage['all_covered']), whole)}, at {wave_words(found.selection)}",
        base=_answered(rows),
        data=data,
        table=pd.DataFrame(
            {
                "Purpose": rows["words"],
                **{words: rows[column] for column, words in HELD_BY.items()},
                "Participants": whole,
            }
        ),
        alternative="One bar a purpose, participants by how many contacts serve it: "
        + "; ".join(
            f"{row['category'].lower()}, {row['part'].lower()} {row['detail']}"
            for row in data.to_dict("records")
        )
        + ".",
        caution=f"One strong contact can be enough.{_unanswered(rows)}",
    )


def _dependence_parts(rows: pd.DataFrame, whole: int) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "category": row["words"],
                "part": words,
                "share": row[column] / whole,
                "label": str(row[column]),
                "detail": of(int(row[column]), whole, "participants"),
            }
            for row in rows.to_dict("records")
            for column, words in HELD_BY.items()
        ]
    )


def _answered(rows: pd.DataFrame) -> str:
    return (
        f"Base: {counted(int(rows['participants'].max()), 'participant')} who said what at least"
        " one contact is for."
    )


def _unanswered(rows: pd.DataFrame) -> str:
    unknown = int(rows["unanswered_contacts"].max())
    if not unknown:
        return ""
    return (
        f" {counted(unknown, 'contact is', 'contacts are')} left out: what they are for is not"
        " known."
    )


def _listed(rows: pd.DataFrame, column: str) -> str:
    return "; ".join(
        f"{words.lower()} {percent(mean)}"
        for words, mean in zip(rows["words"], rows[column], strict=True)
    )
