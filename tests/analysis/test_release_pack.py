"""What leaves the team: every figure of the pack, read as somebody outside would read it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netaudit.analysis.change import binary_outside, measured
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.cohort import list_size
from netaudit.analysis.finding import Finding
from netaudit.analysis.release import pack
from netaudit.analysis.release.disclosure import Audience
from netaudit.analysis.release.pack import PACK, for_release
from netaudit.analysis.release.rounding import rounded_finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.store.outcomes import Outcome
from netaudit.store.workspace import Workspace

MINIMUM = 10
TEAM = Viewer.local()
SPAN = {"first": "baseline", "last": "endpoint"}
CHOSEN = Chosen(outcomes=(Outcome(measure="internal_share", smallest_change=0.1),))
CHANGES: dict[str, tuple[dict[str, Any], ...]] = {
    "primary": ({**SPAN, "chosen": CHOSEN},),
    "exploratory": (SPAN,),
    "patterns_changed": (SPAN,),
    "uptake_changed": (SPAN,),
    "contacts": (SPAN,),
}
"""Of those who answered both waves, as the report and the tables ask."""

PARAMETERS: dict[str, tuple[dict[str, Any], ...]] = {
    **CHANGES,
    "makeup": ({"attribute": "function"}, {"attribute": "sector"}, {"attribute": "x_profession"}),
    "on_scale": ({"scale": "closeness"}, {"scale": "years_known"}, {"scale": "last_contact"}),
    "group_means": (
        {"attribute": "level", "measure": "size"},
        {"attribute": "place", "measure": "internal_share"},
        {"attribute": "gender", "measure": "size"},
    ),
}
OF = re.compile(r"(\d+) of (\d+)\b(?! contacts| measures)")
PEOPLE = re.compile(r"(\d+) (?:participants|people)|n = (\d+)")
COUNTS = ("Participants", "Answered", "Enrolled", "With enough information", "On watch")


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).current_database()


@pytest.fixture(scope="module")
def answers(sample: Database) -> dict[str, list[Finding]]:
    """What leaves the team of each cohort."""
    return {cohort: list(_answers(sample, cohort)) for cohort in ("2025", "2026")}


def _answers(database: Database, cohort: str) -> Iterator[Finding]:
    for question in PACK:
        for given in PARAMETERS.get(question.__name__, ({},)):
            both = ("baseline", "endpoint")
            of_both = question.__name__ in CHANGES
            for wave in both[of_both:]:
                chosen = Selection(cohort=cohort, wave=wave, answered=both if of_both else None)
                yield for_release(question, database, TEAM, chosen, **given)


def words(finding: Finding) -> list[str]:
    cells = [
        str(cell)
        for rows in (finding.data, finding.table)
        for column in rows
        for cell in rows[column].dropna()
        if isinstance(cell, str)
    ]
    return [finding.headline, finding.base, finding.alternative, finding.caution, *cells]


@pytest.mark.parametrize("cohort", ["2025", "2026"])
def test_no_count_that_leaves_the_team_is_of_few_people(
    answers: dict[str, list[Finding]], cohort: str
) -> None:
    found = [one for one in answers[cohort] if not one.is_empty]
    assert len(found) >= 12
    for finding in found:
        for said in words(finding):
            for part, whole in OF.findall(said):
                assert int(whole) >= MINIMUM, (finding.id, said)
                for count in (int(part), int(whole) - int(part)):
                    assert count == 0 or count >= MINIMUM, (finding.id, said)
            for numbers in PEOPLE.findall(said):
                assert int(next(filter(None, numbers))) >= MINIMUM, (finding.id, said)
        for column in COUNTS:
            if column in finding.table:
                assert (finding.table[column] >= MINIMUM).all(), (finding.id, column)


@pytest.mark.parametrize("cohort", ["2025", "2026"])
def test_percentages_leave_the_team_in_steps_of_five(
    answers: dict[str, list[Finding]], cohort: str
) -> None:
    for finding in answers[cohort]:
        said = " ".join(words(finding))
        assert not [one for one in re.findall(r"(\d+)%", said) if int(one) % 5]


@pytest.mark.parametrize("cohort", ["2025", "2026"])
def test_how_many_contacts_there_are_leaves_the_team_roughly(
    answers: dict[str, list[Finding]], cohort: str
) -> None:
    said = " ".join(one for finding in answers[cohort] for one in words(finding))
    numbers = re.findall(r"(\S+) (\S+) contacts\b", said)
    exact = [one for before, one in numbers if one.isdigit() and before not in ("about", "than")]
    assert "about 160 contacts with an answer" in said or cohort == "2025"
    assert not exact
    assert " of the contacts: these are left out" in said


def test_a_cohort_of_24_tells_its_sponsors_little_and_says_so(
    answers: dict[str, list[Finding]],
) -> None:
    held_back = [one for one in answers["2026"] if one.is_empty]
    assert held_back
    assert all(one.withheld or "Fewer than 10" in one.base for one in held_back)


@pytest.mark.parametrize(
    ("question", "group"),
    [(list_size.list_size, {}), (PACK[0], {"attribute": "level", "category": "middle"})],
)
def test_other_figures_and_parts_of_cohorts_stay_in_the_team(
    sample: Database, question: Any, group: dict[str, str]
) -> None:
    with pytest.raises(NetauditError, match="programme team only"):
        pack.for_release(question, sample, TEAM, Selection(cohort="2025", **group))


def test_changes_leave_the_team_of_the_same_people(answers: dict[str, list[Finding]]) -> None:
    """Counted in the sample: 29 of the first cohort and 17 of the second answered both."""
    for cohort, both in (("2025", 29), ("2026", 17)):
        found = {one.id: one for one in answers[cohort]}
        line = found["change_primary"].table.set_index("Measure").loc["Internal share"]
        assert line["Pairs"] == both
        assert line["95% interval"].startswith("from ")
        assert not found["change_main"].is_empty


def test_a_change_beside_all_who_answered_stays_in_the_team(sample: Database) -> None:
    """Of 36 at the baseline 29 answered the endpoint too: seven could be worked out."""
    everybody = Selection(cohort="2025", wave="endpoint")
    found = pack.for_release(measured.exploratory, sample, TEAM, everybody, **SPAN)
    assert "Internal share" not in set(found.table.get("Measure", ()))


def paired(kept: int, gained: int, lost: int, neither: int) -> dict[str, Any]:
    n = kept + gained + lost + neither
    ends = {"difference": (gained - lost) / n, "ci_low": 0.1234, "ci_high": 0.4321}
    counts = {"kept": kept, "gained": gained, "lost": lost, "neither": neither}
    shares = {"k_first": kept + lost, "k_last": kept + gained}
    return {"words": "Has a mentor", "n": n, **counts, **shares, **ends}


@pytest.mark.parametrize(
    ("table", "told", "between"),
    [
        ((15, 20, 3, 22), ["30%", "60%", "+30"], "–"),  # 18 and 35 of 60; the 3 stay inside
        ((15, 20, 12, 13), ["45%", "60%", "+15"], "from +10 to +45"),
    ],
)
def test_shares_of_the_same_people_leave_the_team_without_those_few_who_changed(
    table: tuple[int, int, int, int], told: list[str], between: str
) -> None:
    row = paired(*table)
    assert binary_outside.may_leave(row, MINIMUM, sensitive=True)
    found = binary_outside.outside_finding(
        [row],
        ("baseline", "endpoint"),
        finding_id="change_uptake",
        about="Mentoring",
        minimum=MINIMUM,
        sensitive=True,
        caution="",
        withheld="",
    )
    line = rounded_finding(found, Audience(name="release", minimum=MINIMUM)).table.iloc[0]
    assert line[["Baseline", "Endpoint", "Points"]].tolist() == told
    assert line["95% interval"] == between
    assert not binary_outside.may_leave(paired(2, 30, 7, 21), MINIMUM, sensitive=True)
