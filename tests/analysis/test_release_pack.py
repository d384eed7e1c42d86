"""What leaves the team: every figure of the pack, read as somebody outside would read it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netaudit.analysis.cohort import list_size
from netaudit.analysis.finding import Finding
from netaudit.analysis.release import pack
from netaudit.analysis.release.pack import PACK, for_release
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace

MINIMUM = 10
TEAM = Viewer.local()
PARAMETERS: dict[str, tuple[dict[str, str], ...]] = {
    "makeup": ({"attribute": "function"}, {"attribute": "sector"}, {"attribute": "x_profession"}),
    "on_scale": ({"scale": "closeness"}, {"scale": "years_known"}, {"scale": "last_contact"}),
    "group_means": (
        {"attribute": "level", "measure": "size"},
        {"attribute": "place", "measure": "internal_share"},
        {"attribute": "gender", "measure": "size"},
    ),
}
OF = re.compile(r"(\d+) of (\d+)\b(?! contacts)")
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
            for wave in ("baseline", "endpoint"):
                chosen = Selection(cohort=cohort, wave=wave)
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
