"""Yes-or-no outcomes, contacts, leavers, groups, comparison, cohorts and patterns over time."""

import math

import numpy as np
import pytest
from scipy import stats

from netaudit.analysis.ask import ask
from netaudit.analysis.change import (
    access,
    binary,
    choices,
    cohorts,
    comparison,
    comparison_binary,
    conditions,
    contacts,
    earlier,
    flow,
    groups,
    leavers,
    measured,
    one,
    patterns,
    planning,
)
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.change.words import interval_words
from netaudit.analysis.cohort import group_means
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.groups import offered_groups
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.store.outcomes import Outcome
from tests.analysis.change.conftest import WORKED

TEAM, EVALUATOR = Viewer.local(), Viewer(role="evaluator")
SPAN = {"first": "baseline", "last": "endpoint"}
TWENTY, LEAVING = Selection(cohort="twenty"), Selection(cohort="leaving")
CHANGES = np.array([after - before for before, after in WORKED]) / 10


def differences(database: Database, selection: Selection) -> np.ndarray:
    found = ask(
        database, TEAM, "change_pairs", selection, measure="internal_share", attribute=None, **SPAN
    )
    return found["difference"].to_numpy()


def test_flow_of_the_sample_by_hand(sample: Database) -> None:
    """Of 24 enrolled 21 answered the baseline, 18 the endpoint, 17 both (counted in the files)."""
    found = flow.flow(sample, TEAM, Selection(cohort="2026"), **SPAN)
    assert found.table["Participants"].tolist() == [24, 21, 18, 17]
    assert found.headline == (
        "17 of 24 answered at both baseline and endpoint (71%; 95% interval 51% to 85%)"
    )


def test_two_waves_are_chosen_by_their_numbers(sample: Database) -> None:
    where = Selection(cohort="2026", wave="midpoint")
    offered = choices.span_choices(sample, TEAM, where)
    assert [choice.value for choice in offered] == ["1-2", "1-3", "2-3"]
    assert [choice.is_default for choice in offered] == [True, False, False]
    assert choices.span_of(sample, TEAM, where, value="2-3") == choices.Span(
        first="midpoint", last="endpoint"
    )
    for wrong in ("3-1", "1-9", "x", "1-1"):
        with pytest.raises(NetauditError):
            choices.span_of(sample, TEAM, where, value=wrong)


def test_patterns_of_the_worked_table(invented: Database) -> None:
    """Bonett & Price (2012) on 3, 6, 1 and 8 of 18: 50% to 22%, -28 points, from -52 to +2."""
    found = binary.patterns_changed(invented, TEAM, Selection(cohort="patterns"), **SPAN)
    line = found.table.set_index("What").loc["Pigeonholing"]
    assert line[["At both", "Gained", "Lost", "At neither"]].tolist() == [3, 1, 6, 8]
    assert (line["Baseline"], line["Endpoint"]) == ("9 of 18 (50%)", "4 of 18 (22%)")
    assert (line["Points"], line["95% interval"]) == (-28, "from −52 to +2")
    assert "p (McNemar mid-p)" not in found.table


def test_transitions_add_up_and_the_cut_off_in_force_says_the_same(invented: Database) -> None:
    where = Selection(cohort="patterns")
    moved = patterns.transitions(invented, TEAM, where, **SPAN, pattern="pigeonholing")
    assert sum(int(label) for label in moved.data["label"]) == 18
    grid = patterns.at_other_cut_offs(invented, TEAM, where, **SPAN, pattern="pigeonholing")
    assert grid.data["label"].tolist() == ["9→4", "9→4*", "9→4"]
    for audience in (TEAM.for_release, Viewer(role="administrator")):
        hidden = patterns.transitions(invented, audience, where, **SPAN, pattern="pigeonholing")
        assert hidden.is_empty


def test_contacts_kept_added_and_dropped_by_hand(invented: Database) -> None:
    """Seven of ten stay and three change: the overlap is 7 of 13 different people."""
    row = ask(invented, TEAM, "change_contacts", TWENTY, **SPAN).iloc[0]
    assert row[["kept", "added", "dropped", "size_from", "size_to"]].tolist() == [7, 3, 3, 10, 10]
    assert row["overlap"] == pytest.approx(7 / 13)
    assert row["retention"] == pytest.approx(0.7)
    external = [sum(n >= after for n in (7, 8, 9)) / 3 for _, after in WORKED]
    assert row["new_external"] == pytest.approx(np.mean(external))
    found = contacts.contacts(invented, TEAM, TWENTY, **SPAN)
    assert "the overlap would be 67%" in found.caution


