"""An entry of a follow-up in words."""

from collections.abc import Mapping

from netaudit.store.follow_ups import FollowUp, Status
from netaudit.wording import day, moment_utc

STATUS_WORDS: Mapping[Status, str] = {"open": "Open", "snoozed": "Snoozed", "done": "Done"}


def standing_words(entry: FollowUp) -> str:
    """How things stand since the entry: "Next step on 3 December 2026: send the list (Ann)"."""
    if entry.status == "done":
        return f"Done on {day(entry.written_at.date())}"
    said = [f"Snoozed until {day(entry.until)}"] if entry.until else []
    on = f" on {day(entry.next_on)}" if entry.next_on else ""
    if entry.next_step or on:
        said.append(f"Next step{on}: {entry.next_step}" if entry.next_step else f"Next step{on}")
    if entry.owner:
        said.append(f"With {entry.owner}")
    return " · ".join(said)


def history_line(entry: FollowUp) -> dict[str, str]:
    """The entry as a row of a table."""
    return {
        "Written": f"{moment_utc(entry.written_at)} by {entry.written_by}",
        "Status": STATUS_WORDS[entry.status],
        "Note": entry.note,
        "Then": "" if entry.status == "done" else standing_words(entry),
    }
