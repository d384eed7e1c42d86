"""Writes the sample programme as a canonical export."""

import csv
from collections.abc import Sequence
from pathlib import Path

import tomli_w

from netaudit.sample.people import WAVES, CohortPlan, Row, cohorts
from netaudit.sample.programme import sample_tables
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX, SETTINGS_FILE, TABLES, Table

SEED = 2045

SETTINGS = {
    "programme": {
        "id": "wider_circles",
        "name": "Wider Circles: mentoring for new leaders (sample)",
        "contact_cap": 10,
        "recall_months": 6,
        "internal_boundary": "organisation",
        "waves": list(WAVES),
        "minimum_group": 5,
        "minimum_group_release": 10,
        "smallest_change_of_interest": 0.10,
    },
    "patterns": {
        "echo_chamber_internal": 80,
        "echo_chamber_ties": 50,
        "network_lag_past": 70,
        "network_lag_future": 30,
        "birds_of_a_feather_same": 70,
        "pigeonholing_no": 50,
    },
}


def write_sample(out: Path, seed: int = SEED, people: int | None = None) -> None:
    """Writes the sample programme into the folder `out`: programme.toml and a CSV per table.

    With `people`, its newest cohort has so many. The same seed and number give the same bytes on
    every machine.
    """
    plans = cohorts(people)
    out.mkdir(parents=True, exist_ok=True)
    settings = {**SETTINGS, "cohorts": _cohorts(plans)}
    (out / SETTINGS_FILE).write_bytes(tomli_w.dumps(settings).encode())
    for name, rows in sample_tables(seed, plans).items():
        _write(out, TABLES[name], rows)


def _cohorts(plans: Sequence[CohortPlan]) -> list[dict[str, object]]:
    return [
        {
            "id": plan.id,
            "name": plan.name,
            "arm": "programme",
            "enrolled": plan.enrolled,
            "start": plan.start,
            "end": plan.end,
        }
        for plan in plans
    ]


def _write(out: Path, table: Table, rows: list[Row]) -> None:
    further = {name for row in rows for name in row if name.startswith(CUSTOM_ATTRIBUTE_PREFIX)}
    columns = [*table.column_names, *sorted(further)]
    with (out / table.file).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
