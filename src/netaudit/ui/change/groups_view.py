"""Parts of the change page about groups of participants, other cohorts, and a comparison."""

from functools import partial

import pandas as pd
import streamlit as st

from netaudit.analysis.change import access, cohorts, comparison, earlier, groups, patterns
from netaudit.analysis.change.comparison_binary import binary_against_comparison
from netaudit.analysis.change.words import unit_words
from netaudit.charts.forest import forest, in_points
from netaudit.charts.measures import mean_band, number_band
from netaudit.charts.share_points import share_points
from netaudit.charts.theme import Chart
from netaudit.ui.change.compared import IN_AMOUNTS, IN_POINTS, Compared, choose_measure, is_share
from netaudit.ui.change.people_view import choose_pattern
from netaudit.ui.drawing import draw
from netaudit.ui.filters import choose


def has_groups(compared: Compared) -> bool:
    """Whether groups are offered: not for a part of the cohort, whose own would be too small."""
    view = compared.view
    return view.selection.attribute is None and bool(view.ask(groups.attribute_choices))


def by_group(compared: Compared) -> None:
    """Access first, then a measure's change, then how a pattern's rule falls on groups."""
    view = compared.view
    attribute = choose("Groups, by", "by", view.ask(groups.attribute_choices))
    if attribute is None:
        return
    st.header("Who has at least one", anchor=False)
    what = choose("Of what", "access", view.ask(access.access_choices))
    draw(compared.ask(access.access, attribute=attribute, what=what), share_points)
    st.header("How a measure changed", anchor=False)
    measure, aspect = choose_measure(compared)
    draw(
        compared.ask(groups.changes, attribute=attribute, measure=measure, aspect=aspect),
        partial(_changes, measure),
    )
    st.header("How a pattern's rule falls on groups", anchor=False)
    audited = view.ask(
        patterns.rule_audit,
        wave=compared.span.last,
        attribute=attribute,
        pattern=choose_pattern(),
    )
    draw(audited, share_points)


def other_cohorts(compared: Compared) -> None:
    """A comparison cohort where there is one, every cohort side by side, and earlier ones."""
    view = compared.view
    others = view.ask(comparison.comparison_choices)
    if others:
        st.header("Against a comparison cohort", anchor=False)
        other = choose("Comparison cohort", "comparison", others)
        against = compared.ask(
            comparison.against_comparison, comparison=other, chosen=compared.chosen
        )
        draw(against, _against)
        draw(compared.ask(binary_against_comparison, comparison=other), _points_apart)
        st.header("Cohort by cohort", anchor=False)
    measure, attribute = choose_measure(compared)
    asked = {"measure": measure, "attribute": attribute}
    draw(compared.ask(cohorts.side_by_side, **asked), partial(_in_units, measure))
    draw(view.ask(earlier.reference, **asked), mean_band if is_share(measure) else number_band)


def _against(rows: pd.DataFrame) -> Chart:
    return forest(rows, IN_AMOUNTS, zero_words="Both alike", smallest=1.0)


def _points_apart(rows: pd.DataFrame) -> Chart:
    return forest(rows, IN_POINTS, zero_words="Both alike")


def _changes(measure: str, rows: pd.DataFrame) -> Chart:
    return _in_units(measure, in_points(rows) if is_share(measure) else rows)


def _in_units(measure: str, rows: pd.DataFrame) -> Chart:
    unit = unit_words(measure)
    if is_share(measure):
        return forest(rows, IN_POINTS)
    return forest(rows, f"Change in {unit}" if unit else "Change")
