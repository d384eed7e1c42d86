"""What each part of the mentoring page shows, and the choices that a part has of its own."""

import pandas as pd

from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import SingleFigure
from netaudit.analysis.mentoring import beside, levels
from netaudit.analysis.mentoring import groups as mentoring_groups
from netaudit.analysis.mentoring import network as mentoring_network
from netaudit.analysis.mentoring import people as mentoring_people
from netaudit.analysis.mentoring import small_group as mentoring_small_group
from netaudit.analysis.mentoring import waves as mentoring_waves
from netaudit.analysis.mentoring import ways as mentoring_ways
from netaudit.charts.bars import share_bars
from netaudit.charts.heat import heat
from netaudit.charts.intervals import one_below_the_other
from netaudit.charts.measures import number_ladder
from netaudit.charts.share_points import share_points, share_points_by_wave
from netaudit.charts.theme import Chart
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.people.table import people_table

WITHOUT = {"any_mentor": "no_mentor", "sponsor": "no_sponsor"}
"""Cards with a list of the people whom they leave out."""


def uptake(view: View) -> None:
    """Who has a mentor, how many relationships people have, and several mentors at once."""

    def those_without(figure: SingleFigure) -> None:
        if figure.id in WITHOUT:
            view.turn_to("Without", f"without {figure.id}", see="people", reason=WITHOUT[figure.id])

    cards(view.ask(levels.mentoring_cards), way_on=those_without)
    draw(view.ask(levels.uptake), share_points)
    draw(view.ask(mentoring_ways.portfolios), share_bars)
    draw(view.ask(mentoring_small_group.small_group), share_points)


def people(view: View) -> None:
    """Who has no mentor, no sponsor, nobody outside, or has not answered."""
    reason = choose("Participants who", "reason", mentoring_people.REASON_CHOICES) or "no_mentor"
    listed = view.ask(mentoring_people.people, reason=reason)
    people_table(view, listed, {"list": "mentoring", "reason": reason})


def kinds(view: View) -> None:
    """Uptake by type, formality, mode, role or scope."""
    split = choose("Kinds of relationship, by", "kinds", _splits(levels.SPLITS))
    draw(view.ask(levels.by_kind, split=split), share_points)


def knowing(view: View) -> None:
    """What mentors help with."""
    draw(view.ask(levels.knowing), share_points)


def found(view: View) -> None:
    """Where mentors were found and how they were approached, and who found one by themselves."""
    draw(view.ask(mentoring_ways.outside_programme), share_points)
    way = choose("Mentors, by", "ways", _splits(levels.WAYS))
    draw(view.ask(levels.by_kind, split=way), share_points)
    approaches, sources = mentoring_ways.ways()

    def matrix(ways: pd.DataFrame) -> Chart:
        columns = [name for name in approaches if name in set(ways["column"])]
        rows = [name for name in sources if name in set(ways["row"])]
        return heat(ways, columns, rows, across="How approached", down="Where found")

    draw(view.ask(mentoring_ways.found), matrix)


def network(view: View) -> None:
    """Mentors on the contact list, new contacts, and networks with and without a mentor."""
    draw(view.ask(mentoring_network.mentors_listed), share_points)
    draw(view.ask(mentoring_network.new_contacts), share_points)
    draw(view.ask(beside.with_and_without), number_ladder)


def waves(view: View) -> None:
    """Uptake wave by wave: the same people at two waves, then everybody enrolled."""
    choices = view.ask(mentoring_waves.pair_choices)
    if choices:
        pair = choose("Waves compared", "waves", choices)
        draw(view.ask(mentoring_waves.same_people, waves=pair), _differences)
    along = view.ask(mentoring_waves.along_waves)
    draw(along, share_points_by_wave)


def groups(view: View) -> None:
    """Uptake group by group."""
    attribute = choose("Groups, by", "by", view.ask(mentoring_groups.attributes))
    draw(view.ask(mentoring_groups.by_group, attribute=attribute), share_points)


def has_groups(view: View) -> bool:
    """Whether groups are offered: not for a part of the cohort, whose own would be too small."""
    return view.selection.attribute is None and bool(view.ask(mentoring_groups.attributes))


def _splits(of: dict[str, tuple[str, str]]) -> list[Choice]:
    return [Choice(value=name, words=words) for name, (words, _) in of.items()]


def _differences(rows: pd.DataFrame) -> Chart:
    return one_below_the_other(rows, "Difference in percentage points", "+d")
