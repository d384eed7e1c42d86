"""What leaves the team is compared with what left it before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change import binary, contacts, measured
from netaudit.analysis.change.outcomes import NOBODY_CHOSE
from netaudit.analysis.cohort import composition, group_means, variety
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring import levels
from netaudit.analysis.release import beside_all
from netaudit.analysis.release.outgoing import AT_ONE_WAVE, Outgoing
from netaudit.analysis.release.pack import PACK
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.errors import NetauditError
from netaudit.programme import Programme
from netaudit.store.access_log import Actor, entries
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger
from netaudit.store.releases import Release, nearly_the_same, releases
from tests.invented_cohort import computed

BY = Actor(name="ann@example.org", role="coordinator")
TEAM = Viewer.local()
WAVES = ("baseline", "endpoint")
COHORT = Selection(cohort="2026", wave="endpoint")
SPAN = {"first": "baseline", "last": "endpoint"}
OF_TWO_WAVES = (
    measured.exploratory,
    binary.patterns_changed,
    binary.uptake_changed,
    contacts.contacts,
)
DAYS = ("5", "20", "60", "200")
Databases = Callable[[str], Database]


def people(number: int, cohort: str = "2026", waves: tuple[str, ...] = WAVES) -> Rows:
    """So many people with four contacts at each wave and a mentor, in cohort and number."""
    names = [f"{cohort}-{place}" for place in range(number)]
    at = [{"participant_id": name, "wave": wave} for name in names for wave in waves]
    functions = ("clinical", "clinical", "finance", "research")
    return {
        "participants": [{"participant_id": name, "cohort": cohort} for name in names],
        "audits": [{**one, "contacts_status": "complete"} for one in at],
        "contacts": [
            {
                **one,
                "contact_id": f"c{place}",
                "function": function,
                "affiliation": "same_org",
                "last_contact_days": days,
            }
            for one in at
            for place, (function, days) in enumerate(zip(functions, DAYS, strict=True))
        ],
        "mentoring": [
            {**one, "mentoring_id": "m", "my_role": "mentee", "via_programme": "no"} for one in at
        ],
    }


def both(one: Rows, other: Rows) -> Rows:
    return {name: [*one[name], *other[name]] for name in one}


def changed() -> Rows:
    rows = people(24)
    rows["contacts"][0]["function"] = "finance"
    return rows


def changed_in_no_measure() -> Rows:
    """Others on the scale of the last contact and in who arranged the mentor."""
    rows = people(24)
    rows["contacts"][3]["last_contact_days"] = "65"
    rows["mentoring"][2]["via_programme"] = "yes"
    return rows


LATE = {
    name: [{**row, "participant_id": "late"} for row in rows]
    for name, rows in people(1, waves=("baseline",)).items()
}


def mentored(rows: Rows, number: int) -> Rows:
    """Only so many of the people have a mentor, and one mentors."""
    mentors = [{**row, "my_role": "mentor"} for row in rows["mentoring"][2 * number :]]
    return {**rows, "mentoring": [*rows["mentoring"][: 2 * number], *mentors]}


MADE: dict[str, Callable[[], Rows]] = {
    "first": lambda: people(24),
    "one late": lambda: both(people(24), LATE),
    "one changed": changed,
    "two changed in no measure": changed_in_no_measure,
    "another cohort": lambda: both(people(24), people(6, cohort="2025")),
    "a cohort of few mentored": lambda: both(
        mentored(people(24), 12), mentored(people(20, cohort="2025"), 4)
    ),
}


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    folder = tmp_path_factory.mktemp("outgoing")
    kept: dict[str, Database] = {}

    def make(name: str) -> Database:
        if name not in kept:
            path = folder / f"{len(kept)}.duckdb"
            kept[name] = computed(path, MADE[name](), Programme(waves=WAVES))
        return kept[name]

    return make


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")


def makeup(document: Outgoing, selection: Selection = COHORT) -> Finding:
    return document.figure(composition.makeup, selection, attribute="function")


def given_out(database: Database, ledger: Ledger, viewer: Viewer = TEAM) -> None:
    document = Outgoing(database=database, viewer=viewer, ledger=ledger)
    for found in (makeup(document), document.figure(levels.uptake, COHORT)):
        assert not found.is_empty
    document.leaves(BY)


def test_what_leaves_is_noted_without_a_name(databases: Databases, ledger: Ledger) -> None:
    database = databases("first")
    given_out(database, ledger)
    noted = {one.wave: one for one in releases(ledger)}
    assert set(noted) == {None, *WAVES}
    assert noted["endpoint"].figures == ("makeup_function", "uptake")
    assert noted["baseline"].figures == ("makeup_function",)
    for one in noted.values():
        assert len(one.people) == 24
        assert (one.released_by, one.fingerprint) == (BY.name, database.fingerprint)
        assert not any("2026-" in mark for mark in (*one.people, *one.people.values()))
    logged = [(one.who, one.action, one.cohort) for one in entries(ledger)]
    assert logged == [(BY.name, "exported", "2026")]


@pytest.mark.parametrize("viewer", [TEAM, Viewer(role="evaluator")], ids=lambda one: one.role)
def test_the_same_people_may_be_told_of_again(
    databases: Databases, ledger: Ledger, viewer: Viewer
) -> None:
    given_out(databases("first"), ledger)
    given_out(databases("first"), ledger, viewer)


@pytest.mark.parametrize("later", ["one late", "one changed", "two changed in no measure"])
def test_nearly_the_same_people_are_held_back(
    databases: Databases, ledger: Ledger, later: str
) -> None:
    given_out(databases("first"), ledger)
    document = Outgoing(database=databases(later), viewer=TEAM, ledger=ledger)
    found = makeup(document)
    assert found.is_empty
    assert found.table.empty
    assert "nearly the same people were given out. Fewer than 10 of them differ" in found.withheld
    document.leaves(BY)
    assert len(releases(ledger)) == 3


def test_a_figure_of_one_wave_hangs_on_that_wave(databases: Databases, ledger: Ledger) -> None:
    given_out(databases("first"), ledger)
    document = Outgoing(database=databases("one late"), viewer=TEAM, ledger=ledger)
    assert not document.figure(variety.variety, COHORT).is_empty
    at_baseline = Selection(cohort="2026", wave="baseline")
    assert document.figure(variety.variety, at_baseline).is_empty
    assert document.figure(levels.uptake, COHORT).is_empty


def test_a_cohort_and_all_of_them_leave_nobody_few(databases: Databases, ledger: Ledger) -> None:
    document = Outgoing(database=databases("another cohort"), viewer=TEAM, ledger=ledger)
    assert not makeup(document).is_empty
    found = makeup(document, Selection(wave="endpoint"))
    assert found.is_empty
    assert found.withheld.startswith("In this document figures on nearly the same people")


@pytest.mark.parametrize("first", ["2026", None], ids=["one", "all"])
def test_what_a_cohort_holds_back_is_not_told_by_all_less_the_others(
    databases: Databases, ledger: Ledger, first: str | None
) -> None:
    """Of 24 and of all 44 people 12 and 16 have a mentor: so 4 of the other 20 do."""
    database = databases("a cohort of few mentored")
    document = Outgoing(database=database, viewer=TEAM, ledger=ledger)
    of = {cohort: Selection(cohort=cohort, wave="endpoint") for cohort in ("2026", "2025", None)}
    assert document.figure(levels.uptake, of["2025"]).is_empty
    then = None if first else "2026"
    assert not document.figure(levels.uptake, of[first]).is_empty
    held_back = document.figure(levels.uptake, of[then])
    assert held_back.is_empty
    assert "the others'" in held_back.withheld
    assert not makeup(document, of[first]).is_empty
    assert not makeup(document, of[then]).is_empty


def test_a_count_that_one_cohort_holds_back_is_looked_for_in_every_row() -> None:
    table = pd.DataFrame({"Measure": ["Size", "Ties"], "Up": [12, "–"], "Mean": ["0.5", "0.1"]})
    found = replace(nothing_to_show("f", "", ""), table=table)
    assert beside_all._told(found) == {("Size",), ("Size", "Up"), ("Ties",)}


def test_of_two_documents_made_at_once_the_second_stays(
    databases: Databases, ledger: Ledger
) -> None:
    documents = [
        Outgoing(database=databases(name), viewer=TEAM, ledger=ledger)
        for name in ("first", "one late")
    ]
    for document in documents:
        assert not makeup(document).is_empty
    documents[0].leaves(BY)
    with pytest.raises(NetauditError, match="nearly the same people"):
        documents[1].leaves(BY)
    assert len(releases(ledger)) == 2


def test_the_questions_of_one_wave_are_of_the_pack() -> None:
    assert set(AT_ONE_WAVE) < set(PACK)


@pytest.mark.parametrize("question", [one for one in PACK if one is not group_means.group_means])
def test_only_questions_of_one_wave_leave_other_waves_out(
    databases: Databases, ledger: Ledger, question: Callable[..., Finding]
) -> None:
    """A wave that the table names has to be among those that are compared."""
    given: dict[str, dict[str, Any]] = {
        "makeup": {"attribute": "function"},
        "on_scale": {"scale": "closeness"},
        **{one.__name__: SPAN for one in OF_TWO_WAVES},
    }
    if question is measured.primary:
        given["primary"] = {**SPAN, "chosen": NOBODY_CHOSE}
    document = Outgoing(database=databases("first"), viewer=TEAM, ledger=ledger)
    found = document.figure(question, COHORT, **given.get(question.__name__, {}))
    words = f"{found.table.to_csv()} {found.data.to_csv()}".lower()
    assert question not in AT_ONE_WAVE or "baseline" not in words


def release(people: dict[str, str], wave: str = "endpoint") -> Release:
    return Release(cohort="2026", wave=wave, figures=("f",), people=people)


def test_whoever_left_joined_or_answered_otherwise_counts() -> None:
    old = release({str(number): "a" for number in range(20)})
    one_left = release({str(number): "a" for number in range(19)})
    three_changed = release({**old.people, "1": "b", "2": "b", "3": "b"})
    all_anew_one_more = release({str(number): "c" for number in range(21)})
    for new in (one_left, three_changed, all_anew_one_more):
        assert nearly_the_same(new, [old], 10) is old
        assert nearly_the_same(new, [release(dict(old.people), "baseline")], 10) is None
    ten_left = release({str(number): "a" for number in range(10)})
    for new in (old, ten_left, release({str(number): "a" for number in range(20, 40)})):
        assert nearly_the_same(new, [old], 10) is None


def test_whoever_answered_otherwise_is_noticed_where_no_measure_tells(
    databases: Databases,
) -> None:
    signs = [
        {
            row["participant_id"]: row["sign"]
            for row in records(ask(databases(name), TEAM, "release_people", Selection()))
            if row["wave"] == "baseline"
        }
        for name in ("first", "two changed in no measure")
    ]
    before, after = signs
    assert {who for who in before if before[who] != after[who]} == {"2026-0", "2026-1"}
