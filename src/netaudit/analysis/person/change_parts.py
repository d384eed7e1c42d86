"""Why the shares of one participant's list moved: through whom came, left or changed."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.change import between
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.schema import PURPOSES
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, known, plain

PROPERTIES = {
    "internal": "Internal",
    **{purpose: label("purpose", purpose) for purpose in PURPOSES},
    "less_close": "Less close",
}
"""What a share of the contacts may have, told in this order."""

PARTS = {
    "entry": "New contacts",
    "status": "Changed, of those who stayed",
    "exit": "Those who left",
}


def change_parts(
    database: Database,
    viewer: Viewer,
    _: Selection,
    *,
    participant: str,
    wave: str,
    since: str | None = None,
) -> Finding:
    """One row a share that is known at both waves, with its change in percentage points.

    The parts are entry, status and exit, which add up to the change. They are not told of lists
    below five contacts, where a fifth of the answers is missing, nor where nobody is on both lists.
    Empty without an earlier list.
    """
    rows = ask(database, viewer, "person_change_parts", participant=participant)
    here = between(rows, wave, since)
    shown = [
        row
        for name in PROPERTIES
        for row in records(here[here["property"] == name])
        if row["known_before"] and row["known_now"]
    ]
    finding_id = f"change_parts_{participant}"
    if not shown:
        return nothing_to_show(finding_id, "There are no two lists whose shares are known", "")
    speaks = voice(viewer)
    return Finding(
        id=finding_id,
        headline=_headline(shown[0]),
        base=_base(shown[0], speaks),
        data=pd.DataFrame(shown),
        table=_table(shown, readable(shown[0]["earlier_wave"]), readable(wave)),
        alternative="A table of shares then and now, with what moved them.",
        caution=_caution(shown),
    )


def _table(shown: list[dict[str, Any]], then: str, now: str) -> pd.DataFrame:
    columns = {
        "Contacts": [PROPERTIES[row["property"]] for row in shown],
        then: [f"{row['with_before']} of {row['known_before']}" for row in shown],
        now: [f"{row['with_now']} of {row['known_now']}" for row in shown],
    }
    if shown[0]["is_enough"]:
        columns["Change in points"] = [points(row["change"]) for row in shown]
    if any(known(row["entry"]) for row in shown):
        for part, title in PARTS.items():
            columns[title] = [points(row[part]) for row in shown]
    return pd.DataFrame(columns)


def _headline(row: dict[str, Any]) -> str:
    name = PROPERTIES[row["property"]]
    said = (
        f"{name}: {row['with_before']} of {row['known_before']} at"
        f" {readable(row['earlier_wave']).lower()}, {row['with_now']} of {row['known_now']} at"
        f" {readable(row['wave']).lower()}"
    )
    return f"{said}, {_moved(row['change'])}" if known(row["change"]) else said


def _moved(share: float) -> str:
    if not round(share, 3):
        return "no change of the share"
    return f"{plain(abs(share) * 100)} points {'more' if share > 0 else 'less'}"


def _base(row: dict[str, Any], speaks: Voice) -> str:
    if not row["is_enough"]:
        return (
            "Counts only: with fewer than five contacts on a list, one person more or less would"
            " move a share by a lot."
        )
    if not row["kept"]:
        return "Nobody is on both lists, so the whole change comes from other people being named."
    stayed = counted(row["kept"], "contact")
    return (
        f"What moved it: new contacts, those who left, and the {stayed} on both lists where"
        f" something changed for them or in {speaks.whose} answers. The three add up to the change,"
        " in percentage points."
    )


def _caution(shown: list[dict[str, Any]]) -> str:
    said = ["More is not better, nor is less."]
    if any(row["known_before"] < row["size_before"] for row in shown) or any(
        row["known_now"] < row["size_now"] for row in shown
    ):
        said.append("A contact without an answer is in no share.")
    if any(row["is_enough"] and not known(row["change"]) for row in shown):
        said.append(
            "Where no change is told, too many answers are missing to tell it from the gaps."
        )
    return " ".join(said)


def points(share: Any) -> str:
    """A change of a share in percentage points, with its sign: "+12.5", "−6.7", "0"."""
    if not known(share):
        return NOTHING
    words = plain(abs(share) * 100) or "0"
    if words == "0":
        return words
    return f"{'+' if share > 0 else '−'}{words}"
