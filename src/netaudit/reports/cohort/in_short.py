"""The report in a few sentences: what its main figures say, theme by theme."""

from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Fact, Facts, Note, Paragraph
from netaudit.reports.finding_blocks import sentence

TOLD = {
    "Who took part": ("response",),
    "The networks": ("list_size", "internal_share", "diversity", "purposes"),
    "Patterns": ("patterns_by_wave",),
    "Mentoring": ("uptake", "uptake_knowing"),
    "What changed": ("change_primary", "change_main", "change_contacts"),
    "Other cohorts": ("change_comparison", "change_cohorts"),
    "What people do": ("activities", "actions"),
}
"""By theme the ids of the figures that are told here, where the report has them."""

READ_ON = (
    "Each sentence stands again over its figure, with what it rests on. Intervals of 95% show how"
    " much chance alone can do in a group of this size."
)
NO_CAUSE = (
    "The figures say what is different at the end, and nothing of why: the cohort is compared with"
    " itself."
)
COMPARED = (
    "Against the comparison cohort more can be said, on the assumptions that stand beside it."
)
OF_BOTH = (
    "Every figure is of the same people, those who answered the first and the last wave: so no two"
    " figures beside each other tell of the few who answered one of them."
)
NOTHING_TO_TELL = "None of the main figures can be shown."


def blocks(about: Subject) -> tuple[Block, ...]:
    """The first section, once all others have asked."""
    found: dict[str, str] = {}
    for one in about.figures:
        if not one.is_empty:
            found.setdefault(one.id, sentence(one.headline))
    facts = tuple(
        (theme, " ".join(found[name] for name in names if name in found))
        for theme, names in TOLD.items()
        if any(name in found for name in names)
    )
    if not facts:
        return (Paragraph(text=NOTHING_TO_TELL),)
    compared = COMPARED if "change_comparison" in found else ""
    care: Fact = ("Read with care", f"{NO_CAUSE} {compared}".strip())
    of_both = (Note(text=OF_BOTH),) if about.same_people else ()
    return (Facts(facts=(*facts, care)), *of_both, Note(text=READ_ON))
