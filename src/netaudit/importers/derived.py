"""What is kept of a contact beside the participant: same or different, older or younger, years.

A contact's own gender, ethnicity, age and the year they met are read and compared; they go no
further. Where the two answers cannot be put beside each other, nothing is said.
"""

import math
import re
from collections.abc import Collection, Mapping

from netaudit.importers.mapping.fields import OF_CONTACT
from netaudit.importers.mapping.known_words import answer_codes, unsaid_codes
from netaudit.importers.mapping.plausible import YEAR
from netaudit.importers.plain import bare_words, plain

AGES = re.compile(r"\d{1,3}")
AND_MORE = re.compile(r"\+|over|older|above|more|über|älter|mehr|plus|más", re.IGNORECASE)
AND_LESS = re.compile(r"<|under|below|younger|less|unter|jünger|moins|menos", re.IGNORECASE)
APART = 10
"""From so many years on two people are not of about the same age."""

BESIDE = {
    "gender": ("gender_rel", "gender"),
    "ethnic_group": ("ethnicity_rel", "ethnic_group"),
    "age": ("age_rel", "age_band"),
}
"""For each answer about a contact the column it is told in, and the participant's own answer."""

Values = Mapping[str, str]

Seen = Mapping[str, Collection[str]]
"""For each of these columns every answer about contacts: the words that the file uses."""


def is_derived(contact: Values) -> bool:
    """Whether anything in a contact's values is only to be compared."""
    return any(name in contact for name in OF_CONTACT)


def derived(contact: Values, own: Values, answered_on: str, seen: Seen) -> dict[str, str]:
    """The contact's values with what follows from these answers in their place.

    `own` are the participant's values, `answered_on` the day of the audit.
    """
    found = {name: value for name, value in contact.items() if name not in OF_CONTACT}
    for name, (column, mine) in BESIDE.items():
        if answer := contact.get(name, ""):
            said = _beside(name, answer, own.get(mine, ""), seen.get(name, ()))
            found |= {column: found.get(column) or said} if said else {}
    if years := years_since(contact.get("known_since", ""), answered_on):
        found.setdefault("years_known", years)
    return found


def years_since(answer: str, answered_on: str) -> str:
    """The years from the one that an answer names until the day; blank where there is none."""
    year, until = YEAR.search(answer), YEAR.search(answered_on)
    if not year or not until or int(year.group()) > int(until.group()):
        return ""
    return str(int(until.group()) - int(year.group()))


def _beside(name: str, answer: str, own: str, seen: Collection[str]) -> str:
    column = BESIDE[name][0]
    words = bare_words(answer)
    if answer_codes(column, column).get(words) == "prefer_not":
        return "prefer_not"
    if words in unsaid_codes(column):
        return "unknown"
    if not own or bare_words(own) in unsaid_codes(column):
        return ""
    return _of_ages(answer, own) if name == "age" else _of_groups(name, answer, own, seen)


def _of_groups(name: str, answer: str, own: str, seen: Collection[str]) -> str:
    """Same or different; blank where the two are written in words that do not belong together."""
    known = answer_codes(f"told_{name}", "")
    theirs, mine = known.get(bare_words(answer)), known.get(bare_words(own))
    if plain(answer) == plain(own):
        return "same"
    if theirs and mine:
        return "same" if theirs == mine else "different"
    return "different" if plain(own) in {plain(one) for one in seen} else ""


def _of_ages(answer: str, own: str) -> str:
    """How two ages or bands compare, where that is the same whatever they are within."""
    theirs, mine = _ages(answer), _ages(own)
    if not theirs or not mine:
        return ""
    least, most = theirs[0] - mine[1], theirs[1] - mine[0]
    if least >= APART:
        return "older_10plus"
    if most <= -APART:
        return "younger_10plus"
    return "within_10" if least > -APART and most < APART else ""


def _ages(text: str) -> tuple[float, float] | None:
    """From which to which age; an open band ends nowhere."""
    numbers = [float(one) for one in AGES.findall(text)]
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    if len(numbers) != 1:
        return None
    if AND_MORE.search(text):
        return numbers[0], math.inf
    return (0.0, numbers[0]) if AND_LESS.search(text) else (numbers[0], numbers[0])
