"""Whom to talk to, with every reason by hand, and how the cohort is going."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from netaudit.analysis.cohort import health
from netaudit.analysis.follow_up.mail_merge import mail_merge
from netaudit.analysis.follow_up.people import Followed, chosen, followed_people
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.reports.follow_up_calendar import calendar
from netaudit.store.clock import now
from netaudit.store.database import Database
from netaudit.store.follow_ups import FollowUp
from tests.invented_cohort import computed

TODAY = date(2026, 11, 24)
INSIDE = [
    {"contact_id": f"c{number}", "affiliation": "same_org", "sees_different": sees}
    for number, sees in enumerate(("no", "no", "no", "no", "yes"))
]
OPEN_MINDED = [{**contact, "sees_different": "yes"} for contact in INSIDE]


def at(who: str, wave: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{"participant_id": who, "wave": wave, **row} for row in rows]


ROWS: Rows = {
    "participants": [
        {"participant_id": who, "cohort": "2026", "name": name, "status": status}
        for who, name, status in (
            ("P1", "Ada", "active"),
            ("P2", "Bo", "active"),
            ("P3", "Cy", "withdrawn"),
            ("P4", "Di", "active"),
        )
    ],
    "audits": [
        *({"participant_id": "P1", "wave": wave} for wave in ("baseline", "endpoint")),
        {"participant_id": "P2", "wave": "baseline"},
        {"participant_id": "P4", "wave": "endpoint"},
    ],
    # Ada: pigeonholing by 4 of 5 at the endpoint, by 0 of 5 before, so new on watch.
    "contacts": [
        *at("P1", "baseline", OPEN_MINDED),
        *at("P1", "endpoint", INSIDE),
        *at("P2", "baseline", [{"contact_id": "c1", "affiliation": "other_org_same_sector"}]),
        *at("P4", "endpoint", [{"contact_id": "c1", "affiliation": "other_org_same_sector"}]),
    ],
    "mentoring": [
        {
            "participant_id": "P4",
            "wave": "endpoint",
            "mentoring_id": "m1",
            "my_role": "mentee",
            "type": "developmental",
        }
    ],
    "actions": [
        {"participant_id": "P4", "wave": "endpoint", "action_id": "a1", "due_on": "2026-11-01"}
        | {"status": "planned"}
    ],
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder: Path = tmp_path_factory.mktemp("follow_up")
    return computed(folder / "people.duckdb", ROWS, Programme(waves=("baseline", "endpoint")))


def asked(
    database: Database, viewer: Viewer | None = None, entries: list[dict[str, object]] | None = None
) -> dict[str, Followed]:
    found = followed_people(
        database,
        viewer or Viewer.local(),
        EVERYTHING,
        followed=json.dumps(entries or []),
        today=TODAY,
    )
    return {one.id: one for one in found}


def codes(one: Followed) -> list[str]:
    return [reason.code for reason in one.reasons]


def test_every_reason_is_told_and_whoever_left_is_not_asked(database: Database) -> None:
    people = asked(database)
    assert list(people) == ["P1", "P2", "P4"]
    assert codes(people["P1"]) == ["new_watch", "no_external", "no_mentor", "no_action"]
    assert people["P1"].reasons[0].sentence.startswith("Pigeonholing is new on watch. 4 of 5 ")
    assert people["P1"].reasons[1].sentence == "All 5 contacts whose place is known are inside."
    assert codes(people["P2"]) == ["not_answered"]
    assert people["P2"].why == "Has not answered"
    assert codes(people["P4"]) == ["overdue", "no_sponsor"]
    assert people["P4"].reasons[0].sentence == "1 action is overdue, since 1 November 2026."


def test_only_coordinators_of_the_cohort_are_told(database: Database) -> None:
    assert asked(database, Viewer(role="evaluator")) == {}
    assert asked(database, Viewer(role="coordinator", cohorts=("2025",))) == {}
    assert asked(database, Viewer(role="participant", participant_id="P1")) == {}


def entry(who: str, status: str, **more: object) -> dict[str, object]:
    kept = {"participant_id": who, "status": status, "waits_until": None, "reasons": []}
    return {**kept, "written_on": "2026-11-20", **more}


def test_what_is_done_stays_quiet_until_something_new_comes_up(database: Database) -> None:
    keys = list(asked(database)["P1"].keys)
    assert "watch@pigeonholing@endpoint" in keys
    done = asked(database, entries=[entry("P1", "done", reasons=keys)])
    assert done["P1"].standing == "quiet"
    fewer = asked(database, entries=[entry("P1", "done", reasons=keys[1:])])
    assert fewer["P1"].standing == "to_talk"


def test_a_day_ahead_waits_and_comes_first_when_it_is_there(database: Database) -> None:
    later = asked(database, entries=[entry("P2", "snoozed", waits_until="2026-11-25")])
    assert (later["P2"].standing, later["P2"].waits_until) == ("waiting", date(2026, 11, 25))
    there = asked(database, entries=[entry("P2", "snoozed", waits_until="2026-11-24")])
    assert list(there) == ["P2", "P1", "P4"]
    assert codes(there["P2"]) == ["step_due", "not_answered"]


def test_the_list_is_narrowed_by_reason_and_number(database: Database) -> None:
    people = tuple(asked(database).values())
    assert [one.id for one in chosen(people, why="no_sponsor")] == ["P4"]
    assert len(chosen(people, most="8")) == 3
    assert chosen(people, standing="quiet") == ()


def test_letters_hold_no_reason(database: Database) -> None:
    rows = mail_merge(tuple(asked(database).values()))
    assert list(rows) == ["name", "email", "participant_id", "organisation"]
    assert rows.iloc[0].tolist() == ["Ada", "", "P1", ""]


def test_the_calendar_has_days_and_codes_alone() -> None:
    plain = {"cohort": "2026", "written_by": "Ann", "written_at": now()}
    held = calendar(
        [
            FollowUp(number=3, participant_id="P,1", next_on=date(2026, 12, 3), note="x", **plain),
            FollowUp(number=4, participant_id="P2", **plain),
        ]
    )
    (event,) = Calendar.from_ical(held).walk("VEVENT")
    assert (event["SUMMARY"], event["DTSTART"].dt) == ("Talk to P,1", date(2026, 12, 3))
    assert b"x" not in held.split(b"SUMMARY")[1].split(b"\r\n")[0]
    assert b"Ann" not in held


def test_answers_so_far_leave_out_whoever_withdrew_and_small_organisations(
    database: Database,
) -> None:
    """By hand: three are in the programme; two answered the endpoint, two the baseline."""
    found = health.response_so_far(database, Viewer.local(), EVERYTHING)
    assert found.headline == "Endpoint: 2 of 3 expected answers are in"
    assert found.table.to_dict("records") == [
        {
            "Organisation": "Everybody",
            "Participants": "4",
            "Baseline": "2 of 3",
            "Endpoint": "2 of 3",
        }
    ]
    assert "not shown" in found.withheld


def test_what_is_due_counts_answers_and_says_nothing_of_few_plans(database: Database) -> None:
    said = health.due(database, Viewer.local(), EVERYTHING, today=TODAY)
    assert said == ("Endpoint: 1 answer still to come.",)
    assert health.answered_lately(database, Viewer.local(), EVERYTHING, today=TODAY) == ()


def test_completeness_of_few_answers_is_not_shown(database: Database) -> None:
    found = health.completeness(database, Viewer.local(), EVERYTHING)
    assert found.table.empty
    assert "2 rows are not shown" in found.withheld
