"""All definitions, found by looking at the files; sql/README.md says what the folders hold."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from netaudit.definitions.header import Definition, build, read_source
from netaudit.errors import DefinitionError

SQL_FOLDER = Path(str(files("netaudit.definitions") / "sql"))

Unit = Literal["count", "share", "index", "years", "days", "points"]
Grain = Literal["audit", "attribute"]

COMPUTED = ("measure_value", "pattern_rule")
"""The tables that the engine fills from the measures and the patterns."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A table built from others: before the measures (stages), after them (results), or on an
    export whose bad rows are left out (leaving_out).

    `grain` says what one row is; `needs` names the stages, results and computed tables it reads.
    """

    id: str
    sql: str
    grain: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure: `sql` gives (audit_id, value), or (audit_id, attribute, value).

    `range` is (lowest, highest); a single number leaves the top open. `theme` groups measures
    on the methods page, `chart` says how one is best drawn. `needs` names the stages it reads,
    `examples` are written as definitions.examples reads them. `analyst_only` measures are not
    meant for participants.
    """

    id: str
    sql: str
    title: str
    theme: str
    unit: Unit
    range: tuple[float, ...]
    grain: Grain
    undefined_when: str
    why_it_matters: str
    how_it_is_calculated: str
    caution: str
    references: tuple[str, ...]
    chart: str
    needs: tuple[str, ...]
    examples: tuple[dict[str, Any], ...]
    analyst_only: bool = False

    @property
    def lowest(self) -> float:
        """The smallest value there can be."""
        return self.range[0]

    @property
    def highest(self) -> float:
        """The largest value there can be; infinity where nothing bounds it."""
        return self.range[1] if len(self.range) > 1 else float("inf")


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """One of the four patterns: `sql` gives (audit_id, computed, gap, gap_pairs, evidence).

    `thresholds` names the one or two columns of `setting` that the rule reads, `needs` the stages.
    """

    id: str
    sql: str
    title: str
    plain_words: str
    rule: str
    minimum_data: str
    why_it_matters: str
    caution: str
    references: tuple[str, ...]
    thresholds: tuple[str, ...]
    needs: tuple[str, ...]
    examples: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Profile(Stage):
    """What several facts of one audit say together: a table like any result, explained to people.

    `examples` say under `gives` what some columns of the row hold; nothing where there is no row.
    """

    title: str
    plain_words: str
    rule: str
    minimum_data: str
    why_it_matters: str
    caution: str
    references: tuple[str, ...]
    examples: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One rule an export must pass; `sql` gives one row for each time it is broken.

    `grain` says what is judged: "file" gives (file, row_no, column_name, value, message, hint),
    "value" a distinct answer (table_name, column_name, value, message, hint), which is then looked
    up in its rows, "row" a row (entry_id, column_name, value, message, hint). `needs` names tables
    without which there is nothing to compare with. Rows that a `counts_once` check finds repeat
    another and are not stored.
    """

    id: str
    sql: str
    title: str
    severity: Literal["error", "warning"]
    grain: Literal["file", "value", "row"]
    why: str
    needs: tuple[str, ...] = ()
    counts_once: bool = False


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A question a page asks; `parameters` names what it takes besides viewer and selection.

    `grain` says what one row is. A summary takes the selection unless `selects` is false, and the
    viewer unless it is marked `whole_programme`: such a one shows no person's data.
    """

    id: str
    sql: str
    grain: str
    parameters: tuple[str, ...] = ()
    selects: bool = True
    whole_programme: bool = False

    @property
    def takes(self) -> tuple[str, ...]:
        """The names of the SQL's parameters."""
        viewer = () if self.whole_programme else ("viewer",)
        selection = ("selection",) if self.selects else ()
        return (*viewer, *selection, *self.parameters)


def _all(folder: str, kind: type[Definition]) -> dict[str, Definition]:
    paths = sorted((SQL_FOLDER / folder).glob("*.sql"))
    return {path.stem: build(kind, read_source(path)) for path in paths}


@cache
def functions() -> tuple[str, ...]:
    """The SQL functions the definitions share, as CREATE MACRO statements."""
    paths = sorted((SQL_FOLDER / "functions").glob("*.sql"))
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@cache
def scope() -> tuple[str, ...]:
    """The table macros through which every summary sees the data, in the order they need."""
    order = (
        "visible_participant",
        "visible_audit",
        "visible_label",
        "selected_participant",
        "selected_audit",
        "selected_programme_audit",
        "selected_text",
        "selected_reading",
        "selected_enrolment",
        "matchable_contact",
        "selected_mention",
        "selected_roster_audit",
        "selected_roster_pair",
        "introduction_topic",
    )
    return tuple((SQL_FOLDER / "scope" / f"{name}.sql").read_text("utf-8") for name in order)


@cache
def stages() -> dict[str, Stage]:
    """Every stage by its id, each after those it needs."""
    return _in_order(_all("stages", Stage))


def stages_for(needs: Iterable[str]) -> tuple[Stage, ...]:
    """The stages named and those that they need in turn, each after those it needs."""
    known, wanted = stages(), set(needs)
    for stage in reversed(known.values()):
        if stage.id in wanted:
            wanted |= set(stage.needs)
    return tuple(stage for stage in known.values() if stage.id in wanted)


@cache
def results() -> dict[str, Stage]:
    """Every table made from the stages, measures and patterns, each after those it needs."""
    found: dict[str, Stage] = {**_all("results", Stage), **profiles()}
    return _in_order(found, given=(*stages(), *COMPUTED))


@cache
def profiles() -> dict[str, Profile]:
    """Every profile by its id, in alphabetical order; they are among the results as well."""
    return _all("profiles", Profile)


def _in_order(found: dict[str, Stage], given: Collection[str] = ()) -> dict[str, Stage]:
    try:
        order = tuple(TopologicalSorter({s.id: s.needs for s in found.values()}).static_order())
    except CycleError as error:
        raise DefinitionError(f"Stages need each other: {error.args[1]}.") from None
    unknown = set(order) - found.keys() - set(given)
    if unknown:
        raise DefinitionError(f"No such stage: {', '.join(sorted(unknown))}.")
    return {name: found[name] for name in order if name in found}


@cache
def measures() -> dict[str, Measure]:
    """Every measure by its id, in alphabetical order."""
    return _all("measures", Measure)


@cache
def patterns() -> dict[str, Pattern]:
    """Every pattern by its id, in alphabetical order."""
    return _all("patterns", Pattern)


@cache
def checks() -> dict[str, Check]:
    """Every import check by its id, in alphabetical order."""
    return _all("checks", Check)


@cache
def leaving_out() -> dict[str, Stage]:
    """The steps by which rows with errors, and what hangs on them, are left out of an export."""
    return _all("leaving_out", Stage)


@cache
def summaries() -> dict[str, Summary]:
    """Every summary by its id, in alphabetical order."""
    return _all("summaries", Summary)
