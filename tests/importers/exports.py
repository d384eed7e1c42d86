"""A small export without a fault, to be spoilt in one place by each test."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from netaudit.definitions.examples import Rows, small_table
from netaudit.importers.export import ReadExport, read_export
from netaudit.programme import Programme

SETTINGS = """
[programme]
contact_cap = 4
waves = ["baseline", "endpoint"]

[[cohorts]]
id = "2026"
enrolled = 3
"""

TABLES = {
    "participants": """
        participant_id cohort name  status role_started share_with_mentor
        P1             2026   Ada   active 2020-02-29   yes
        P2             2026   Bert  .      .            .
        P3             2026   Cleo  active 2019-01-01   no""",
    "audits": """
        participant_id wave     completed_on contacts_status ties_status            self_network_lag
        P1             baseline 2026-01-31   complete        all_pairs_asked        4
        P1             endpoint 2026-12-31   partial         positive_only_complete .
        P2             baseline .            .               .                      .
        P3             baseline 2026-02-01   none_to_name    not_asked              1
        P3             endpoint .            not_done        .                      .""",
    "contacts": """
        participant_id wave     contact_id label list_kind affiliation  closeness years_known
        P1             baseline a          AB    .         same_team    4         3.5
        P1             baseline b          .     core      same_org     1         0
        P1             baseline c          CD    core      unknown      .         80
        P1             baseline d          .     weak_tie  .            .         .
        P1             endpoint a          AB    core      same_team    3         4
        P1             endpoint b          .     core      .            .         .
        P2             baseline a          .     .         outside_work 2         .""",
    "ties": """
        participant_id wave     contact_a contact_b tie          introduced_by_me
        P1             baseline a         b         acquainted   yes
        P1             baseline c         a         do_not_know  .
        P1             baseline b         c         unknown      .
        P1             endpoint b         a         work_closely no""",
    "mentoring": """
        participant_id wave     mentoring_id my_role type          start_date end_date contact_id
        P1             baseline m1           mentee  developmental 2024       2024     a
        P1             baseline m2           both    reciprocal    2025-03    .        .
        P3             baseline m1           mentor  unknown       .          2026     .""",
    "reflections": """
        participant_id wave     item     number text
        P1             baseline strength 1      plans
        P1             baseline strength 2      plans""",
    "activities": """
        participant_id wave     activity     status
        P1             baseline social_media doing
        P1             endpoint social_media done""",
    "actions": """
        participant_id wave     action_id text first_step due_on
        P1             baseline a1        call yes        2026-03-01""",
    "exchange": """
        participant_id wave     format    role   per_year
        P1             baseline gathering attend 2
        P1             baseline gathering organise .""",
    "cohort_ties": """
        participant_id wave     other_participant_id relation
        P1             baseline P2                   know
        P1             baseline P3                   know""",
}


MORE_ANSWERS = """
    last_contact_days purposes             x_floor
    10                operational|personal first
    186               none                 .
    .                 .                    first
    .                 .                    .
    .                 strategic            ground
    .                 .                    .
    .                 personal             ."""
"""Further columns of the contacts, row by row."""


def valid() -> Rows:
    """Rows of every table; nothing in them is an error or a warning."""
    tables = {name: small_table(text, "") for name, text in TABLES.items()}
    for contact, answers in zip(tables["contacts"], small_table(MORE_ANSWERS, ""), strict=True):
        contact.update(answers)
    for rows in tables.values():
        for row in rows:
            row.update({name: None for name, value in row.items() if value == "."})
    return tables


def as_csv(rows: list[dict[str, object]], separator: str = ",", line_end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(stream, names, delimiter=separator, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def files_of(export: Rows, settings: str | None = SETTINGS) -> dict[str, bytes]:
    files = {f"{name}.csv": as_csv(rows).encode() for name, rows in export.items()}
    return files | ({} if settings is None else {"programme.toml": settings.encode()})


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def read(folder: Path, *paths: Path, leave_out: bool = False) -> ReadExport:
    """What is read from `paths`, or from the folder's own files; tables go beside them."""
    return read_export(
        paths or [folder],
        folder.parent / f"{folder.name}-tables",
        Programme(),
        leave_out_bad_rows=leave_out,
    )


def read_files(folder: Path, files: Mapping[str, bytes], *, leave_out: bool = False) -> ReadExport:
    return read(write(folder, files), leave_out=leave_out)
