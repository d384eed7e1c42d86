"""How one contact is spoken of: by a number and what is known of them, never by a rating."""

from typing import Any

from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, known, plain

CLOSENESS_WORDS = {4: "Very close", 3: "Close", 2: "Less close", 1: "Distant"}
NOT_KNOWN = "Not known"


def contact_name(number: int, label_shown: Any = None) -> str:
    """The contact's number, with the participant's own label where the viewer may see it."""
    return f"Contact {number} ({label_shown})" if known(label_shown) else f"Contact {number}"


def short_name(number: int, label_shown: Any = None) -> str:
    """The same where there is little room: "3 Ada"."""
    return f"{number} {label_shown}" if known(label_shown) else str(number)


def contact_description(row: dict[str, Any]) -> str:
    """One line, such as "Contact 3 · same team · more senior"; what is not known is left out."""
    parts = [
        label(name, row[name])
        for name in ("affiliation", "seniority")
        if row[name] not in ("unknown", "not_applicable")
    ]
    if known(row["closeness"]):
        parts.append(CLOSENESS_WORDS[int(row["closeness"])])
    if row["list_kind"] == "weak_tie":
        parts.append("weak tie")
    lowered = [part[:1].lower() + part[1:] for part in parts]
    return " · ".join([contact_name(row["contact_number"], row["label"]), *lowered])


def contact_facts(row: dict[str, Any], knows: str) -> dict[str, str]:
    """Everything the page may say of one contact, title by title, in words."""
    return {
        "Affiliation": label("affiliation", row["affiliation"]),
        "Function": function_words(row["function"]),
        "Seniority": label("seniority", row["seniority"]),
        "Distance": label("distance", row["distance"]),
        "Closeness": closeness_words(row["closeness"]),
        "In touch": label("frequency", row["frequency"]) if known(row["frequency"]) else NOT_KNOWN,
        "Known for": years_words(row["years_known"]),
        "Support": label("support_direction", row["support_direction"])
        if known(row["support_direction"])
        else NOT_KNOWN,
        "Purposes": purpose_words(row["purposes"]),
        "Knows": knows,
    }


def closeness_words(closeness: Any) -> str:
    """The words for a closeness of 1 to 4."""
    return CLOSENESS_WORDS[int(closeness)] if known(closeness) else NOT_KNOWN


def function_words(code: str) -> str:
    """A free code in words."""
    return {"unknown": NOT_KNOWN, "not_applicable": "Does not apply"}.get(code, readable(code))


def years_words(years: Any) -> str:
    """Years known: "9 years", "less than a year"."""
    if not known(years):
        return NOT_KNOWN
    if years < 1:
        return "Less than a year"
    return "1 year" if years == 1 else f"{plain(years)} years"


def purpose_words(codes: Any) -> str:
    """Purposes, listed; a dash for a contact that serves none."""
    if codes is None or isinstance(codes, float):
        return NOT_KNOWN
    names = [label("purpose", code) for code in codes if code != "none"]
    return ", ".join([names[0], *(name.lower() for name in names[1:])]) if names else NOTHING