def test_leavers_are_for_evaluators_alone(invented: Database) -> None:
    for viewer in (TEAM, EVALUATOR.for_release):
        assert leavers.leavers(invented, viewer, LEAVING, **SPAN).is_empty
        assert leavers.if_leavers(invented, viewer, LEAVING, **SPAN).is_empty
    asked = {"measures": ["internal_share"], **SPAN}
    assert ask(invented, TEAM, "change_leavers", LEAVING, **asked).empty


def test_leavers_beside_those_who_stayed_as_scipy_has_it(invented: Database) -> None:
    stayed = np.array([before for before, _ in WORKED[:14]]) / 10
    left = np.array([n % 4 for n in range(14, 20)]) / 10
    found = leavers.leavers(invented, EVALUATOR, LEAVING, **SPAN)
    line = found.table.set_index("Measure").loc["Internal share"]
    assert (line["Stayed"], line["Left"]) == (14, 6)
    low, high = stats.ttest_ind(stayed, left, equal_var=False).confidence_interval()
    assert line["95% interval (Welch)"] == interval_words("internal_share", low, high)
    spread = math.sqrt((stayed.var(ddof=1) + left.var(ddof=1)) / 2)
    assert line["Standardised"] == round((stayed.mean() - left.mean()) / spread, 2)


def test_what_those_who_left_could_have_changed(invented: Database) -> None:
    """Had none of them changed, zeros join; the tipping point is -sum/6."""
    changed = CHANGES[:14]
    row = leavers.if_leavers(invented, EVALUATOR, LEAVING, **SPAN).data.iloc[0]
    interval = stats.ttest_1samp(np.append(changed, np.zeros(6)), 0).confidence_interval()
    assert row["mean_if_same"] == pytest.approx(changed.sum() / 20)
    assert (row["low"], row["high"]) == pytest.approx((interval.low, interval.high))
    assert row["tipping_point"] == pytest.approx(-changed.sum() / 6)


def test_difference_in_differences_is_welchs(invented: Database) -> None:
    found = comparison.against_comparison(invented, TEAM, TWENTY, **SPAN)
    line = found.table.set_index("Measure").loc["Internal share"]
    here, there = (differences(invented, s) for s in (TWENTY, Selection(cohort="others")))
    interval = stats.ttest_ind(here, there, equal_var=False).confidence_interval()
    row = found.data.iloc[0]
    assert row["value"] == pytest.approx((here.mean() - there.mean()) / 0.1)
    assert (row["ci_low"], row["ci_high"]) == pytest.approx(
        (interval.low / 0.1, interval.high / 0.1)
    )
    assert (line["Pairs here"], line["Pairs in comparison"]) == (20, 15)
    assert "assumed" in found.caution
    assert "about 10 months here and 10 months there" in found.base


def test_yes_or_no_against_a_comparison_cohort_by_hand(invented: Database) -> None:
    """Bonett & Price's intervals of 1 gained and 6 lost of 18, and of 0 and 0 of 15, joined as by
    Zou & Donner (2008).
    """
    where = Selection(cohort="patterns")
    found = comparison_binary.binary_against_comparison(invented, TEAM, where, **SPAN)
    row = found.data.set_index("category").loc["On watch: Pigeonholing"]
    here, middle = -5 / 18, -5 / 20
    reach = 1.959964 * math.sqrt((9 / 20 - middle**2) / 20)
    there = 1.959964 * math.sqrt((2 / 17) / 17)
    low = here - math.hypot(here - (middle - reach), there)
    high = here + math.hypot(middle + reach - here, there)
    assert row[["value", "ci_low", "ci_high"]].tolist() == pytest.approx(
        [100 * here, 100 * low, 100 * high], abs=1e-4
    )
    line = found.table.set_index("Outcome").loc["On watch: Pigeonholing"]
    assert (line["Here, then"], line["There, now"]) == ("9 of 18 (50%)", "0 of 15 (0%)")
    assert "assumed" in found.caution


def test_without_a_comparison_cohort_there_is_no_comparison(
    sample: Database, invented: Database
) -> None:
    assert comparison.against_comparison(sample, TEAM, EVERYTHING, **SPAN).is_empty
    assert comparison.against_comparison(invented, TEAM.for_release, TWENTY, **SPAN).is_empty
    ask_both = comparison_binary.binary_against_comparison
    assert ask_both(sample, TEAM, EVERYTHING, **SPAN).is_empty
    assert ask_both(invented, TEAM.for_release, TWENTY, **SPAN).is_empty


def test_cohorts_stand_beside_each_other_and_together(invented: Database) -> None:
    found = cohorts.side_by_side(invented, TEAM, EVERYTHING, **SPAN, measure="internal_share")
    lines = found.table.set_index("Cohort")
    assert "four" not in lines.index
    assert lines.loc["All cohorts of the programme", "Pairs"] == 75
    assert lines.loc["Waiting list (comparison)", "Pairs"] == 15
    outside = cohorts.side_by_side(
        invented, TEAM.for_release, EVERYTHING, **SPAN, measure="internal_share"
    )
    # Six answered once: all together beside everybody at the baseline would tell of them.
    assert "All cohorts of the programme" not in set(outside.table["Cohort"])


