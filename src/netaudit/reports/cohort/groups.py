"""Groups of participants side by side: access first, then means; never in an order of merit."""

from netaudit.analysis.change import access
from netaudit.analysis.cohort import group_means
from netaudit.charts.measures import mean_ladder
from netaudit.charts.share_points import share_points
from netaudit.reports.cohort.parts import part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Paragraph

NO_GROUPS = (
    "There are no groups here that are large enough to be told of without telling of single people."
    " Several cohorts together may have them."
)
MEANS = ("Group", "Mean", "Participants")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on groups, by every attribute that gives groups large enough."""
    attributes = about.choices(group_means.group_attribute_choices)
    if not attributes:
        return (Paragraph(text=NO_GROUPS),)
    told = tuple(
        block for one in attributes for block in _by(about, one.value, f"by {one.words.lower()}")
    )
    return told or (Paragraph(text=NO_GROUPS),)


def _by(about: Subject, attribute: str, words: str) -> tuple[Block, ...]:
    return (*_access(about, attribute, words), *_means(about, attribute, words))


def _access(about: Subject, attribute: str, words: str) -> tuple[Block, ...]:
    if about.leaves or about.span is None:
        return ()
    waves = {"first": about.span.first, "last": about.span.last}
    found = about.figure(access.access, attribute=attribute, **waves)
    if found.is_empty:
        return ()
    return part(f"At least one strategic contact, {words}", found, share_points)


def _means(about: Subject, attribute: str, words: str) -> tuple[Block, ...]:
    asked = {"attribute": attribute, "measure": "internal_share"}
    found = about.figure(group_means.group_means, **asked)
    if found.is_empty:
        return ()
    draw = mean_ladder if about.leaves else None
    return part(f"Internal contacts, {words}", found, draw, columns=MEANS)
