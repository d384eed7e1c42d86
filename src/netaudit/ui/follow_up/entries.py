"""What the ledger holds of follow-ups, as pages ask with it and write to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from netaudit.analysis.follow_up.people import Followed, followed_people
from netaudit.store import follow_ups
from netaudit.store.follow_ups import Draft, FollowUp
from netaudit.ui.frame import View
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import day

WEEK = timedelta(days=7)


def followed() -> str:
    """The entries in force as analysis.follow_up takes them."""
    return follow_ups.as_json(follow_ups.in_force(workspace().ledger))


def everybody(view: View) -> tuple[Followed, ...]:
    """Everybody of the view, in the order of need."""
    return view.ask(followed_people, followed=followed(), today=date.today())


def in_force(people: Sequence[Followed]) -> dict[str, FollowUp]:
    """The entry in force of each of these people who has one."""
    codes = {one.id for one in people}
    entries = follow_ups.in_force(workspace().ledger)
    return {one.participant_id: one for one in entries if one.participant_id in codes}


def done(person: Followed, before: FollowUp | None) -> str:
    """Notes that nothing more is to be done; for on_click, through then_tell."""
    write(person, before, Draft(status="done", owner=before.owner if before else ""))
    return f"{person.title} is done. Whoever gets a new reason comes back to the list."


def snooze(person: Followed, before: FollowUp | None) -> str:
    """Puts it off for a week; for on_click, through then_tell."""
    until = date.today() + WEEK
    kept = Draft() if before is None else _draft(before)
    write(person, before, replace(kept, status="snoozed", until=until))
    return f"{person.title} comes back on {day(until)}."


def write(person: Followed, before: FollowUp | None, draft: Draft) -> None:
    """Adds an entry in the name of whoever is looking; NetauditError if they may not."""
    follow_ups.write(
        workspace().ledger,
        person.id,
        replace(draft, reasons=person.keys),
        identity.acting_in(person.cohort, "coordinator"),
        cohort=person.cohort,
        after=before.number if before else 0,
    )


def _draft(entry: FollowUp) -> Draft:
    """What goes on to the next entry: the step that is meant to happen, and whose it is."""
    return Draft(next_step=entry.next_step, next_on=entry.next_on, owner=entry.owner)
