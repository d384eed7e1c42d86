"""Activities a participant has planned or not considered yet, each with a small way to begin."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask
from netaudit.analysis.person.plan import ACTIVITIES
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable


@dataclass(frozen=True, kw_only=True)
class ActivityOffer:
    """An activity that is planned or was not considered yet, with one small way to begin."""

    title: str
    state: str
    brings: str
    first_step: str


def activity_offers(
    database: Database, viewer: Viewer, _: Selection, *, participant: str
) -> tuple[ActivityOffer, ...]:
    """The planned activities and, after them, those without an answer; each with a first step."""
    rows = ask(database, viewer, "person_activities", participant=participant)
    answered = rows.dropna(subset="status").groupby("activity")
    latest = {str(activity): told.iloc[-1] for activity, told in answered}
    planned = [code for code in ACTIVITIES if code in latest and _is_planned(latest[code])]
    new = [code for code in ACTIVITIES if code not in latest]
    return tuple(
        ActivityOffer(
            title=label("activity", code),
            state=f"Planned at {readable(latest[code]['wave']).lower()}"
            if code in latest
            else "Not considered yet",
            **guidance("activity")[code],
        )
        for code in [*planned, *new]
    )


def _is_planned(answer: Any) -> bool:
    return bool(answer["status"] == "planned")
