"""Everything a participant told of one mentoring relationship, in a few lines or in columns."""

from typing import Any

from netaudit.analysis.contact_words import CLOSENESS_WORDS
from netaudit.analysis.person.mentors_words import (
    arrangement,
    contact,
    dates,
    helps,
    partial_date,
    words,
)
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, counted, known

ANSWERS = {
    "Formality": ("formality", "formality"),
    "Mode": ("mode", "mode"),
    "Scope": ("scope", "scope"),
    "Helps with knowing why": ("yes_no", "helps_why"),
    "Helps with knowing how": ("yes_no", "helps_how"),
    "Helps with knowing whom": ("yes_no", "helps_whom"),
    "Found": ("mentor_source", "source"),
    "First contact": ("approach", "approach"),
    "A first talk came before": ("yes_no", "exploratory_first"),
    "Arranged by the programme": ("yes_no", "via_programme"),
    "Part of life": ("social_system", "social_system"),
}
"""Titles of answers in codes: the vocabulary and the column of each."""

TALK_WORDS = {"yes": "a first talk came before", "no": "without a first talk"}
SCOPE_WORDS = {
    "narrow": "Narrow: one matter, for a while",
    "broad": "Broad: many matters, for a long time",
}


def facts(row: dict[str, Any]) -> dict[str, str]:
    """What the participant told of it in a few lines; what was not answered is left out."""
    told = {
        "When": dates(row),
        "How": _phrase(arrangement(row), _meetings(row["meetings_per_year"])),
        "Reach": SCOPE_WORDS.get(row["scope"], NOTHING),
        "Helps with knowing": helps(row).lower(),
        "Found": _phrase(
            words("mentor_source", row["source"]),
            words("approach", row["approach"]),
            TALK_WORDS.get(row["exploratory_first"], NOTHING),
            _arranged(row),
        ),
        "Who": _phrase(
            f"Contact {contact(row)}" if contact(row) else "Not on your list",
            words("social_system", row["social_system"]),
            _closeness(row["closeness"]),
        ),
        "Ended because": row["end_reason"] if known(row["end_reason"]) else NOTHING,
    }
    return {title: said for title, said in told.items() if said != NOTHING}


def columns(row: dict[str, Any]) -> dict[str, str]:
    """The same with an answer a column, for a table."""
    return {
        "Began": partial_date(row["start_date"]) if known(row["start_date"]) else "",
        "Ended": partial_date(row["end_date"]) if known(row["end_date"]) else "",
        "Ended because": row["end_reason"] if known(row["end_reason"]) else "",
        **{
            title: label(vocabulary, row[column]) if known(row[column]) else ""
            for title, (vocabulary, column) in ANSWERS.items()
        },
        "Closeness": _closeness(row["closeness"]).replace(NOTHING, ""),
        "Meetings a year": str(int(row["meetings_per_year"]))
        if known(row["meetings_per_year"])
        else "",
        "Contact": contact(row),
    }


def _arranged(row: dict[str, Any]) -> str:
    """That the programme arranged it, where the way it was found does not say so already."""
    says_more = row["via_programme"] == "yes" and row["source"] != "programme_matched"
    return "arranged by the programme" if says_more else NOTHING


def _closeness(closeness: Any) -> str:
    return CLOSENESS_WORDS[int(closeness)] if known(closeness) else NOTHING


def _meetings(meetings: Any) -> str:
    return f"{counted(int(meetings), 'time')} a year" if known(meetings) else NOTHING


def _phrase(*parts: str) -> str:
    """The parts that say something, once each, as one phrase: "Former boss; in person"."""
    first, *rest = list(dict.fromkeys(part for part in parts if part != NOTHING)) or [NOTHING]
    return "; ".join([first, *(part[:1].lower() + part[1:] for part in rest)])
