"""No filter and no table lets the figures of a few people be worked out: tried by brute force.

What an audience can reach are the sets of participants behind figures: of each cohort and wave
everybody, the groups it can be narrowed to, and the rows of tables by group. From two sets, one
inside the other, follows what the other people give; from two without a common person, what both
give together. Both steps are repeated until no new set comes.
"""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.choices import cohort_choices, group_choices, wave_choices
from netaudit.analysis.release.differencing import Reachable, as_sets, offered_together
from netaudit.analysis.release.groups import OF_THE_PERSON, offered_groups
from netaudit.analysis.release.put_together import Told, told_together
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests import sample_rows
from tests.invented_cohort import computed

MOST = 1500
TEAM = (Viewer.local(), Viewer(role="evaluator"))
ATTRIBUTES = ("organisation", "function", "level", "sector", "place", "scheme_role", *OF_THE_PERSON)


def closed(sets: Iterable[int], minimum: int) -> set[int]:
    """Every set that can be worked out; stops at the first that is too small, or at MOST."""
    found = {one for one in sets if one}
    waiting = list(found)
    while waiting and len(found) < MOST:
        one = waiting.pop()
        for other in list(found):
            new = _worked_out(one, other)
            if new and new not in found:
                found.add(new)
                waiting.append(new)
                if new.bit_count() < minimum:
                    return found
    return found


def _worked_out(one: int, other: int) -> int:
    both = one & other
    return one ^ other if both in (0, one, other) else 0


def smallest(sets: Iterable[int], minimum: int) -> int:
    return min(one.bit_count() for one in closed(sets, minimum))


def test_the_search_finds_who_is_left_between_two_groups() -> None:
    """17 women, 15 of them under 55: two are left, though each set and its complement is large."""
    everybody, women, under_55 = (1 << 40) - 1, (1 << 17) - 1, (1 << 15) - 1
    assert smallest([everybody, women], 5) == 17
    assert smallest([everybody, women, under_55], 5) == 2
    assert offered_together({"women": women, "under 55": under_55}, [everybody], 5) == ["women"]


def test_the_search_goes_on_from_what_it_has_found() -> None:
    """Two groups without a common person, together all but three of a third."""
    a, b, c = 0b111111, 0b111111 << 6, (1 << 15) - 1
    everybody = (1 << 30) - 1
    assert smallest([everybody, a, b, c], 5) == 3
    assert offered_together({"a": a, "b": b, "c": c}, [everybody], 5) == ["a", "b"]


def test_a_group_that_follows_from_others_is_no_further_one() -> None:
    a, b, everybody = 0b11111, 0b1111100000, 0b1111111111
    assert offered_together({"a": a, "b": b}, [everybody], 5) == ["a", "b"]
    seen = Reachable(everybody, 5)
    seen.add(a)
    assert not seen.leaves_alone(b)


def test_a_wave_that_few_of_the_others_answered_takes_a_group_away() -> None:
    first, everybody = (1 << 8) - 1, (1 << 16) - 1
    answered = (1 << 10) - 1
    assert offered_together({"first": first}, [everybody], 5) == ["first"]
    assert offered_together({"first": first}, [everybody, answered], 5) == []


def reached(database: Database, viewer: Viewer, cohort: str) -> set[frozenset[int]]:
    """The sets behind figures, base by base: everybody enrolled, then each wave's answers.

    Of what leaves the team also those of whom a measure is known: the team sees these one by one.
    """
    minimum = minimum_group(database, viewer)
    chosen = Selection(cohort=cohort)
    bases = [_people(database, viewer, chosen, None)]
    waves = [choice.value for choice in wave_choices(database, viewer, chosen)]
    bases += [_people(database, viewer, chosen, wave) for wave in waves]
    filters = [choice.value.split(":", 1) for choice in group_choices(database, viewer, chosen)]
    tables = [[g.attribute, g.category] for g in offered_groups(database, viewer, chosen)]
    assert all(one in tables for one in filters)
    groups = [
        _people(database, viewer, Selection(cohort=cohort, attribute=a, category=c), None)
        for a, c in tables
    ]
    if viewer.audience == "release":
        bases += known_of(database, viewer, cohort)
    sets = as_sets([*bases, *groups])
    parts = sets[len(bases) :]
    return {
        frozenset(
            one for one in (base, *(part & base for part in parts)) if one.bit_count() >= minimum
        )
        for base in sets[: len(bases)]
        if base.bit_count() >= minimum
    }


def known_of(database: Database, viewer: Viewer, cohort: str) -> list[list[str]]:
    """Who has a value of each measure at each wave."""
    rows = ask(database, viewer, "measure_rows", Selection(cohort=cohort))
    known = rows[rows["value"].notna()].drop_duplicates(["participant_id", "wave", "measure"])
    by_figure = known.groupby(["wave", "measure"])["participant_id"].agg(tuple)
    return [list(people) for people in dict.fromkeys(by_figure)]


