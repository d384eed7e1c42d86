"""The definition of a form (XLSForm), where it is given beside its export: wordings and options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netaudit.importers.several import Table
from netaudit.importers.survey import Option, Sheet

WITH_OPTIONS = ("select_one", "select_multiple", "rank")
LIST_NAMES = ("list_name", "list name")


@dataclass(frozen=True, kw_only=True)
class Form:
    """The wording of each question and the options of those that have any, by the short name."""

    wordings: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)


def form_of(tables: Sequence[Sheet]) -> Form:
    """The definition among the tables; an empty one where there is none."""
    lists: dict[str, list[Option]] = {}
    for table in _with(tables, LIST_NAMES):
        _add_options(table, lists)
    wordings: dict[str, str] = {}
    options: dict[str, tuple[Option, ...]] = {}
    for table in _with(tables, ("type",)):
        for row in table.body:
            name, kind = table.said(row, "name"), table.said(row, "type").split()
            wordings[name] = table.said(row, _labels(table))
            if len(kind) > 1 and kind[0] in WITH_OPTIONS:
                options[name] = tuple(lists.get(kind[1], ()))
    return Form(wordings=wordings, options=options)


def _with(tables: Sequence[Sheet], columns: Sequence[str]) -> list[Table]:
    return [
        Table(sheet)
        for sheet in tables
        if "name" in sheet.header and any(column in sheet.header for column in columns)
    ]


def _add_options(table: Table, lists: dict[str, list[Option]]) -> None:
    of = next(one for one in LIST_NAMES if one in table.places)
    for row in table.body:
        code = table.said(row, "name")
        label = table.said(row, _labels(table)) or code
        lists.setdefault(table.said(row, of), []).append(Option(code=code, label=label))


def _labels(table: Table) -> str:
    """The first column of labels, whichever language it is in."""
    return next((name for name in table.header if name.split("::")[0].strip() == "label"), "")
