"""When Qualtrics shows what it asks about contacts: only of those for whom something was typed."""

from collections.abc import Sequence
from typing import Any

Logic = dict[str, Any]


def named(question: str, places: Sequence[int], *, together: bool) -> Logic:
    """Shown where something was typed at these places of the question: at all, or at any of them.

    The key of what joins two conditions is spelt as Qualtrics spells it.
    """
    joined = "And" if together else "Or"
    conditions = {
        str(number): _filled(question, place, {"Conjuction": joined} if number else {})
        for number, place in enumerate(places)
    }
    return {"0": {**conditions, "Type": "If"}, "Type": "BooleanExpression", "inPage": False}


def _filled(question: str, place: int, join: dict[str, str]) -> Logic:
    cell = f"q://{question}/ChoiceTextEntryValue/{place}"
    return {
        "LogicType": "Question",
        "QuestionID": question,
        "QuestionIsInLoop": "no",
        "ChoiceLocator": cell,
        "Operator": "NotEmpty",
        "QuestionIDFromLocator": question,
        "LeftOperand": cell,
        "Type": "Expression",
        "Description": f"If person {place} is named",
        **join,
    }
