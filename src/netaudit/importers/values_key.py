"""A values key: a table that gives for each question what its codes stand for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from netaudit.importers.survey import Option, Sheet

COLUMNS = 3
REPEATED = 1.5
"""How often a question is named, at least, on the average: once for each of its options."""


def values_keys(sheet: Sheet) -> Mapping[str, Sequence[Option]]:
    """The options by the short names of their questions; empty where the table is no such key.

    It has three columns, whatever they are called: question, code and label, an option a row.
    """
    if len(sheet.header) != COLUMNS or any(len(cells) > COLUMNS for _, cells in sheet.body):
        return {}
    found: dict[str, list[Option]] = defaultdict(list)
    name = ""
    for _, cells in sheet.body:
        question, code, label = (*(cell.strip() for cell in cells), "", "", "")[:COLUMNS]
        name = question or name
        if name and code and label:
            found[name].append(Option(code=code, label=label))
    total = sum(len(options) for options in found.values())
    return found if found and total >= REPEATED * len(found) else {}
