"""The parts of the mentoring page that have a choice of their own."""

from netaudit.analysis import mentoring, mentoring_groups, mentoring_people, mentoring_ways
from netaudit.analysis.choices import Choice
from netaudit.charts.heat import heat
from netaudit.charts.share_points import share_points
from netaudit.ui.figure import show
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.people_table import people_table


def kinds(view: View) -> None:
    """Uptake by type, formality, mode or scope."""
    choices = [Choice(value=name, words=words) for name, (words, _) in mentoring.SPLITS.items()]
    split = choose("Kinds of relationship, by", "kinds", choices)
    finding = view.ask(mentoring.by_kind, split=split)
    show(finding, None if finding.is_empty else share_points(finding.data))


def found(view: View) -> None:
    """Where mentors were found and how they were approached."""
    finding = view.ask(mentoring_ways.found)
    columns, rows = mentoring_ways.ways()
    present = finding.data
    columns = [name for name in columns if name in set(present["column"])]
    rows = [name for name in rows if name in set(present["row"])]
    show(
        finding,
        None
        if finding.is_empty
        else heat(present, columns, rows, across="How approached", down="Where found"),
    )


def groups(view: View) -> None:
    """Uptake group by group; not for a part of the cohort, whose groups would be too small."""
    choices = view.ask(mentoring_groups.attributes)
    if view.selection.attribute is not None or not choices:
        return
    attribute = choose("Groups, by", "by", choices)
    finding = view.ask(mentoring_groups.by_group, attribute=attribute)
    show(finding, None if finding.is_empty else share_points(finding.data))


def people(view: View) -> None:
    """Who has no mentor, no sponsor, or has not answered."""
    reason = choose("Participants who", "reason", mentoring_people.REASON_CHOICES)
    people_table(view, view.ask(mentoring_people.people, reason=reason))
