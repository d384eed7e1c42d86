"""How a name is looked for in what people wrote: as whole words, in any case and spacing."""

import re
import unicodedata
from functools import lru_cache

ERASED = "(erased)"

SHORT = 4
"""Names of fewer letters, such as initials, are looked for in their very spelling alone."""

SHORTEST = 2
"""A single letter is left: it tells hardly anything, and stands in every other sentence."""

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts in which no space or mark need stand beside a name."""

LETTER = r"[^\W_]|[\u0300-\u036f]"
"""What makes a word a longer one: letters, digits and accents that follow their letter."""


def without(text: str, words: tuple[str, ...]) -> str:
    """The text with `(erased)` in the place of each of these names; the longer ones come first."""
    left = unicodedata.normalize("NFC", text)
    for word in words:
        pattern = _pattern(word)
        if pattern is not None:
            left = pattern.sub(ERASED, left)
    return left if left != unicodedata.normalize("NFC", text) else text


def probe(word: str) -> str:
    """The longest word of a name, in small letters: it stands in every text that has the name.

    Blank where the name is of a script in which words do not stand apart.
    """
    plain = unicodedata.normalize("NFC", word)
    if any(_is_unspaced(letter) for letter in plain):
        return ""
    return max(re.findall(f"(?:{LETTER})+", plain), key=len, default="").lower()


@lru_cache(maxsize=10_000)
def _pattern(word: str) -> re.Pattern[str] | None:
    """None for what is too short to be looked for."""
    plain = unicodedata.normalize("NFC", " ".join(word.split()))
    if len(plain) < SHORTEST and not _is_unspaced(plain):
        return None
    spelt = r"\s+".join(map(re.escape, plain.split()))
    before = "" if _is_unspaced(plain[0]) else f"(?<!{LETTER.replace('|', ')(?<!')})"
    after = "" if _is_unspaced(plain[-1]) else f"(?!{LETTER})"
    return re.compile(before + spelt + after, re.NOFLAG if len(plain) < SHORT else re.IGNORECASE)


def _is_unspaced(letter: str) -> bool:
    return bool(letter) and unicodedata.name(letter[0], "").startswith(UNSPACED)
