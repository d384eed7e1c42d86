"""What the figures cannot tell."""

from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Items

LIMITS = (
    "The lists are from memory. Somebody may be left out because they did not come to mind, and"
    " people met seldom are left out more easily than those met every day.",
    "A list has an end. Where many filled in every line, longer lists could not show, and figures"
    " on how many contacts there are say less.",
    "Whether two contacts know each other is the participant's view. What was not answered is left"
    " out of the figure and never counted as a no.",
    "Without a group that was asked the same and did not take part, a change cannot be put down to"
    " the programme. Jobs change, years pass, and high and low beginnings drift to the middle.",
    "Changes are those of people who answered both times. Those who left may have fared otherwise.",
    "Intervals of 95% show what chance alone could do in a group of this size. They do not cover"
    " forgetting, or questions understood in another way.",
    "The cut-offs of the patterns are conventions. A pattern on watch is a question for a talk, and"
    " no finding about a person.",
)


def blocks(_: Subject) -> tuple[Block, ...]:
    """The section on limits."""
    return (Items(texts=LIMITS),)
