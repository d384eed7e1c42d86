"""Which responses count, whose they are and of which wave: every response ends in one place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from netaudit.errors import Problem
from netaudit.importers.background import Background
from netaudit.importers.dates import moment
from netaudit.importers.gathered import Gathering
from netaudit.importers.plain import tidy
from netaudit.importers.survey import Flow, Response, Survey

Fate = Literal["previews", "partial", "unidentified", "duplicates", "imported"]
ABOUT_PERSON = "participants."
OF_THE_TIME = ("audits.wave", "audits.completed_on")
"""Who answered and when: a response that says nothing else answers nothing."""


@dataclass(frozen=True, kw_only=True)
class Audit:
    """A response that counts, with whose it is, its wave and the person's own answers."""

    response: Response
    participant: str
    wave: str
    said: dict[str, str]


@dataclass(kw_only=True)
class Sorted:
    """The responses of a survey: those that count, those known but not counted, and the rest.

    `incomplete` are people of whom only a response is known that does not count; `listed` says of
    every response left aside why.
    """

    audits: list[Audit] = field(default_factory=list)
    incomplete: list[Audit] = field(default_factory=list)
    listed: list[Problem] = field(default_factory=list)
    bad_rows: list[Problem] = field(default_factory=list)
    fates: Counter[Fate] = field(default_factory=Counter)

    @property
    def flow(self) -> Flow:
        """How many responses ended where."""
        each = {str(fate): number for fate, number in self.fates.items()}
        return Flow(read=self.fates.total(), **each)


def sorted_responses(survey: Survey, gathering: Gathering, background: Background) -> Sorted:
    """Every response of the survey in its place."""
    found = Sorted()
    counting: dict[tuple[str, str], list[Audit]] = {}
    for response in survey.responses:
        if audit := _counted(response, gathering, background, found):
            counting.setdefault((audit.participant, audit.wave), []).append(audit)
    for audits in counting.values():
        _keep_latest(audits, gathering, found)
    found.audits.sort(key=lambda audit: survey.responses.index(audit.response))
    return found


def _counted(
    response: Response, gathering: Gathering, background: Background, found: Sorted
) -> Audit | None:
    if response.state == "preview":
        found.fates["previews"] += 1
        found.listed.append(_left(response, response.reason or "A preview, not an answer."))
        return None
    said = gathering.of_person(response)
    participant = _participant(response, said, background, gathering)
    wave = _wave(response, said, gathering)
    audit = Audit(response=response, participant=participant, wave=wave, said=said)
    if reason := _partial(response, said, gathering):
        found.fates["partial"] += 1
        found.listed.append(_left(response, reason, participant))
        if participant:
            found.incomplete.append(audit)
        return None
    if not participant or not wave:
        found.fates["unidentified"] += 1
        found.bad_rows.append(_unknown(response, participant))
        return None
    return audit


def _partial(response: Response, said: dict[str, str], gathering: Gathering) -> str:
    if response.state == "partial":
        return response.reason or "The answers were not handed in."
    if any(name not in OF_THE_TIME and not name.startswith(ABOUT_PERSON) for name in said):
        return ""
    kinds = ("contact", "relationship", "reflection", "action", "pair")
    if any(item.values for about in kinds for item in gathering.items(response, about)):
        return ""
    return "Opened, and nothing answered."


def _participant(
    response: Response, said: dict[str, str], background: Background, gathering: Gathering
) -> str:
    code = said.get("participants.participant_id") or tidy(response.participant)
    email = said.get("participants.email") or response.email
    if code and "@" not in code:
        return code
    if address := email or code:
        return background.participant_of(address)
    if gathering.recipe.people == "anonymous":
        return background.code("a", response.file, response.key)
    return ""


def _wave(response: Response, said: dict[str, str], gathering: Gathering) -> str:
    recipe = gathering.recipe
    named = said.get("audits.wave") or tidy(response.wave)
    return recipe.waves.get(named, named) if named else recipe.wave


def _keep_latest(audits: list[Audit], gathering: Gathering, found: Sorted) -> None:
    """The latest of several responses of one person at one wave counts; the others are listed."""
    order = gathering.recipe.dates
    audits.sort(key=lambda one: (moment(_completed(one), order) or datetime.min, one.response.row))
    *earlier, latest = audits
    found.audits.append(latest)
    found.fates["imported"] += 1
    for audit in earlier:
        found.fates["duplicates"] += 1
        reason = f"Answered again in row {latest.response.row}, which counts."
        found.listed.append(_left(audit.response, reason, audit.participant))


def _completed(audit: Audit) -> str:
    return audit.response.completed or audit.said.get("audits.completed_on", "")


def _left(response: Response, reason: str, participant: str = "") -> Problem:
    return Problem(
        severity="warning",
        file=response.file,
        row=response.row,
        message="The response is left aside.",
        hint=reason,
        whose=participant,
    )


def _unknown(response: Response, participant: str) -> Problem:
    if participant:
        return Problem(
            severity="error",
            file=response.file,
            row=response.row,
            message="The response names no wave.",
            hint="Fill it in, or leave the row out.",
            whose=participant,
        )
    return Problem(
        severity="error",
        file=response.file,
        row=response.row,
        message="The response says neither by code nor by e-mail address whose it is.",
        hint="Fill it in, or leave the row out.",
    )


def latest_said(audits: Sequence[Audit], participant: str) -> dict[str, str]:
    """What a person says about themselves over several responses; later ones go before."""
    held: dict[str, str] = {}
    for audit in audits:
        if audit.participant == participant:
            held |= audit.said
    return held
