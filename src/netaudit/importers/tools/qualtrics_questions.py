"""The questions of a Qualtrics export: which columns belong together, and whom they are about."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.grids import in_grid
from netaudit.importers.plain import plain
from netaudit.importers.survey import SLOT, Kind, Option, Question
from netaudit.importers.tools.qualtrics_names import Named
from netaudit.importers.tools.qualtrics_wordings import (
    CHOSEN,
    MARK,
    NUMBERED,
    Labelled,
    beside,
    labelled,
    numbers_in,
    shown,
    template,
)
from netaudit.importers.tools.values_key import Keys, with_options

SEPARATOR = ","
"""What joins several answers in a cell."""

Values = Mapping[int, Collection[str]]
"""The different answers in each column."""


def questions_of(columns: Sequence[Named], values: Values, keys: Keys) -> list[Question]:
    """The questions with family, slot, pair and choice, and the options that `keys` name."""
    by_question: dict[str, list[Named]] = defaultdict(list)
    for one in columns:
        by_question[one.question].append(one)
    blocks: dict[str, list[Labelled]] = defaultdict(list)
    found: list[Question] = []
    for cut in labelled(list(by_question.values())):
        if cut[0].named.loop is not None:
            found += _looped(cut, _kind(cut, values), values)
        elif numbers_in(cut[0].stem):
            blocks[plain(NUMBERED.sub("#", cut[0].stem))] += cut
        else:
            found += _plain_grid(cut, _kind(cut, values), values)
    for cut in blocks.values():
        found += _piped(cut, _kind(cut, values), values)
    named_options = (_with_options(one, keys, values) for one in found)
    return sorted(named_options, key=lambda one: one.position)


def _looped(cut: Sequence[Labelled], kind: Kind, values: Values) -> list[Question]:
    members = []
    for one in cut:
        told = numbers_in(one.stem)
        slot = told[0] if len(told) == 1 else one.named.loop
        members.append(_member(one, kind, row=f"[{slot}]", column=shown(one.label)))
    return _without_rows(in_grid(_base(cut), members, values.keys()))


def _without_rows(questions: Iterable[Question]) -> list[Question]:
    """The same without the numbers by which rows were told apart: no survey shows them."""
    return [replace(one, row="") for one in questions]


def _piped(cut: Sequence[Labelled], kind: Kind, values: Values) -> list[Question]:
    """Questions about one contact each, or one pair each, whose names stand in the wording."""
    told = numbers_in(cut[0].stem)
    if len(told) == 2:
        return [_pair(one, kind) for one in cut]
    members = [
        _member(one, kind, row=f"[{numbers_in(one.stem)[0]}]", column=shown(one.label))
        for one in cut
    ]
    base = _common_name(cut) or template(cut[0].stem)
    return _without_rows(in_grid(base, members, values.keys()))


def _pair(one: Labelled, kind: Kind) -> Question:
    first, second = numbers_in(one.stem)[:2]
    label = f" [{one.label}]" if one.label else ""
    return replace(
        one.question,
        kind=kind,
        family=template(one.stem) + label,
        pair=(first, second),
        choice=one.label if kind == "tick" else "",
    )


def _common_name(cut: Sequence[Labelled]) -> str:
    """The short name with SLOT for the contact's number, where all of the columns share one."""
    shared: set[str] | None = None
    for one in cut:
        number = numbers_in(one.stem)[0]
        ways = {
            f"{one.named.base[: found.start()]}{SLOT}{one.named.base[found.end() :]}"
            for found in re.finditer(rf"(?<!\d){number}(?!\d)", one.named.base)
        }
        shared = ways if shared is None else shared & ways
    worded = [way for way in shared or () if any(s.isalpha() for s in way.replace(SLOT, ""))]
    return min(worded, default="")


def _plain_grid(cut: Sequence[Labelled], kind: Kind, values: Values) -> list[Question]:
    """One question asked once: alone, as a list of fields, a grid, or with its options ticked."""
    texts = beside([one.named for one in cut])
    boxes = [_alone(one) for one in cut if one.named in texts]
    others = [one for one in cut if one.named not in texts]
    members = []
    for one in others:
        row, mark, column = one.label.partition(MARK)
        if not mark or len(one.named.parts) < 2:
            row, column = one.label, ""
        members.append(_member(one, kind, row=shown(row), column=shown(column)))
    return [*in_grid(_base(others), members, values.keys()), *boxes]


def _alone(one: Labelled) -> Question:
    name = one.named.column.name
    return replace(one.question, group="", family=name or one.stem, kind="text")


def _member(one: Labelled, kind: Kind, row: str, column: str) -> Question:
    return replace(one.question, kind=kind, row=row, column=column)


def _base(cut: Sequence[Labelled]) -> str:
    return cut[0].named.base or cut[0].stem


def _kind(cut: Sequence[Labelled], values: Values) -> Kind:
    """`tick` where each option has a column of its own, `text` where Qualtrics says so."""
    texts = beside([one.named for one in cut])
    others = [one for one in cut if one.named not in texts]
    if len(others) > 1 and _is_ticked(others, values):
        return "tick"
    return "text" if all("TEXT" in one.named.column.import_id for one in cut) else ""


def _is_ticked(cut: Sequence[Labelled], values: Values) -> bool:
    """Whether every column holds one thing only: its option's text, or a code.

    A grid of answers may look the same with few responses; but its rows are answered all or none.
    """
    if not all(one.label for one in cut) or any(
        len(values.get(one.named.column.position, ())) > 1 for one in cut
    ):
        return False
    chosen = any(
        f"{MARK}{word}{MARK}" in plain(o.named.column.text) for o in cut for word in CHOSEN
    )
    held = [(one, next(iter(values.get(one.named.column.position, ())), "")) for one in cut]
    filled = [(one, value) for one, value in held if value]
    if chosen:
        return True
    if not filled:
        return False
    labels = all(
        plain(value) in (plain(one.label), plain(one.label.rpartition(MARK)[2]))
        for one, value in filled
    )
    ones = {value for _, value in filled} == {"1"}
    codes = all(one.named.parts[-1:] == (value,) for one, value in filled)
    return labels or (len(filled) < len(held) and (ones or codes))


def _with_options(question: Question, keys: Keys, values: Values) -> Question:
    """The options of a values key; several answers in a cell are joined by commas.

    Of an option with a column of its own the one answer there is, whatever its code, is the option.
    """
    if question.kind == "tick":
        codes = values.get(question.position, ()) if question.choice else ()
        ticks = tuple(Option(code=code, label=question.choice) for code in codes)
        return replace(question, options=ticks or question.options)
    separator = "" if question.kind == "text" else SEPARATOR
    return with_options(replace(question, separator=separator), keys)
