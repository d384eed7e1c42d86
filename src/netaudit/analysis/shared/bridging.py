"""Whether ties between participants cross the borders of their organisations."""

from dataclasses import asdict

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shared.words import Row
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.label_permutation import SHUFFLES, Crossing, crossing
from netaudit.store.database import Database
from netaudit.wording import counted, known, of, plain

ABOUT = "Ties between organisations"
NEEDS = "It takes ties, and participants of two organisations at least."
CHANCE = (
    f"Chance: the same ties with the organisations dealt out anew, {SHUFFLES:,} times; the range"
    " holds 95% of them. How large the organisations are is in it already."
)


def bridging(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Whether ties cross the borders of organisations more or less than chance would have it.

    `data` has one row for charts.crossing: observed, expected, low and high.
    """
    chosen = at_one_wave(database, viewer, selection)
    everybody = records(ask(database, viewer, "roster_people", chosen))
    people = [one for one in everybody if known(one["organisation"])]
    minimum = minimum_group(database, viewer)
    if len(people) < minimum:
        return too_few("roster_bridging", ABOUT, minimum)
    organisations = [str(one["organisation"]) for one in people]
    ties = _ties(database, viewer, chosen, people)
    found = crossing(organisations, ties)
    if found.is_undefined:
        return nothing_to_show("roster_bridging", ABOUT, NEEDS)
    between = sum(organisations[one] != organisations[other] for one, other in ties)
    return Finding(
        id="roster_bridging",
        headline=f"{of(between, len(ties), 'ties')} join two organisations"
        f"{at_wave(chosen.wave)}: {_side(found)}",
        base=f"Base: {counted(len(people), 'participant')} of"
        f" {counted(len(set(organisations)), 'organisation')} who answered the roster question and"
        " let themselves be matched. E-I index: ties between less ties within, of all ties.",
        data=pd.DataFrame([asdict(found)]),
        table=pd.DataFrame([_row(found, len(ties), between)]),
        alternative=f"On a scale from -1, all ties within, to 1, all between: the ties lie at"
        f" {plain(found.observed, 2)}, chance at {plain(found.expected, 2)} with a range from"
        f" {plain(found.low, 2)} to {plain(found.high, 2)}.",
        caution=CHANCE,
    )


def _ties(
    database: Database, viewer: Viewer, chosen: Selection, people: list[Row]
) -> list[tuple[int, int]]:
    """The ties between these people, by their places among them."""
    place = {one["participant_id"]: number for number, one in enumerate(people)}
    pairs = records(ask(database, viewer, "roster_pairs", chosen, relation="any"))
    ends = [(one["participant_id"], one["other_participant_id"]) for one in pairs]
    return [(place[one], place[other]) for one, other in ends if one in place and other in place]


def _row(found: Crossing, ties: int, between: int) -> Row:
    return {
        "Ties": ties,
        "Between organisations": between,
        "E-I index": plain(found.observed, 2),
        "By chance": plain(found.expected, 2),
        "Range of chance": f"{plain(found.low, 2)} to {plain(found.high, 2)}",
    }


def _side(found: Crossing) -> str:
    if found.is_within:
        return "about what chance would give"
    return f"{'fewer' if found.observed < found.low else 'more'} than chance would give"
