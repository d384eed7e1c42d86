"""What participants do, counted a second time: one loop over an export's rows for every figure.

Rows are texts as an export has them, blanks "". Everything is worked out for one cohort and wave.
"""

from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Any

Row = dict[str, str]
Counts = dict[Any, Any]

OPEN = ("planned", "in_progress", "")


class Export:
    """The rows of an export, and who of a cohort answered at which wave."""

    def __init__(self, tables: dict[str, list[Row]], waves: list[str]) -> None:
        self.tables = tables
        self.waves = waves
        self.listed = {(row["participant_id"], row["wave"]) for row in tables["contacts"]}

    def people(self, cohort: str) -> list[str]:
        return [r["participant_id"] for r in self.tables["participants"] if r["cohort"] == cohort]

    def audits(self, cohort: str, wave: str) -> list[str]:
        """Who has an audit of the wave, completed or not."""
        people = set(self.people(cohort))
        return [
            row["participant_id"]
            for row in self.tables["audits"]
            if row["wave"] == wave and row["participant_id"] in people
        ]

    def has_completed(self, who: str, wave: str) -> bool:
        for row in self.tables["audits"]:
            if (row["participant_id"], row["wave"]) == (who, wave):
                blank = "complete" if (who, wave) in self.listed else "not_done"
                return (row["contacts_status"] or blank) != "not_done"
        return False

    def rows(self, table: str, cohort: str, wave: str) -> list[Row]:
        there = set(self.audits(cohort, wave))
        return [
            row
            for row in self.tables.get(table, [])
            if row["wave"] == wave and row["participant_id"] in there
        ]

    def answering(self, rows: list[Row], cohort: str, wave: str) -> list[str]:
        """Who answered a topic with these rows: nobody where there is no row at all."""
        named = {row["participant_id"] for row in rows}
        return [
            who
            for who in self.audits(cohort, wave)
            if named and (who in named or self.has_completed(who, wave))
        ]

    def before(self, wave: str) -> list[str]:
        return self.waves[: self.waves.index(wave)]

    def plan(self, who: str, cohort: str, wave: str) -> dict[str, Row]:
        """Every action that somebody recorded up to a wave, by its id, as last recorded."""
        latest: dict[str, Row] = {}
        for when in [*self.before(wave), wave]:
            for row in self.rows("actions", cohort, when):
                if row["participant_id"] == who:
                    latest[row["action_id"]] = row
        return latest

    def planners(self, cohort: str, wave: str) -> list[str]:
        return self.answering(self.rows("actions", cohort, wave), cohort, wave)

    def plans(self, cohort: str, wave: str) -> dict[str, dict[str, Row]]:
        return {who: self.plan(who, cohort, wave) for who in self.planners(cohort, wave)}


def activities(export: Export, cohort: str, wave: str) -> dict[str, Counter[str]]:
    """Per activity, how many said what."""
    said: dict[str, Counter[str]] = {}
    for row in export.rows("activities", cohort, wave):
        if row["status"]:
            said.setdefault(row["activity"], Counter())[row["status"]] += 1
    return said


def earlier_plans(export: Export, cohort: str, wave: str) -> Counts:
    """Per activity, and under None for any: planned before, answered now, taken up now."""
    now = {
        (row["participant_id"], row["activity"]): row["status"]
        for row in export.rows("activities", cohort, wave)
        if row["status"]
    }
    planned = {
        (row["participant_id"], row["activity"])
        for when in export.before(wave)
        for row in export.rows("activities", cohort, when)
        if row["status"] == "planned"
    }
    figures = {}
    for activity in {name for _, name in planned}:
        people = [who for who, name in planned if name == activity]
        states = [now[who, activity] for who in people if (who, activity) in now]
        figures[activity] = (len(people), len(states), _taken_up(states))
    everybody = {who for who, _ in planned}
    states_of = {
        who: [now[one] for one in planned if one[0] == who and one in now] for who in everybody
    }
    answered = [states for states in states_of.values() if states]
    any_of_them = sum(_taken_up(states) > 0 for states in answered)
    return {**figures, None: (len(everybody), len(answered), any_of_them)}


