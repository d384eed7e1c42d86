"""Brokerage and closure read together: who knows whom, and how much of it lies outside."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_one_wave, wave_words
from netaudit.analysis.cohort.spread import in_units, spread
from netaudit.analysis.finding import Figures, Finding, SingleFigure, nothing_to_show, too_few
from netaudit.analysis.nobody_named import NOBODY_NAMED, nobody_named
from netaudit.analysis.release.disclosure import Audience, may_draw_persons
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience, minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, of, percent, share_of

QUARTERS = {
    "close_inside": "Close and inside",
    "close_mixed": "Close and mixed",
    "open_inside": "Open and inside",
    "open_mixed": "Open and mixed",
}
HOW_PARTED = (
    "Close: at least half of the pairs of contacts know each other. Mixed: at least half of the"
    " contacts are outside."
)
STRUCTURE = {
    "density": "Pairs of contacts who know each other, of all pairs there could be.",
    "connectivity": "Pairs of contacts for whom the participant is the link; where others link"
    " them too, the credit is shared.",
    "components": "Circles of contacts that are not linked to each other but through the"
    " participant. One acquaintance more can join two circles.",
    "cross_boundary_open_pairs": "Pairs of one contact inside and one outside who do not know each"
    " other.",
}


def closure(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants by density and external share: places from 20 on, else counts per quarter."""
    looked_at = at_one_wave(database, viewer, selection)
    rows = ask(database, viewer, "balance_field", looked_at)
    readers = audience(database, viewer)
    if rows.empty:
        return nothing_to_show(
            "closure",
            f"Closure and boundary: nothing is known at {wave_words(looked_at)}",
            NOBODY_NAMED
            if nobody_named(database, viewer, looked_at)
            else "It takes two contacts, an answer for every pair of them, and affiliations.",
        )
    if rows["whole"].iloc[0] < readers.minimum:
        return too_few("closure", "Closure and boundary", readers.minimum)
    return _finding(rows, looked_at, readers)


def _finding(rows: pd.DataFrame, looked_at: Selection, readers: Audience) -> Finding:
    whole, unplaced = int(rows["whole"].iloc[0]), int(rows["unplaced"].iloc[0])
    counts = rows.groupby("quarter")["participants"].sum().reindex(list(QUARTERS), fill_value=0)
    said = [of(int(count), whole) for count in counts]
    listed = "; ".join(f"{a.lower()} {b}" for a, b in zip(QUARTERS.values(), said, strict=True))
    left_out = f" Left out: {counted(unplaced, 'participant')}." if unplaced else ""
    return Finding(
        id="closure",
        headline=f"Of {counted(whole, 'participant')} {_headline(counts)},"
        f" at {wave_words(looked_at)}",
        base=f"Base: {counted(whole, 'participant')} with every pair of contacts answered."
        f"{left_out} {HOW_PARTED}",
        data=_places(rows)
        if rows["x"].notna().all() and may_draw_persons(whole, readers)
        else _bars(counts, said, whole),
        table=pd.DataFrame(
            {
                "Network": QUARTERS.values(),
                "Participants": counts.tolist(),
                "Of those known": [share_of(count, whole) for count in counts],
            }
        ),
        alternative=f"Participants by external share and density: {listed}.",
        caution="No kind of network is the best one: closeness inside helps to get things done,"
        " openness across the line brings news, and which is needed depends on the work.",
    )


def _headline(counts: pd.Series) -> str:
    first, *others = zip(QUARTERS.values(), counts, strict=True)
    verb = "is" if first[1] == 1 else "are"
    listed = [f"{int(count):,} {words.lower()}" for words, count in others]
    return ", ".join([f"{int(first[1]):,} {verb} {first[0].lower()}", *listed])


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "x": rows["x"],
            "y": rows["y"],
            "participants": rows["participants"],
            "label": [counted(int(number), "participant") for number in rows["participants"]],
            "place": [
                f"{QUARTERS[quarter]}: {percent(x)} outside, {percent(y)} of pairs"
                for quarter, x, y in zip(rows["quarter"], rows["x"], rows["y"], strict=True)
            ],
        }
    )


def _bars(counts: pd.Series, said: list[str], whole: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "category": list(QUARTERS.values()),
            "share": [count / whole for count in counts],
            "label": said,
        }
    )


def structure_figures(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """Density, connectivity, separate circles and open pairs across the line: means."""
    looked_at = at_one_wave(database, viewer, selection)
    rows, _ = spread(database, viewer, looked_at, tuple(STRUCTURE))
    shown = {row["measure"]: row for row in rows.to_dict("records")}
    minimum = minimum_group(database, viewer)
    why = f"Known of fewer than {minimum} participants."
    if nobody_named(database, viewer, looked_at):
        shown, why = {}, NOBODY_NAMED
    return Figures(
        id="structure",
        figures=tuple(
            SingleFigure(
                id=measure,
                title=measures()[measure].title,
                value=in_units(measure, shown[measure]["mean"]) if measure in shown else NOTHING,
                base=f"Mean, {int(shown[measure]['participants'])} participants"
                if measure in shown
                else why,
                help=words,
            )
            for measure, words in STRUCTURE.items()
        ),
    )
