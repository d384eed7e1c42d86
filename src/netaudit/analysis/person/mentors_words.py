"""How one mentoring relationship reads: its name, its dates, what it helps with."""

from typing import Any

from netaudit.analysis.contact_words import short_name
from netaudit.vocabulary import label
from netaudit.wording import MONTHS, NOTHING, known

KNOWING = {"helps_why": "why", "helps_how": "how", "helps_whom": "whom"}
OPEN, ENDED, CLOSED, UNMENTIONED = "Open", "Ended", "Not open", "Not told of since"
ROLES = {
    "mentee": ("You are mentored", "Mentee"),
    "mentor": ("You mentor", "Mentor"),
    "both": ("You mentor each other", "Both"),
}
"""The own part in a relationship: to the participant, and to somebody else."""


def name(row: dict[str, Any]) -> str:
    """The number and the type: "2 Peer"."""
    kind = row["type"] if known(row["type"]) else "unknown"
    said = "Type not known" if kind == "unknown" else label("mentoring_type", kind)
    return f"{int(row['relationship'])} {said}"


def name_with_contact(row: dict[str, Any]) -> str:
    """The same with the contact who it is: "2 Peer (contact 4 Dev)"."""
    who = contact(row)
    return f"{name(row)} (contact {who})" if who else name(row)


def contact(row: dict[str, Any]) -> str:
    """The contact's number, with the label where it may be seen; empty for nobody on the list."""
    if not known(row["contact_number"]):
        return ""
    return short_name(int(row["contact_number"]), row["label"])


def words(vocabulary: str, code: Any) -> str:
    """A code in words; a dash where it was not answered."""
    return label(vocabulary, code) if known(code) else NOTHING


def arrangement(row: dict[str, Any]) -> str:
    """Formal or informal, and how they meet: "Formal, virtual"."""
    said = [label(part, row[part]) for part in ("formality", "mode") if known(row[part])]
    return ", ".join([said[0], *(word.lower() for word in said[1:])]) if said else NOTHING


def dates(row: dict[str, Any]) -> str:
    """From when until when, as far as it is known: "March 2025 – May 2026", "Since 2025"."""
    start = partial_date(row["start_date"]) if known(row["start_date"]) else ""
    end = partial_date(row["end_date"]) if known(row["end_date"]) else ""
    if end:
        return f"{start or 'Start not known'} – {end}"
    return f"Since {start}" if start else "Start not known"


def partial_date(date: str) -> str:
    """A date as far as it is known: "2025", "March 2025", "3 March 2025"."""
    year, *further = date.split("-")
    if not further:
        return year
    month = f"{MONTHS[int(further[0]) - 1]} {year}"
    return f"{int(further[1])} {month}" if len(further) > 1 else month


def helps(row: dict[str, Any]) -> str:
    """What the relationship helps with: "Why, how"."""
    helped = [word for column, word in KNOWING.items() if row[column] == "yes"]
    return ", ".join(helped).capitalize() or NOTHING
