"""Whether a label may be the name of the person looked for, and why one would think so."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

ALIKE = 82
"""How alike two words must be, of 100: one letter of six may differ."""


@dataclass(frozen=True, kw_only=True, order=True)
class Likeness:
    """Why a label may mean the person; the lower the rank, the surer."""

    rank: int
    reason: str


def likeness(name: str, label: str) -> Likeness | None:
    """What speaks for it that the label means who has this name; None where nothing does."""
    wanted, given = words_of(name), words_of(label)
    if not wanted or not given:
        return None
    if wanted == given:
        return Likeness(rank=1, reason="The same name")
    if sorted(wanted) == sorted(given):
        return Likeness(rank=2, reason="The same words in another order")
    shared = [word for word in wanted if word in given and len(word) > 1]
    if shared and (set(wanted) <= set(given) or set(given) <= set(wanted)):
        return Likeness(rank=3, reason=f"Shares “{' '.join(shared)}”")
    if _initials_fit(wanted, given):
        return Likeness(rank=4, reason="Initials that fit")
    if _spelt_alike(wanted, given):
        return Likeness(rank=5, reason="Spelt nearly alike")
    return Likeness(rank=6, reason=f"Shares “{' '.join(shared)}”") if shared else None


def words_of(name: str) -> list[str]:
    """The words of a name without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"\w+", bare)


def _initials_fit(one: list[str], other: list[str]) -> bool:
    """Whether one is the initials of the other: "JQ" or "J. Quill" of "Jane Quill"."""
    return _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: list[str], name: list[str]) -> bool:
    if len(name) < 2:
        return False
    letters = "".join(word[0] for word in name)
    if "".join(short) == letters:
        return True
    return (
        len(short) == len(name)
        and any(len(word) == 1 for word in short)
        and all(_fits(word, whole) for word, whole in zip(short, name, strict=True))
    )


def _fits(word: str, whole: str) -> bool:
    return word == whole or (len(word) == 1 and whole.startswith(word))


def _spelt_alike(wanted: list[str], given: list[str]) -> bool:
    """Whether the whole is nearly alike, or each word of the shorter to some word of the longer."""
    if _are_alike(" ".join(wanted), " ".join(given)):
        return True
    short, long = sorted((wanted, given), key=len)
    return all(any(_are_alike(word, other) for other in long) for word in short)


def _are_alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=ALIKE) > 0
