"""Where mentors were found and how they were approached; how many relationships people have."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring.counts import counts, counts_finding
from netaudit.analysis.mentoring.uptake import NOT_ASKED, inside
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label
from netaudit.wording import counted, known, of, share_of

NOT_ANSWERED = "Not answered"
FEW = 5
FEW_IN_A_CELL = "Most cells hold few relationships, often one: examples of what works, not rates."
FINDS = {
    "own_find": "Found outside it",
    "programme_find": "By the programme",
    "both_finds": "Both",
}
FINDS_MEANS = (
    "Found outside it: a mentor whom the programme did not arrange; where that was left blank, one"
    " whose source is not the programme's matching."
)
BANDS = {0: "None", 1: "One", 2: "Two", 3: "Three or more"}


def found(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Open relationships with a mentor, by where the mentor was found and how approached.

    `data` has column, row, amount, label, detail for charts.heat, in the vocabularies' order.
    """
    rows = ask(database, viewer, "mentoring_found", selection).to_dict("records")
    mentored = ask(database, viewer, "mentoring_mentored", selection).to_dict("records")[0]
    minimum = minimum_group(database, viewer)
    enough = mentored["participants"] >= minimum
    cells = [_cell(row) for row in rows] if enough else []
    return Finding(
        id="mentors_found",
        headline=_headline(rows, mentored) if enough else "Where mentors were found",
        base=f"Base: {counted(mentored['relationships'], 'open relationship')} in which"
        f" {counted(mentored['participants'], 'participant is', 'participants are')} mentored."
        if enough
        else "Base: open relationships in which participants are mentored.",
        data=pd.DataFrame(cells, columns=["row", "column", "amount", "label", "detail"]),
        table=pd.DataFrame([_line(row) for row in rows] if enough else []),
        alternative="A field of counts, where mentors were found by how they were approached: "
        + "; ".join(f"{cell['row']}, {inside(cell['column'])}: {cell['label']}" for cell in cells)
        + ".",
        caution=f"{_talks(mentored)} {FEW_IN_A_CELL}" if enough else "",
        withheld="" if enough else too_small(minimum, "participants with a mentor"),
    )


def ways() -> tuple[list[str], list[str]]:
    """Every way of approach and every source, in order, as charts.heat names them."""
    return (
        [*VOCABULARIES["approach"].values(), NOT_ANSWERED],
        [*VOCABULARIES["mentor_source"].values(), NOT_ANSWERED],
    )


def _headline(rows: list[dict[Any, Any]], mentored: dict[Any, Any]) -> str:
    most = max(rows, key=lambda row: row["from_source"])
    share = of(most["from_source"], mentored["relationships"], "relationships")
    return f"{share} with a mentor: {inside(_words('mentor_source', most['source']))}"


def _talks(mentored: dict[Any, Any]) -> str:
    if not mentored["talk_known"]:
        return "Whether an exploratory talk came first was not answered."
    return (
        f"{of(mentored['began_with_talk'], mentored['talk_known'], 'relationships')} for which it"
        " is known began with an exploratory talk."
    )


def _words(vocabulary: str, code: Any) -> str:
    return label(vocabulary, code) if known(code) else NOT_ANSWERED


def _cell(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "row": _words("mentor_source", row["source"]),
        "column": _words("approach", row["approach"]),
        "amount": row["relationships"],
        "label": str(row["relationships"]),
        "detail": counted(row["relationships"], "relationship"),
    }


def _line(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "Found": _words("mentor_source", row["source"]),
        "Approached": _words("approach", row["approach"]),
        "Relationships": row["relationships"],
        "Participants": row["participants"],
        "Few": "Few" if row["participants"] < FEW else "",
        "Began with a talk": f"{row['began_with_talk']} of {row['talk_known']} known",
    }


def outside_programme(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants whose mentors were found outside the programme, or by it; for share_points."""
    found_by = counts(database, viewer, selection, "mentoring_counts", list(FINDS))
    own = found_by.of("own_find")
    if own is None:
        return nothing_to_show(
            "outside_programme",
            "Mentors found outside the programme",
            "Base: participants with a mentor.",
            too_small(minimum_group(database, viewer), "participants with a mentor"),
        )
    return counts_finding(
        "outside_programme",
        f"{of(own['k'], own['n'], 'with a mentor')} have one found outside the programme",
        f"Base: {counted(own['n'], 'participant')} with an open relationship in which they are"
        " mentored and of which it is known how it came about.",
        found_by,
        FINDS,
        caution=FINDS_MEANS,
    )


def portfolios(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How many open relationships participants have, given and received; for share_bars."""
    rows = ask(database, viewer, "mentoring_portfolios", selection).to_dict("records")
    everybody = rows[0]
    minimum = minimum_group(database, viewer)
    shown = rows if everybody["known"] >= minimum else []
    return Finding(
        id="portfolios",
        headline=f"{of(everybody['several'], everybody['known'], 'participants')} have two or more"
        " relationships at once"
        if shown
        else "How many relationships people have",
        base=f"Base: {counted(everybody['known'], 'participant')} who answered about mentoring."
        " Relationships open on the day of the audit, those in which they mentor included.",
        data=pd.DataFrame([_band(row) for row in shown], columns=["category", "share", "label"]),
        table=pd.DataFrame([_band_line(row) for row in shown]),
        alternative="Bars of participants by their number of open relationships: "
        + "; ".join(
            f"{BANDS[row['relationships']].lower()} {of(row['participants'], row['known'])}"
            for row in shown
        )
        + ".",
        caution=_variety(everybody) if shown else "",
        withheld="" if shown else _why_not(everybody, minimum),
    )


def _why_not(everybody: dict[Any, Any], minimum: int) -> str:
    if not everybody["known"]:
        return NOT_ASKED
    return too_small(minimum)


def _variety(everybody: dict[Any, Any]) -> str:
    whole = everybody["known"]
    return (
        f"{of(everybody['several_types'], whole)} have relationships of two or more types, and"
        f" {of(everybody['formal_and_informal'], whole)} have both formal and informal ones."
    )


def _band(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "category": BANDS[row["relationships"]],
        "share": row["share"],
        "label": f"{row['participants']} of {row['known']}",
    }


def _band_line(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        "Open relationships": BANDS[row["relationships"]],
        "Participants": row["participants"],
        "Answered": row["known"],
        "Share": share_of(row["participants"], row["known"]),
    }
