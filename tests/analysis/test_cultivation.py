"""The cultivation page's figures: against slow twins over the sample, and by hand at the edges."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from netaudit.analysis.ask import ask, records
from netaudit.analysis.cultivation import actions as cultivation_actions
from netaudit.analysis.cultivation import activities as cultivation_activities
from netaudit.analysis.cultivation import aims as cultivation_aims
from netaudit.analysis.cultivation import exchange as cultivation_exchange
from netaudit.analysis.cultivation import patterns
from netaudit.analysis.cultivation import people as cultivation_people
from netaudit.analysis.cultivation import reflection as cultivation_reflection
from netaudit.analysis.cultivation import states as cultivation_states
from netaudit.analysis.cultivation.dates import judged_on
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from netaudit.wording import known
from tests import oracles_cultivation as twin
from tests.invented_cohort import cohort, computed
from tests.sample_rows import rows

VIEWER = Viewer.local()
TODAY = date(2026, 12, 1)
WAVES = ["baseline", "midpoint", "endpoint"]
TABLES = (
    "participants", "audits", "contacts", "activities", "actions", "exchange", "reflections",
)  # fmt: skip
EVERY = pytest.mark.parametrize(
    ("year", "wave"), [(year, wave) for year in ("2025", "2026") for wave in WAVES]
)
WATCH_SQL = """
SELECT a.participant_id, a.wave, s.pattern
FROM pattern_state AS s INNER JOIN audit AS a ON s.audit_id = a.audit_id
WHERE s.display = 'watch'
"""
ENDPOINT = Selection(cohort="2026", wave="endpoint")


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


@cache
def export() -> twin.Export:
    return twin.Export({name: rows(name).fillna("").to_dict("records") for name in TABLES}, WAVES)


def at(year: str, wave: str) -> Selection:
    return Selection(cohort=year, wave=wave)


def one(database: Database, name: str, selection: Selection, **given: Any) -> dict[str, Any]:
    return records(ask(database, VIEWER, name, selection, **given))[0]


def shown(counted: dict[str, Any], wanted: dict[Any, Any]) -> dict[Any, Any]:
    """The figures of a summary's row that a twin has as well."""
    return {name: counted[name] for name in wanted}


@EVERY
def test_activities(sample: Database, year: str, wave: str) -> None:
    wanted = twin.activities(export(), year, wave)
    found = ask(sample, VIEWER, "cultivation_activities", at(year, wave))
    assert len(wanted) == 7
    assert {
        row["activity"]: {status: row[status] for status in cultivation_activities.STATUSES}
        for row in records(found)
    } == {
        activity: {status: count[status] for status in cultivation_activities.STATUSES}
        for activity, count in wanted.items()
    }
    table = cultivation_activities.taken_up(sample, VIEWER, at(year, wave)).table
    assert table["Answered"].tolist() == [sum(wanted[name].values()) for name in found["activity"]]


def test_interval_of_the_share_taken_up(sample: Database) -> None:
    """15 of 18: Wilson's interval 0.6078 to 0.9416, by statsmodels' proportion_confint."""
    found = ask(sample, VIEWER, "cultivation_activities", ENDPOINT).iloc[0]
    assert (found["taken_up"], found["answered"]) == (15, 18)
    assert (found["ci_low"], found["ci_high"]) == pytest.approx((0.6078, 0.9416), abs=1e-4)


@EVERY
def test_plans_of_earlier_waves(sample: Database, year: str, wave: str) -> None:
    found = ask(sample, VIEWER, "cultivation_plans", Selection(cohort=year), now=wave)
    assert {
        row["activity"] if isinstance(row["activity"], str) else None: (
            row["planned_before"],
            row["answered"],
            row["taken_up"],
        )
        for row in records(found)
    } == twin.earlier_plans(export(), year, wave)


@EVERY
def test_people_and_their_actions(sample: Database, year: str, wave: str) -> None:
    day = twin.last_day(export(), year, wave)
    judged = judged_on(sample, VIEWER, at(year, wave), today=TODAY)
    assert judged.on.isoformat() == day
    wanted = twin.planners(export(), year, wave, day)
    found = one(sample, "cultivation_planners", at(year, wave), as_of=judged.on)
    assert shown(found, wanted) == wanted


