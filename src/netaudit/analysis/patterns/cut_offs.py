"""How much hangs on the cut-offs: what the lists say with each of them ten points away."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Figures, Finding
from netaudit.analysis.patterns import states
from netaudit.analysis.patterns.words import SHORT_CUT_OFFS
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.setting_words import CUT_OFF_WORDS
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, of

ONLY_AT_A_FIXED_CUT_OFF = (
    "No study says where a cut-off belongs. Only a change from wave to wave at one fixed cut-off"
    " may be read as a change, never the number itself."
)


TEN_AWAY = (
    "Ten points away: how many would be on watch by the list alone if the cut-offs lay ten points"
    " lower or higher."
)


def pattern_cards(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """The cards of states.pattern_cards, each with how far it hangs on the cut-offs."""
    plain = states.pattern_cards(database, viewer, selection)
    rows = ask(database, viewer, "pattern_cut_offs", selection).to_dict("records")
    minimum = minimum_group(database, viewer)
    figures = []
    for figure in plain.figures:
        own = [row for row in rows if row["pattern"] == figure.id]
        spans = own and all(row["known"] >= minimum for row in own)
        beside = f"{figure.beside} {_ten_away(own)}" if spans and figure.beside else figure.beside
        figures.append(replace(figure, beside=beside))
    return replace(plain, figures=tuple(figures))


def _ten_away(rows: list[dict[Any, Any]]) -> str:
    counts = [row["watch"] for row in rows]
    now = next(row["watch"] for row in rows if row["is_in_force"])
    return f"By the list {now}; ten points away {min(counts)} to {max(counts)}."


def only_cut_off(pattern: str) -> str:
    """What the cut-off of a pattern with a single one is about; blank for the others."""
    names = registry.patterns()[pattern].thresholds
    return CUT_OFF_WORDS[names[0]] if len(names) == 1 else ""


def cut_offs(database: Database, viewer: Viewer, selection: Selection, *, pattern: str) -> Finding:
    """Participants on watch by the list at each cut-off, or pair of cut-offs, of the wave.

    `data` has column, row, amount, label, detail as charts.heat draws them; the row is empty for a
    pattern with one cut-off.
    """
    found = ask(database, viewer, "pattern_cut_offs", selection)
    rows = found[found["pattern"] == pattern].to_dict("records")
    minimum = minimum_group(database, viewer)
    enough = [row for row in rows if row["known"] >= minimum]
    shown = enough if len(enough) == len(rows) else []
    return Finding(
        id=f"cut_offs_{pattern}",
        headline=_headline(pattern, shown),
        base=f"Base: {counted(rows[0]['audits'] if rows else 0, 'participant')} who completed the"
        " audit, the list alone, without the own rating. The second number counts those with"
        " enough information at that cut-off. A star marks the cut-offs in force.",
        data=pd.DataFrame([_cell(row) for row in shown], columns=CELL_COLUMNS),
        table=pd.DataFrame([_line(pattern, row) for row in shown]),
        alternative="A field of counts, one for each cut-off: "
        + "; ".join(f"{' and '.join(_cuts(row))} {row['watch']} of {row['known']}" for row in shown)
        + ".",
        caution=ONLY_AT_A_FIXED_CUT_OFF,
        withheld="" if shown else too_small(minimum),
    )


CELL_COLUMNS = ["column", "row", "amount", "label", "detail"]


def _headline(pattern: str, rows: list[dict[Any, Any]]) -> str:
    name = label("pattern", pattern)
    in_force = [row for row in rows if row["is_in_force"]]
    if not in_force:
        return f"{name}: what other cut-offs would give"
    counts = [row["watch"] for row in rows]
    now = in_force[0]
    return (
        f"{name}: {of(now['watch'], now['known'])} on watch by the list; with cut-offs ten points"
        f" away it would be between {min(counts)} and {max(counts)}"
    )


def _cell(row: dict[Any, Any]) -> dict[str, Any]:
    first, *second = _cuts(row)
    star = "*" if row["is_in_force"] else ""
    return {
        "column": second[0] if second else first,
        "row": first if second else "",
        "amount": row["share"],
        "label": f"{row['watch']} of {row['known']}{star}",
        "detail": of(row["watch"], row["known"], "participants"),
    }


def _cuts(row: dict[Any, Any]) -> list[str]:
    """The two cut-offs, "80% internal" and "50% of pairs", or the only one, "70%"."""
    names = registry.patterns()[row["pattern"]].thresholds
    cuts = (row["first_cut"], row["second_cut"])
    if len(names) == 1:
        return [f"{int(cuts[0])}%"]
    return [f"{int(cut)}% {SHORT_CUT_OFFS[name]}" for name, cut in zip(names, cuts, strict=False)]


def _line(pattern: str, row: dict[Any, Any]) -> dict[str, Any]:
    names = registry.patterns()[pattern].thresholds
    cuts = (row["first_cut"], row["second_cut"])
    return {
        **{CUT_OFF_WORDS[name]: f"{int(cut)}%" for name, cut in zip(names, cuts, strict=False)},
        "On watch by the list": row["watch"],
        "With enough information": row["known"],
        "In force": "Yes" if row["is_in_force"] else "",
    }