def test_earlier_cohorts_are_a_band_with_number_and_date(sample: Database) -> None:
    found = earlier.reference(sample, TEAM, Selection(cohort="2026"), measure="internal_share")
    assert found.table["Participants"].tolist() == [36, 33, 30]
    assert found.table["Answered"].iloc[0] == "22 January 2025 to 14 February 2025"
    values = ask(sample, TEAM, "measure_rows", Selection(cohort="2025", wave="baseline"))
    shares = values.loc[values["measure"] == "internal_share", "value"].dropna()
    assert found.data["upper_quartile"].iloc[0] == pytest.approx(shares.quantile(0.75))
    first = earlier.reference(sample, TEAM, Selection(cohort="2025"), measure="internal_share")
    assert first.is_empty


def test_groups_beside_everybody_as_scipy_has_it(invented: Database) -> None:
    found = groups.changes(
        invented, TEAM, TWENTY, **SPAN, attribute="function", measure="internal_share"
    )
    lines = found.table.set_index("Function")
    inside, others = CHANGES[:10], CHANGES[10:]
    interval = stats.ttest_ind(inside, others, equal_var=False).confidence_interval()
    between = interval_words("internal_share", interval.low, interval.high)
    assert f"({between})" in lines.loc["Clinical", "Against all others"]
    assert list(lines.index) == ["Everybody", "Clinical", "Research"]


def test_groups_that_single_cohorts_tell_are_not_told_of_all_together(
    invented: Database,
) -> None:
    """Some cohorts have ten women and tell their mean; the rest could be subtracted."""
    told = {
        one.category
        for cohort in ("twenty", "leaving", "patterns", "four")
        for one in offered_groups(invented, TEAM, Selection(cohort=cohort))
        if one.attribute == "gender"
    }
    asked = {**SPAN, "attribute": "gender", "measure": "internal_share"}
    together = groups.changes(invented, TEAM, EVERYTHING, **asked)
    shown = {"woman", "man"} - told
    assert set(together.table.get("Gender", [])) - {"Everybody"} <= {
        code.capitalize() for code in shown
    }
    assert told


@pytest.mark.parametrize("cohort", ["2025", "2026", None])
def test_tables_by_gender_all_rest_on_the_same_people(sample: Database, cohort: str | None) -> None:
    """Two that differed by a few would tell the gender of these few."""
    bases = set()
    for wave in ("baseline", "midpoint", "endpoint"):
        for measure in ("size", "internal_share", "connectivity"):
            asked = {"attribute": "gender", "measure": measure}
            at = Selection(cohort=cohort, wave=wave)
            bases |= set(
                group_means.group_means(sample, TEAM, at, **asked).table[:1].get("Participants", [])
            )
            for first in ("baseline", "midpoint"):
                asked |= {"first": first, "last": wave}
                if first != wave:
                    found = groups.changes(sample, TEAM, Selection(cohort=cohort), **asked)
                    bases |= set(found.table[:1].get("Pairs", []))
    assert len(bases) <= 1
    assert bases or cohort != "2025"


def test_a_group_is_not_parted_again(invented: Database) -> None:
    narrowed = Selection(cohort="twenty", attribute="function", category="clinical")
    asked = {**SPAN, "attribute": "gender"}
    assert groups.changes(invented, TEAM, narrowed, **asked, measure="internal_share").is_empty
    assert access.access(invented, TEAM, narrowed, **asked).is_empty


def test_access_counts_who_has_at_least_one(sample: Database) -> None:
    found = access.access(
        sample, TEAM, Selection(cohort="2025"), **SPAN, attribute="sector", what="mentor"
    )
    line = found.table.iloc[0]
    uptake = binary.uptake_changed(sample, TEAM, Selection(cohort="2025"), **SPAN, with_p=True)
    mentors = uptake.table.set_index("What").loc["Has a mentor"]
    assert (line["Baseline"], line["Endpoint"]) == (mentors["Baseline"], mentors["Endpoint"])
    assert 0 < float(mentors["p (McNemar mid-p)"]) < 1


def test_single_people_are_shown_to_the_team_without_names(invented: Database) -> None:
    found = one.pairs(invented, TEAM, TWENTY, **SPAN, measure="internal_share")
    directions = np.sign(CHANGES)
    up, same, down = ((directions == sign).sum() for sign in (1, 0, -1))
    assert found.headline == f"Internal share: {up} of 20 went up, {same} stayed, {down} went down"
    assert len(found.data) == 40
    assert not {"participant_id", "name"} & set(found.data)
    assert one.pairs(invented, TEAM.for_release, TWENTY, **SPAN, measure="internal_share").is_empty


