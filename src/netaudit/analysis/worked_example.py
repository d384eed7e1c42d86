"""A definition's worked examples, put into words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from netaudit.definitions.examples import TIE_SIGNS, canonical_rows, small_table
from netaudit.vocabulary import label, readable
from netaudit.wording import counted

TIE_WORDS = {
    "acquainted": "Know each other",
    "work_closely": "Work closely together",
    "do_not_know": "Do not know each other",
    "unknown": "Not known whether they know each other",
}


@dataclass(frozen=True, kw_only=True)
class WorkedExample:
    """What is given, as sentences and perhaps a table, and what comes out.

    `members`, `ties` and `unanswered` are there to be drawn where the example is about ties.
    """

    note: str
    given: tuple[str, ...]
    table: pd.DataFrame
    outcome: str
    members: tuple[str, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()
    unanswered: tuple[tuple[str, str], ...] = ()


def worked_examples(examples: Iterable[Mapping[str, Any]]) -> tuple[WorkedExample, ...]:
    """The examples of a header, in its order."""
    return tuple(
        WorkedExample(
            note=readable(str(example.get("note", ""))),
            given=(*_people(example), *_ties(example), *_circumstances(example)),
            table=_table(example),
            outcome=_outcome(example),
            **_drawn(example),
        )
        for example in examples
    )


def _drawn(example: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Who and which pairs to draw; nobody where no pair is spoken of."""
    rows = canonical_rows(dict(example))
    if not rows["ties"]:
        return {}
    pairs = [(row["contact_a"], row["contact_b"], row["tie"]) for row in rows["ties"]]
    now = rows["ties"][0]["wave"]
    return {
        "members": tuple(c["contact_id"] for c in rows["contacts"] if c["wave"] == now),
        "ties": tuple((a, b) for a, b, tie in pairs if tie in ("acquainted", "work_closely")),
        "unanswered": tuple((a, b) for a, b, tie in pairs if tie == "unknown"),
    }


def _people(example: Mapping[str, Any]) -> tuple[str, ...]:
    said = []
    for key, words in (("contacts", "Contacts"), ("previous", "The list before")):
        text = str(example.get(key, ""))
        if len(text.strip().splitlines()) == 1:
            said.append(f"{words}: {', '.join(text.split())}.")
    if not str(example.get("contacts", "")).strip():
        said.append("Nobody is listed.")
    return tuple(said)


def _ties(example: Mapping[str, Any]) -> tuple[str, ...]:
    rows = canonical_rows(dict(example))["ties"]
    by_kind = {
        kind: [f"{row['contact_a']} and {row['contact_b']}" for row in rows if row["tie"] == kind]
        for kind in TIE_SIGNS.values()
    }
    return tuple(
        f"{TIE_WORDS[kind]}: {', '.join(pairs)}." for kind, pairs in by_kind.items() if pairs
    )


def _circumstances(example: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        f"{readable(about)}: {readable(name).lower()} {_answer_words(name, value)}."
        for about in ("participant", "audit", "programme")
        for name, value in example.get(about, {}).items()
    )


def _answer_words(name: str, value: Any) -> str:
    return "not filled in" if value == "." else label(name, str(value)).lower()


def _table(example: Mapping[str, Any]) -> pd.DataFrame:
    """The contacts or the mentoring relationships, if they come with answers."""
    for key, first in (("contacts", "contact_id"), ("mentoring", "mentoring_id")):
        rows = small_table(str(example.get(key, "")), first)
        if rows and len(rows[0]) > 1:
            return pd.DataFrame(
                [{readable(name): cell or "" for name, cell in row.items()} for row in rows]
            )
    return pd.DataFrame()


def _outcome(example: Mapping[str, Any]) -> str:
    of_what = f" for {example['attribute']}" if "attribute" in example else ""
    if "computed" in example:
        away = (
            f"{counted(example[gap], noun)} from the line"
            for gap, noun in (("gap", "contact"), ("gap_pairs", "pair"))
            if gap in example
        )
        return ", ".join((readable(str(example["computed"])), *away))
    if example.get("gives"):
        return ", ".join(_given_words(name, value) for name, value in example["gives"].items())
    if "value" not in example:
        return f"Undefined{of_what}"
    return f"{example['value']:g}{of_what}"


def _given_words(name: str, value: Any) -> str:
    """A column of a profile and what it holds: "Developers 3", "By month: no"."""
    if isinstance(value, bool):
        return f"{readable(name)}: {'yes' if value else 'no'}"
    return f"{readable(name)} {readable(str(value)).lower()}"
