"""How a name is looked for in what people wrote: as whole words, in any case and spacing."""

import re
import unicodedata

ERASED = "(erased)"

SHORT = 4
"""Names of fewer letters, such as initials, are looked for in their very spelling alone."""

SHORTEST = 2
"""A single letter is left: it tells hardly anything, and stands in every other sentence."""

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts in which no space or mark need stand beside a name."""

BOUNDARY, SPACES = r"[^\pL\pM\pN]", r"[\s\pZ]+"


def pattern_of(word: str) -> str | None:
    """A regular expression of DuckDB (RE2) for a name, with what stands before and after it.

    Its first and last groups are to be kept. None for what is too short to be looked for.
    """
    parts = word.split()
    plain = " ".join(parts)
    if len(plain) < SHORTEST and not _is_unspaced(plain):
        return None
    normal = (unicodedata.normalize("NFC", plain), unicodedata.normalize("NFD", plain))
    spelt = "|".join(dict.fromkeys(SPACES.join(map(re.escape, one.split())) for one in normal))
    case = "" if len(plain) < SHORT else "i"
    before = "()" if _is_unspaced(plain[:1]) else f"(^|{BOUNDARY})"
    after = "()" if _is_unspaced(plain[-1:]) else f"({BOUNDARY}|$)"
    return f"{before}(?{case}:{spelt}){after}"


REPLACED = rf"\1{ERASED}\2"
"""What is written in place of a match of pattern_of."""


def _is_unspaced(letter: str) -> bool:
    return bool(letter) and unicodedata.name(letter[0], "").startswith(UNSPACED)
