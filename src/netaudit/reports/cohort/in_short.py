"""The report in a few sentences: what its main figures say, in the figures' own words."""

from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Items, Note, Paragraph
from netaudit.reports.finding_blocks import sentence

TOLD = (
    "response",
    "makeup_affiliation",
    "internal_share",
    "patterns_by_wave",
    "uptake",
    "change_primary",
    "change_main",
    "activities",
)
"""The figures that are told here, by their ids, where the report has them."""

READ_ON = (
    "Each sentence stands again over its figure, with what it rests on and what it must not be"
    " taken for."
)
NOTHING_TO_TELL = "None of the main figures can be shown."


def blocks(about: Subject) -> tuple[Block, ...]:
    """The first section, once all others have asked."""
    found = {one.id: one for one in about.figures if not one.is_empty}
    said = tuple(sentence(found[name].headline) for name in TOLD if name in found)
    if not said:
        return (Paragraph(text=NOTHING_TO_TELL),)
    return (Items(texts=said), Note(text=READ_ON))
