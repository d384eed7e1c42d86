"""How introductions went, told in numbers and step by step."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from netaudit.analysis.introductions.suggestions import Introduction
from netaudit.store.introductions import Step, Taken
from netaudit.wording import counted, moment_utc, of

STEPS: Mapping[Step, str] = {
    "accepted": "To be made",
    "introduced": "Put in touch",
    "spoke": "They spoke",
    "did_not_speak": "They did not speak",
    "put_aside": "Put aside",
}

BUTTONS: Mapping[Step, str] = {
    "accepted": "Introduce them",
    "introduced": "They are in touch",
    "spoke": "They spoke",
    "did_not_speak": "They did not",
    "put_aside": "Not these two",
}
"""What is on the button that takes a step."""


def in_numbers(under_way: Sequence[Introduction], gone: int) -> str:
    """How many were made and how many led to a talk, in a sentence."""
    number = Counter(one.last.step for one in under_way if one.last is not None)
    made = number["introduced"] + number["spoke"] + number["did_not_speak"]
    said = [
        f"{counted(number['accepted'], 'introduction')} to be made.",
        f"{of(number['spoke'], made, 'pairs put in touch')} spoke"
        + (
            f", {counted(number['introduced'], 'has', 'have')} not said yet."
            if number["introduced"]
            else "."
        )
        if made
        else "Nobody was put in touch yet.",
    ]
    if gone:
        said.append(
            f"{counted(gone, 'pair is', 'pairs are')} not shown any more: one of the two no longer"
            " agrees, or left."
        )
    return " ".join(said)


def history(taken: Sequence[Taken], under_way: Sequence[Introduction]) -> pd.DataFrame:
    """Every step of the pairs that are shown, the latest first."""
    names = {one.pair: [side.name for side in one.sides] for one in under_way}
    return pd.DataFrame(
        [
            {
                "Who": " and ".join(names[one.pair]),
                "Step": STEPS[one.step],
                "When": moment_utc(one.decided_at),
                "By": one.decided_by,
                "Undone": ""
                if one.undone_at is None
                else f"{moment_utc(one.undone_at)} by {one.undone_by}",
            }
            for one in reversed(taken)
            if one.pair in names
        ],
        columns=["Who", "Step", "When", "By", "Undone"],
    )
