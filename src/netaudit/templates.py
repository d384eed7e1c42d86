"""Empty exports to fill in, with words on every column, and question sets for survey tools."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import tomli_w

from netaudit.errors import NetauditError
from netaudit.programme import BOUNDARIES, PatternThresholds, Programme
from netaudit.question_sets.written import HOW_TO_FILE, write_question_sets
from netaudit.schema import FORMAT, SETTINGS_FILE, TABLES, Column, Table
from netaudit.vocabulary import VOCABULARIES
from netaudit.wide_workbook import WIDE_FILE, write_wide_workbook

README_FILE = "README.txt"
QUESTION_SETS = "question-sets"

SETTING_WORDS = {
    "id": "a short code for the programme",
    "name": "the name people read",
    "contact_cap": "most contacts a participant could list, 3 to 50",
    "recall_months": "how many months back participants were asked to think",
    "internal_boundary": f"who counts as internal: {', '.join(BOUNDARIES)}",
    "waves": "the waves in their order, under any names",
    "minimum_group": "smallest number of people behind a figure, for the programme team",
    "minimum_group_release": "the same for anything that leaves the team",
    "smallest_change_of_interest": "a smaller change of a share is not worth acting on",
    "echo_chamber_internal": "watch from this per cent of internal contacts",
    "echo_chamber_ties": "and from this per cent of pairs who know each other",
    "network_lag_past": "watch from this per cent of contacts known from the past",
    "network_lag_future": "and up to this per cent who matter for the future",
    "birds_of_a_feather_same": "watch from this per cent of contacts like the participant",
    "pigeonholing_no": "watch from this per cent who could not picture another role",
}

COHORT_EXAMPLE = """\
# One entry for each cohort; arm is programme or comparison, enrolled counts everybody invited.
# [[cohorts]]
# id = "2026"
# name = "Cohort 2026"
# arm = "programme"
# enrolled = 24
# start = 2026-01-15
# end = 2026-12-15
"""

KIND_WORDS: dict[str, str] = {
    "text": "text",
    "code": "one of the codes",
    "codes": "codes joined by |, or none",
    "integer": "whole number",
    "number": "number",
    "date": "date as YYYY-MM-DD",
    "partial_date": "date as YYYY, YYYY-MM or YYYY-MM-DD",
}


def write_templates(out: Path) -> tuple[Path, ...]:
    """The files written to the folder: one CSV a table, settings, an explanation, a workbook.

    The question sets are in a folder of their own. NetauditError where any of it is there already,
    since it may have been filled in.
    """
    texts = {table.file: ",".join(table.column_names) + "\n" for table in TABLES.values()}
    texts |= {SETTINGS_FILE: settings_template(), README_FILE: explanation()}
    for name in (*texts, WIDE_FILE, QUESTION_SETS):
        if (out / name).exists():
            raise NetauditError(f"{out / name} is there already.", "Name another folder.")
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8")
    write_wide_workbook(out / WIDE_FILE)
    sets = write_question_sets(out / QUESTION_SETS)
    return (*(out / name for name in (*texts, WIDE_FILE)), *sets)


def settings_template() -> str:
    """programme.toml with every setting at its default and a comment above each."""
    defaults = Programme()
    names = [f.name for f in fields(Programme) if f.name not in ("patterns", "cohorts")]
    programme = [_setting(name, getattr(defaults, name)) for name in names]
    thresholds = [
        _setting(f.name, getattr(defaults.patterns, f.name)) for f in fields(PatternThresholds)
    ]
    return "\n".join(
        (
            f"# Settings of a programme ({FORMAT}).",
            "[programme]",
            *programme,
            "# Percentages of the four patterns; leave them alone once the first wave has begun.",
            "[patterns]",
            *thresholds,
            COHORT_EXAMPLE,
        )
    )


def _setting(name: str, value: Any) -> str:
    if value is None:
        return f'# {SETTING_WORDS[name]}\n# {name} = "…"\n'
    if isinstance(value, tuple):
        value = list(value)
    line = " ".join(part.strip() for part in tomli_w.dumps({name: value}).splitlines())
    return f"# {SETTING_WORDS[name]}\n{line}\n"


def explanation() -> str:
    """What every table and column means, and which codes there are."""
    opening = (
        f"The files of an export ({FORMAT})",
        "",
        "Fill in participants.csv, audits.csv and contacts.csv; leave out any other file whose"
        " questions were not asked. A blank cell means: not known. Columns marked * must be"
        " there, those marked ! must be filled in. Further columns of contacts.csv whose names"
        " start with x_ are read as further attributes of the contact.",
        f"{WIDE_FILE} asks for the same in one row for each participant and wave.",
        f"The folder {QUESTION_SETS} holds a questionnaire ready for several survey tools;"
        f" {QUESTION_SETS}/{HOW_TO_FILE} says how to use it.",
    )
    return "\n".join((*opening, *(_table(table) for table in TABLES.values())))


def _table(table: Table) -> str:
    needed = "" if table.required else " It may be left out."
    heading = f"\n{table.file}\n{'-' * len(table.file)}\n{table.meaning}{needed}\n"
    return heading + "".join(_column(column) for column in table.columns)


def _column(column: Column) -> str:
    marks = ("*" if column.must_exist else "") + ("!" if column.must_be_filled else "")
    parts: tuple[Callable[[Column], str], ...] = (_kind, _range, _codes)
    about = "".join(part(column) for part in parts)
    return f"  {column.name}{marks}: {column.meaning} ({about})\n"


def _kind(column: Column) -> str:
    return KIND_WORDS["text" if column.kind == "code" and not column.vocabulary else column.kind]


def _range(column: Column) -> str:
    if column.lowest is None:
        return "" if column.longest is None else f", up to {column.longest} characters"
    if column.highest is None:
        return f", {column.lowest:g} or more"
    return f", {column.lowest:g} to {column.highest:g}"


def _codes(column: Column) -> str:
    if column.vocabulary is None:
        return ""
    codes = VOCABULARIES[column.vocabulary].items()
    return ": " + "; ".join(f"{code} = {words}" for code, words in codes)
