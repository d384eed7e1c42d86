"""An outcome that was harvested, as pages, reports and files tell it."""

from collections.abc import Iterable

from netaudit.store.evaluation.harvest import Harvested, Observed
from netaudit.wording import day

FIELDS = {
    "what": "What changed",
    "who": "Who changed",
    "happened_on": "When",
    "contribution": "What the programme had to do with it",
    "significance": "Why it matters",
    "evidence": "Evidence",
    "substantiated_by": "Substantiated by",
}
"""What an outcome holds, in the words of the form."""

COLUMNS = ("Number", *FIELDS.values(), "May leave the team", "Written", "By")
"""The headings of outcome_rows."""

BY_SOMEBODY = "Somebody who knows of it"
"""Who vouches for an outcome is a person, whom readers outside the team need not know."""


def facts_of(outcome: Observed, *, leaves: bool = False) -> tuple[tuple[str, str], ...]:
    """What was filled in beside the change itself, each under its title."""
    said = {name: getattr(outcome, name) for name in FIELDS if name not in ("what", "happened_on")}
    said["happened_on"] = day(outcome.happened_on) if outcome.happened_on else ""
    if leaves and said["substantiated_by"]:
        said["substantiated_by"] = BY_SOMEBODY
    return tuple((words, said[name]) for name, words in FIELDS.items() if said.get(name))


def outcome_rows(held: Iterable[Harvested]) -> list[dict[str, str]]:
    """The outcomes for a table or a file, one a row; days as ISO."""
    return [
        {
            "Number": str(one.number),
            **{words: _cell(one.outcome, name) for name, words in FIELDS.items()},
            "May leave the team": "yes" if one.outcome.may_leave else "no",
            "Written": one.at.date().isoformat(),
            "By": one.by,
        }
        for one in held
    ]


def _cell(outcome: Observed, name: str) -> str:
    value = getattr(outcome, name)
    return "" if value is None else str(value)
