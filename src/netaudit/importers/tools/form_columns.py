"""The columns of ODK Central and KoboToolbox, which share a form's language and its export."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from netaudit.importers.several import Table
from netaudit.importers.survey import Option, Question
from netaudit.importers.tools.xlsform import Form

SPLIT = "/"
"""What stands between a question and its option where each option has a column of its own."""

CODES = re.compile(r"^[a-z0-9_.\-]+(?: [a-z0-9_.\-]+)*$")
DEVICE = ("today", "deviceid", "username", "phonenumber", "simserial", "subscriberid", "audit")
"""What a form may note by itself about the telephone it is filled in on."""


def own_name(name: str, mark: str) -> str:
    """A column's name without the groups it stands in; a text that has blanks stays whole."""
    return name if re.search(r"\s", name) else name.rpartition(mark)[2]


def moments(table: Table, mark: str) -> tuple[str, str]:
    """The columns in which a form notes when it was begun and ended; blank where it does not."""
    names = {own_name(name, mark): name for name in reversed(table.header)}
    return names.get("start", ""), names.get("end", "")


def questions_of(table: Table, own: Collection[str], form: Form, mark: str) -> tuple[Question, ...]:
    """Every column that is a question; `own` are the tool's columns, `mark` parts groups' names.

    Where each option has a column, the one that joins them in a text is left out.
    """
    return tuple(_questions(table, own, form, mark))


def _questions(table: Table, own: Collection[str], form: Form, mark: str) -> Iterator[Question]:
    groups = Counter(name.rpartition(mark)[0] for name in table.places)
    joined = {name: _joined(name, table.places) for name in table.places}
    split = set(joined.values())
    for name, position in table.places.items():
        if name in own or name in split or own_name(name, mark) in DEVICE:
            continue
        if base := joined[name]:
            yield _tick(position, name, base, form, mark)
            continue
        short = _short(name, mark, groups)
        yield Question(
            position=position,
            name=name,
            wording=form.wordings.get(short) or short,
            options=form.options.get(short, ()),
            separator=" " if _is_coded(table.column(name)) else "",
        )


def _joined(name: str, held: Collection[str]) -> str:
    """The question that a column holds one option of; blank where it is a question itself."""
    head = name
    while SPLIT in head:
        head = head.rpartition(SPLIT)[0]
        if head in held:
            return head
    return ""


def _tick(position: int, name: str, base: str, form: Form, mark: str) -> Question:
    code = name.removeprefix(base + SPLIT)
    short = own_name(base, mark)
    label = _label(code, form.options.get(short, ()))
    return Question(
        position=position,
        name=f"{base}{SPLIT}{label}",
        wording=form.wordings.get(short) or short,
        kind="tick",
        choice=label,
    )


def _label(code: str, options: tuple[Option, ...]) -> str:
    return next((option.label for option in options if option.code == code), code)


def _short(name: str, mark: str, groups: Counter[str]) -> str:
    """The name without its groups; a text that only holds the mark stays whole."""
    head, _, tail = name.rpartition(mark)
    is_group = head and (groups[head] > 1 or not re.search(r"\s", name))
    return tail if is_group else name


def _is_coded(cells: list[str]) -> bool:
    """Whether all answers are codes, of which a blank joins several."""
    return all(CODES.match(one) for one in cells if one)