@EVERY
def test_actions_by_status_and_due_date(sample: Database, year: str, wave: str) -> None:
    day = twin.last_day(export(), year, wave)
    wanted = twin.states(export(), year, wave, day)
    given = {"as_of": date.fromisoformat(day)}
    found = one(sample, "cultivation_states", at(year, wave), **given)
    assert shown(found, wanted) == wanted
    assert found["past"] == sum(found[name] for name in cultivation_states.DUE)
    assert found["actions"] == sum(found[name] for name in cultivation_states.STATUSES)


@EVERY
def test_actions_carried_over(sample: Database, year: str, wave: str) -> None:
    wanted = twin.carried_over(export(), year, wave)
    found = one(sample, "cultivation_carried_over", at(year, wave))
    names = ("participants", "with_open", "actions", *cultivation_states.OUTCOMES)
    assert {name: found[name] for name in names} == {name: wanted[name] for name in names}
    if wave != "baseline":
        assert found["begun"] == wanted["begun"]


@EVERY
@pytest.mark.parametrize("aim", cultivation_aims.AIMS)
def test_aims(sample: Database, year: str, wave: str, aim: str) -> None:
    found = ask(sample, VIEWER, "cultivation_aims", at(year, wave))
    assert {
        row["category"] if isinstance(row["category"], str) else "": (
            row["actions"],
            row["participants"],
        )
        for row in records(found[found["what"] == aim])
    } == twin.aims(export(), year, wave, aim)


@EVERY
def test_purposes_wanted_and_covered(sample: Database, year: str, wave: str) -> None:
    wanted = twin.purposes(export(), year, wave)
    found = records(ask(sample, VIEWER, "cultivation_purposes", at(year, wave)))
    names = ("participants", "covered", "wanted", *cultivation_aims.PARTS)
    assert {row["purpose"]: {name: row[name] for name in names} for row in found} == {
        purpose: {name: count[name] for name in names} for purpose, count in wanted.items()
    }


@EVERY
@pytest.mark.parametrize("since", ["now", "previous", "first"])
def test_actions_against_patterns(sample: Database, year: str, wave: str, since: str) -> None:
    watch = set(sample.query(WATCH_SQL).itertuples(index=False, name=None))
    wanted = twin.against(export(), watch, year, wave, since)
    everyone = Selection(cohort=year)
    found = ask(sample, VIEWER, "cultivation_patterns", everyone, now=wave, since=since)
    names = ("watched", "silent", "with_action", "actions", "done")
    counts = {
        row["pattern"] if known(row["pattern"]) else None: {name: row[name] for name in names}
        for row in records(found)
    }
    assert counts == {
        pattern: {name: count[name] for name in names} for pattern, count in wanted.items()
    }
    assert bool(wanted) is (since == "now" or wave != "baseline")


@EVERY
def test_exchange(sample: Database, year: str, wave: str) -> None:
    wanted = twin.exchange(export(), year, wave)
    parts = wanted.pop(None)
    assert shown(one(sample, "cultivation_exchangers", at(year, wave)), parts) == parts
    found = ask(sample, VIEWER, "cultivation_exchange", at(year, wave))
    assert {(row["format"], row["role"]): row["participants"] for row in records(found)} == wanted


@EVERY
@pytest.mark.parametrize("kind", cultivation_reflection.KINDS)
def test_questions_answered(sample: Database, year: str, wave: str, kind: str) -> None:
    wanted = twin.reflection(export(), year, wave, kind)
    asked, any_answered = wanted.pop(None)
    found = ask(sample, VIEWER, "cultivation_questions", at(year, wave))
    here = found[found["item"] == kind]
    answered = {row["number"]: row["answered"] for row in records(here) if row["answered"]}
    assert answered == wanted
    assert set(here["asked"]) == ({asked} if asked else set())
    assert set(here["any_answered"]) == ({any_answered} if asked else set())


