"""What the participant plans, what they wrote, and room to think further."""

from datetime import date

from netaudit.analysis import person_plan
from netaudit.definitions.guidance import guidance
from netaudit.reports.document import Answer, Block, Heading
from netaudit.reports.finding_blocks import finding_table, lead
from netaudit.reports.person_subject import Subject


def blocks(about: Subject) -> tuple[Block, ...]:
    """The sections on the plan and the room to write."""
    actions = about.ask(person_plan.actions, today=about.on or date.min)
    activities = about.ask(person_plan.activities)
    return (
        Heading(text="Plan"),
        lead(actions),
        *finding_table(actions, actions.base),
        lead(activities),
        *finding_table(activities, activities.base),
        Heading(text="Room to think"),
        *(Answer(question=said["asks"], lines=2) for said in guidance("take_along").values()),
    )
