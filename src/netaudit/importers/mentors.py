"""Relationships made of questions about all of a participant's mentors in one.

Such a survey counts mentors and names the types among them, but not which mentor is of which type.
As many relationships are made as there are mentors. Types are given to them one each where there
are no more types than mentors; otherwise they stay unknown. What all of them help with stands with
the first, as it counts once for the participant.
"""

from collections.abc import Iterator, Mapping

from netaudit.importers.mapping.fields import SUMMARY

MOST = 20
"""More mentors than anybody has: a larger number is a slip, and is left aside."""

MENTEE = "mentee"


def relationships(said: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The mentoring rows, without participant and wave, of the answers by field id."""
    told = {
        name.removeprefix(f"{SUMMARY}."): answer
        for name, answer in said.items()
        if name.startswith(f"{SUMMARY}.")
    }
    types = [one for one in told.get("types", "").split("|") if one]
    number = _number(told, types)
    for place in range(number):
        row = {"mentoring_id": f"mentor-{place + 1}", "my_role": MENTEE}
        if len(types) <= number:
            row["type"] = types[place] if place < len(types) else "unknown"
            # In reciprocal mentoring both give and both receive.
            row["my_role"] = "both" if row["type"] == "reciprocal" else MENTEE
        if number == 1:
            row |= {name: told[name] for name in ("formality", "mode") if told.get(name)}
        if place == 0 and "knowing" in told:
            helped = told["knowing"].split("|")
            row |= {f"helps_{one}": _yes_no(one in helped) for one in ("why", "how", "whom")}
        yield row


def _number(told: Mapping[str, str], types: list[str]) -> int:
    if told.get("any") == "no":
        return 0
    if "number" in told:
        number = int(float(told["number"]))
        return number if 0 <= number <= MOST else 0
    return max(len(types), int(told.get("any") == "yes" or "knowing" in told))


def is_undealt(said: Mapping[str, str]) -> bool:
    """Whether more types are named than there are mentors, so that they cannot be given out."""
    types = [one for one in said.get(f"{SUMMARY}.types", "").split("|") if one]
    return len(types) > sum(1 for _ in relationships(said)) > 0


def _yes_no(holds: bool) -> str:
    return "yes" if holds else "no"
