"""Writes docs/reference/*.md from the definitions and the schema.

Run from the project's folder: .venv/bin/python docs/reference.py. A test fails where the files are
not what this writes.
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from netaudit.analysis.methods import THEMES
from netaudit.definitions import registry
from netaudit.definitions.registry import Check, Measure, Pattern
from netaudit.schema import FORMAT, SETTINGS_FILE, TABLES, Column, Table
from netaudit.templates import KIND_WORDS, settings_template
from netaudit.vocabulary import VOCABULARIES

FOLDER = Path(__file__).parent / "reference"
MADE = "*Written by docs/reference.py from the definitions; change those.*"


def pages() -> dict[str, str]:
    """The text of each page, by the name of its file."""
    return {
        "measures.md": measures(),
        "patterns.md": patterns(),
        "checks.md": checks(),
        "export-format.md": export_format(),
    }


def measures() -> str:
    """Every measure by theme, in the order of the Methods page."""
    ordered = sorted(registry.measures().values(), key=lambda one: _place(one.theme))
    parts = ["# Measures", MADE]
    parts += ["The worked examples are in the files and on the page *Methods*."]
    for theme, members in groupby(ordered, key=lambda one: one.theme):
        parts.append(f"## {theme.capitalize()}")
        parts += [_measure(measure) for measure in members]
    return _page(parts)


def _place(theme: str) -> int:
    return THEMES.index(theme) if theme in THEMES else len(THEMES)


def _measure(measure: Measure) -> str:
    top = "" if len(measure.range) == 1 else f" to {measure.range[1]:g}"
    more = "" if len(measure.range) > 1 else " or more"
    facts = f"`{measure.id}` · {measure.unit}, {measure.range[0]:g}{top}{more}"
    facts += " · one value for each attribute" if measure.grain == "attribute" else ""
    return "\n\n".join(
        (
            f"### {measure.title}",
            facts,
            measure.how_it_is_calculated.strip(),
            f"Undefined when {measure.undefined_when}." if measure.undefined_when else "",
            f"Why: {measure.why_it_matters.strip()}",
            f"Caution: {measure.caution.strip()}" if measure.caution.strip() else "",
            _references(measure.references),
        )
    )


def patterns() -> str:
    """The four patterns with their rules."""
    parts = ["# Patterns", MADE, *map(_pattern, registry.patterns().values())]
    return _page(parts)


def _pattern(pattern: Pattern) -> str:
    return "\n\n".join(
        (
            f"## {pattern.title}",
            f"`{pattern.id}` · cut-offs: {', '.join(f'`{one}`' for one in pattern.thresholds)}",
            pattern.plain_words,
            f"Rule: {pattern.rule}",
            f"What it takes: {pattern.minimum_data}",
            f"Why: {pattern.why_it_matters.strip()}",
            f"Caution: {pattern.caution.strip()}",
            _references(pattern.references),
        )
    )


def checks() -> str:
    """Every rule that an export must pass, errors first."""
    rules = sorted(registry.checks().values(), key=lambda one: (one.severity, one.title))
    opening = (
        "Every problem of an export is found in one pass and told with file, row, column, value and"
        " what to do. Errors keep the import out, unless the rows concerned are left out; warnings"
        " do not."
    )
    return _page(["# Checks", MADE, opening, _table(("rule", "is", "why"), map(_check, rules))])


def _check(check: Check) -> tuple[str, str, str]:
    return check.title, check.severity, " ".join(check.why.split())


def export_format() -> str:
    """The tables and columns of the canonical export, and its settings."""
    parts = [
        f"# The canonical export (`{FORMAT}`)",
        MADE,
        "A folder, a .zip or an .xlsx workbook with a table for each file below. Participants,"
        " audits and contacts are needed; a table that is missing was not asked. A blank cell is"
        " not known. `*`: the column must be there. `!`: its value must be there too."
        " `netaudit templates` writes empty files.",
        *map(_export_table, TABLES.values()),
        f"## {SETTINGS_FILE}",
        f"```toml\n{settings_template().strip()}\n```",
    ]
    return _page(parts)


def _export_table(table: Table) -> str:
    rows = (_column(column) for column in table.columns)
    heading = f"## {table.file}" + (" (needed)" if table.required else "")
    return f"{heading}\n\n{table.meaning}\n\n{_table(('column', 'means', 'holds'), rows)}"


def _column(column: Column) -> tuple[str, str, str]:
    marks = "*" * column.must_exist + "!" * column.must_be_filled
    return f"`{column.name}` {marks}".strip(), column.meaning, _holds(column)


def _holds(column: Column) -> str:
    codes = ", ".join(f"`{code}`" for code in VOCABULARIES.get(column.vocabulary or "", ()))
    reach = "" if column.lowest is None else f", from {column.lowest:g}"
    reach += "" if column.highest is None else f" to {column.highest:g}"
    return f"{KIND_WORDS[column.kind]}{reach}" + (f": {codes}" if codes else "")


def _references(references: Iterable[str]) -> str:
    return "\n".join(f"- {one}" for one in references)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _page(parts: Iterable[str]) -> str:
    text = "\n\n".join(parts)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.rstrip() + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
