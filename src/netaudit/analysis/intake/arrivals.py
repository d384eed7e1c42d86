"""What became of everything that came in: responses by import, people by wave."""

from collections.abc import Sequence
from pathlib import PurePath

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.importers.platforms import format_words
from netaudit.schema import AUDITS
from netaudit.store.database import Database
from netaudit.store.record import ImportRecord
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, moment, of, share_of

FATES = {
    "previews": "Previews",
    "partial": "Not handed in",
    "unidentified": "Of nobody known",
    "duplicates": "Answered again later",
    "left_out": "Left out as bad rows",
    "imported": "Imported",
}
"""Where a response may end: every one ends in one of these."""


def flow(records: Sequence[ImportRecord]) -> Finding:
    """From the responses read to those imported, one row an import; the fates add up to those read.

    `records` are the imports that count. An export in netaudit's own form has an audit for a
    response.
    """
    fates = [fates_of(record) for record in records]
    read = sum(sum(one.values()) for one in fates)
    imported = sum(one["imported"] for one in fates)
    table = pd.DataFrame(
        {
            "Import": [record.id for record in records],
            "On": [moment(record.imported_at) for record in records],
            "From": [format_words(record.platform) for record in records],
            "Responses read": [sum(one.values()) for one in fates],
            **{words: [one[fate] for one in fates] for fate, words in FATES.items()},
        }
    )
    empty = [words for words in FATES.values() if words != "Imported" and not table[words].any()]
    return Finding(
        id="quality-flow",
        headline=f"{of(imported, read, 'responses')} were imported",
        base=f"Base: {counted(len(records), 'import')} that"
        f" {'counts' if len(records) == 1 else 'count'}. Every response read ends in one column.",
        data=table,
        table=table.drop(columns=empty),
        alternative="A table of imports: responses read, why some were left aside, and imported.",
        caution="A later import of the same audit takes the place of the earlier one.",
    )


def fates_of(record: ImportRecord) -> dict[str, int]:
    """How many responses of an import ended where, by the keys of FATES."""
    if record.flow:
        return {fate: record.flow.get(fate, 0) for fate in FATES}
    bad = {
        (problem.file, problem.row)
        for problem in record.left_out
        if PurePath(problem.file).stem.casefold() == AUDITS.name
    }
    held = {"left_out": len(bad), "imported": record.rows.get(AUDITS.name, 0)}
    return {fate: held.get(fate, 0) for fate in FATES}


def waves(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who was invited, who answered, and who is found again, by cohort and wave."""
    rows = ask(database, viewer, "quality_waves", selection)
    later = rows[rows.duplicated("cohort")]
    again, answered = int(later["before"].sum()), int(later["answered"].sum())
    return Finding(
        id="quality-waves",
        headline=f"{of(again, answered, 'later answers')} are by somebody seen at an earlier wave"
        if answered
        else "There is one wave so far, so nobody can be found again",
        base="Base: completed audits. Invited are all who are enrolled.",
        data=rows,
        table=_waves_table(rows),
        alternative="A table by cohort and wave of those invited, answered and found again.",
        caution="Somebody seen for the first time at a later wave may have joined late, or stand"
        " under another code than before.",
    )


def _waves_table(rows: pd.DataFrame) -> pd.DataFrame:
    # In the order of their waves: the first row of a cohort is its first wave.
    first = rows.groupby("cohort")["answered"].transform("first")
    return pd.DataFrame(
        {
            "Cohort": rows["cohort"],
            "Wave": [readable(wave) for wave in rows["wave"]],
            "Invited": rows["invited"],
            "Answered": rows["answered"],
            "Of those invited": [
                share_of(int(answered), int(invited))
                for answered, invited in zip(rows["answered"], rows["invited"], strict=True)
            ],
            "Seen before": rows["before"],
            "Of the first wave": [
                f"{since:,} of {whole:,}" if is_later else NOTHING
                for since, whole, is_later in zip(
                    rows["since_first"], first, rows.duplicated("cohort"), strict=True
                )
            ],
            "Seen for the first time": rows["newcomers"],
        }
    )
