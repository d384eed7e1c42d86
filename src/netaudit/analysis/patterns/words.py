"""The states of the four patterns, and how far they are from turning, as people read them."""

from typing import Any

from netaudit.wording import NOTHING, counted, known

STATE_WORDS = {
    "watch": "Watch",
    "clear": "Clear",
    "not_enough_information": "Not enough information",
}
STATE_MARKS = {"watch": "◆", "clear": "○", "not_enough_information": "–"}
"""A mark before the word, so that a state is found in a long table at a glance."""

BASIS_WORDS = {
    "list": "the list",
    "own": "the participant's own rating",
    "both": "the list and the own rating",
}
OWN_WORDS = {"high": "Yes, quite or very much", "low": "No, or only a little"}
NOT_RATED = "Not rated"

SHORT_CUT_OFFS = {
    "echo_chamber_internal": "internal",
    "echo_chamber_ties": "of pairs",
    "network_lag_past": "past",
    "network_lag_future": "future",
}
"""The same in a word or two, after a percentage, for patterns with two cut-offs."""


def shown_words(row: dict[Any, Any]) -> str:
    """The state with its basis: "Watch, by the list"."""
    words = STATE_WORDS[row["display"]]
    return f"{words}, by {BASIS_WORDS[row['basis']]}" if known(row["basis"]) else words


def distance_words(row: dict[Any, Any]) -> str:
    """How much would have to be different for the list to say something else."""
    amounts = distance_amounts(row)
    if amounts == NOTHING:
        return NOTHING
    near = "; that is close" if row["is_borderline"] else ""
    return f"{amounts} different could change it{near}"


def distance_amounts(row: dict[Any, Any]) -> str:
    """The same without a sentence: "1 contact or 2 pairs"."""
    parts = [
        counted(int(row[name]), noun)
        for name, noun in (("gap", "contact"), ("gap_pairs", "pair"))
        if known(row[name])
    ]
    if not parts:
        return NOTHING
    return (" or " if row["computed"] == "watch" else " and ").join(parts)
