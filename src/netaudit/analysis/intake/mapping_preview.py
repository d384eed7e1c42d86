"""What an import of a survey would make, in words: its responses and the first of its audits."""

from collections.abc import Mapping

import pandas as pd

from netaudit.analysis.intake.mapping_choices import column_title
from netaudit.importers.survey import Flow
from netaudit.schema import AUDITS, CONTACTS, TIES, Column
from netaudit.store.preview import AuditPreview
from netaudit.vocabulary import label, readable
from netaudit.wording import counted

FLOW = {
    "read": "Read",
    "previews": "Previews, left aside",
    "partial": "Not handed in or not answered, left aside",
    "unidentified": "Of nobody known, left aside",
    "duplicates": "Answered again later, left aside",
    "imported": "To be imported",
}
SHOWN_PAIRS = 15
NOT_SHOWN = ("participant_id", "wave", "contact_id", "label", "person_key", "is_participant_id")
"""Columns that name contacts: a preview tells them by their numbers."""


def flow_table(flow: Flow) -> pd.DataFrame:
    """The responses by where they end; the first row is the sum of the others."""
    counts = {words: getattr(flow, fate) for fate, words in FLOW.items()}
    kept = ("read", "imported")
    return pd.DataFrame(
        [
            {"Responses": words, "Number": f"{counts[words]:,}"}
            for fate, words in FLOW.items()
            if counts[words] or fate in kept
        ]
    )


def audit_title(preview: AuditPreview) -> str:
    """`p-3f29c01be7 · Baseline: 5 contacts, 10 answers about pairs`."""
    audit = preview.audit
    contacts = counted(len(preview.contacts), "contact")
    ties = counted(len(preview.ties), "answer about a pair", "answers about pairs")
    who = f"{audit['participant_id']} · {readable(audit['wave'])}"
    return f"{who}: {contacts}, {ties}" if preview.ties else f"{who}: {contacts}"


def own_lines(preview: AuditPreview) -> tuple[str, ...]:
    """What the audit itself says: `Completed on: 2026-03-04`."""
    columns = [column for column in AUDITS.columns if column.name not in NOT_SHOWN]
    return tuple(
        f"{column_title(column.name)}: {words}"
        for column in columns
        if (words := _words(column, preview.audit))
    )


def contact_table(preview: AuditPreview) -> pd.DataFrame:
    """One row a contact, by its number, with every field that is known of one of them."""
    held = {name for contact in preview.contacts for name in contact if name not in NOT_SHOWN}
    columns = [column for column in CONTACTS.columns if column.name in held]
    return pd.DataFrame(
        [
            {"Contact": place} | {column_title(c.name): _words(c, contact) for c in columns}
            for place, contact in enumerate(preview.contacts, start=1)
        ]
    )


def _words(column: Column, row: Mapping[str, str]) -> str:
    value = row.get(column.name, "")
    codes = value.split("|") if column.kind == "codes" else [value]
    return ", ".join(label(column.vocabulary or "", code) if code else "" for code in codes)


def tie_lines(preview: AuditPreview) -> tuple[str, ...]:
    """The pairs by what is said of them: `Work closely: 1–2, 1–4`."""
    vocabulary = next(column.vocabulary for column in TIES.columns if column.name == "tie")
    held: dict[str, list[str]] = {}
    for first, second, tie in preview.ties:
        held.setdefault(tie, []).append(f"{first}–{second}")
    return tuple(
        f"{label(vocabulary or '', tie) or 'No answer'}: {_some(pairs)}"
        for tie, pairs in sorted(held.items(), key=lambda one: len(one[1]))
    )


def _some(pairs: list[str]) -> str:
    more = len(pairs) - SHOWN_PAIRS
    return ", ".join(pairs[:SHOWN_PAIRS]) + (f" and {more} more" if more > 0 else "")
