"""The days on which somebody is to be talked to, for a calendar program."""

from collections.abc import Sequence
from datetime import UTC, timedelta

from icalendar import Calendar, Event

from netaudit.store.follow_ups import FollowUp

PRODUCT = "-//netaudit//follow-ups//EN"


def calendar(entries: Sequence[FollowUp]) -> bytes:
    """An iCalendar file with a whole day for each entry that waits for one.

    It names participants by their codes alone, without notes: calendars are often shared. A later
    file of the same people moves the days that are in a calendar already.
    """
    held = Calendar()
    held.add("prodid", PRODUCT)
    held.add("version", "2.0")
    for one in entries:
        if one.waits_until is not None:
            held.add_component(_event(one))
    return bytes(held.to_ical())


def _event(one: FollowUp) -> Event:
    event = Event()
    event.add("uid", f"follow-up-{one.participant_id}@netaudit")
    event.add("sequence", one.number)
    event.add("dtstamp", one.written_at.replace(tzinfo=UTC))
    event.add("dtstart", one.waits_until)
    event.add("dtend", one.waits_until + timedelta(days=1) if one.waits_until else None)
    event.add("summary", f"Talk to {one.participant_id}")
    event.add("transp", "TRANSPARENT")
    return event
