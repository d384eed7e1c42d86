"""The four patterns: at the latest wave, by what they rest on, and wave by wave."""

from functools import partial

from netaudit.analysis.patterns import states
from netaudit.analysis.patterns.agreement import agreement
from netaudit.charts.pattern_states import pattern_states
from netaudit.charts.share_points import share_bars_by_wave
from netaudit.reports.cohort.parts import part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Note
from netaudit.schema import PATTERNS
from netaudit.vocabulary import label


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on patterns."""
    along = part("Wave by wave", about.figure(states.along_waves), share_bars_by_wave)
    if about.leaves:
        return along
    drawn = partial(pattern_states, watch=states.WATCH_PARTS)
    return (
        *part("What is shown, and what it rests on", about.figure(states.by_basis), drawn),
        Note(text=states.ON_WATCH),
        *along,
        *(block for pattern in PATTERNS for block in _agreement(about, pattern)),
    )


def _agreement(about: Subject, pattern: str) -> tuple[Block, ...]:
    title = f"{label('pattern', pattern)}: the list and the own rating"
    return part(title, about.figure(agreement, pattern=pattern))