@EVERY
def test_strengths_and_weaknesses_written(sample: Database, year: str, wave: str) -> None:
    there = export().rows("reflections", year, wave)
    wrote = {
        item: {row["participant_id"] for row in there if row["item"] == item}
        for item in ("strength", "weakness")
    }
    found = one(sample, "cultivation_written", at(year, wave))
    assert found["with_strength"] == len(wrote["strength"])
    assert found["with_weakness"] == len(wrote["weakness"])
    assert found["with_both"] == len(wrote["strength"] & wrote["weakness"])
    assert found["with_neither"] == found["participants"] - len(
        wrote["strength"] | wrote["weakness"]
    )


@EVERY
def test_list_of_whom_to_ask(sample: Database, year: str, wave: str) -> None:
    left = {
        row["participant_id"]
        for row in export().tables["participants"]
        if row["status"] == "withdrawn"
    }
    day = twin.last_day(export(), year, wave)
    watch = set(sample.query(WATCH_SQL).itertuples(index=False, name=None))
    plans = {w: plan for w, plan in export().plans(year, wave).items() if w not in left}
    wanted = {
        "no_action": {who for who, plan in plans.items() if not plan},
        "has_overdue": {
            who
            for who, plan in plans.items()
            if any(twin.due_state(action, day) == "overdue" for action in plan.values())
        },
        "watch_without": {
            who
            for who, when, pattern in watch
            if who in plans
            and when == wave
            and pattern not in {action["pattern"] for action in plans[who].values()}
        },
    }
    wanted["any"] = set().union(*wanted.values())
    for reason, people in wanted.items():
        found = cultivation_people.people(
            sample, VIEWER, at(year, wave), reason=reason, today=TODAY
        )
        assert set(found.data["participant_id"]) == people
        assert found.headline.startswith(f"{len(people)} of {len(plans)} ")
        assert set(found.table.get("Code", [])) == people


def test_evaluators_read_no_names(sample: Database) -> None:
    viewer = Viewer(role="evaluator")
    found = cultivation_people.people(sample, viewer, ENDPOINT, reason="any", today=TODAY)
    assert len(found.table)
    assert list(found.table)[0] == "Code"
    assert "Name" not in found.table


def test_a_group_is_counted_alone_and_judged_by_the_cohorts_day(sample: Database) -> None:
    group = Selection(cohort="2026", wave="endpoint", attribute="scheme_role", category="mentee")
    whole = one(sample, "cultivation_planners", ENDPOINT, as_of=TODAY)
    part = one(sample, "cultivation_planners", group, as_of=TODAY)
    assert 0 < part["participants"] < whole["participants"]
    assert judged_on(sample, VIEWER, group, today=TODAY).on == (
        judged_on(sample, VIEWER, ENDPOINT, today=TODAY).on
    )


def invented(path: Path, people: int, waves: tuple[str, ...] = WAVES[2:], **more: Any) -> Database:
    """People P1, P2, … with completed audits of these waves; `more` are further tables."""
    made = cohort(people, waves[0])
    for wave in waves[1:]:
        made["audits"] += cohort(people, wave)["audits"]
    people_more = more.pop("people_facts", {})
    for person in made["participants"]:
        person.update(people_more.get(person["participant_id"], {}))
    return computed(path / "cultivation.duckdb", {**made, **more}, Programme())


def action(who: str, wave: str, number: int = 1, **said: str) -> dict[str, str]:
    return {"participant_id": who, "wave": wave, "action_id": f"a{number}", **said}


def activity(who: str, wave: str, status: str, name: str = "social_media") -> dict[str, str]:
    return {"participant_id": who, "wave": wave, "activity": name, "status": status}


