"""Texts as they are kept, and as they are compared."""

import re
import unicodedata

UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def tidy(text: str) -> str:
    """A text without what cannot be seen, on one line, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).translate(UNSEEN).split())


def plain(text: str) -> str:
    """A text as it is compared: tidy, in small letters, with one kind of quotes and dashes."""
    return tidy(unicodedata.normalize("NFKC", text).translate(ALIKE)).casefold()


def bare_words(text: str) -> str:
    """Only the words of a text, without accents: "Wie nah?" and "wie_nah" are the same."""
    letters = unicodedata.normalize("NFKD", plain(text))
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", letters))
