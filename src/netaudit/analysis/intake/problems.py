"""The problems of an export as people mend them: those of one kind together, errors first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import pandas as pd

from netaudit.definitions import registry
from netaudit.errors import PROBLEM_COLUMNS, Problem, Severity
from netaudit.wording import counted

ROWS_NAMED = 8
"""How many rows a sentence names before it says how many more there are."""

ROWS_NAMED_IN_FULL = 4
"""The same where it says of each whose row it is."""

HANGS_ON_ANOTHER = "Hangs on a row that is left out"

HEADINGS = {
    "severity": "Severity",
    "file": "File",
    "row": "Row",
    "whose": "Whose",
    "column": "Column",
    "value": "Value",
    "message": "What was found",
    "hint": "What to do",
}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to mend; `rows` are those it stands in, none where the whole file is meant.

    `whose` says of each row whose it is, blank where the row does not say.
    """

    message: str
    hint: str
    value: str | None
    rows: tuple[int, ...]
    whose: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it stands and what stands there: `Row 12 (P1, baseline, c3): "same_tem"`."""
        shown = "" if self.value is None else f'"{self.value}"'
        where = rows_phrase(self.rows, self.whose)
        return f"{where[:1].upper()}{where[1:]}: {shown}" if where and shown else where or shown


@dataclass(frozen=True, kw_only=True)
class ProblemKind:
    """The problems that one check found in one column of one file.

    `faults` begin with the one that most rows share; `further` says how many rows were only
    counted, blank where every row is listed.
    """

    severity: Severity
    title: str
    why: str
    file: str
    column: str | None
    problems: int
    faults: tuple[Fault, ...]
    further: str = ""

    @property
    def where(self) -> str:
        """`contacts.csv, column affiliation, 3 rows`."""
        column = f"column {self.column}" if self.column else ""
        rows = sum(len(fault.rows) for fault in self.faults)
        parts = (self.file, column, counted(rows, "row") if rows else "")
        return ", ".join(part for part in parts if part)


def problem_kinds(problems: Iterable[Problem]) -> tuple[ProblemKind, ...]:
    """Errors before warnings; among each what concerns whole files first, then by file."""
    kinds: dict[tuple[str, str, str, str], list[Problem]] = {}
    counts: dict[tuple[str, str], str] = {}
    for problem in problems:
        if _only_counts(problem):
            counts[problem.check, problem.file] = problem.message
            continue
        kinds.setdefault(problem.kind, []).append(problem)
    found = [_kind(alike, counts) for alike in kinds.values()]
    return tuple(sorted(found, key=_urgency))


def _only_counts(problem: Problem) -> bool:
    """Whether it stands for the rows of a check that are too many to be listed."""
    check = registry.checks().get(problem.check)
    return check is not None and check.grain != "file" and problem.row is None


def _kind(alike: Sequence[Problem], counts: Mapping[tuple[str, str], str]) -> ProblemKind:
    first = alike[0]
    check = registry.checks().get(first.check)
    return ProblemKind(
        severity=first.severity,
        title=check.title if check else first.message,
        why=" ".join(check.why.split()) if check else "",
        file=first.file,
        column=first.column,
        problems=len(alike),
        faults=_faults(alike),
        further=counts.get((first.check, first.file), ""),
    )


def _faults(alike: Sequence[Problem]) -> tuple[Fault, ...]:
    rows: dict[tuple[str, str, str | None], list[tuple[int, str]]] = {}
    for problem in alike:
        found = rows.setdefault((problem.message, problem.hint, problem.value), [])
        if problem.row is not None:
            found.append((problem.row, problem.whose))
    faults = [
        Fault(
            message=message,
            hint=hint,
            value=value,
            rows=tuple(row for row, _ in found),
            whose=tuple(whose for _, whose in found),
        )
        for (message, hint, value), found in rows.items()
    ]
    return tuple(sorted(faults, key=lambda fault: -len(fault.rows)))


def _urgency(kind: ProblemKind) -> tuple[bool, bool, str]:
    return (kind.severity != "error", any(fault.rows for fault in kind.faults), kind.file)


def rows_phrase(rows: Sequence[int], whose: Sequence[str] = ()) -> str:
    """`row 12`, `rows 12, 40 and 41`, `rows 2, 3, … and 500 more`; blank without any.

    With `whose`, one text a row, `row 12 (P1, baseline, c3)`.
    """
    if not rows:
        return ""
    most = ROWS_NAMED_IN_FULL if any(whose) else ROWS_NAMED
    named = [
        f"{row} ({who})" if who else str(row)
        for row, who in zip_longest(rows[:most], whose[:most], fillvalue="")
    ]
    if len(rows) == 1:
        return f"row {named[0]}"
    more = len(rows) - most
    last = f"{more:,} more" if more > 0 else named.pop()
    return f"rows {', '.join(named)} and {last}"


def totals(problems: Sequence[Problem]) -> str:
    """`3 errors and 12 warnings`; what there is none of is not mentioned."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    said = [counted(errors, "error")] if errors else []
    return " and ".join([*said, counted(warnings, "warning")] if warnings else said)


def problem_table(problems: Iterable[Problem]) -> pd.DataFrame:
    """One problem a row, errors first, in the columns that `netaudit check --problems` writes."""
    rows = [problem.as_row() for problem in _errors_first(problems)]
    return pd.DataFrame(rows, columns=list(PROBLEM_COLUMNS)).astype({"row": "Int64"})


def problem_view(problems: Iterable[Problem]) -> pd.DataFrame:
    """The same for reading: whose each row is, blanks for nothing, and which rows only follow."""
    ordered = _errors_first(problems)
    table = problem_table(ordered).fillna({"column": "", "value": ""})
    table["severity"] = ["follows" if problem.follows else problem.severity for problem in ordered]
    table.insert(3, "whose", [problem.whose for problem in ordered])
    return table.rename(columns=HEADINGS)


def _errors_first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity)


def left_out_lines(left_out: Iterable[Problem], held: Mapping[str, int]) -> tuple[str, ...]:
    """For each file and reason: how many rows stay out, why, and which ones.

    `held` gives the rows of each file, so that a count stands beside its whole.
    """
    rows: dict[tuple[str, str], list[int | None]] = {}
    for problem in left_out:
        rows.setdefault((problem.file, reason(problem)), []).append(problem.row)
    return tuple(
        f"{file}: {_of_held(len(found), held.get(file))}. {why}"
        f" ({rows_phrase([row for row in found if row is not None])})."
        for (file, why), found in rows.items()
    )


def reason(problem: Problem) -> str:
    """Why a row was left out, in a few words."""
    if problem.follows:
        return HANGS_ON_ANOTHER
    check = registry.checks().get(problem.check)
    return check.title if check else problem.message.rstrip(".")


def _of_held(number: int, whole: int | None) -> str:
    return counted(number, "row") if whole is None else f"{number:,} of {counted(whole, 'row')}"
