"""Proposals on who is who: for whom they are made, and what decisions leave of them."""

from datetime import datetime
from pathlib import Path

import pytest

from netaudit.analysis.matching import participants, people
from netaudit.analysis.matching.decided import corrections_decided, matches_decided
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.matching.corrections import Correction
from netaudit.store.matching.matches import Match
from netaudit.store.workspace import Workspace

LOCAL = Viewer.local()
AT = datetime(2026, 1, 2, 10, 0)


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def test_only_those_who_consent_and_share_are_compared(sample: Database) -> None:
    found = people.proposals(sample, LOCAL, EVERYTHING)
    allowed = set(
        sample.query(
            "SELECT participant_id FROM participants"
            " WHERE consent_matching = 'yes' AND share_with_coordinator = 'yes'"
        )["participant_id"]
    )
    named = {participant for one in found for participant, _ in one.pair}
    assert named
    assert named <= allowed
    known = people.described(sample, LOCAL, EVERYTHING, codes=tuple(sorted(named)))
    assert {contact for one in found for contact in one.pair} <= known.keys()
    assert people.coverage(sample, LOCAL, EVERYTHING).endswith("only those lists are compared.")


@pytest.mark.parametrize(
    "viewer",
    [
        Viewer(role="evaluator"),
        Viewer(role="administrator"),
        Viewer(role="participant", participant_id="P-2026-12"),
    ],
)
def test_nobody_but_coordinators_is_told(viewer: Viewer, sample: Database, two_codes: Path) -> None:
    assert people.proposals(sample, viewer, EVERYTHING) == ()
    assert people.described(sample, viewer, EVERYTHING, codes=("P-2026-12",)) == {}
    codes = Workspace(two_codes).database()
    assert participants.proposals(codes, viewer, EVERYTHING) == ()
    assert len(participants.proposals(codes, LOCAL, EVERYTHING)) == 1


def test_coordinators_see_their_own_cohorts(sample: Database, two_codes: Path) -> None:
    own = Viewer(role="coordinator", cohorts=("2026",))
    assert {one.cohort for one in people.proposals(sample, own, EVERYTHING)} == {"2026"}
    codes, other = Workspace(two_codes).database(), Viewer(role="coordinator", cohorts=("2025",))
    assert participants.proposals(codes, other, EVERYTHING) == ()


def test_what_follows_from_decisions_is_not_asked_about(sample: Database) -> None:
    found = people.proposals(sample, LOCAL, EVERYTHING)
    first = found[0].pair
    third = next(
        contact
        for one in found[1:]
        for contact in one.pair
        if first[0] in one.pair and contact not in first
    )
    pairs = {one.pair for one in found}
    again = tuple(sorted((first[1], third)))
    assert again in pairs
    same = (first, tuple(sorted((first[0], third))))
    left = {one.pair for one in people.proposals(sample, LOCAL, EVERYTHING, same=same)}
    assert left == pairs - {*same, again}
    left = {
        one.pair
        for one in people.proposals(sample, LOCAL, EVERYTHING, same=same[:1], different=same[1:])
    }
    assert left == pairs - {*same, again}


def test_people_are_not_asked_about_once_they_were_told_apart(two_codes: Path) -> None:
    database = Workspace(two_codes).database()
    decided = (("P-07", "p7"),)
    assert participants.proposals(database, LOCAL, EVERYTHING, decided=decided) == ()


def test_decisions_in_words() -> None:
    correction = Correction(
        number=1,
        code="p7",
        meant="P-07",
        is_accepted=True,
        reason="",
        cohort="2026",
        decided_at=AT,
        decided_by="ann",
        undone_at=AT,
        undone_by="bea",
    )
    (told,) = corrections_decided([correction], ["2026"])
    assert (told.words, told.counts) == ("p7 stands for P-07", False)
    assert told.by.startswith("Decided by ann on 2 January 2026")
    assert "undone by bea" in told.by
    assert corrections_decided([correction], ["2025"]) == ()
    match = Match(
        number=1,
        pair=(("P1", "a"), ("P2", "b")),
        is_same=False,
        decided_at=AT,
        decided_by="ann",
        undone_at=None,
        undone_by=None,
    )
    shown = people.Described(
        title="KO", participant="Ann", waves="baseline", facts="", cohort="2026"
    )
    (told,) = matches_decided([match], {("P2", "b"): shown}, only_known=True)
    assert told.words == ("A contact who is not shown to you and “KO” of Ann are different people")
    assert matches_decided([match], {}, only_known=True) == ()
    assert len(matches_decided([match], {}, only_known=False)) == 1