def test_checks_of_few_pairs_leave_out_what_takes_twenty(invented: Database) -> None:
    chosen = Chosen(outcomes=(Outcome(measure="internal_share", smallest_change=0.1),))
    more = one.checks(invented, TEAM, TWENTY, **SPAN, measure="internal_share", chosen=chosen)
    unplanned = one.checks(invented, TEAM, TWENTY, **SPAN, measure="internal_share")
    few = one.checks(invented, TEAM, Selection(cohort="twelve"), **SPAN, measure="internal_share")
    assert len(more.table) == 6
    assert len(unplanned.table) == 4, "no p-value of a measure that nobody chose beforehand"
    assert len(few.table) == 2
    assert one.checks(
        invented, TEAM, Selection(cohort="seven"), **SPAN, measure="internal_share"
    ).is_empty


def test_planning_says_what_a_cohort_could_tell(invented: Database) -> None:
    """In the measure's unit, from the spread of changes so far; before there are any in deviations:
    twelve pairs find 0.89 of them with 80% power (SciPy's noncentral t).
    """
    changes = differences(invented, EVERYTHING)
    found = planning.what_can_be_told(invented, TEAM, EVERYTHING, pairs=12)
    deviation = 100 * np.std(changes[~np.isnan(changes)], ddof=1)
    row = found.data.set_index("pairs").loc[12]
    assert row["half_width"] == pytest.approx(stats.t.ppf(0.975, 11) / 12**0.5 * deviation)
    assert "points to each side" in found.headline
    asked = {"measure": "mentors_active"}
    unknown = planning.what_can_be_told(invented, TEAM, EVERYTHING, pairs=12, **asked)
    assert "changes from 0.89 standard deviations are usually found" in unknown.headline
    few = planning.what_can_be_told(invented, TEAM, EVERYTHING, pairs=6)
    assert "too few to estimate a change" in few.headline


def test_full_forms_are_told_and_only_to_the_team(invented: Database) -> None:
    """Everybody lists ten, which is the cap."""
    said = conditions.conditions(invented, TEAM, TWENTY, **SPAN)
    assert said.startswith("20 of 20 (100%) listed as many contacts as the form lets them")
    assert conditions.conditions(invented, TEAM.for_release, TWENTY, **SPAN) == ""


CAUSES = ("impact", "effect of", "caused", "thanks to", "led to", "improve", "increased", "due to")


def every_finding(database: Database, viewer: Viewer, where: Selection) -> list[Finding]:
    asked = {"measure": "internal_share", **SPAN}
    return [
        flow.flow(database, viewer, where, **SPAN),
        measured.exploratory(database, viewer, where, **SPAN),
        one.pairs(database, viewer, where, **asked),
        one.checks(database, viewer, where, **asked),
        binary.patterns_changed(database, viewer, where, **SPAN),
        binary.uptake_changed(database, viewer, where, **SPAN),
        contacts.contacts(database, viewer, where, **SPAN),
        leavers.leavers(database, viewer, where, **SPAN),
        leavers.if_leavers(database, viewer, where, **SPAN),
        comparison.against_comparison(database, viewer, where, **SPAN),
        comparison_binary.binary_against_comparison(database, viewer, where, **SPAN),
        groups.changes(database, viewer, where, **asked, attribute="sector"),
        access.access(database, viewer, where, **SPAN, attribute="sector"),
        cohorts.side_by_side(database, viewer, where, **asked),
        earlier.reference(database, viewer, where, measure="internal_share"),
        patterns.transitions(database, viewer, where, **SPAN, pattern="echo_chamber"),
        patterns.at_other_cut_offs(database, viewer, where, **SPAN, pattern="echo_chamber"),
        patterns.rule_audit(
            database, viewer, where, wave="baseline", attribute="gender", pattern="echo_chamber"
        ),
    ]


def test_no_finding_says_why(sample: Database) -> None:
    for found in every_finding(sample, EVALUATOR, EVERYTHING):
        texts = (found.headline, found.base, found.alternative, found.caution, found.withheld)
        said = " ".join((*texts, found.table.to_csv())).lower()
        assert not [word for word in CAUSES if word in said], found.id
        assert "nan" not in said.split(), found.id
        assert found.is_empty or (found.alternative and found.caution), found.id


def test_nobody_is_no_error(sample: Database) -> None:
    nobody = Selection(cohort="never")
    for found in every_finding(sample, EVALUATOR, nobody):
        assert found.is_empty or found.id in ("change_flow", "change_cohorts"), found.id
    administrator = Viewer(role="administrator")
    assert measured.exploratory(sample, administrator, EVERYTHING, **SPAN).is_empty
    assert contacts.contacts(sample, administrator, EVERYTHING, **SPAN).is_empty
