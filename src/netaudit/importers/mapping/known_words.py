"""The words by which questions and answers are told, from the files in `words`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from netaudit.definitions.questionnaire import NOUNS, questionnaire
from netaudit.importers.mapping.fields import fields
from netaudit.importers.plain import bare_words
from netaudit.schema import Column
from netaudit.vocabulary import OWN_VOCABULARIES, VOCABULARIES

Phrases = Mapping[str, tuple[str, ...]]

GENERAL_NAMES = ("type", "text", "source", "scope", "mode", "status", "level", "place", "role")
"""Columns whose names say too little by themselves."""

CATEGORIES = ("function", "sector", "level", "place")
"""Columns of free codes in which "not applicable" and "unknown" have a meaning of their own."""

ALSO_UNKNOWN = "do_not_know"
"""A code that reads as what people answer who do not know, not only as those who say no."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

HINTED, FREE, NEGATIONS, LONE, UNSAID = "hinted", "free", "negations", "lone", "unsaid"


@cache
def question_phrases(about: str) -> Phrases:
    """Field ids with the phrases that tell them; `list` for names one a line in one cell."""
    held = _read("questions.toml").get(about, {})
    own = {} if about == "list" else _own_names(about)
    names = dict.fromkeys((*held, *own))
    return {
        name: tuple(
            dict.fromkeys(
                (*own.get(name, ()), *(one for words in held.get(name, ()) for one in _bare(words)))
            )
        )
        for name in names
    }


@cache
def lone_words() -> frozenset[str]:
    """Phrases that tell a question only where it has no other words."""
    return frozenset(bare_words(words) for words in _read("questions.toml")[LONE]["words"])


@cache
def exact_names(about: str) -> Phrases:
    """Field ids with the names that netaudit's own templates give them."""
    return _own_names(about)


@cache
def own_wordings() -> Phrases:
    """Field ids with the wordings of netaudit's own questionnaire, without numbers."""
    return {
        asked.field: tuple(
            dict.fromkeys(
                bare_words(text)
                for text in (asked.ask, asked.each, f"{section.noun} {asked.topic}")
                if text.strip()
            )
        )
        for section, asked in questionnaire()
    }


@cache
def _own_choices() -> dict[str, dict[str, str]]:
    """By column the values of the questionnaire's answers; numbers alone may be any scale's."""
    return {
        asked.column.name: {
            bare_words(text): one.value
            for one in asked.choices
            for text in (one.label, one.code)
            if not text.isdigit() and text != ALSO_UNKNOWN
        }
        for _, asked in questionnaire()
    }


def _own_names(about: str) -> Phrases:
    nouns = {**NOUNS, "ties": "tie"}
    found = {}
    for one in fields().values():
        if one.about != about or one.is_derived:
            continue
        name = bare_words(one.column.name)
        noun = nouns.get(one.table, "")
        with_noun = f"{noun} {name.removeprefix(noun).strip()}".strip() if noun else name
        alone = () if name in GENERAL_NAMES or about in ("relationship", "action") else (name,)
        found[one.id] = tuple(dict.fromkeys((with_noun, *alone)))
    return found


@cache
def answer_codes(vocabulary: str, column: str) -> dict[str, str]:
    """The code of each answer that is known for sure, by its bare words."""
    told = _codes(_read("answers.toml"), vocabulary, column) | _own_codes(vocabulary)
    return told | _own_choices().get(column, {})


@cache
def hinted_codes(vocabulary: str, column: str) -> dict[str, str]:
    """The code that an answer most likely means, by its bare words."""
    return _codes(_read("answers.toml").get(HINTED, {}), vocabulary, column)


def vocabulary_of(column: Column) -> tuple[str, str]:
    """By which names the words for a column's answers are found."""
    free = FREE if column.name in CATEGORIES else ""
    return column.vocabulary or free, column.name


def codes_of(column: Column) -> dict[str, str]:
    """The codes a column may hold, with their words; none where it is free."""
    if column.vocabulary is None:
        return {}
    return VOCABULARIES.get(column.vocabulary) or OWN_VOCABULARIES.get(column.vocabulary, {})


@cache
def unsaid_codes(vocabulary: str) -> dict[str, str]:
    """The code of each answer that says nothing, by its bare words; blank where there is none.

    Of ties "do not know" says something.
    """
    codes = VOCABULARIES.get(vocabulary) or OWN_VOCABULARIES.get(vocabulary, {})
    code = next((one for one in ("unknown", "not_sure") if one in codes), "")
    found = _codes(_read("answers.toml"), UNSAID)
    return {
        words: code if means else ""
        for words, means in found.items()
        if not (vocabulary == "tie" and words == bare_words(ALSO_UNKNOWN))
    }


@cache
def negations() -> frozenset[str]:
    """Words that turn what an answer says, bare."""
    held = _read("answers.toml")[NEGATIONS]["words"]
    return frozenset(one for word in held for one in _bare(word))


def _bare(words: str) -> tuple[str, ...]:
    """The bare words, also with two letters for an umlaut, as names of columns have them."""
    return tuple(dict.fromkeys((bare_words(words), bare_words(words.translate(UMLAUTS)))))


def _codes(held: Mapping[str, Mapping[str, list[str]]], *names: str) -> dict[str, str]:
    return {
        one: code
        for name in names
        if name
        for code, answers in held.get(name, {}).items()
        for words in answers
        for one in _bare(words)
    }


def _own_codes(vocabulary: str) -> dict[str, str]:
    codes = VOCABULARIES.get(vocabulary) or OWN_VOCABULARIES.get(vocabulary, {})
    exact = {bare_words(label): code for code, label in codes.items()}
    return exact | {bare_words(code): code for code in codes if code != ALSO_UNKNOWN}


@cache
def _read(name: str) -> dict[str, Any]:
    text = files("netaudit.importers.mapping").joinpath("words", name).read_text(encoding="utf-8")
    return tomllib.loads(text)
