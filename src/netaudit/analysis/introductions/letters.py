"""What each of two people may be told of the other: what that one could offer, and nothing else."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.introductions.suggestions import Introduction, Side
from netaudit.analysis.introductions.topics import for_people

NOT_KNOWN = "Not known"


def letter(to: Side, about: Side) -> str:
    """A short text to one about the other; why the two would gain is not in it."""
    works = " · ".join(part for part in (about.function, about.organisation) if part != NOT_KNOWN)
    who = f"{about.name} ({works})" if works else about.name
    offers = for_people(to.gains)
    glad = f" {about.name} could be a good person to ask about {offers}." if offers else ""
    return (
        f"Dear {to.name},\n\n"
        f"you said that you would be glad to get to know others in the programme, and so did"
        f" {who}.{glad} May I put the two of you in touch? Half an hour is enough for a first"
        " talk: what are you working on, and whom do you know that the other might like to meet?\n"
    )


def merge_rows(made: Sequence[Introduction]) -> pd.DataFrame:
    """A row for each letter: to whom, about whom, the text; for a mail merge."""
    return pd.DataFrame(
        [
            {
                "Name": to.name,
                "E-mail": to.email,
                "Introduced to": about.name,
                "Text": letter(to, about),
            }
            for one in made
            for to, about in (one.sides, one.sides[::-1])
        ],
        columns=["Name", "E-mail", "Introduced to", "Text"],
    )


def as_text(made: Sequence[Introduction]) -> str:
    """All letters one below the other."""
    letters = [
        f"To: {to.name}{f' <{to.email}>' if to.email else ''}\n\n{letter(to, about)}"
        for one in made
        for to, about in (one.sides, one.sides[::-1])
    ]
    return f"\n{'-' * 60}\n\n".join(letters)
