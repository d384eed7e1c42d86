"""What the names of a Qualtrics column say: its question, its loop, its place within both."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.importers.survey import SLOT
from netaudit.importers.tools.qualtrics_header import Column

LOOPED = re.compile(r"^x?(\d{1,3})_(.+)$")
QUESTION_ID = re.compile(r"^(?:x?(\d{1,3})_)?(QID\d+(?:#\d+)?)((?:_[^_]+)*)$")
NAME_PARTS = re.compile(r"^(.+?)((?:_\d{1,3}){1,2}(?:_TEXT)?)$")
PIPED = re.compile(
    r"[\[(]?\$?\{?(?:q://)?(QID\d+)[-/]Choice(?:TextEntryValue|Description|NumericEntryValue)"
    r"[-/](\d+)\}?[\])]?"
)
"""Where a wording repeats what was typed into another question: `[QID8-ChoiceTextEntryValue-1]`."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A column and what its names say.

    `question` is the question's id, or its short name where the export has no ids; the same for all
    columns of a question, in every loop. `base` is what people know the question by, with SLOT for
    the loop. `parts` are the numbers that follow it. `is_text` marks the box beside an option.
    """

    column: Column
    question: str
    base: str
    loop: int | None
    parts: tuple[str, ...]
    is_text: bool


def named(columns: Sequence[Column]) -> list[Named]:
    """What the names of all columns say; without ids, what several of them have in common."""
    rests = Counter(found.group(2) for one in columns if (found := LOOPED.match(one.name)))
    bases = Counter(found.group(1) for one in columns if (found := NAME_PARTS.match(one.name)))
    return [
        _by_id(one) if QUESTION_ID.match(one.import_id) else _by_name(one, rests, bases)
        for one in columns
    ]


def _by_id(column: Column) -> Named:
    found = QUESTION_ID.match(column.import_id)
    assert found
    loop, question, rest = found.groups()
    parts = tuple(part for part in rest.split("_") if part)
    is_text = "TEXT" in parts and len(parts) > 1
    numbers = tuple(part for part in parts if part != "TEXT")
    name = _without_loop(column.name) if loop else column.name
    ending = "".join(f"_{part}" for part in numbers)
    base = (name.removesuffix("_TEXT") if is_text else name).removesuffix(ending)
    return Named(
        column=column,
        question=question,
        base=f"{SLOT}_{base}" if loop else base,
        loop=int(loop) if loop else None,
        parts=numbers,
        is_text=is_text,
    )


def _by_name(column: Column, rests: Counter[str], bases: Counter[str]) -> Named:
    name, loop = column.name, None
    looped = LOOPED.match(name)
    if looped and (rests[looped.group(2)] > 1 or name.startswith("x")):
        name, loop = looped.group(2), int(looped.group(1))
    parts: tuple[str, ...] = ()
    found = NAME_PARTS.match(name)
    if found and (loop is not None or bases[found.group(1)] > 1):
        name, parts = found.group(1), tuple(p for p in found.group(2).split("_") if p)
    base = name if loop is None else f"{SLOT}_{name}"
    return Named(
        column=column,
        question=base,
        base=base,
        loop=loop,
        parts=tuple(part for part in parts if part != "TEXT"),
        is_text="TEXT" in parts,
    )


def _without_loop(name: str) -> str:
    found = LOOPED.match(name)
    return found.group(2) if found else name
