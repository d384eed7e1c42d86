"""Pairs of participants worth introducing, and what became of those that were made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.introductions.topics import for_team
from netaudit.analysis.selection import Selection
from netaudit.analysis.shared.words import called, organisation_words
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.network import Pair, pair_off
from netaudit.store.database import Database
from netaudit.store.introductions import Taken, room, standing
from netaudit.wording import known, of

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two. `gains`: topics that this person lacks and the other could offer.

    They are for the team alone.
    """

    code: str
    name: str
    email: str
    organisation: str
    function: str
    gains: tuple[Row, ...]

    @property
    def lacks(self) -> str:
        """The reason to introduce this person to the other, for the team; blank for none."""
        return for_team(self.gains)


@dataclass(frozen=True, kw_only=True)
class Introduction:
    """Two participants, why they would gain from each other, and the last step taken, if any."""

    pair: Pair
    cohort: str
    sides: tuple[Side, Side]
    is_mutual: bool
    last: Taken | None = None


@dataclass(frozen=True, kw_only=True)
class Introductions:
    """`suggested` are the best pairs for which both have room, `under_way` those decided about.

    `gone` counts the latter in which somebody no longer agrees, or can no longer be seen.
    """

    suggested: tuple[Introduction, ...]
    under_way: tuple[Introduction, ...]
    gone: int


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Who agrees to be introduced, and every two of them who could gain, with what that is worth.

    `everybody` are those of the whole cohorts, whatever group is looked at.
    """

    people: Mapping[str, Row]
    everybody: Mapping[str, Row]
    rows: Mapping[Pair, Row]
    worth: Mapping[Pair, int]


def candidates(database: Database, viewer: Viewer, selection: Selection) -> Candidates:
    """Whom one could introduce, for coordinators; both people of a pair agree to it.

    A gain of both counts most, then how many reasons there are, then how few people both name.
    """
    narrowed = replace(selection, wave=None)
    rows = {
        (row["participant_id"], row["other_participant_id"]): row
        for row in records(ask(database, viewer, "introduction_pairs", narrowed))
    }
    shared = _in_common(database, viewer, selection)
    return Candidates(
        people=_people(database, viewer, narrowed),
        everybody=_people(database, viewer, Selection(cohort=selection.cohort)),
        rows=rows,
        worth={pair: _worth(row, shared.get(frozenset(pair), 0)) for pair, row in rows.items()},
    )


def introductions(found: Candidates, taken: Sequence[Taken]) -> Introductions:
    """The best pairs for which both have room, and what became of those decided about.

    Round by round everybody gets one partner at most. `taken` are the steps of the ledger.
    """
    last = standing(taken)
    free = {pair: worth for pair, worth in found.worth.items() if pair not in last}
    chosen = pair_off(free, room(taken, found.people))
    cohorts = {row["cohort"] for row in found.everybody.values()}
    mine = [one for one in last.values() if one.cohort in cohorts]
    return Introductions(
        suggested=tuple(_introduction(found, pair, None) for pair in chosen),
        under_way=tuple(
            _introduction(found, one.pair, one)
            for one in sorted(mine, key=lambda one: -one.number)
            if found.people.keys() >= set(one.pair)
        ),
        gone=sum(not found.everybody.keys() >= set(one.pair) for one in mine),
    )


def coverage(database: Database, viewer: Viewer, selection: Selection) -> str:
    """How many agree to be introduced, in a sentence."""
    row = records(ask(database, viewer, "introduction_coverage", replace(selection, wave=None)))[0]
    return (
        f"{of(row['agreeing'], row['participants'], 'participants')} with a completed audit agree"
        " to be introduced to others. Only they are looked at, by their latest audit."
    )


def check_open_to_it(database: Database, viewer: Viewer, pair: Pair, *, cohort: str) -> None:
    """NetauditError unless both are in that cohort, may be seen and agree to be introduced."""
    if not _people(database, viewer, Selection(cohort=cohort)).keys() >= set(pair):
        raise NetauditError(
            "One of the two does not agree to be introduced any more.",
            "Load the page again to see who does.",
        )


def _people(database: Database, viewer: Viewer, selection: Selection) -> dict[str, Row]:
    rows = records(ask(database, viewer, "introduction_people", selection))
    return {row["participant_id"]: row for row in rows}


def _in_common(
    database: Database, viewer: Viewer, selection: Selection
) -> dict[frozenset[str], int]:
    """How many people two of them name both, as far as they let their contacts be matched."""
    chosen = at_one_wave(database, viewer, selection)
    return {
        frozenset((row["participant_id"], row["other_participant_id"])): int(row["shared"])
        for row in records(ask(database, viewer, "shared_pairs", chosen))
    }


MUTUAL, REASON, COMMON = 1_000, 20, 1
"""What a gain of both counts, what a reason counts, and what is taken off for a shared contact."""


def _worth(row: Row, in_common: int) -> int:
    return MUTUAL * bool(row["is_mutual"]) + REASON * int(row["worth"]) - COMMON * in_common


def _introduction(found: Candidates, pair: Pair, last: Taken | None) -> Introduction:
    row = found.rows.get(pair)
    gains = (row["gains"], row["other_gains"]) if row else ((), ())
    one, other = (
        _side(found.people[code], topics) for code, topics in zip(pair, gains, strict=True)
    )
    return Introduction(
        pair=pair,
        cohort=found.people[pair[0]]["cohort"],
        sides=(one, other),
        is_mutual=bool(row and row["is_mutual"]),
        last=last,
    )


def _side(person: Row, topics: Sequence[Row]) -> Side:
    return Side(
        code=str(person["participant_id"]),
        name=called(person),
        email=str(person["email"]) if known(person["email"]) else "",
        organisation=organisation_words(person["organisation"]),
        function=organisation_words(person["function"]),
        gains=tuple(dict(one) for one in topics),
    )
