"""How a participant rated their own contacts: for their eyes alone, never ranked or added up."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.names import names
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING, known

RATINGS = {
    "invest_motivation": ("Wants to help", 4),
    "invest_influence": ("Has a say", 4),
    "invest_complement": ("Has what I lack", 4),
    "invest_unlock": ("Opens doors", 4),
    "trust": ("Trust", 5),
    "energy": ("Energy", 5),
}
"""What each rating asks, in a few words, and its highest answer."""


def ratings(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a contact, in the order of the numbers, one column a rating that was given.

    Empty for everybody but the participant, and where nothing was rated.
    """
    rows = ask(database, viewer, "person_ratings", participant=participant)
    here = rows[rows["wave"] == wave]
    finding_id = f"ratings_{participant}_{wave}"
    if here.empty:
        return nothing_to_show(finding_id, "The contacts were not rated", "")
    called = names(database, viewer, participant)
    answers = here.pivot_table(index="contact_number", columns="rating", values="answer")
    table = pd.DataFrame({"Contact": [called[int(number)] for number in answers.index]})
    for rating, (title, highest) in RATINGS.items():
        if rating in answers:
            table[title] = [_dots(value, highest) for value in answers[rating]]
    return Finding(
        id=finding_id,
        headline="How you see each contact, one by one",
        base="Your own answers, in the order of the list. Only you can see them, and nothing is"
        " added up. A person is more than these dots.",
        data=here[["contact_number", "rating", "answer"]],
        table=table,
        alternative="A table of your ratings: the more filled dots, the more you agreed.",
    )


def _dots(value: float, highest: int) -> str:
    if not known(value):
        return NOTHING
    return "●" * int(value) + "○" * (highest - int(value))