def everything(database: Database, selection: Selection) -> list[Any]:
    """Every finding of the page, the list of people apart."""
    today = {"today": TODAY}
    return [
        cultivation_activities.taken_up(database, VIEWER, selection),
        cultivation_activities.along_waves(database, VIEWER, selection),
        cultivation_activities.plans(database, VIEWER, selection),
        cultivation_actions.per_person(database, VIEWER, selection, **today),
        cultivation_states.by_status(database, VIEWER, selection, **today),
        cultivation_states.by_due_date(database, VIEWER, selection, **today),
        cultivation_states.carried_over(database, VIEWER, selection),
        patterns.against_patterns(database, VIEWER, selection, since="previous"),
        cultivation_aims.wanted_purposes(database, VIEWER, selection),
        *(cultivation_aims.aims(database, VIEWER, selection, aim=a) for a in cultivation_aims.AIMS),
        cultivation_exchange.parts_taken(database, VIEWER, selection),
        cultivation_exchange.formats(database, VIEWER, selection),
        cultivation_reflection.written(database, VIEWER, selection),
        *(
            cultivation_reflection.questions(database, VIEWER, selection, kind=kind)
            for kind in cultivation_reflection.KINDS
        ),
    ]


def test_without_any_answers_nothing_was_asked(tmp_path: Path) -> None:
    database = invented(tmp_path, 8, tuple(WAVES))
    for finding in everything(database, ENDPOINT):
        assert finding.is_empty
        assert finding.table.empty
        assert finding.withheld, finding.id
        assert finding.base, finding.id
    assert cultivation_actions.nothing_because(database, VIEWER, ENDPOINT).startswith("Not asked")
    assert cultivation_actions.nobody_answered(database, VIEWER, ENDPOINT).startswith("Not asked")
    found = cultivation_people.people(database, VIEWER, ENDPOINT, reason="any", today=TODAY)
    assert found.data.empty


def test_every_finding_of_the_sample_says_its_base(sample: Database) -> None:
    for finding in everything(sample, Selection(cohort="2025", wave="endpoint")):
        assert not finding.is_empty, finding.id
        assert any(letter.isdigit() for letter in finding.headline), finding.id
        assert finding.base.startswith("Base: "), finding.id
        assert len(finding.table), finding.id
        assert len(finding.alternative) > 40, finding.id
        assert "nan" not in f"{finding.headline}{finding.base}{finding.table.to_csv()}".lower()


def test_one_participant_is_withheld_but_listed(tmp_path: Path) -> None:
    database = invented(
        tmp_path,
        1,
        actions=[action("P1", "endpoint", status="planned", due_on="2026-01-01")],
        activities=[activity("P1", "endpoint", "doing")],
        exchange=[
            {"participant_id": "P1", "wave": "endpoint", "format": "forum", "role": "attend"}
        ],
        reflections=[
            {"participant_id": "P1", "wave": "endpoint", "item": item, "number": "1"}
            for item in ("strength", "question")
        ],
    )
    for finding in everything(database, ENDPOINT):
        assert finding.is_empty
        assert finding.table.empty
    because = cultivation_actions.nothing_because(database, VIEWER, ENDPOINT)
    assert because == "Not shown for fewer than 5 participants with answers on actions."
    cards = cultivation_actions.action_cards(database, VIEWER, ENDPOINT, today=TODAY)
    assert {card.value for card in cards.figures} == {"–"}
    assert cultivation_actions.nobody_answered(database, VIEWER, ENDPOINT) == ""
    found = cultivation_people.people(database, VIEWER, ENDPOINT, reason="any", today=TODAY)
    assert found.table["Why"].tolist() == ["1 action overdue, since 1 January 2026"]


def test_a_wave_at_which_activities_were_not_asked(tmp_path: Path) -> None:
    """Planned by six at baseline, not asked at midpoint, known of five at endpoint."""
    after = {"P1": "doing", "P2": "done", "P3": "planned", "P4": "not_for_me", "P5": "done"}
    database = invented(
        tmp_path,
        6,
        tuple(WAVES),
        activities=[
            *[activity(f"P{n}", "baseline", "planned") for n in range(1, 7)],
            *[activity(who, "endpoint", status) for who, status in after.items()],
            {"participant_id": "P6", "wave": "endpoint", "activity": "social_media"},
        ],
    )
    middle = Selection(cohort="2026", wave="midpoint")
    assert cultivation_activities.taken_up(database, VIEWER, middle).withheld.startswith(
        "Not asked"
    )
    assert cultivation_activities.plans(database, VIEWER, middle).is_empty
    waves = cultivation_activities.along_waves(database, VIEWER, middle)
    assert waves.data["wave"].tolist() == ["Baseline", "Endpoint"]
    plans = cultivation_activities.plans(database, VIEWER, ENDPOINT)
    assert plans.headline == (
        "3 of 5 people are doing or have done something at endpoint that they had planned before"
    )
    assert "1 person who had plans has not answered about them and is left out" in plans.base
    line = plans.table.set_index("Activity").loc["Share interests on social media"]
    assert line["Doing":"Not for me"].tolist() == ["1", "2", "1", "1"]


