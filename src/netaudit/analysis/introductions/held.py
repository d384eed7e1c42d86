"""The introductions of a participant as they are among what is held about them."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.introductions.progress import STEPS
from netaudit.analysis.my_data import HeldTable, Meanings
from netaudit.store.introductions import Taken

MEANINGS: Meanings = {
    "decided_at": "when your programme team decided it (UTC)",
    "step": "what was decided",
    "undone_at": "when that was taken back (UTC); blank where it counts",
    "other_participant_id": "the code of the other, once you were put in touch; blank before",
}
IN_TOUCH = ("introduced", "spoke", "did_not_speak")


def introductions_held(taken: Sequence[Taken], participant: str) -> tuple[HeldTable, ...]:
    """Every step of introducing the participant to somebody, oldest first; no table for nothing.

    Who the other is stays with that person until the two were put in touch.
    """
    mine = [one for one in taken if participant in one.pair]
    if not mine:
        return ()
    in_touch = {one.pair for one in mine if one.counts and one.step in IN_TOUCH}
    rows = [
        {
            "decided_at": f"{one.decided_at:%Y-%m-%d %H:%M}",
            "step": one.step,
            "undone_at": f"{one.undone_at:%Y-%m-%d %H:%M}" if one.undone_at else None,
            "other_participant_id": next(code for code in one.pair if code != participant)
            if one.pair in in_touch
            else None,
        }
        for one in mine
    ]
    return (
        HeldTable(
            name="introductions",
            meaning="One row per step of introducing you to another participant.",
            columns=MEANINGS,
            codes={"step": {str(step): words for step, words in STEPS.items()}},
            rows=pd.DataFrame(rows, columns=list(MEANINGS)),
        ),
    )
