"""What to think about before approaching a mentor, with what one participant answered."""

from dataclasses import dataclass

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import OWN_VOCABULARIES, readable


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """One question, and the answers given so far, each with its wave, the latest first."""

    number: int
    asks: str
    answers: tuple[tuple[str, str], ...]


def preparation(
    database: Database, viewer: Viewer, _: Selection, *, participant: str
) -> tuple[Preparation, ...]:
    """The four questions in their order; answers are there for the participant alone."""
    rows = records(ask(database, viewer, "person_reflections", participant=participant))
    written = [row for row in reversed(rows) if row["item"] == "preparation"]
    return tuple(
        Preparation(
            number=int(number),
            asks=texts["asks"],
            answers=tuple(
                (readable(row["wave"]), row["text"])
                for row in written
                if row["number"] == int(number)
            ),
        )
        for number, texts in guidance("preparation_question").items()
    )


def contexts() -> dict[str, str]:
    """What mentoring can be about, each with a question to bring along."""
    titles = OWN_VOCABULARIES["mentoring_context"]
    return {
        titles[code]: texts["question"] for code, texts in guidance("mentoring_context").items()
    }
