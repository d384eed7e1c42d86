"""What the participant wrote, the questions, and room to write further."""

from netaudit.analysis.person import reflection as person_reflection
from netaudit.analysis.person import strengths as person_strengths
from netaudit.analysis.person.reflection import Reflection
from netaudit.analysis.person.strengths import Written, WrittenAtWave
from netaudit.definitions.guidance import guidance
from netaudit.reports.document import Block, Heading, Note, Paragraph, Prompts, Table
from netaudit.reports.finding_blocks import sentence
from netaudit.reports.person.subject import Subject
from netaudit.wording import NOTHING

COLUMNS = ("", "In your own words", "What your list counts")
WIDTHS = (1.3, 5, 4)
ANSWER_COLUMNS = ("Question", "Your answer", "Wave")
ANSWER_WIDTHS = (4.6, 4.6, 1)
THEMES = (
    "Where somebody who read your words gave a theme, the count it is about stands beside them."
    " A count can agree with you or not; what you see may be what it cannot count."
)
FEW = 4
"""So many questions get two lines each; more of them get one."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """Strengths and weaknesses, the questions answered, and those with lines to write on."""
    reflection = about.ask(person_reflection.reflection)
    left = tuple(one.asks for one in reflection.to_take_along)
    talk = tuple(said["asks"] for said in guidance("take_along").values())
    return (
        *_strengths(about),
        Heading(text="Room to think"),
        *_answered(reflection),
        *((Prompts(questions=left, lines=2 if len(left) <= FEW else 1),) if left else ()),
        Heading(text="For the next mentoring talk", level=2),
        Prompts(questions=talk, lines=2),
    )


def _answered(reflection: Reflection) -> tuple[Block, ...]:
    """The latest answer to each question that has one, or a word on there being none."""
    said = sentence(reflection.headline)
    rows = tuple(
        (one.asks, one.latest.text, one.latest.wave) for one in reflection.answered if one.latest
    )
    if not rows:
        return (Paragraph(text=said, lead=True),)
    return (Table(caption=said, columns=ANSWER_COLUMNS, rows=rows, widths=ANSWER_WIDTHS),)


def _strengths(about: Subject) -> tuple[Block, ...]:
    found = about.ask(person_strengths.strengths)
    if not found.waves:
        return ()
    return (
        Heading(text="Strengths and weaknesses"),
        _table(found.waves[0], sentence(found.headline)),
        *((Note(text=THEMES),) if any(one.theme for one in _all(found.waves[0])) else ()),
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


def _all(wave: WrittenAtWave) -> tuple[Written, ...]:
    return (*wave.strengths, *wave.weaknesses)


def _counted(one: Written) -> str:
    return f"{one.theme}: {one.fact}" if one.fact else one.theme or NOTHING