def _taken_up(states: Iterable[str]) -> int:
    return sum(state in ("doing", "done") for state in states)


def last_day(export: Export, cohort: str, wave: str) -> str:
    """The last day of an audit of the cohort up to the wave, as YYYY-MM-DD."""
    people, waves = set(export.people(cohort)), {*export.before(wave), wave}
    return max(
        row["completed_on"]
        for row in export.tables["audits"]
        if row["participant_id"] in people and row["wave"] in waves
    )


def due_state(action: Row, as_of: str) -> str:
    """What became of an action by its due date; days compare as texts."""
    due, closed, status = action["due_on"], action["closed_on"], action["status"]
    if not due:
        return "no_due_date"
    if due >= as_of:
        return "not_yet_due"
    if status == "done":
        if not closed:
            return "done_some_day"
        return "done_in_time" if closed <= due else "done_later"
    return {"": "past_no_status", "dropped": "past_dropped"}.get(status, "overdue")


def planners(export: Export, cohort: str, wave: str, as_of: str) -> Counts:
    """The people who answered about actions, and how many have what."""
    plans = export.plans(cohort, wave).values()
    sizes = [len(plan) for plan in plans]
    steps = [{action["first_step"] for action in plan.values()} for plan in plans]
    return {
        "participants": len(sizes),
        "with_action": sum(size > 0 for size in sizes),
        "none": sizes.count(0),
        "one": sizes.count(1),
        "two": sizes.count(2),
        "three": sizes.count(3),
        "more": sum(size > 3 for size in sizes),
        "with_first_step": sum("yes" in said for said in steps),
        "first_step_known": sum("yes" in said or "" not in said for said in steps),
        "with_overdue": sum(
            any(due_state(action, as_of) == "overdue" for action in plan.values()) for plan in plans
        ),
        "actions": sum(sizes),
        "median_actions": median(sizes) if sizes else None,
    }


def states(export: Export, cohort: str, wave: str, as_of: str) -> Counts:
    """The actions by status and by what became of their due dates, and the people behind them."""
    plans = export.plans(cohort, wave)
    actions = [action for plan in plans.values() for action in plan.values()]
    dues = [due_state(action, as_of) for action in actions]
    without = ("no_due_date", "not_yet_due")
    behind = {
        a["participant_id"] for a, due in zip(actions, dues, strict=True) if due not in without
    }
    status = Counter(action["status"] or "no_status" for action in actions)
    late = [a for a, due in zip(actions, dues, strict=True) if due == "overdue"]
    return {
        "with_action": sum(bool(plan) for plan in plans.values()),
        "actions": len(actions),
        **{name: status[name] for name in ("planned", "in_progress", "done", "dropped")},
        "no_status": status["no_status"],
        **{name: dues.count(name) for name in (*without, "done_in_time", "done_later")},
        **{name: dues.count(name) for name in ("done_some_day", "past_dropped", "past_no_status")},
        "overdue": len(late),
        "overdue_before": sum(action["wave"] != wave for action in late),
        "with_past": len(behind),
        "past": sum(due not in without for due in dues),
    }


def carried_over(export: Export, cohort: str, wave: str) -> Counts:
    """What the wave says of the actions open at each participant's answers before."""
    found: Counter[str] = Counter()
    for who in export.planners(cohort, wave):
        earlier = [one for one in export.before(wave) if who in export.planners(cohort, one)]
        if not earlier:
            continue
        found["participants"] += 1
        before = export.plan(who, cohort, earlier[-1])
        now = export.plan(who, cohort, wave)
        ever = {name for one in export.before(wave) for name in export.plan(who, cohort, one)}
        found["begun"] += len(now.keys() - ever)
        still = [name for name, action in before.items() if action["status"] in OPEN]
        found["with_open"] += bool(still)
        found["actions"] += len(still)
        for name in still:
            is_there = now[name]["wave"] == wave
            found[(now[name]["status"] or "no_status") if is_there else "silent"] += 1
    return found


