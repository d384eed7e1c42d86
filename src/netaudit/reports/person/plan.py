"""What the participant plans: the first step, the actions, the activities, the purposes."""

from datetime import date

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import plan as person_plan
from netaudit.analysis.person import plan_actions
from netaudit.analysis.person.plan_actions import ActionPlan, PlannedAction
from netaudit.reports.document import Block, Heading, Note, Paragraph, Table
from netaudit.reports.finding_blocks import finding_table, notes, sentence
from netaudit.reports.person.subject import Subject

NO_ACTION = "One small step with a date is a plan already. There is room for it at the end."
ACTION_COLUMNS = ("Action", "For", "When", "So far")
ACTION_WIDTHS = (3.7, 4.1, 2.6, 2.6)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on the plan, as last recorded."""
    plan = about.ask(plan_actions.action_plan, today=about.on or date.min)
    activities = about.ask(person_plan.activities)
    return (
        Heading(text="Your plan"),
        *_actions(plan),
        *_activities(activities),
    )


def _activities(found: Finding) -> tuple[Block, ...]:
    """The seven at every wave; in a sentence where none was recorded."""
    if found.is_empty:
        return (Paragraph(text=f"{sentence(found.headline)} {found.base}"),)
    return (*finding_table(found, sentence(found.headline)), *notes(found))


def _actions(plan: ActionPlan) -> tuple[Block, ...]:
    if not plan.everything:
        return (Paragraph(text=f"{sentence(plan.headline)} {NO_ACTION}"),)
    first = next((action for action in plan.open if action.is_first_step), None)
    step = () if first is None else (Paragraph(text=f"Your first step: {first.title}", lead=True),)
    note = (Note(text=plan.note),) if plan.note else ()
    return (*step, _table(plan), *note)


def _table(plan: ActionPlan) -> Table:
    return Table(
        caption=f"{sentence(plan.headline)} {plan.base}",
        columns=ACTION_COLUMNS,
        rows=tuple(_row(action) for action in plan.everything),
        widths=ACTION_WIDTHS,
    )


def _row(action: PlannedAction) -> tuple[str, ...]:
    step = " (first step)" if action.is_first_step else ""
    return f"{action.title}{step}", "; ".join(action.aims), action.when, action.history
