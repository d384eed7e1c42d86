"""The seven questions for reflection, with what one participant answered at each wave."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.person.strengths import FOR_THEM_ALONE
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import voice
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import readable


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was written at a wave."""

    wave: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question in netaudit's words; `latest` None while it has no answer."""

    number: int
    asks: str
    latest: Answer | None
    earlier: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class Reflection:
    """All seven questions, in their order."""

    headline: str
    base: str
    questions: tuple[Question, ...]

    @property
    def answered(self) -> tuple[Question, ...]:
        """Those with an answer at any wave."""
        return tuple(one for one in self.questions if one.latest)

    @property
    def to_take_along(self) -> tuple[Question, ...]:
        """Those without one."""
        return tuple(one for one in self.questions if not one.latest)


def reflection(database: Database, viewer: Viewer, _: Selection, *, participant: str) -> Reflection:
    """The questions with the answers, the latest first; answers are for the participant alone."""
    rows = records(ask(database, viewer, "person_reflections", participant=participant))
    written = [row for row in rows if row["item"] == "question"]
    questions = tuple(
        _question(int(number), said["asks"], written)
        for number, said in guidance("reflection_question").items()
    )
    answered = sum(one.latest is not None for one in questions)
    return Reflection(
        headline=voice(viewer).says(_headline(answered, len(questions)), FOR_THEM_ALONE),
        base="The answers show on no page but yours." if written else "",
        questions=questions,
    )


def _question(number: int, asks: str, written: list[dict[str, Any]]) -> Question:
    answers = [
        Answer(wave=readable(row["wave"]), text=row["text"])
        for row in reversed(written)
        if row["number"] == number
    ]
    return Question(
        number=number,
        asks=asks,
        latest=answers[0] if answers else None,
        earlier=tuple(answers[1:]),
    )


def _headline(answered: int, questions: int) -> str:
    if not answered:
        return "Seven questions to take along: there is no hurry, and no order"
    return f"You have answered {answered} of {questions} questions"
