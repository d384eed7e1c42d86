"""The texts: each file that is named like a vocabulary has a text for every code that needs one."""

import re

import pytest

from netaudit.definitions.guidance import guidance, names
from netaudit.vocabulary import OWN_VOCABULARIES, VOCABULARIES

EVERY_VOCABULARY = {**VOCABULARIES, **OWN_VOCABULARIES}
MAY_HAVE_ONE = {"other"}
NOTHING_TO_SAY = MAY_HAVE_ONE | {"unknown", "prefer_not", "not_applicable", "none"}
"""Codes that stand for no answer, or for one that nobody can foresee."""

NOT_OUR_TONE = re.compile(
    r"\b(you (should|must|need to|ought)|fail\w*|guarantee\w*)\b", re.IGNORECASE
)
LONGEST_SENTENCE = 32
"""Words; what people read at twelve has short sentences."""


@pytest.mark.parametrize("name", [name for name in names() if name in EVERY_VOCABULARY])
def test_every_code_that_says_something_has_its_text(name: str) -> None:
    vocabulary = EVERY_VOCABULARY[name]
    needed = {code for code in vocabulary if code not in NOTHING_TO_SAY}
    assert needed <= guidance(name).keys() <= needed | (vocabulary.keys() & MAY_HAVE_ONE)


@pytest.mark.parametrize("name", names())
def test_texts_are_sentences_that_tell_nobody_off(name: str) -> None:
    for texts in guidance(name).values():
        for text in texts.values():
            assert text.strip() == text
            assert text[-1] in ".?!"
            assert not NOT_OUR_TONE.search(text)


@pytest.mark.parametrize("name", names())
def test_sentences_are_short(name: str) -> None:
    for texts in guidance(name).values():
        for text in texts.values():
            for sentence in re.split(r"[.?!:;]\s", text):
                assert len(sentence.split()) <= LONGEST_SENTENCE


def test_own_vocabularies_stand_apart_from_those_of_an_export() -> None:
    assert not VOCABULARIES.keys() & OWN_VOCABULARIES.keys()
