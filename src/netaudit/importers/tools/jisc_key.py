"""The key file beside a coded export of Jisc: wordings of questions, and what codes stand for."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netaudit.importers.plain import tidy
from netaudit.importers.survey import Option, Sheet
from netaudit.importers.tools.jisc_header import CODED, NUMBER_NAMES

COLUMNS = 2
CODE = re.compile(r"^-?\d+$")


@dataclass(frozen=True, kw_only=True)
class Key:
    """Wordings and options by the names of columns; of a cell of a grid, its row's label."""

    wordings: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Sequence[Option]] = field(default_factory=dict)


def is_key(sheet: Sheet) -> bool:
    """Whether a table has two columns, of which the first names questions and numbers options."""
    if any(len(cells) > COLUMNS for _, cells in sheet.rows):
        return False
    first = [cells[0].strip() for _, cells in sheet.rows if cells[0].strip()]
    named = [cell for cell in first if CODED.match(cell) or cell.lower() in NUMBER_NAMES]
    coded = [cell for cell in first if CODE.match(cell)]
    return bool(named) and len(named) + len(coded) >= 0.8 * len(first)


def read_key(sheet: Sheet) -> Key:
    """What a table that `is_key` says; options belong to the question above them."""
    wordings: dict[str, str] = {}
    options: dict[str, list[Option]] = defaultdict(list)
    name = ""
    for _, cells in sheet.rows:
        first, label = (*(cell.strip() for cell in cells), "", "")[:COLUMNS]
        if CODE.match(first) and name:
            options[name].append(Option(code=first, label=tidy(label)))
        elif first:
            name = first
            wordings.setdefault(name, tidy(label))
    return Key(wordings=wordings, options=options)
