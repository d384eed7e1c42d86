"""How a cohort is going: who has answered so far, how completely, what is due, what is new."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import release_groups, release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, day, known, of

LATELY = timedelta(days=7)
SOON = timedelta(days=14)
EVERYBODY = "Everybody"
NOT_KNOWN = "Not known"


def response_so_far(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who has answered of those expected to, by organisation and wave; `data` as the summary."""
    everyone = replace(selection, wave=None)
    rows = ask(database, viewer, "health_organisations", everyone)
    sizes = rows[["organisation", "participants"]].drop_duplicates().reset_index(drop=True)
    whole = int(sizes["participants"].sum())
    kept, withheld = release_groups(sizes, whole, audience(database, viewer))
    waves = ask(database, viewer, "health_waves", everyone, lately=date.max).to_dict("records")
    shown = rows[rows["organisation"].isin(kept["organisation"].tolist())]
    return Finding(
        id="response-so-far",
        headline=_answered_words(waves[-1]) if waves else "Nobody was asked to answer yet",
        base=f"Base: {counted(whole, 'participant')}; at each wave those still in the programme, or"
        " who answered.",
        data=shown,
        table=pd.DataFrame(
            [_line(EVERYBODY, whole, waves), *_organisation_lines(shown)] if waves else []
        ),
        alternative="A table of organisations and, for each wave, how many answered of how many.",
        withheld=withheld,
    )


def _answered_words(row: dict[Any, Any]) -> str:
    said = of(row["answered"], row["expected"], "expected answers")
    return f"{readable(row['wave'])}: {said} are in"


def _organisation_lines(shown: pd.DataFrame) -> list[dict[str, str]]:
    lines = []
    for organisation, rows in shown.groupby("organisation", sort=False, dropna=False):
        name = readable(str(organisation)) if known(organisation) else NOT_KNOWN
        lines.append(_line(name, int(rows["participants"].iloc[0]), rows.to_dict("records")))
    return lines


def _line(name: str, participants: int, waves: list[dict[Any, Any]]) -> dict[str, str]:
    told = {readable(one["wave"]): of(one["answered"], one["expected"]) for one in waves}
    return {"Organisation": name, "Participants": f"{participants:,}", **told}


def completeness(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How completely those who answered a wave did; `data` as the summary."""
    everyone = replace(selection, wave=None)
    found = ask(database, viewer, "health_waves", everyone, lately=date.max)
    rows, withheld = release_rows(found, base="answered", audience=audience(database, viewer))
    latest = rows.to_dict("records")[-1] if len(rows) else None
    return Finding(
        id="completeness",
        headline=f"{readable(latest['wave'])}: {of(latest['whole_lists'], latest['answered'])}"
        " lists of contacts are complete"
        if latest
        else "How complete the answers are",
        base="Base: those who answered the wave. Ties: of lists with two contacts or more. Own"
        " ratings: all four given.",
        data=rows,
        table=pd.DataFrame([_complete(row) for row in rows.to_dict("records")]),
        alternative="A table of waves: lists that are complete, ties asked in full, own ratings.",
        withheld=withheld,
    )


def _complete(row: dict[Any, Any]) -> dict[str, str]:
    return {
        "Wave": readable(row["wave"]),
        "Lists complete": of(row["whole_lists"], row["answered"]),
        "Ties asked in full": of(row["whole_ties"], row["with_pairs"])
        if row["with_pairs"]
        else NOTHING,
        "Own ratings": of(row["rated"], row["answered"]),
        "Answers came": _from_to(row),
    }


def _from_to(row: dict[Any, Any]) -> str:
    if not known(row["first_on"]):
        return NOTHING
    return f"{day(row['first_on'])} to {day(row['last_on'])}"


def due(
    database: Database, viewer: Viewer, selection: Selection, *, today: date
) -> tuple[str, ...]:
    """What the data say is due, a sentence each: answers, actions, and the cohort's end."""
    everyone = replace(selection, wave=None)
    waves = records(ask(database, viewer, "health_waves", everyone, lately=today))
    (plans,) = records(
        ask(database, viewer, "health_plans", everyone, today=today, soon=today + SOON)
    )
    enough = plans["planners"] >= audience(database, viewer).minimum
    said = [
        _missing(waves[-1]) if waves else "",
        _overdue(plans) if enough else "",
        f"{counted(plans['soon'], 'action')} will be due within 14 days." if enough else "",
        *_ends(database, viewer, selection, today),
    ]
    return tuple(filter(None, said))


def _missing(wave: dict[str, Any]) -> str:
    missing = wave["expected"] - wave["answered"]
    if not missing:
        return f"{readable(wave['wave'])}: every answer is in."
    last = f"; the latest came on {day(wave['last_on'])}" if known(wave["last_on"]) else ""
    return f"{readable(wave['wave'])}: {counted(missing, 'answer')} still to come{last}."


def _overdue(plans: dict[str, Any]) -> str:
    if not plans["overdue"]:
        return "No action is overdue."
    people = of(plans["with_overdue"], plans["planners"], "participants with a plan")
    are = "is" if plans["overdue"] == 1 else "are"
    return f"{counted(plans['overdue'], 'action')} {are} overdue, of {people}."


def _ends(database: Database, viewer: Viewer, selection: Selection, today: date) -> list[str]:
    rows = records(ask(database, viewer, "cohorts"))
    ends = {
        row["name"]: row["end"].date() if isinstance(row["end"], pd.Timestamp) else row["end"]
        for row in rows
        if known(row["end"]) and selection.cohort in (None, row["cohort"])
    }
    return [
        f"{name} {'ended' if end < today else 'ends'} on {day(end)}." for name, end in ends.items()
    ]


def answered_lately(
    database: Database, viewer: Viewer, selection: Selection, *, today: date
) -> tuple[str, ...]:
    """Audits completed within the last week, a sentence for each wave with any."""
    everyone = replace(selection, wave=None)
    rows = records(ask(database, viewer, "health_waves", everyone, lately=today - LATELY))
    return tuple(
        f"{readable(row['wave'])}: {counted(row['answered_lately'], 'audit')} completed."
        for row in rows
        if row["answered_lately"]
    )
