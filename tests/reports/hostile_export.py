"""One participant whose contacts carry every difficult name there is, and another beside them."""

import csv
from pathlib import Path

LABELS = (
    "#panic() $x^2$ *b* _i_ @ref <label>",
    "<script>alert(1)</script>",
    '</td>"onmouseover="x()',
    "{{ 7*7 }} {% raw %} &amp;",
    "=HYPERLINK(1)",
    "محمد علي",
    "דוד לוי",
    "李小龙 한국어",
    "A" * 80,
    "O'Neill-Łukasz 😀",
)
OF_ANOTHER = "Nobody else may read this"
NAME = "Zoë <b>Bold</b> #set 𓀀"


def hostile_export(folder: Path) -> Path:
    """The canonical export, in a new folder inside `folder`."""
    export = folder / "hostile"
    export.mkdir()
    contacts = [("H1", f"c{number}", words) for number, words in enumerate(LABELS)]
    contacts.append(("H2", "c0", OF_ANOTHER))
    _write(
        export,
        "participants",
        [("participant_id", "cohort", "name"), ("H1", "2026", NAME), ("H2", "2026", "Other")],
    )
    _write(
        export,
        "audits",
        [
            ("participant_id", "wave", "completed_on"),
            ("H1", "baseline", "2026-01-31"),
            ("H2", "baseline", "2026-01-31"),
        ],
    )
    columns = ("participant_id", "wave", "contact_id", "label", "affiliation", "closeness")
    rows = [(who, "baseline", code, words, "same_org", "3") for who, code, words in contacts]
    _write(export, "contacts", [columns, *rows])
    action = ("H1", "baseline", "a1", "Say *no* to #hash & <tag>", "yes", "planned")
    _write(
        export,
        "actions",
        [("participant_id", "wave", "action_id", "text", "first_step", "status"), action],
    )
    return export


def _write(export: Path, table: str, rows: list[tuple[str, ...]]) -> None:
    with (export / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
