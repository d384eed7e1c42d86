"""Why a share moved: entry, changed status and exit, against the worked example and a slow twin."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netaudit.analysis.person import change_parts as person_change_parts
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.store.workspace import Workspace
from tests.computed import database
from tests.own_pages_export import own_pages_export
from tests.random_programmes import programmes
from tests.stored import stored

INSIDE = {
    "team": {"same_team"},
    "organisation": {"same_team", "same_org"},
    "sector": {"same_team", "same_org", "other_org_same_sector"},
}
PARTS = ("entry", "status", "exit")
Row = dict[str, Any]


def parts_of(rows: Rows, programme: Programme, participant: str) -> dict[tuple[str, ...], Row]:
    """The rows of the summary by later wave, earlier wave and property."""
    viewer = Viewer(role="participant", participant_id=participant)
    with database(rows, programme) as con:
        for macro in registry.scope():
            con.execute(macro)
        found = con.execute(
            registry.summaries()["person_change_parts"].sql,
            {"viewer": viewer.scope, "participant": participant},
        ).df()
    records = found.astype(object).where(found.notna(), None).to_dict("records")
    return {(row["wave"], row["earlier_wave"], row["property"]): row for row in records}


def two_lists(before: str, now: str) -> Rows:
    """Contacts of P1 at two waves: a letter each, large where the contact is internal."""
    place = {"participant_id": "P1"}
    waves = {"baseline": before, "midpoint": now}
    return {
        "participants": [{**place, "cohort": "2026"}],
        "audits": [
            {**place, "wave": wave, "contacts_status": None if letters else "none_to_name"}
            for wave, letters in waves.items()
        ],
        "contacts": [
            {
                **place,
                "wave": wave,
                "contact_id": letter.lower(),
                "affiliation": "same_team" if letter.isupper() else "outside_work",
            }
            for wave, letters in waves.items()
            for letter in letters
        ],
    }


def internal_parts(before: str, now: str) -> Row:
    found = parts_of(two_lists(before, now), Programme(), "P1")
    return found["midpoint", "baseline", "internal"]


def test_the_worked_example_of_the_measurement_specification():
    # 8 contacts, 5 internal; 9 contacts, 3 internal. Five are on both lists: of those 3 were
    # internal and 2 are. Entry 3/9 - 2/5, status 2/5 - 3/5, exit 3/5 - 5/8.
    row = internal_parts("ABCdeFGh", "ABcdeIjkl")
    assert (row["with_before"], row["known_before"]) == (5, 8)
    assert (row["with_now"], row["known_now"], row["kept"]) == (3, 9, 5)
    assert [round(row[part], 3) for part in PARTS] == [-0.067, -0.2, -0.025]
    assert round(row["change"], 3) == -0.292


def test_nobody_on_both_lists_leaves_the_change_without_parts():
    row = internal_parts("ABCDe", "FGhij")
    assert (row["kept"], round(row["change"], 3)) == (0, -0.4)
    assert [row[part] for part in PARTS] == [None, None, None]


@pytest.mark.parametrize(("before", "now"), [("ABCd", "ABCDe"), ("ABCDe", "ABc"), ("A", "B")])
def test_below_five_contacts_there_are_counts_only(before: str, now: str):
    row = internal_parts(before, now)
    assert (row["known_before"], row["known_now"]) == (len(before), len(now))
    assert [row[name] for name in ("change", *PARTS)] == [None] * 4


def test_an_empty_list_has_counts_only():
    row = internal_parts("ABCDE", "")
    assert (row["with_before"], row["size_now"], row["kept"]) == (5, 0, 0)
    assert row["change"] is None
    assert not parts_of(two_lists("", ""), Programme(), "P1")


@pytest.mark.parametrize(("unknown", "is_told"), [(1, True), (2, False)])
def test_a_fifth_of_the_answers_missing_leaves_counts(unknown: int, is_told: bool):
    rows = two_lists("ABCDEFGHij", "ABCDEFGhij")
    for row in rows["contacts"][:unknown]:
        row["affiliation"] = "unknown"
    found = parts_of(rows, Programme(), "P1")["midpoint", "baseline", "internal"]
    assert found["known_before"] == 10 - unknown
    assert (found["change"] is not None, found["status"] is not None) == (is_told, is_told)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=programmes(), pick=st.integers(0, 24))
def test_parts_agree_with_a_slow_twin_and_add_up(drawn: tuple[Rows, Programme], pick: int):
    rows, programme = drawn
    people = [row["participant_id"] for row in rows["participants"]]
    participant = people[pick % len(people)]
    found = parts_of(rows, programme, participant)
    expected = dict(twins(rows, programme, participant))
    assert found.keys() == expected.keys()
    for key, twin in expected.items():
        row = found[key]
        for name, value in twin.items():
            assert row[name] == (None if value is None else pytest.approx(float(value))), (
                key,
                name,
            )
        if row["entry"] is not None:
            assert sum(row[part] for part in PARTS) == pytest.approx(row["change"])


def twins(rows: Rows, programme: Programme, who: str) -> Iterator[tuple[tuple[str, ...], Row]]:
    """The same by sets and fractions."""
    lists = {wave: core_list(rows, who, wave) for wave in completed(rows, programme, who)}
    order = list(lists)
    for later in order:
        for earlier in order[: order.index(later)]:
            if lists[later] or lists[earlier]:
                for name, holds in properties(programme).items():
                    yield (later, earlier, name), twin(lists[earlier], lists[later], holds)


def completed(rows: Rows, programme: Programme, who: str) -> list[str]:
    statuses = {row["wave"]: row for row in rows["audits"] if row["participant_id"] == who}
    listed = {row["wave"] for row in rows["contacts"] if row["participant_id"] == who}
    done = []
    for wave in programme.waves:
        if wave in statuses:
            blank = "complete" if wave in listed else "not_done"
            if (statuses[wave]["contacts_status"] or blank) != "not_done":
                done.append(wave)
    return done


def core_list(rows: Rows, who: str, wave: str) -> dict[str, Row]:
    return {
        row["contact_id"]: row
        for row in rows["contacts"]
        if (row["participant_id"], row["wave"]) == (who, wave)
        and (row["list_kind"] or "core") == "core"
    }


def properties(programme: Programme) -> dict[str, Any]:
    """Whether a contact has each property; None where that is not known."""
    inside = INSIDE[programme.internal_boundary]

    def internal(row: Row) -> bool | None:
        place = row.get("affiliation")
        return None if place in (None, "unknown") else place in inside

    def less_close(row: Row) -> bool | None:
        closeness = row.get("closeness")
        return None if closeness is None else int(closeness) <= 2

    def serves(purpose: str) -> Any:
        def served(row: Row) -> bool | None:
            named = row.get("purposes")
            return None if named is None else purpose in named.split("|")

        return served

    purposes = {name: serves(name) for name in ("operational", "personal", "strategic")}
    return {"internal": internal, **purposes, "less_close": less_close}


def twin(before: dict[str, Row], now: dict[str, Row], holds: Any) -> Row:
    kept = before.keys() & now.keys()
    s1, s2 = share(before, holds), share(now, holds)
    r1 = share({name: before[name] for name in kept}, holds)
    r2 = share({name: now[name] for name in kept}, holds)
    enough = len(before) >= 5 and len(now) >= 5
    told = enough and answered(before, holds) and answered(now, holds)
    whole = told and None not in (r1, r2)
    return {
        "kept": len(kept),
        "size_before": len(before),
        "size_now": len(now),
        "is_enough": enough,
        "change": s2 - s1 if told else None,
        **dict(zip(PARTS, (s2 - r2, r2 - r1, r1 - s1) if whole else (None,) * 3, strict=True)),
    }


def answered(contacts: dict[str, Row], holds: Any) -> bool:
    """Whether less than a fifth of the answers is missing."""
    missing = sum(holds(row) is None for row in contacts.values())
    return Fraction(missing, len(contacts)) < Fraction(1, 5)


def share(contacts: dict[str, Row], holds: Any) -> Fraction | None:
    known = [answer for row in contacts.values() if (answer := holds(row)) is not None]
    return Fraction(sum(known), len(known)) if known else None


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("parts")
    return stored(folder / "workspace", own_pages_export(folder))


def told(workspace: Workspace, participant: str, wave: str, since: str | None = None) -> Any:
    viewer = Viewer(role="participant", participant_id=participant)
    return person_change_parts.change_parts(
        workspace.current_database(),
        viewer,
        EVERYTHING,
        participant=participant,
        wave=wave,
        since=since,
    )


def test_what_moved_is_told_in_points_with_its_parts(workspace: Workspace):
    # By hand: 8 of 10, then 6 of 10; six on both lists, all internal then, five of them now.
    found = told(workspace, "N10", "endpoint", "baseline")
    assert found.headline == "Internal: 8 of 10 at baseline, 6 of 10 at endpoint, 20 points less"
    assert found.table.iloc[0].tolist() == [
        "Internal",
        "8 of 10",
        "6 of 10",
        "−20",
        "−23.3",
        "−16.7",
        "+20",
    ]
    assert "your answers" in found.base


def test_without_a_choice_it_is_the_wave_before(workspace: Workspace):
    assert "at midpoint, 6 of 10 at endpoint" in told(workspace, "N10", "endpoint").headline


def test_short_lists_are_told_in_counts(workspace: Workspace):
    found = told(workspace, "N02", "midpoint")
    assert found.headline == "Internal: 1 of 2 at baseline, 2 of 2 at midpoint"
    assert list(found.table.columns) == ["Contacts", "Baseline", "Midpoint"]
    assert found.base.startswith("Counts only")


def test_one_list_has_nothing_to_explain(workspace: Workspace):
    assert told(workspace, "NLEFT", "baseline").is_empty
