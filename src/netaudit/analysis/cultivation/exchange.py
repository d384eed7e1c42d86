"""How participants exchange knowledge: the formats, and the part they take in them."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.words import listed, most, people_bars, withheld_because
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label
from netaudit.wording import counted, enumerated, of

ABOUT = "exchanging knowledge"
NO_BASE = "Base: those who answered about exchanging knowledge."
ROLES = list(VOCABULARIES["exchange_role"].values())
FORMATS = list(VOCABULARIES["exchange_format"].values())
PARTS = {
    "organise_or_contribute": "Organise or contribute",
    "attend_only": "Attend only",
    "nothing": "Name nothing",
}


def parts_taken(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who organises or contributes anywhere, who attends only; for share_bars."""
    chosen = at_one_wave(database, viewer, selection)
    row, because = _answering(database, viewer, chosen)
    if because:
        return nothing_to_show("exchange_parts", "Exchanging knowledge", NO_BASE, because)
    whole = row["participants"]
    return people_bars(
        "exchange_parts",
        row,
        PARTS,
        headline=f"{of(row['organise_or_contribute'], whole, 'participants')} organise or"
        f" contribute to an exchange of knowledge{at_wave(chosen.wave)};"
        f" {row['attend_only']} attend only",
        base=f"Base: {counted(whole, 'participant')} who answered about exchanging knowledge."
        f" {row['organise']} of them {'organises' if row['organise'] == 1 else 'organise'}"
        " something.",
        first="Part",
        caution="To attend is a good way to begin; somebody who names nothing may exchange what"
        " they know in other ways.",
    )


def formats(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """People in each format and role; `data` is for charts.heat, with FORMATS and ROLES."""
    chosen = at_one_wave(database, viewer, selection)
    whole, because = _answering(database, viewer, chosen)
    rows = [] if because else records(ask(database, viewer, "cultivation_exchange", chosen))
    if not rows:
        return nothing_to_show("exchange_formats", "Formats and roles", NO_BASE, because)
    cells = [_cell(row, whole["participants"]) for row in rows]
    return Finding(
        id="exchange_formats",
        headline=_most_common(rows, whole["participants"]),
        base=f"Base: {counted(whole['participants'], 'participant')} who answered about exchanging"
        " knowledge. Somebody can count in several cells.",
        data=pd.DataFrame(cells),
        table=pd.DataFrame(
            [
                {
                    "Format": cell["row"],
                    "Role": cell["column"],
                    "Participants": cell["amount"],
                    "Answered": whole["participants"],
                }
                for cell in cells
            ]
        ),
        alternative="A field of counts, formats by roles: "
        + listed({f"{cell['row']}, {cell['column'].lower()}": cell["label"] for cell in cells}),
        caution="Cells hold few people: they show what there is, and are no rates.",
    )


def _most_common(rows: list[dict[str, Any]], whole: Any) -> str:
    top = most(rows, "participants")
    names = enumerated(
        [
            f"{label('exchange_format', row['format']).lower()}"
            f" ({label('exchange_role', row['role']).lower()})"
            for row in top
        ]
    )
    share = of(top[0]["participants"], whole, "participants")
    return f"Most common: {names}, {share}" + (" each" if len(top) > 1 else "")


def _answering(database: Database, viewer: Viewer, chosen: Selection) -> tuple[Row, str]:
    row = records(ask(database, viewer, "cultivation_exchangers", chosen))[0]
    return row, withheld_because(row["participants"], minimum_group(database, viewer), ABOUT)


def _cell(row: Row, whole: Any) -> dict[str, Any]:
    return {
        "row": label("exchange_format", row["format"]),
        "column": label("exchange_role", row["role"]),
        "amount": row["participants"],
        "label": str(row["participants"]),
        "detail": of(row["participants"], whole, "participants"),
    }