def aims(export: Export, cohort: str, wave: str, aim: str) -> Counts:
    """By purpose, activity or pattern ("" for none): actions, and people with one."""
    actions: Counter[str] = Counter()
    people: dict[str, set[str]] = {}
    for who, plan in export.plans(cohort, wave).items():
        for action in plan.values():
            actions[action[aim]] += 1
            people.setdefault(action[aim], set()).add(who)
    return {name: (actions[name], len(people[name])) for name in actions}


def purposes(export: Export, cohort: str, wave: str) -> Counts:
    """Per purpose: who said what a contact is for, covers it, wants it, and both crossed."""
    found: dict[str, Counter[str]] = {}
    plans = export.plans(cohort, wave)
    for who, plan in plans.items():
        said = [
            row["purposes"].split("|")
            for row in export.tables["contacts"]
            if (row["participant_id"], row["wave"]) == (who, wave)
            and row["list_kind"] in ("", "core")
            and row["purposes"]
        ]
        for purpose in ("operational", "personal", "strategic") if said else ():
            has = any(purpose in one for one in said)
            wants = any(action["purpose"] == purpose for action in plan.values())
            count = found.setdefault(purpose, Counter())
            count["participants"] += 1
            count["covered"] += has
            count["wanted"] += wants
            part = ("covered_" if has else "missing_") + ("wanted" if wants else "only")
            count[part] += 1
    return found


def against(
    export: Export,
    watch: set[tuple[str, str, str]],
    cohort: str,
    wave: str,
    since: str,
) -> Counts:
    """Per pattern: on watch then and answered now, not answered now, with an action, actions, done.

    `watch` holds who was on watch, at which wave, for which pattern; None stands for any of them.
    """
    planning = set(export.planners(cohort, wave))
    found: Counts = {}
    for who in export.people(cohort):
        waves = [wave] if since == "now" else export.before(wave)
        completed = [one for one in waves if export.has_completed(who, one)]
        if not completed:
            continue
        then = completed[0] if since == "first" else completed[-1]
        theirs = {p for person, when, p in watch if (person, when) == (who, then)}
        for pattern in [*theirs, *([None] if theirs else [])]:
            count = found.setdefault(pattern, Counter())
            if who not in planning:
                count["silent"] += 1
                continue
            mine = [
                action
                for action in export.plan(who, cohort, wave).values()
                if action["pattern"] in ({pattern} if pattern else theirs)
                and export.waves.index(action["wave"]) >= export.waves.index(then)
            ]
            count["watched"] += 1
            count["with_action"] += bool(mine)
            count["actions"] += len(mine)
            count["done"] += sum(action["status"] == "done" for action in mine)
    return found


def exchange(export: Export, cohort: str, wave: str) -> Counts:
    """People in each format and role, and under None by the part they take anywhere."""
    rows = export.rows("exchange", cohort, wave)
    cells = Counter((row["format"], row["role"]) for row in rows)
    parts: Counter[str] = Counter()
    for who in export.answering(rows, cohort, wave):
        roles = {row["role"] for row in rows if row["participant_id"] == who}
        parts["participants"] += 1
        parts["organise"] += "organise" in roles
        parts["organise_or_contribute"] += bool(roles & {"organise", "contribute"})
        parts["attend_only"] += roles == {"attend"}
        parts["nothing"] += not roles
    return {**cells, None: parts}


def reflection(export: Export, cohort: str, wave: str, item: str) -> Counts:
    """People by the number of a question, and under None (asked, answered any)."""
    rows = [row for row in export.rows("reflections", cohort, wave) if row["item"] == item]
    asked = export.answering(rows, cohort, wave)
    numbers = Counter(int(row["number"]) for row in rows)
    return {**numbers, None: (len(asked), len({row["participant_id"] for row in rows}))}
