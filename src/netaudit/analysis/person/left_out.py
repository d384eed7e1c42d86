"""What an audit left out, and what the answer would add: told to the participant, never counted."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.waves import PersonWave, waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database

ADDS = {
    "ties": ("Who knows whom", "the circles you move in, and where you are the link"),
    "closeness": ("How close you are", "which contacts are near to you and which are not"),
    "years_known": ("How long you have known each other", "how fresh or settled the list is"),
    "function": ("What kind of work they do", "how many kinds of work you hear from"),
    "purposes": ("What you turn to them for", "which purposes rest on one person or on none"),
    "resources": ("What they could offer", "whom to ask, and for what"),
    "knowledge_flow": ("Who learns from whom", "where you give and where you get"),
    "weak_ties": ("A second list, of people you know slightly", "the ways into other circles"),
    "ratings": ("How you see each contact", "a private look at whom to give time to"),
}
"""A part of the audit as the participant knows it, and what it would show."""


def left_out(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str, wave: str
) -> Finding:
    """The parts of the audit without any answer at a wave with contacts, and what each would show.

    Empty where everything was answered, or the list itself holds nobody.
    """
    at = next(
        one
        for one in waves(database, viewer, selection, participant=participant)
        if one.wave == wave
    )
    finding_id = f"left_out_{participant}_{wave}"
    missing = _missing(database, viewer, participant, at) if at.count("size") else []
    if not missing:
        return nothing_to_show(finding_id, "Every part of the audit was answered", "")
    table = pd.DataFrame(
        [ADDS[part] for part in missing], columns=["Not answered", "It would show"]
    )
    return Finding(
        id=finding_id,
        headline="What further answers would show",
        base="These parts were not asked, or left blank. That is fine: none of them has to be"
        " filled in.",
        data=table,
        table=table,
        alternative="A table of the parts without an answer and what each would show.",
    )


def _missing(database: Database, viewer: Viewer, participant: str, at: PersonWave) -> list[str]:
    answered = {
        part
        for part, summary in SUMMARIES.items()
        if not _here(ask(database, viewer, summary, participant=participant), at).empty
    }
    made_up = _here(ask(database, viewer, "person_makeup", participant=participant), at)
    served = _here(ask(database, viewer, "person_purposes", participant=participant), at)
    answered |= set(made_up["aspect"])
    answered |= {"purposes"} if served["answered"].any() else set()
    if at.count("size") < 2 or at.optional("ties") is not None:
        answered.add("ties")
    return [part for part in ADDS if part not in answered]


SUMMARIES = {
    "resources": "person_resources",
    "weak_ties": "person_weak_ties",
    "ratings": "person_ratings",
}
"""Parts that are answered where a summary has rows."""


def _here(rows: pd.DataFrame, at: PersonWave) -> pd.DataFrame:
    return rows[rows["wave"] == at.wave]
