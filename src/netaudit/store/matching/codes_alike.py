"""Whether two participants may be one whose code or address was written differently, and why.

Codes of a list that is numbered through are all alike, so that a digit that differs says nothing.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from netaudit.store.names_alike import likeness

LETTERS_ALIKE = 80
"""How alike the letters of two codes must be, of 100."""

ADDRESS_SLIPS = 2
"""So many signs of an address may be missing, added, different or swapped."""

LONG_NUMBER = 6
"""Of a number with so many digits one wrong digit is likelier than another person's number."""

SAME_NAME = 2
"""Up to this rank a likeness of names says that it is one name."""

_LOOKALIKES = str.maketrans("oil", "011")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What is known of who a participant is; blank where it is not."""

    code: str
    name: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True, order=True)
class Closeness:
    """Why two participants may be one, in words; the lower the rank, the surer."""

    rank: int
    reasons: tuple[str, ...]


def closeness(one: Identity, other: Identity) -> Closeness | None:
    """What speaks for it that both are one participant; None where nothing or too little does."""
    found = [_codes(one.code, other.code), _addresses(one.email, other.email)]
    names = likeness(one.name, other.name)
    if names is not None and names.rank <= SAME_NAME:
        found.append((2, names.reason))
    said = sorted(reason for reason in found if reason is not None)
    if not said or (said[0][0] > 1 and _speaks_against(one, other)):
        return None
    return Closeness(rank=said[0][0], reasons=tuple(words for _, words in said))


def _speaks_against(one: Identity, other: Identity) -> bool:
    """Whether both have names, or both addresses, that have nothing in common."""
    if one.name and other.name:
        return likeness(one.name, other.name) is None
    if one.email and other.email:
        return _addresses(one.email, other.email) is None
    return False


Reason = tuple[int, str]


def _codes(one: str, other: str) -> Reason | None:
    plain, beside = _plain(one), _plain(other)
    if not plain or not beside:
        return None
    if plain == beside:
        return 1, "The codes differ only in capital letters, blanks, signs or leading zeros"
    if _squeezed(one) == _squeezed(other):
        return None
    if _squeezed(one).translate(_LOOKALIKES) == _squeezed(other).translate(_LOOKALIKES):
        return 2, "The codes differ only in signs that look alike, such as O and 0"
    if OSA.distance(plain, beside) == 1 and sorted(plain) == sorted(beside):
        return 3, "Two neighbouring signs of the codes are swapped"
    if _digits(plain) == _digits(beside):
        ratio = fuzz.ratio(_letters(plain), _letters(beside), score_cutoff=LETTERS_ALIKE)
        return (3, "The letters of the codes are nearly the same") if ratio else None
    return _long_numbers(plain, beside)


def _long_numbers(one: str, other: str) -> Reason | None:
    """One slip in a number that is too long to be counted through."""
    longest = [max(map(len, _digits(code)), default=0) for code in (one, other)]
    if min(longest) >= LONG_NUMBER and Levenshtein.distance(one, other) == 1:
        return 4, "One sign of the codes differs"
    return None


def _addresses(one: str, other: str) -> Reason | None:
    first, second = _plain_address(one), _plain_address(other)
    if "@" not in first or "@" not in second:
        return None
    if first == second:
        return 1, "The same e-mail address"
    (box, _, domain), (other_box, _, other_domain) = first.partition("@"), second.partition("@")
    if box == other_box:
        near = OSA.distance(domain, other_domain) <= ADDRESS_SLIPS
        words = "nearly the same domain" if near else "another domain"
        return 2, f"The e-mail addresses are the same at {words}"
    if domain == other_domain and _squeezed(box) == _squeezed(other_box):
        return 2, "The e-mail addresses differ only in signs"
    if domain == other_domain and _is_slip(box, other_box):
        return 3, "The e-mail addresses are nearly the same"
    return None


def _is_slip(one: str, other: str) -> bool:
    """Whether two boxes differ by a slip of the hand: short ones have little to compare.

    People of one name are numbered, so that a number has to be the same.
    """
    if _digits(one) != _digits(other):
        return False
    allowed = ADDRESS_SLIPS if min(len(one), len(other)) >= 2 * LONG_NUMBER else 1
    is_long_enough = min(len(one), len(other)) >= LONG_NUMBER
    return is_long_enough and OSA.distance(one, other) <= allowed


def _plain_address(address: str) -> str:
    return "".join(address.split()).casefold()


def _squeezed(text: str) -> str:
    """Its letters and digits alone, in small letters."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _plain(code: str) -> str:
    """A code without case, signs and leading zeros: "p 2026 7" and "P-2026-07" are one.

    Numbers stay apart, so that 1-12 is not 11-2.
    """
    runs = re.findall(r"\d+|[^\W\d_]+", code.casefold())
    return "-".join(run.lstrip("0") or "0" if run.isdecimal() else run for run in runs)


def _digits(plain: str) -> list[str]:
    return re.findall(r"\d+", plain)


def _letters(plain: str) -> str:
    return "".join(re.findall(r"[^\W\d_]+", plain))