def _people(
    database: Database, viewer: Viewer, selection: Selection, wave: str | None
) -> list[str]:
    rows = ask(database, viewer, "person_list", Selection(**{**vars(selection), "wave": wave}))
    return rows.loc[rows["is_completed"] | (wave is None), "participant_id"].tolist()


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).current_database()


@pytest.mark.parametrize("viewer", [*TEAM, Viewer.local().for_release])
def test_nobody_few_is_left_between_the_filters_of_the_sample(
    sample: Database, viewer: Viewer
) -> None:
    minimum = minimum_group(sample, viewer)
    cohorts = [choice.value for choice in cohort_choices(sample, viewer, Selection())]
    assert cohorts
    for cohort in cohorts:
        assert offered_groups(sample, viewer, Selection(cohort=cohort))
        for sets in reached(sample, viewer, cohort):
            assert smallest(sets, minimum) >= minimum


def test_groups_and_complements_that_are_large_would_not_be_enough(sample: Database) -> None:
    """Every group of the cohort that, like all others, holds enough people, at once."""
    rows = sample_rows.rows("participants")
    people = rows[rows["cohort"] == "2025"]
    groups = [
        group["participant_id"].tolist()
        for attribute in ATTRIBUTES
        for _, group in people.groupby(attribute)
        if 5 <= len(group) <= len(people) - 5
    ]
    assert smallest(as_sets([people["participant_id"].tolist(), *groups]), 5) < 5


def test_cohorts_are_not_offered_together_so_none_follows_from_all(sample: Database) -> None:
    cohorts = [choice.value for choice in cohort_choices(sample, TEAM[0], Selection())]
    assert sorted(cohorts) == ["2025", "2026"]


def test_how_many_filters_the_sample_keeps(sample: Database) -> None:
    """Cohorts of 24 and 40: enough to choose from, and hardly any for what leaves the team."""
    kept = {
        (viewer.audience, cohort): len(offered_groups(sample, viewer, Selection(cohort=cohort)))
        for viewer in (TEAM[0], TEAM[0].for_release)
        for cohort in ("2026", "2025")
    }
    assert kept["team", "2026"] >= 8
    assert kept["team", "2025"] >= 12
    assert 1 <= kept["release", "2026"] <= kept["release", "2025"] < kept["team", "2026"]


def test_no_page_can_be_narrowed_to_what_would_list_the_people_of_a_sensitive_group(
    sample: Database,
) -> None:
    for cohort in ("2025", "2026"):
        values = [c.value for c in group_choices(sample, TEAM[0], Selection(cohort=cohort))]
        assert values
        assert not [one for one in values if one.split(":")[0] in OF_THE_PERSON]


def random_programme(seed: int, people: int) -> dict[str, list[dict[str, str]]]:
    """Attributes that go together as they do in programmes, gaps, and people who drop out."""
    random = Random(seed)
    participants, audits = [], []
    for number in range(people):
        kind = random.random()
        participant = {"participant_id": f"P{number}", "cohort": "2026"}
        for attribute in ATTRIBUTES:
            width = random.choice((2, 3, 4))
            code = int(kind * width) if random.random() < 0.7 else random.randrange(width)
            if random.random() < 0.95:
                participant[attribute] = f"{attribute[:2]}{code}"
        participants.append(participant)
        for wave in ("baseline", "endpoint"):
            if random.random() < 0.85:
                audits.append(
                    {"participant_id": f"P{number}", "wave": wave, "contacts_status": "complete"}
                )
    return {"participants": participants, "audits": audits, "contacts": []}


@pytest.mark.parametrize(("seed", "people"), [(n, size) for n in range(2) for size in (16, 24, 40)])
def test_nobody_few_is_left_between_the_filters_of_random_programmes(
    seed: int, people: int, tmp_path: Path
) -> None:
    programme = Programme(minimum_group=4, minimum_group_release=6)
    database = computed(tmp_path / "one.duckdb", random_programme(seed, people), programme)
    for viewer in (TEAM[0], TEAM[0].for_release):
        minimum = minimum_group(database, viewer)
        for sets in reached(database, viewer, "2026"):
            assert smallest(sets, minimum) >= minimum


@pytest.mark.parametrize(
    ("women", "tells_them", "is_told"), [(6, False, False), (15, True, True), (15, False, True)]
)
def test_of_all_cohorts_a_group_is_told_that_leaves_nobody_few_in_any(
    women: int, tells_them: bool, is_told: bool
) -> None:
    """Beside a cohort of 40 that tells of its 20 women, 30 people with few or enough of them."""
    first, second = ({f"{place}-{n}" for n in range(size)} for place, size in ((1, 40), (2, 30)))
    theirs = {f"1-{n}" for n in range(20)}, {f"2-{n}" for n in range(women)}
    told = (
        Told(people=first, groups=[theirs[0]]),
        Told(people=second, groups=[theirs[1]] if tells_them else []),
    )
    assert bool(told_together({"woman": theirs[0] | theirs[1]}, told, 10)) == is_told
