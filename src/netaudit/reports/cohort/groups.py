"""Groups of participants side by side: access, level and change; in no order of merit."""

from typing import Any

import pandas as pd

from netaudit.analysis.change import access
from netaudit.analysis.change import groups as changes
from netaudit.analysis.change.group_rows import NO_RANKING
from netaudit.analysis.change.patterns import BUILT_IN, rule_audit
from netaudit.analysis.cohort import group_means
from netaudit.analysis.finding import Finding
from netaudit.reports.cohort.drawings import spread_shares
from netaudit.reports.cohort.parts import Part, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Heading, Note, Paragraph, Table
from netaudit.reports.finding_blocks import fitted, table
from netaudit.schema import PATTERNS
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, enumerated

NO_GROUPS = (
    "There are no groups here that are large enough to be told of without telling of single people."
    " Several cohorts together may have them."
)
MEANS = ("Group", "Mean", "Participants")
MEASURE = "internal_share"
LETTERS = 24


def blocks(about: Subject) -> Part:
    """The section on groups, by every attribute that gives groups large enough."""
    attributes = about.choices(group_means.group_attribute_choices)
    if about.leaves:
        told: Part = tuple(
            block for one in attributes for block in _outside(about, one.value, one.words.lower())
        )
        return told or (Paragraph(text=NO_GROUPS),)
    tables = [(one.words, _rows(about, one.value)) for one in attributes]
    shown = [(words, rows) for words, rows in tables if len(rows) > 1]
    if not shown:
        return (Paragraph(text=NO_GROUPS),)
    by = enumerated([words.lower() for words, _ in shown])
    return (
        Paragraph(text=f"Some groups are large enough to stand beside everybody: by {by}."),
        *(_by(words, rows) for words, rows in shown),
        Note(text=f"{_explained(about)} {NO_RANKING}"),
        *_rules(about, [one.value for one in attributes]),
    )


def _explained(about: Subject) -> str:
    """What the columns hold."""
    at = readable(about.wave).lower()
    strategic = f"Strategic contact: has at least one at {at}, of those known at both waves."
    internal = f"Internal contacts: the mean share at {at}."
    changed = "Change: of that share, in points, in those who answered both waves."
    return f"{strategic} {internal} {changed}" if about.span else internal


def _by(words: str, rows: pd.DataFrame) -> Table:
    return table(rows, f"By {words.lower()}", fitted(rows, [LETTERS] * len(rows.columns)))


def _rows(about: Subject, attribute: str) -> pd.DataFrame:
    """Everybody and each group: access, level and change; a dash where it is held back."""
    words = readable(attribute)
    level = about.figure(group_means.group_means, attribute=attribute, measure=MEASURE)
    told: dict[str, dict[str, Any]] = {
        row["Group"]: {"Internal contacts": f"{row['Mean']} of {row['Participants']}"}
        for row in _records(level)
    }
    if about.span is not None:
        waves = {"first": about.span.first, "last": about.span.last}
        reach = about.figure(access.access, attribute=attribute, **waves)
        changed = about.figure(changes.changes, attribute=attribute, measure=MEASURE, **waves)
        for row in _records(reach):
            told.setdefault(row[words], {})["Strategic contact"] = row[readable(waves["last"])]
        for row in _records(changed):
            told.setdefault(row[words], {}).update(_change(row))
    columns = ["Strategic contact", "Internal contacts", "Pairs", "Change", "95% interval"]
    rows = pd.DataFrame(
        [{words: group, **{name: cells.get(name, NOTHING) for name in columns}}
         for group, cells in told.items()],
        columns=[words, *columns],
    )  # fmt: skip
    return rows[[words, *(name for name in columns if (rows[name] != NOTHING).any())]]


def _change(row: dict[str, Any]) -> dict[str, Any]:
    change = str(row["Change"]).removeprefix("by ").removesuffix(" points")
    return {"Pairs": row["Pairs"], "Change": change, "95% interval": row["95% interval"]}


def _records(found: Finding) -> list[dict[Any, Any]]:
    return found.table.to_dict("records") if len(found.table) else []


def _rules(about: Subject, attributes: list[str]) -> Part:
    """How often the patterns' rules say watch in each group, where any is large enough."""
    told = [(readable(one), _watch(about, one)) for one in attributes]
    tables = [
        table(rows, f"On watch by the list, by {words.lower()}")
        for words, rows in told
        if len(rows)
    ]
    if not tables:
        return ()
    return (
        Heading(text="How the patterns' rules fall on groups", level=2),
        *tables,
        Note(text=BUILT_IN),
    )


def _watch(about: Subject, attribute: str) -> pd.DataFrame:
    words = readable(attribute)
    told: dict[str, dict[str, str]] = {}
    for pattern in PATTERNS:
        asked = {"wave": about.wave, "attribute": attribute, "pattern": pattern}
        for row in _records(about.choices(rule_audit, **asked)):
            cell = f"{row['On watch by the list']} of {row['With enough information']}"
            told.setdefault(row[words], {})[label("pattern", pattern)] = cell
    rows = [{words: group, **cells} for group, cells in told.items()]
    return pd.DataFrame(rows, dtype=object).fillna(NOTHING)


def _outside(about: Subject, attribute: str, words: str) -> Part:
    found = about.figure(group_means.group_means, attribute=attribute, measure=MEASURE)
    if found.is_empty:
        return ()
    return part(f"Internal contacts, by {words}", found, spread_shares("Mean"), columns=MEANS)
