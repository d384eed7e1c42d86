"""The four patterns in the cohort: how many are on watch, on what basis, wave beside wave."""

from dataclasses import replace
from itertools import accumulate
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Figures, Finding, SingleFigure
from netaudit.analysis.release.disclosure import release_whole, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience, minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, of, share_of

PARTS = {
    "watch_both": "Watch: both",
    "watch_list": "Watch: list",
    "watch_own": "Watch: own rating",
    "clear": "Clear",
    "not_enough": "Not enough information",
}
"""What is shown of an audit, a watch with what it rests on; together every completed audit."""

WATCH_PARTS = tuple(words for part, words in PARTS.items() if part.startswith("watch"))
WRITTEN = {"clear": " clear", "not_enough": " not enough"}
"""Words beside the counts of the parts that the legend does not name."""

ON_WATCH = (
    "A pattern is on watch if the list meets its rule, or if the participant's own rating says so."
)
NO_OUTCOME = (
    "Watch opens a conversation; it is no verdict, and its number is no measure of success."
)
FIXED_CUT_OFFS = (
    "The cut-offs are the same at every wave. Not all of those who answered one wave answered the"
    " other."
)

Rows = list[dict[Any, Any]]


def pattern_cards(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """For each pattern how many participants are on watch at the wave; its id is the pattern."""
    rows = {row["pattern"]: row for row in _states(database, viewer, selection)}
    minimum = minimum_group(database, viewer)
    return Figures(
        id="patterns",
        figures=tuple(_card(pattern, rows.get(pattern), minimum) for pattern in PATTERNS),
    )


def _card(pattern: str, row: dict[Any, Any] | None, minimum: int) -> SingleFigure:
    value, base, beside = NOTHING, "Nobody answered.", ""
    if row is not None and row["known"] < minimum:
        base = too_small(minimum, "participants with enough information")
    elif row is not None:
        value = f"{row['watch']} of {row['known']}"
        base = "On watch, of participants with enough information"
        beside = f"Clear: {row['clear']}. Not enough information: {row['not_enough']}."
    return SingleFigure(
        id=pattern,
        title=label("pattern", pattern),
        value=value,
        base=base,
        beside=beside,
        help=registry.patterns()[pattern].plain_words,
    )


def by_basis(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Every completed audit of the wave by what is shown; `data` is for charts.pattern_states."""
    rows = _states(database, viewer, selection)
    audits = rows[0]["audits"] if rows else 0
    minimum = minimum_group(database, viewer)
    shown = rows if audits >= minimum else []
    return Finding(
        id="patterns_by_basis",
        headline=_most_on_watch(shown, selection.wave),
        base=f"Base: {counted(audits, 'participant')} who completed the audit. A watch may rest on"
        " the list, on the participant's own rating, or on both; grey is clear, empty not"
        " enough information.",
        data=pd.DataFrame(
            [part for row in shown for part in _bar(row)],
            columns=["category", "part", "start", "stop", "label", "side", "detail"],
        ),
        table=pd.DataFrame([_basis_line(row) for row in shown]),
        alternative="Full bars, one a pattern, cut by what is shown: "
        + "; ".join(f"{label('pattern', row['pattern'])} {_clear_words(row)}" for row in shown)
        + ".",
        caution=NO_OUTCOME,
        withheld="" if shown else too_small(minimum),
    )


def _most_on_watch(rows: Rows, wave: str | None) -> str:
    when = at_wave(wave)
    known_rows = [row for row in rows if row["known"]]
    if not known_rows:
        return f"What is shown of each pattern{when}"
    most = max(row["share"] for row in known_rows)
    if not most:
        return f"No pattern is on watch{when}"
    top = [row for row in known_rows if row["share"] == most]
    names = " and ".join(label("pattern", row["pattern"]).lower() for row in top)
    first = top[0]
    are, each = ("are", " each") if len(top) > 1 else ("is", "")
    return (
        f"{names[:1].upper()}{names[1:]} {are} most often on watch{when}:"
        f" {of(first['watch'], first['known'])} with enough information{each}"
    )


def _bar(row: dict[Any, Any]) -> list[dict[str, Any]]:
    """The parts of one pattern's bar, side by side."""
    parts = [part for part in PARTS if row[part]]
    stops = list(accumulate(row[part] for part in parts))
    return [
        {
            "category": label("pattern", row["pattern"]),
            "part": PARTS[part],
            "start": (stop - row[part]) / row["audits"],
            "stop": stop / row["audits"],
            "label": f"{row[part]}{WRITTEN.get(part, '')}",
            "side": "right" if part == "not_enough" else "left",
            "detail": of(row[part], row["audits"], "participants"),
        }
        for part, stop in zip(parts, stops, strict=True)
    ]


def _basis_line(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "Pattern": label("pattern", row["pattern"]),
        **{words: row[part] for part, words in PARTS.items()},
        "On watch, of those with enough information": of(row["watch"], row["known"]),
    }


def _clear_words(row: dict[Any, Any]) -> str:
    return (
        f"{row['watch']} on watch, {row['clear']} clear, {row['not_enough']} with not enough"
        " information"
    )


def along_waves(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many are on watch at each wave, at the same cut-offs, for share_bars_by_wave."""
    everyone = replace(selection, wave=None)
    found = ask(database, viewer, "pattern_states", everyone)
    shown, withheld = release_whole(
        found,
        parts=("watch", "clear"),
        base="known",
        audience=audience(database, viewer),
        sensitive=True,
    )
    rows = sorted(
        shown.to_dict("records"), key=lambda r: (PATTERNS.index(r["pattern"]), r["wave_no"])
    )
    return Finding(
        id="patterns_by_wave",
        headline=_first_to_last(rows),
        base="Base: at each wave the participants with enough information, which the second number"
        " counts.",
        data=pd.DataFrame([_wave_row(row) for row in rows], columns=WAVE_COLUMNS),
        table=pd.DataFrame([_wave_line(row) for row in rows]),
        alternative="Bars on a scale from 0 to 100%, under each pattern one a wave: "
        + "; ".join(f"{label('pattern', r['pattern'])}, {_wave_words(r)}" for r in rows)
        + ".",
        caution=FIXED_CUT_OFFS,
        withheld=withheld,
    )


WAVE_COLUMNS = ["category", "wave", "share", "label"]


def _first_to_last(rows: Rows) -> str:
    if not rows:
        return "On watch, wave beside wave"
    last_no = max(row["wave_no"] for row in rows)
    last = [row for row in rows if row["wave_no"] == last_no]
    top = max(last, key=lambda row: row["share"])
    its = [row for row in rows if row["pattern"] == top["pattern"]]
    said = "; ".join(_wave_words(row) for row in its)
    return f"{label('pattern', top['pattern'])} on watch: {said}"


def _wave_words(row: dict[Any, Any]) -> str:
    return f"{readable(row['wave']).lower()} {of(row['watch'], row['known'])}"


def _wave_row(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "category": label("pattern", row["pattern"]),
        "wave": readable(row["wave"]),
        "share": row["share"],
        "label": f"{readable(row['wave'])}: {row['watch']} of {row['known']}",
    }


def _wave_line(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "Pattern": label("pattern", row["pattern"]),
        "Wave": readable(row["wave"]),
        "On watch": row["watch"],
        "With enough information": row["known"],
        "Share": share_of(row["watch"], row["known"]),
        "Not enough information": row["not_enough"],
    }


def _states(database: Database, viewer: Viewer, selection: Selection) -> Rows:
    rows = ask(database, viewer, "pattern_states", selection).to_dict("records")
    return sorted(rows, key=lambda row: PATTERNS.index(row["pattern"]))
