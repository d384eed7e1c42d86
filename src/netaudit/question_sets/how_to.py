"""How the question sets are used: a page for whoever sets up the survey."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from netaudit.definitions.questionnaire import Asked, Need, Questionnaire, Section
from netaudit.importers.mapping.costs import COSTS

NEEDS: Mapping[Need, str] = {
    "needed": "Ask these first",
    "useful": "Ask these if you can",
    "optional": "Ask these if there is time",
}
OTHER_COSTS = {
    "participants.participant_id": "Nobody can be found again, unless the tool keeps addresses.",
    "participants.function": "Birds of a feather goes without the field of work.",
    "participants.sector": "Birds of a feather goes without the sector.",
    "contacts.frequency": "Nothing on how often they are in touch.",
    "contacts.resources": "Nothing on what contacts could help with.",
}
OF_TABLES = {
    "participants": "A blank counts as no.",
    "mentoring": "Nothing on this side of mentoring.",
    "reflections": "Nothing in the participant's own words.",
    "activities": "Nothing on what is done for the network.",
    "actions": "No plan to look back on.",
}
"""What is lost without a question that no measure needs."""

OPENING = """\
# Questionnaires

netaudit comes with one questionnaire, made ready for each survey tool. Whoever asks these
questions, in these words, gets the answers read in without being asked anything but the cohort and
the wave. The files are made by `netaudit templates --out DIR` and stand in the folder
`question-sets`; the page *Imports* offers them as well, under *Templates*.

The files follow the forms that the tools publish, and answers laid out as the tools export them
come back whole in netaudit's tests. They were not tried inside the tools, which need accounts: look
at the preview, fill it in once yourself, and import that answer before you send the survey out.
"""
RULES = """\
## Before you send it out

- Give every participant a code that stays the same, and send it with the invitation. It is the one
  question that must be answered.
- People are named by initials or a role, never in full. Say so again when you invite.
- Keep wordings and answers as they are. Leave a question out rather than reword it; what is worded
  otherwise is asked about when it is imported.
- Age, gender and ethnic background of the people named are guesses about somebody who is not asked.
  Leave them out unless you need them and may ask.
- The fields of work and the sectors are a proposal. Change the lists to yours, in both questions
  alike: for the participant and for the people named.
- Questions marked *first wave* need not be asked again.
- It takes about twenty minutes for seven people. To shorten it, leave out what is under *if there
  is time*, then who knows whom.
- At the next wave use a copy of the survey, and say the other wave when you import it.
"""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """A tool with its file and what to do at the beginning and at the end.

    `line` says what the file is; it is blank where an earlier tool has the same file.
    """

    title: str
    file: str
    line: str
    set_up: tuple[str, ...]
    export: tuple[str, ...]


@cache
def steps() -> tuple[Steps, ...]:
    """The steps for every tool, in the order of the page."""
    text = files("netaudit.question_sets").joinpath("steps.toml").read_text("utf-8")
    return tuple(
        Steps(
            title=one["title"],
            file=one["file"],
            line=one.get("line", ""),
            set_up=tuple(one["set_up"]),
            export=tuple(one["export"]),
        )
        for one in tomllib.loads(text).values()
    )


def page(asked: Questionnaire) -> str:
    """The page in Markdown: rules, what is asked and what leaving it out costs, steps by tool."""
    parts = (OPENING, RULES, "\n".join(_questions(asked)), *(_tool(one) for one in steps()))
    return "\n".join(parts)


def _questions(asked: Questionnaire) -> Iterator[str]:
    yield "## What is asked, and what leaving it out costs\n"
    for need, title in NEEDS.items():
        yield f"### {title}\n"
        yield "| question | answers | without it |"
        yield "| --- | --- | --- |"
        for section, one in asked:
            if one.need == need:
                yield _line(section, one)
        yield ""


def _line(section: Section, one: Asked) -> str:
    wording = one.each or one.ask
    first = " (*first wave*)" if one.first_only else ""
    kinds = {"text": "words", "single": f"one of {len(one.choices)}",
             "multiple": f"several of {len(one.choices)}"}  # fmt: skip
    return f"| {section.title}: {wording}{first} | {kinds[one.kind]} | {_cost(one)} |"


def _cost(one: Asked) -> str:
    return COSTS.get(one.field) or OTHER_COSTS.get(one.field) or OF_TABLES[one.table]


def _tool(one: Steps) -> str:
    lines = [f"## {one.title}: `{one.file}`\n", "Setting it up:\n"]
    lines += [f"{number}. {step}" for number, step in enumerate(one.set_up, start=1)]
    lines += ["\nExporting the answers:\n", *(f"- {step}" for step in one.export), ""]
    return "\n".join(lines)
