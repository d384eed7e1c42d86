"""The parts of the mentoring page that have a choice of their own."""

import pandas as pd

from netaudit.analysis import mentoring, mentoring_groups, mentoring_people, mentoring_ways
from netaudit.analysis.choices import Choice
from netaudit.charts.heat import heat
from netaudit.charts.share_points import share_points
from netaudit.charts.theme import Chart
from netaudit.ui.drawing import draw
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.people_table import people_table


def kinds(view: View) -> None:
    """Uptake by type, formality, mode or scope."""
    choices = [Choice(value=name, words=words) for name, (words, _) in mentoring.SPLITS.items()]
    split = choose("Kinds of relationship, by", "kinds", choices)
    draw(view.ask(mentoring.by_kind, split=split), share_points)


def found(view: View) -> None:
    """Where mentors were found and how they were approached."""
    finding = view.ask(mentoring_ways.found)
    approaches, sources = mentoring_ways.ways()

    def matrix(ways: pd.DataFrame) -> Chart:
        columns = [name for name in approaches if name in set(ways["column"])]
        rows = [name for name in sources if name in set(ways["row"])]
        return heat(ways, columns, rows, across="How approached", down="Where found")

    draw(finding, matrix)


def groups(view: View) -> None:
    """Uptake group by group; not for a part of the cohort, whose groups would be too small."""
    choices = view.ask(mentoring_groups.attributes)
    if view.selection.attribute is not None or not choices:
        return
    attribute = choose("Groups, by", "by", choices)
    draw(view.ask(mentoring_groups.by_group, attribute=attribute), share_points)


def people(view: View) -> None:
    """Who has no mentor, no sponsor, or has not answered."""
    reason = choose("Participants who", "reason", mentoring_people.REASON_CHOICES)
    # The participants page has a list of the same people for this reason alone.
    further = {"show": "no_mentor"} if reason == "no_mentor" else {}
    people_table(view, view.ask(mentoring_people.people, reason=reason), **further)
