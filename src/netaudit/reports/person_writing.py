"""What the participant wrote, the questions, and room to write further."""

from netaudit.analysis import person_reflection, person_strengths
from netaudit.analysis.person_reflection import Reflection
from netaudit.analysis.person_strengths import Written, WrittenAtWave
from netaudit.definitions.guidance import guidance
from netaudit.reports.document import Answer, Block, Heading, Note, Table
from netaudit.reports.finding_blocks import sentence
from netaudit.reports.person_subject import Subject
from netaudit.wording import NOTHING

COLUMNS = ("", "In your own words", "What your list counts")
WIDTHS = (1.3, 5, 4)
ANSWER_COLUMNS = ("Question", "Your answer", "Wave")
ANSWER_WIDTHS = (4.6, 4.6, 1)
MANY = 3
"""So many open questions get two lines each; more of them get one."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """Strengths and weaknesses, then the questions with their answers or with lines."""
    reflection = about.ask(person_reflection.reflection)
    left = reflection.to_take_along
    return (
        *_strengths(about),
        Heading(text="Room to think"),
        *_answered(reflection),
        *(Answer(question=one.asks, lines=2 if len(left) <= MANY else 1) for one in left),
        Heading(text="For the next mentoring talk", level=2),
        *(Answer(question=said["asks"], lines=2) for said in guidance("take_along").values()),
    )


def _answered(reflection: Reflection) -> tuple[Block, ...]:
    """The latest answer to each question that has one, or a word on there being none."""
    said = sentence(reflection.headline)
    rows = tuple(
        (one.asks, one.latest.text, one.latest.wave) for one in reflection.answered if one.latest
    )
    if not rows:
        return (Note(text=said),)
    return (Table(caption=said, columns=ANSWER_COLUMNS, rows=rows, widths=ANSWER_WIDTHS),)


def _strengths(about: Subject) -> tuple[Block, ...]:
    found = about.ask(person_strengths.strengths)
    if not found.waves:
        return ()
    return (
        Heading(text="Strengths and weaknesses"),
        _table(found.waves[0], sentence(found.headline)),
        Note(text=found.base),
    )


def _table(wave: WrittenAtWave, caption: str) -> Table:
    rows = [("Strength", one) for one in wave.strengths]
    rows += [("Weakness", one) for one in wave.weaknesses]
    return Table(
        caption=caption,
        columns=COLUMNS,
        rows=tuple((kind, one.text, _counted(one)) for kind, one in rows),
        widths=WIDTHS,
    )


def _counted(one: Written) -> str:
    return f"{one.theme}: {one.fact}" if one.fact else one.theme or NOTHING
