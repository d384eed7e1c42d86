"""The participants whom a coordinator may want to talk to, whoever needs it most first."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.finding import Finding
from netaudit.analysis.follow_up.reasons import REASONS, Reason, reasons_of
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, day, known

ANY = "any"
REASON_CHOICES = (
    Choice(value=ANY, words="Any reason", is_default=True),
    *(Choice(value=code, words=words) for code, words in REASONS.items()),
)
STANDINGS = {
    "to_talk": "To talk to",
    "waiting": "Waiting for their day",
    "quiet": "Done",
    "none": "No reason",
}
STANDING_CHOICES = tuple(
    Choice(value=code, words=words, is_default=code == "to_talk")
    for code, words in STANDINGS.items()
)
MOST_CHOICES = (
    Choice(value="8", words="8", is_default=True),
    Choice(value="20", words="20"),
    Choice(value=ANY, words="Everybody"),
)
OFFERED = {"standing": STANDING_CHOICES, "why": REASON_CHOICES, "most": MOST_CHOICES}
"""What the list can be narrowed by, by the names of people_to_talk_to's parameters."""

ORDER = (
    "Weightier reasons come first: a day agreed, what is new on watch, and no answer; then no"
    " contact outside, no mentor, an overdue action and what is on watch as before; then no action"
    " and no sponsor. A watch by the own rating alone weighs a little less. Among equals, whoever"
    " nobody wrote about for longest comes first. The order says whom to ask, not how good a"
    " network is."
)


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A participant with the reasons to talk to them, and how their follow-up stands.

    `keys` are the reasons as an entry of the ledger keeps them; `waits_until` is a day ahead.
    """

    id: str
    name: str | None
    email: str
    cohort: str
    organisation: str
    reasons: tuple[Reason, ...]
    keys: tuple[str, ...]
    standing: str
    waits_until: date | None

    @property
    def title(self) -> str:
        """The name, or the code of whoever has none."""
        return self.name or self.id

    @property
    def why(self) -> str:
        """The reasons in a few words each."""
        return " · ".join(reason.words for reason in self.reasons) or "A follow-up is open"


def followed_people(
    database: Database, viewer: Viewer, selection: Selection, *, followed: str, today: date
) -> tuple[Followed, ...]:
    """Every participant who has not left, in the order of need; for coordinators alone.

    `followed` are the ledger's entries in force, as store.follow_ups.as_json gives them.
    """
    now = at_one_wave(database, viewer, selection).wave
    everyone = replace(selection, wave=None)
    rows = ask(
        database, viewer, "follow_up_people", everyone, now=now, today=today, followed=followed
    )
    return tuple(_followed(row, now) for row in records(rows))


def _followed(row: dict[str, Any], now: str | None) -> Followed:
    return Followed(
        id=row["participant_id"],
        name=row["name"] if known(row["name"]) else None,
        email=row["email"] if known(row["email"]) else "",
        cohort=row["cohort"],
        organisation=readable(row["organisation"]) if known(row["organisation"]) else "",
        reasons=reasons_of(row["reasons"], now),
        keys=tuple(row["keys"]),
        standing=row["standing"],
        waits_until=row["waits_until"].date() if known(row["waits_until"]) else None,
    )


def chosen(
    everybody: tuple[Followed, ...], *, standing: str = "to_talk", why: str = ANY, most: str = "8"
) -> tuple[Followed, ...]:
    """Those who stand so, with a reason if one is named, the first of them."""
    found = [
        one
        for one in everybody
        if one.standing == standing and (why == ANY or why in {r.code for r in one.reasons})
    ]
    return tuple(found if most == ANY else found[: int(most)])


def people_to_talk_to(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    followed: str,
    today: date,
    standing: str = "to_talk",
    why: str = ANY,
    most: str = "8",
) -> Finding:
    """Those chosen; `data` has participant_id, row by row as `table`."""
    everybody = followed_people(database, viewer, selection, followed=followed, today=today)
    shown = chosen(everybody, standing=standing, why=why, most=most)
    all_such = chosen(everybody, standing=standing, why=why, most=ANY)
    return Finding(
        id="follow_up",
        headline=headline(len(shown), len(all_such), standing),
        base=_base(everybody),
        data=pd.DataFrame({"participant_id": [one.id for one in shown]}),
        table=pd.DataFrame([_line(one) for one in shown], columns=COLUMNS),
        alternative="A table of participants, the reasons to talk to each, and their organisation.",
    )


COLUMNS = ("Name", "Why", "Organisation", "From", "Code")


def headline(shown: int, whole: int, standing: str) -> str:
    """How many are shown of all who stand so, as the list is headed."""
    if standing != "to_talk":
        return f"{counted(whole, 'participant')}: {STANDINGS[standing].lower()}"
    if not whole:
        return "Nobody to talk to at the moment"
    people = counted(shown, "person", "people")
    if shown < whole:
        return f"{people} to talk to this week, of {whole:,} with a reason"
    return f"{people} to talk to this week"


def _base(everybody: tuple[Followed, ...]) -> str:
    waiting = sum(one.standing == "waiting" for one in everybody)
    quiet = sum(one.standing == "quiet" for one in everybody)
    return (
        f"Base: {counted(len(everybody), 'participant')} who have not left. {waiting:,} waiting for"
        f" their day, {quiet:,} done."
    )


def _line(one: Followed) -> dict[str, str]:
    return {
        "Name": one.title,
        "Why": one.why,
        "Organisation": one.organisation or NOTHING,
        "From": day(one.waits_until) if one.waits_until else NOTHING,
        "Code": one.id,
    }
