"""How far two participants' lists hold the same people, and clusters of such lists."""

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shared.words import (
    AT_LEAST,
    KEEP_TO_THEMSELVES,
    Row,
    base_words,
    called,
    totals,
)
from netaudit.analysis.viewer import Viewer
from netaudit.network import Clusters, clusters
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, enumerated, of, percent, plain

ENOUGH_FOR_CLUSTERS = 15
CLUSTERS = "Clusters of shared contacts"
NO_CAUSE = (
    "Lists that hold the same people are neither good nor bad: they may show a team that works"
    " together, or one that hears everything from the same side."
)


def overlap(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Pairs of participants by how many people both name; `data` for count_bars."""
    row, chosen = totals(database, viewer, selection)
    minimum = minimum_group(database, viewer)
    if row["participants"] < minimum:
        return too_few("shared_overlap", "Overlap between participants", minimum)
    pairs = records(ask(database, viewer, "shared_pairs", chosen))
    shown = [one for one in pairs if one["is_shown"]]
    counts = pd.Series([one["shared"] for one in pairs], dtype="int64").value_counts().sort_index()
    data = pd.DataFrame(
        [
            {
                "category": f"{shared} in common",
                "count": number,
                "label": counted(number, "pair"),
            }
            for shared, number in counts.items()
        ],
        columns=["category", "count", "label"],
    )
    return Finding(
        id="shared_overlap",
        headline=f"{of(row['overlapping'], row['pairs'], 'pairs of participants')} name at least"
        f" one person in common{at_wave(chosen.wave)}",
        base=base_words(row, chosen),
        data=data,
        table=_pairs_table(shown),
        alternative="Bars: how many pairs have so many people in common. "
        + "; ".join(f"{one['category']}: {one['label']}" for one in records(data)),
        caution=f"{NO_CAUSE} {AT_LEAST}",
        withheld=""
        if len(shown) == len(pairs)
        else f"{len(shown)} of the {len(pairs)} pairs can be listed. {KEEP_TO_THEMSELVES}",
    )


def _pairs_table(pairs: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Participant": called(one),
                "And": called(one, "other_name", "other_participant_id"),
                "In common": one["shared"],
                "On the first list": one["listed"],
                "On the second": one["other_listed"],
                "Share of both lists": percent(one["jaccard"]),
                "Closeness": plain(one["weight"], 2),
            }
            for one in pairs
        ],
        columns=[
            "Participant",
            "And",
            "In common",
            "On the first list",
            "On the second",
            "Share of both lists",
            "Closeness",
        ],
    )


def shared_clusters(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Clusters of participants who name the same people, told only where they hold."""
    row, chosen = totals(database, viewer, selection)
    minimum = minimum_group(database, viewer)
    if row["participants"] < minimum:
        return too_few("shared_clusters", CLUSTERS, minimum)
    base = base_words(row, chosen)
    rows = records(ask(database, viewer, "shared_pairs", chosen))
    ties = {_pair(one): float(one["weight"]) for one in rows}
    joined = len({name for pair in ties for name in pair})
    if joined < max(ENOUGH_FOR_CLUSTERS, minimum):
        return nothing_to_show("shared_clusters", CLUSTERS, f"{base} {_too_few(joined)}")
    found = clusters(ties)
    if not found.hold:
        return nothing_to_show(
            "shared_clusters", "No clusters of shared contacts that hold", f"{base} {_why(found)}"
        )
    return _told(database, viewer, chosen, found, base)


def _pair(one: Row) -> tuple[str, str]:
    return str(one["participant_id"]), str(one["other_participant_id"])


def _too_few(joined: int) -> str:
    return (
        f"{counted(joined, 'participant')} have somebody in common with another; clusters are"
        f" looked for among {ENOUGH_FOR_CLUSTERS} or more."
    )


def _why(found: Clusters) -> str:
    return (
        "Looked for fifty times over, the lists do not part in one clear way"
        f" (modularity {plain(found.modularity, 2)}, needed 0.3; agreement of the fifty"
        f" {plain(found.agreement, 2)}, needed 0.8)."
    )


def _told(
    database: Database, viewer: Viewer, chosen: Selection, found: Clusters, base: str
) -> Finding:
    people = {
        str(one["participant_id"]): one
        for one in records(ask(database, viewer, "shared_namers", chosen))
    }
    rows = [
        {
            "Cluster": str(number),
            "Participants": len(group),
            "Who": _who(group, people),
        }
        for number, group in enumerate(found.groups, start=1)
    ]
    sizes = enumerated([str(len(group)) for group in found.groups])
    alone = len(people) - sum(len(group) for group in found.groups)
    return Finding(
        id="shared_clusters",
        headline=f"{len(found.groups)} clusters of shared contacts, of {sizes} participants",
        base=f"{base} {counted(alone, 'participant')} with nobody in common with others"
        f" {'is' if alone == 1 else 'are'} in none. Louvain's method, closeness as weight:"
        f" modularity {plain(found.modularity, 2)}, agreement of fifty searches"
        f" {plain(found.agreement, 2)}.",
        data=pd.DataFrame(),
        table=pd.DataFrame(rows),
        alternative="",
        caution="Clusters are of the people that lists have in common, not of friendship or of"
        " work; somebody may stand at the border of two.",
        withheld=KEEP_TO_THEMSELVES if not all(one["is_shown"] for one in people.values()) else "",
    )


def _who(group: tuple[str, ...], people: dict[str, Row]) -> str:
    shown = [called(people[name]) for name in group if people[name]["is_shown"]]
    others = len(group) - len(shown)
    if not shown:
        return NOTHING
    return ", ".join(shown) + (f" and {others} more" if others else "")
