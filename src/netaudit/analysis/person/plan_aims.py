"""What the actions of one participant are for: purposes to develop, patterns on watch."""

from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.patterns.words import STATE_WORDS
from netaudit.analysis.person.plan_actions import ActionPlan, PlannedAction, action_plan
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.definitions.guidance import guidance
from netaudit.schema import PATTERNS, PURPOSES
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, enumerated

NO_ACTION = "No action yet"


def purposes(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str, today: date
) -> Finding:
    """One row a purpose: the actions that name it, and how many contacts serve it at each wave.

    Empty where neither is there to tell.
    """
    plan = action_plan(database, viewer, selection, participant=participant, today=today)
    rows = records(ask(database, viewer, "person_purposes", participant=participant))
    served = [row for row in rows if row["answered"]]
    waves = list(dict.fromkeys(row["wave"] for row in served))
    table = {"Purpose": [label("purpose", code) for code in PURPOSES]}
    for wave in waves:
        table[readable(wave)] = [_contacts(served, code, wave) for code in PURPOSES]
    table["Actions"] = [_titles(plan, "purpose", code) for code in PURPOSES]
    named = [code for code in PURPOSES if _has_live(plan, "purpose", code)]
    told = pd.DataFrame(table)
    if not waves:
        told = told[told["Actions"] != NO_ACTION]
    return Finding(
        id=f"purposes_to_develop_{participant}",
        headline=_purposes_headline(named, voice(viewer)),
        base=_purposes_base(waves),
        data=told,
        table=told,
        alternative="A table of the purposes with the contacts and the actions for each.",
    )


def patterns(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    participant: str,
    wave: str,
    today: date,
) -> Finding:
    """One row a pattern that is on watch at the wave or that an action works against."""
    plan = action_plan(database, viewer, selection, participant=participant, today=today)
    rows = records(ask(database, viewer, "person_patterns", participant=participant))
    states = {row["pattern"]: row["display"] for row in rows if row["wave"] == wave}
    watched = [code for code in PATTERNS if states.get(code) == "watch"]
    untouched = [code for code in watched if not _has_live(plan, "pattern", code)]
    shown = [code for code in PATTERNS if code in watched or _for(plan, "pattern", code)]
    table = pd.DataFrame(
        {
            "Pattern": [label("pattern", code) for code in shown],
            readable(wave): [STATE_WORDS.get(states.get(code, ""), NOTHING) for code in shown],
            "Actions against it": [_titles(plan, "pattern", code) for code in shown],
            "A question": [_question(code) if code in untouched else NOTHING for code in shown],
        }
    )
    return Finding(
        id=f"patterns_and_actions_{participant}",
        headline=_patterns_headline(states, untouched, wave),
        base=_invitation(untouched, voice(viewer)),
        data=table,
        table=table,
        alternative="A table of patterns with the actions against each.",
    )


def _for(plan: ActionPlan, kind: str, code: str) -> list[PlannedAction]:
    return [action for action in plan.everything if action.named.get(kind) == code]


def _question(pattern: str) -> str:
    return f"To ask in your next talk: {guidance('pattern')[pattern]['question']}"


def _has_live(plan: ActionPlan, kind: str, code: str) -> bool:
    """Whether an action for it is open or done; one that was dropped is neither."""
    return any(action.state != "dropped" for action in _for(plan, kind, code))


def _titles(plan: ActionPlan, kind: str, code: str) -> str:
    """The actions with their status, one after the other."""
    said = [f"{action.title} ({action.status.lower()})" for action in _for(plan, kind, code)]
    return "; ".join(said) or NO_ACTION


def _contacts(served: list[dict[str, Any]], code: str, wave: str) -> str:
    return next(
        f"{row['contacts']} of {row['answered']}"
        for row in served
        if row["purpose"] == code and row["wave"] == wave
    )


def _purposes_headline(named: list[str], speech: Voice) -> str:
    if not named:
        return f"No action of {speech.says('yours', 'the participant')} names a purpose yet"
    names = enumerated([label("purpose", code).lower() for code in named])
    noun = "purpose" if len(named) == 1 else "purposes"
    return f"{speech.says('Your actions', 'The actions')} develop the {names} {noun}"


def _purposes_base(waves: list[str]) -> str:
    if not waves:
        return "Once contacts are listed with what they are for, their number stands here."
    return "How many contacts serve each purpose; one contact can serve several."


def _patterns_headline(states: dict[str, str], untouched: list[str], wave: str) -> str:
    when = readable(wave).lower()
    if not set(states.values()) & {"watch", "clear"}:
        return f"Not enough information for any pattern at {when}"
    watched = sum(state == "watch" for state in states.values())
    if not watched:
        return f"No pattern is on watch at {when}"
    acted = watched - len(untouched)
    if not acted:
        if watched == 1:
            return f"The pattern on watch at {when} has no action yet"
        return f"The {watched} patterns on watch at {when} have no action yet"
    noun = "pattern" if watched == 1 else "patterns"
    verb = "has" if acted == 1 else "have"
    return f"{acted} of {watched} {noun} on watch at {when} {verb} an action"


def _invitation(untouched: list[str], speech: Voice) -> str:
    if not untouched or not speech.is_own:
        return ""
    names = enumerated([label("pattern", code).lower() for code in untouched])
    return f"For {names} there is room for one small thing, if you would like to try one."