def test_due_dates_by_hand(tmp_path: Path) -> None:
    """Seven actions due before the day, one due on it, one without a due date."""
    made = [
        {"status": "done", "due_on": "2026-03-01", "closed_on": "2026-03-01"},
        {"status": "done", "due_on": "2026-03-01", "closed_on": "2026-03-02"},
        {"status": "done", "due_on": "2026-03-01"},
        {"status": "dropped", "due_on": "2026-03-01", "closed_on": "2026-02-01"},
        {"status": "planned", "due_on": "2026-05-31"},
        {"status": "in_progress", "due_on": "2026-03-01"},
        {"due_on": "2026-03-01"},
        {"status": "planned", "due_on": "2026-06-01"},
        {"status": "planned"},
    ]
    actions = [action(f"P{n % 6 + 1}", "endpoint", n, **said) for n, said in enumerate(made)]
    database = invented(tmp_path, 6, actions=actions)
    day = {"as_of": date(2026, 6, 1)}
    found = one(database, "cultivation_states", ENDPOINT, **day)
    assert [found[name] for name in cultivation_states.DUE] == [1, 1, 1, 2, 1, 1]
    assert (found["past"], found["not_yet_due"], found["no_due_date"]) == (7, 1, 1)
    finding = cultivation_states.by_due_date(database, VIEWER, ENDPOINT, today=date(2026, 6, 1))
    assert finding.headline == (
        "1 of 7 actions whose due date has passed were done by it; 2 are overdue"
    )
    assert "today, 1 June 2026, since no audit is dated" in finding.base
    assert "1 is not due yet and 1 is without a due date" in finding.base
    assert finding.table["What became of it"].tolist() == list(cultivation_states.DUE.values())
    status = cultivation_states.by_status(database, VIEWER, ENDPOINT, today=TODAY)
    assert status.table.set_index("Status")["Actions"]["Not answered"] == 1


def test_no_due_dates_at_all(tmp_path: Path) -> None:
    database = invented(tmp_path, 5, actions=[action(f"P{n}", "endpoint") for n in range(1, 6)])
    finding = cultivation_states.by_due_date(database, VIEWER, ENDPOINT, today=TODAY)
    assert finding.is_empty
    assert finding.withheld.startswith("No due date lies before today, 1 December 2026")
    cards = cultivation_actions.action_cards(database, VIEWER, ENDPOINT, today=TODAY).figures
    assert [card.value for card in cards] == ["5 of 5", "0 of 0", "–", "0 of 5"]
    aims = cultivation_aims.aims(database, VIEWER, ENDPOINT, aim="purpose")
    assert aims.headline == "No action names a purpose"
    assert aims.data["category"].tolist() == ["Names none"]


def test_carried_over_by_hand(tmp_path: Path) -> None:
    """P1 done, P2 dropped, P3 under way, P4 says nothing of it, P5 had closed it; P6 is new."""
    now = {"P1": "done", "P2": "dropped", "P3": "in_progress"}
    actions = [
        *[action(f"P{n}", "baseline", status="planned") for n in range(1, 5)],
        action("P5", "baseline", status="done"),
        *[action(who, "endpoint", status=status) for who, status in now.items()],
        action("P5", "endpoint", 2, status="planned"),
        action("P6", "endpoint", status="planned"),
    ]
    database = invented(tmp_path, 6, ("baseline", "endpoint"), actions=actions)
    found = one(database, "cultivation_carried_over", ENDPOINT)
    assert {name: found[name] for name in cultivation_states.OUTCOMES} == {
        "planned": 0, "in_progress": 1, "done": 1, "dropped": 1, "no_status": 0, "silent": 1,
    }  # fmt: skip
    assert (found["participants"], found["with_open"], found["begun"]) == (6, 4, 2)
    withheld = cultivation_states.carried_over(database, VIEWER, ENDPOINT).withheld
    assert withheld == "Not shown for fewer than 5 participants with an action open before."


