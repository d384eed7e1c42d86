"""Why somebody stands on one of the lists of people to talk to, in a sentence."""

from collections.abc import Callable
from typing import Any

from netaudit.vocabulary import label, readable
from netaudit.wording import counted, enumerated, known

Row = dict[str, Any]
"""One participant as mentoring_people has them."""

MISSING = {
    "no_mentor": "a mentor",
    "no_sponsor": "a sponsor",
    "no_outside": "a mentor from outside",
    "no_external": "an external contact",
}
"""What is missing for each reason, as a sentence goes on after "without"."""


def why(row: Row, reason: str) -> str:
    """What the participant's answers say on that reason, with what they said the wave before."""
    return " ".join(filter(None, (_SENTENCES[reason](row), _earlier(row, reason))))


def also_without(row: Row, reason: str) -> str:
    """What else is missing, such as "a sponsor and an external contact"; blank with nothing."""
    others = [words for name, words in MISSING.items() if name != reason and row[name]]
    return enumerated(others) if others else ""


def _no_mentor(row: Row) -> str:
    if row["mentees"]:
        return (
            f"Mentors {counted(int(row['mentees']), 'person', 'people')} and is mentored by nobody."
        )
    if row["relationships"]:
        return "In what is open, the own role was left blank."
    if row["recorded"]:
        named = counted(int(row["recorded"]), "relationship is", "relationships are")
        return f"{named} named and not open on the day of the audit."
    return "Named no mentoring relationship."


def _no_sponsor(row: Row) -> str:
    if not row["mentors"]:
        return f"No mentor at all. {_no_mentor(row)}"
    types = [label("mentoring_type", code).lower() for code in row["types"]]
    return f"{_mentors(row)}, none a sponsor: {enumerated(types)}."


def _no_outside(row: Row) -> str:
    if not row["mentors"]:
        return f"No mentor at all. {_no_mentor(row)}"
    return f"{_mentors(row)}, from the own organisation only."


def _no_external(row: Row) -> str:
    internal, listed = int(row["internal"]), int(row["contacts"])
    if internal == listed:
        return f"Named {counted(listed, 'contact')}, all internal."
    return (
        f"Named {counted(listed, 'contact')}: {internal} internal, and of {listed - internal} it is"
        " not known."
    )


def _not_answered(row: Row) -> str:
    if not row["is_opened"]:
        return "No audit at this wave."
    if row["was_asked"]:
        return "The audit was not done."
    return "Nobody of the cohort named a relationship at this wave, so it counts as not asked."


def _mentors(row: Row) -> str:
    return counted(int(row["mentors"]), "mentor")


_SENTENCES: dict[str, Callable[[Row], str]] = {
    "no_mentor": _no_mentor,
    "no_sponsor": _no_sponsor,
    "no_outside": _no_outside,
    "no_external": _no_external,
    "not_answered": _not_answered,
}
_BEFORE = {
    "no_mentor": "earlier_mentor",
    "no_sponsor": "earlier_sponsor",
    "no_outside": "earlier_outside",
}


def _earlier(row: Row, reason: str) -> str:
    """Whether it was so the wave before; blank where that is not known."""
    held = row.get(_BEFORE.get(reason, ""))
    if not known(row["earlier"]) or held is None or not known(held):
        return ""
    wave = readable(row["earlier"]).lower()
    return f"Had one at {wave}." if held else f"Had none at {wave} either."
