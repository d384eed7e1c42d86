"""Names are found in texts as people write them, and are not found in other words."""

import re
import unicodedata

import pytest

from netaudit.store.erasing.name_patterns import probe, without


@pytest.mark.parametrize(
    ("word", "text", "left"),
    [
        ("Zedekia", "I asked ZEDEKIA's boss, zedekia.", "I asked (erased)'s boss, (erased)."),
        ("Zedekia", "Zedekiah and Zedekia-Ann", "Zedekiah and (erased)-Ann"),
        ("Jane Quill", "Jane  Quill\nand jane\u00a0quill", "(erased)\nand (erased)"),
        ("JQ", "JQ, jq and JQR", "(erased), jq and JQR"),
        ("Molly", "my _Molly_", "my _(erased)_"),
        ("Zo", "Zo and Zoë", "(erased) and Zoë"),
        ("Zoë", "Zoe\u0308 or Zoë, Zoëlle", "(erased) or (erased), Zoëlle"),
        ("Éva", "avec Éva", "avec (erased)"),
        ("I", "I am I.", "I am I."),
        ("王伟", "我和王伟谈过", "我和(erased)谈过"),
        ("王", "小王", "小(erased)"),
        ("김철수", "김철수가 말했다", "(erased)가 말했다"),
        ("A. (B) [C]$", "to A. (B) [C]$", "to (erased)"),
        ("anna@x.org", "write anna@x.org!", "write (erased)!"),
        ("O'Neil \\1", "see O'Neil \\1 there", "see (erased) there"),
        ("Иван", "с Иваном и Иван", "с Иваном и (erased)"),
    ],
)
def test_names_in_texts(word: str, text: str, left: str) -> None:
    assert without(text, (word,)) == left
    if left != text:
        said = re.findall(r"[\w\u0300-\u036f]+", unicodedata.normalize("NFC", text).lower())
        assert probe(word) in ["", *(one.strip("_") for one in said)]


def test_a_text_that_names_nobody_stays_as_it_was_typed() -> None:
    typed = "Zoe\u0308 said so"
    assert without(typed, ("Olaf",)) == typed


def test_a_whole_name_goes_before_its_parts() -> None:
    assert without("Zed Kale and Zed", ("Zed Kale", "Zed")) == "(erased) and (erased)"