def test_who_left_counts_where_they_answered_and_is_not_listed(tmp_path: Path) -> None:
    actions = [action(f"P{n}", "endpoint", status="planned") for n in range(1, 6)]
    database = invented(tmp_path, 7, actions=actions, people_facts={"P7": {"status": "withdrawn"}})
    finding = cultivation_actions.per_person(database, VIEWER, ENDPOINT, today=TODAY)
    assert finding.headline == "5 of 7 participants have at least one action at endpoint"
    people = cultivation_people.people(database, VIEWER, ENDPOINT, reason="no_action", today=TODAY)
    assert people.data["participant_id"].tolist() == ["P6"]
    assert people.headline == "1 of 6 participants have no action yet at endpoint"


def test_on_watch_by_their_own_rating_and_what_they_do(tmp_path: Path) -> None:
    """Six rate echo chamber high at baseline; two have an action against it, one of them done."""
    made = cohort(6, "baseline")
    for audit in made["audits"]:
        audit["self_echo_chamber"] = "4"
    made["audits"] += cohort(5, "endpoint")["audits"]
    made["actions"] = [
        action("P1", "baseline", pattern="echo_chamber", status="planned"),
        action("P1", "endpoint", pattern="echo_chamber", status="done"),
        action("P2", "endpoint", pattern="echo_chamber", status="planned"),
        action("P3", "endpoint", pattern="network_lag", status="done"),
    ]
    database = computed(tmp_path / "watch.duckdb", made, Programme())
    finding = patterns.against_patterns(database, VIEWER, ENDPOINT, since="first")
    assert finding.headline == (
        "2 of 5 on watch for a pattern at their first wave have an action against it at endpoint"
    )
    assert finding.table["Pattern"].tolist() == ["Any of them", "Echo chamber"]
    line = finding.table.iloc[1]
    assert line[["Actions", "Done", "On watch, not answered now"]].tolist() == [2, 1, 1]
    choices = patterns.since_choices(database, VIEWER, ENDPOINT)
    assert [choice.value for choice in choices] == ["previous", "first", "now"]
    first = patterns.since_choices(database, VIEWER, Selection(cohort="2026", wave="baseline"))
    assert [choice.value for choice in first] == ["now"]


def test_roles_by_hand(tmp_path: Path) -> None:
    """P1 organises and attends, P2 contributes, P3 attends twice, the other three nothing."""
    said = [("P1", "forum", "organise"), ("P1", "forum", "attend"), ("P2", "other", "contribute")]
    said += [("P3", "forum", "attend"), ("P3", "gathering", "attend")]
    exchange = [
        {"participant_id": who, "wave": "endpoint", "format": name, "role": role}
        for who, name, role in said
    ]
    finding = cultivation_exchange.parts_taken(
        invented(tmp_path, 6, exchange=exchange), VIEWER, ENDPOINT
    )
    assert finding.data["label"].tolist() == ["2 of 6", "1 of 6", "3 of 6"]
    assert "1 of them organises something" in finding.base


def test_shares_of_the_charts_are_the_counts_written_beside_them(sample: Database) -> None:
    drawn = [
        finding.data
        for finding in everything(sample, Selection(cohort="2025", wave="endpoint"))
        if {"share", "label"} <= set(finding.data) and "part" not in finding.data
    ]
    assert len(drawn) > 8
    for row in pd.concat(drawn).to_dict("records"):
        count, whole = row["label"].split(": ")[-1].split(" (")[0].split(" of ")
        assert row["share"] == pytest.approx(int(count) / int(whole))
