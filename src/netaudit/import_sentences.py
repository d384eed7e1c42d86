"""Imports in sentences, as the command line says them."""

from collections.abc import Mapping
from dataclasses import asdict

from netaudit.importers.export import ReadExport
from netaudit.importers.mapping.proposal import as_mapping
from netaudit.importers.platforms import format_words
from netaudit.schema import TABLES
from netaudit.store.batch import ImportResult
from netaudit.store.record import ImportRecord
from netaudit.wording import counted, moment


def import_sentence(result: ImportResult) -> str:
    """What became of an import."""
    record = result.record
    if result.already:
        return (
            f"Nothing changed: this export was imported on {moment(record.imported_at)} as"
            f" {record.id} and still counts."
        )
    parts = [f"Imported as {record.id}: {_rows(record.rows)}.", *flow_sentences(record.flow)]
    if record.replaced:
        parts.append(f"It takes the place of {counted(record.replaced, 'earlier audit')}.")
    if record.left_out:
        parts.append(f"{counted(len(record.left_out), 'row')} left out.")
    return " ".join(parts)


def check_sentence(read: ReadExport) -> str:
    """What a check found."""
    if read.open_questions:
        number = counted(len(read.open_questions), "question")
        return (
            f"{number} about the file to answer before it can be imported. As a mapping, with the"
            f" answers that look likely:\n{as_mapping(read.open_questions)}"
        )
    if read.refused:
        return "This export would not be imported as it is."
    flow = flow_sentences(asdict(read.flow) if read.flow else {})
    return " ".join((f"This export can be imported: {_rows(read.rows)}.", *flow))


FLOW_WORDS = {
    "previews": "previews",
    "partial": "not handed in or not answered",
    "unidentified": "of nobody known",
    "duplicates": "answered again later",
    "imported": "imported",
}


def flow_sentences(flow: Mapping[str, int]) -> list[str]:
    """What became of the responses of a survey, adding up; none for other exports."""
    if not flow:
        return []
    parts = [f"{flow[fate]} {words}" for fate, words in FLOW_WORDS.items() if flow.get(fate)]
    return [f"Of {counted(flow['read'], 'response')}: {', '.join(parts)}."]


def record_sentence(record: ImportRecord) -> str:
    """One import in one line."""
    state = "undone" if record.undone else "counts"
    by = f" by {record.imported_by}" if record.imported_by else ""
    files = ", ".join(record.files)
    return (
        f"{record.id}  {state}  {moment(record.imported_at)}{by}  {files},"
        f" in {format_words(record.platform)}:"
        f" {_rows(record.rows)}, {counted(record.warnings, 'warning')},"
        f" {counted(record.replaced, 'earlier audit')} replaced"
    )


def _rows(rows: dict[str, int]) -> str:
    """`participants 24, audits 24, contacts 213`."""
    held = (name for name in TABLES if name in rows)
    return ", ".join(f"{name.replace('_', ' ')} {rows[name]:,}" for name in held)
