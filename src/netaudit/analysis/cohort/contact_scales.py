"""How close the contacts are, how long they are known and when they were last met."""

from dataclasses import dataclass

from netaudit.analysis.chosen_wave import wave_words
from netaudit.analysis.cohort.composition import missing_shares, shares, shares_finding
from netaudit.analysis.cohort.spread import spread
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import percent


@dataclass(frozen=True, kw_only=True)
class _Scale:
    """One scale: the measures its headline draws on, in its own words."""

    title: str
    measures: tuple[str, ...]
    headline: str
    caution: str = ""


SCALES = {
    "closeness": _Scale(
        title="Closeness",
        measures=("weak_tie_share",),
        headline="{weak_tie_share} of a participant's contacts are less close on average,"
        " that is, less close or distant",
        caution="The list asks for people one turns to: most people whom a participant"
        " knows less well are not on it.",
    ),
    "years_known": _Scale(
        title="Years known",
        measures=("new_share", "long_known_share"),
        headline="{new_share} of contacts are new (dynamism) and {long_known_share} have been"
        " known for five years or more, on average",
        caution="New means known for less than a year or met in this programme, so it can be"
        " more than the first bar. Neither new nor long-known is better in itself.",
    ),
    "last_contact": _Scale(
        title="Last contact",
        measures=("recent_share",),
        headline="Participants were in touch with {recent_share} of their contacts within the"
        " last 30 days, on average",
    ),
}


def on_scale(database: Database, viewer: Viewer, selection: Selection, *, scale: str) -> Finding:
    """The shares of closeness, years_known or last_contact, the waves beside each other."""
    kind = SCALES[scale]
    found = shares(database, viewer, selection, scale)
    missing = missing_shares(found, scale, kind.title)
    if missing is not None:
        return missing
    rows, _ = spread(database, viewer, found.selection, kind.measures)
    means = rows.set_index("measure")["mean"]
    figures = {measure: percent(means.get(measure)) for measure in kind.measures}
    said = kind.headline.format(**figures)
    return shares_finding(
        found, scale, f"{said}, at {wave_words(found.selection)}", caution=kind.caution
    )
