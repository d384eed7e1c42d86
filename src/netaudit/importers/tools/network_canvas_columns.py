"""The columns of a Network Canvas export: questions, options of questions, and what is neither."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netaudit.importers.survey import CHOICE, Option, Question
from netaudit.importers.tools.network_canvas_protocol import Variable

FIXED = ("nodeID", "edgeID", "from", "to", "APP_VERSION", "COMMIT_HASH", "sessionStart",
         "sessionFinish", "sessionExported")  # fmt: skip
FIXED_BEGIN = "networkCanvas"
NAMELESS = "null"
"""A column that older versions wrote by mistake; its cells say nothing."""

ON_SCREEN = ("_x", "_y", "_screenSpaceX", "_screenSpaceY")
"""How the columns end that say where a contact was put on the screen."""

ENCRYPTED = "ENCRYPTED"
ESCAPED = re.compile(r"^'(?=[=+\-@\t\r])")
BOOLEAN = ("true", "false")
YES_NO = (Option(code="true", label="Yes"), Option(code="false", label="No"))

Answers = Mapping[str, Sequence[str]]
"""The cells of each column, row by row, blank ones included."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column with the variable it belongs to, and the option of it that it stands for."""

    name: str
    variable: str
    wording: str = ""
    options: tuple[Option, ...] = ()
    option: Option | None = None


def unescaped(cell: str) -> str:
    """The cell as it was answered; blank where it was encrypted."""
    return "" if cell == ENCRYPTED else ESCAPED.sub("", cell)


def asked_columns(answers: Answers) -> list[str]:
    """The columns with answers, without the tool's own and without places on the screen."""
    return [
        name
        for name, cells in answers.items()
        if name not in (*FIXED, NAMELESS)
        and not name.startswith(FIXED_BEGIN)
        and not _is_on_screen(name, answers)
        and any(cells)
    ]


def _is_on_screen(name: str, answers: Answers) -> bool:
    base = next((name.removesuffix(end) for end in ON_SCREEN if name.endswith(end)), "")
    if not base or f"{base}_x" not in answers or f"{base}_y" not in answers:
        return False
    cells = [one for end in ON_SCREEN[:2] for one in answers[base + end] if one]
    return all(re.fullmatch(r"0|1|[01]?\.\d+", cell) for cell in cells)


def columns_of(answers: Answers, variables: Sequence[Variable]) -> list[Column]:
    """What every column with answers is: by the protocol, or else by how their names begin."""
    known = {
        name: Column(
            name=name,
            variable=one.name,
            wording=one.wording,
            options=one.options or (YES_NO if one.kind == "boolean" else ()),
            option=option,
        )
        for one in variables
        for name, option in one.columns()
    }
    names = asked_columns(answers)
    rest = [name for name in names if name not in known]
    ticked = [name for name in rest if {one for one in answers[name] if one} <= set(BOOLEAN)]
    told = known | {column.name: column for column in _by_beginnings(ticked, answers)}
    return [told.get(name) or Column(name=name, variable=name) for name in names]


def _by_beginnings(ticked: Sequence[str], answers: Answers) -> Iterator[Column]:
    """Columns of true and false; those whose names begin alike are options of one variable."""
    begun: dict[str, list[str]] = {}
    for name in ticked:
        begun.setdefault(name.split("_")[0], []).append(name)
    for names in begun.values():
        yield from _one_or_several(names, answers)


def _one_or_several(names: Sequence[str], answers: Answers) -> Iterator[Column]:
    if len(names) == 1:
        yield Column(name=names[0], variable=names[0], options=YES_NO)
        return
    shared = _shared(names)
    parts: dict[str, list[str]] = {}
    for name in names:
        parts.setdefault(name.split("_")[shared], []).append(name)
    if _are_several(list(parts.values()), names, answers):
        for part in parts.values():
            yield from _one_or_several(part, answers)
        return
    variable = "_".join(names[0].split("_")[:shared])
    for name in names:
        option = name.removeprefix(f"{variable}_")
        yield Column(name=name, variable=variable, option=Option(code=option, label=option))


def _shared(names: Sequence[str]) -> int:
    """How many words all names begin with, one at least left over for each."""
    split = [name.split("_") for name in names]
    most = min(map(len, split)) - 1
    return next((n for n in range(most) if len({parts[n] for parts in split}) > 1), most)


def _are_several(parts: Sequence[Sequence[str]], names: Sequence[str], answers: Answers) -> bool:
    """Whether names that begin alike belong to several variables.

    They do where each part has several options; or where a part that has is answered whenever any
    of them is, as a variable of its own would be.
    """
    if len(parts) == 1:
        return False
    large = [part for part in parts if len(part) > 1]
    return bool(large) and (
        len(large) == len(parts)
        or all(_trues(part, answers) == _trues(names, answers) for part in large)
    )


def _trues(names: Sequence[str], answers: Answers) -> frozenset[int]:
    """The rows in which any of the columns says true."""
    return frozenset(
        row for name in names for row, cell in enumerate(answers[name]) if cell == "true"
    )


def doubled(columns: Sequence[Column], answers: Answers) -> Iterator[tuple[str, str, str]]:
    """Options that are ticked wherever a longer one is that holds their text: variable and both.

    Older versions did so by mistake where an answer came from a roster.
    """
    for one in columns:
        for other in columns:
            if one.option is None or other.option is None or one.variable != other.variable:
                continue
            short, long = one.option.code, other.option.code
            rows = _trues([other.name], answers)
            if short != long and short in long and rows and rows <= _trues([one.name], answers):
                yield one.variable, one.option.label, other.option.label


def question(column: Column, position: int, *, numbered: bool) -> Question:
    """The question of a column; `numbered` where questions may be repeated under numbers."""
    if column.option is not None:
        return Question(
            position=position,
            name=column.name,
            wording=column.wording or column.variable,
            group=column.wording or column.variable,
            family=f"{column.variable} [{CHOICE}]",
            kind="tick",
            choice=column.option.label,
        )
    return Question(
        position=position,
        name=column.name,
        wording=column.wording,
        family="" if numbered else column.name,
        options=column.options,
    )
