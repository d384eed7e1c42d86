"""The actions of one participant as their own page tells them: followed from wave to wave."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import counted, day, known

State = Literal["open", "done", "dropped"]
AIMS = {"purpose": "Purpose", "pattern": "Against", "activity": "Part of"}
"""What an action can be for, and the word before it."""

NOT_ANSWERED = "Not answered"


@dataclass(frozen=True, kw_only=True)
class PlannedAction:
    """One action as last recorded; `text` is blank for everybody but the participant.

    `when` says until when or since when, `aims` what it is for, `history` its way through the
    waves, `worded_before` what it said earlier where that was something else.
    """

    number: int
    text: str
    state: State
    status: str
    is_first_step: bool
    when: str
    aims: tuple[str, ...]
    history: str
    worded_before: str
    named: dict[str, str]

    @property
    def title(self) -> str:
        """Its words, or its number where they are not for this viewer."""
        return self.text or f"Action {self.number}"


@dataclass(frozen=True, kw_only=True)
class ActionPlan:
    """All actions of a participant, the first step first among the open ones."""

    headline: str
    base: str
    note: str
    open: tuple[PlannedAction, ...]
    done: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...]

    @property
    def everything(self) -> tuple[PlannedAction, ...]:
        """Open, done and dropped ones."""
        return (*self.open, *self.done, *self.dropped)


def action_plan(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, today: date
) -> ActionPlan:
    """What is planned, done and dropped, as of `today`; all empty where nothing is recorded."""
    rows = records(ask(database, viewer, "person_actions", participant=participant, today=today))
    speech = voice(viewer)
    told = [_action(row, speech) for row in rows]
    in_turn = [_action(row, speech) for row in sorted(rows, key=_turn)]
    done = tuple(action for action in told if action.state == "done")
    return ActionPlan(
        headline=_headline(len(done), len(rows), speech),
        base="As last recorded." if rows else "",
        note=_note(sum(bool(row["is_overdue"]) for row in rows), speech),
        open=tuple(action for action in in_turn if action.state == "open"),
        done=done,
        dropped=tuple(action for action in told if action.state == "dropped"),
    )


def _action(row: dict[str, Any], speech: Voice) -> PlannedAction:
    text = row["text"] if known(row["text"]) else ""
    state = _state(row["status"])
    return PlannedAction(
        number=int(row["action_number"]),
        text=text,
        state=state,
        status=_status(row["status"]),
        is_first_step=bool(row["is_first_step"]),
        when=_when(row, state, speech),
        aims=tuple(
            f"{word}: {label(name, row[name]).lower()}"
            for name, word in AIMS.items()
            if known(row[name])
        ),
        history=_history(row["history"]),
        worded_before=_worded_before(row["history"], text),
        named={name: row[name] for name in AIMS if known(row[name])},
    )


def _state(status: Any) -> State:
    return status if status in ("done", "dropped") else "open"


def _status(status: Any) -> str:
    return label("action_status", status) if known(status) else NOT_ANSWERED


def _turn(row: dict[str, Any]) -> tuple[bool, bool, Any]:
    """What comes first: the first step, then what is due soonest, then what has no date."""
    has_date = known(row["due_on"])
    return not row["is_first_step"], not has_date, row["due_on"] if has_date else 0


def _when(row: dict[str, Any], state: State, speech: Voice) -> str:
    if state != "open":
        word = label("action_status", state)
        return f"{word} on {day(row['closed_on'])}" if known(row["closed_on"]) else word
    if not known(row["due_on"]):
        return "No date set"
    due = day(row["due_on"])
    if row["is_overdue"]:
        return speech.says(f"Was due {due}, still open", f"Due {due}, overdue")
    return f"Was due {due}" if row["is_past_due"] else f"Due {due}"


def _history(steps: Any) -> str:
    """Its way, as "Planned at baseline, done at endpoint"; a wave without a change is left out."""
    told: list[str] = []
    before = ""
    for step in steps:
        status = _status(step["status"])
        if status != before:
            told.append(f"{status} at {readable(step['wave'])}".lower())
        before = status
    said = ", ".join(told)
    return f"{said[:1].upper()}{said[1:]}"


def _worded_before(steps: Any, text: str) -> str:
    earlier = [step["text"] for step in steps if known(step["text"]) and step["text"] != text]
    return str(earlier[-1]) if earlier else ""


def _headline(done: int, actions: int, speech: Voice) -> str:
    if not actions:
        return "No actions are recorded"
    if not done:
        plan = speech.says("You have {} on your plan", "The participant has {} on the plan")
        return plan.format(counted(actions, "action"))
    doer = speech.says("You have", "The participant has")
    return f"{doer} done {done} of {counted(actions, 'action')}"


def _note(overdue: int, speech: Voice) -> str:
    if not overdue:
        return ""
    if not speech.is_own:
        return f"{counted(overdue, 'action')} overdue."
    date_of = "The date of one open action has" if overdue == 1 else f"{overdue} dates have"
    return f"{date_of} passed. Keep it, set another date, or let it go: all three are fine."
