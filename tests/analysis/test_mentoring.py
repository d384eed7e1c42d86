"""The mentoring page's figures: against the uptake table, against pandas, and by hand."""

from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.mentoring import groups, levels, ways
from netaudit.analysis.mentoring import people as mentoring_people
from netaudit.analysis.mentoring import waves as mentoring_waves
from netaudit.analysis.release.groups import counts_released
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Cohort, Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.invented_cohort import cohort, computed
from tests.sample_rows import completed, rows

VIEWER = Viewer.local()
MIDPOINT = Selection(cohort="2026", wave="midpoint")
ENDPOINT = Selection(cohort="2026", wave="endpoint")
UPTAKE_SQL = "SELECT * FROM mentoring_uptake WHERE cohort = '2025' ORDER BY wave_no, line_no"


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def relation(name: str, number: int = 1, **said: str) -> dict[str, str]:
    return {
        "participant_id": name,
        "wave": "endpoint",
        "mentoring_id": f"m{number}",
        "my_role": "mentee",
        **said,
    }


def mentored(
    path: Path,
    relations: list[dict[str, str]],
    people: int = 8,
    enrolled: int | None = None,
    **columns: list[str],
) -> Database:
    """People P1, P2, … with these relationships; `columns` are facts of them, one each."""
    made = cohort(people)
    for name, values in columns.items():
        for person, value in zip(made["participants"], values, strict=True):
            person[name] = value
    programme = Programme(cohorts=(Cohort(id="2026", enrolled=enrolled),))
    return computed(path / "mentoring.duckdb", {**made, "mentoring": relations}, programme)


def test_whole_cohort_has_the_lines_of_the_uptake_table(sample: Database) -> None:
    columns = ["wave", "what", "category", "k", "n_enrolled", "n_answered"]
    columns += ["share", "ci_low", "ci_high"]
    found = ask(sample, VIEWER, "mentoring_lines", Selection(cohort="2025"))
    pd.testing.assert_frame_equal(
        found[columns], sample.query(UPTAKE_SQL)[columns], check_dtype=False
    )


def is_open(row: dict[str, str], day: str) -> bool:
    """Begun by the day and not ended on it, all written YYYY-MM-DD; a month counts from its first
    day and until its last. Blanks are "": without a day whatever has no end is open."""
    start, end = row["start_date"], row["end_date"]
    begun = not start or not day or start + "-01-01"[len(start) - 4 :] <= day
    ended = bool(end) and (
        not day or end + ("-12-31" if len(end) == 4 else "-31")[: 10 - len(end)] <= day
    )
    return begun and not ended


def test_mentors_of_the_sample_counted_again_from_its_rows(sample: Database) -> None:
    people = set(rows("participants").query("cohort == '2026'")["participant_id"])
    audits = rows("audits").query("wave == 'midpoint'").fillna("")
    days = audits.set_index("participant_id")["completed_on"]
    reported = rows("mentoring").query("wave == 'midpoint'").fillna("").to_dict("records")
    mine = [row for row in reported if row["participant_id"] in people]
    with_mentor = {
        row["participant_id"]
        for row in mine
        if row["my_role"] in ("mentee", "both") and is_open(row, days[row["participant_id"]])
    }
    answered = {*completed("2026", "midpoint"), *(row["participant_id"] for row in mine)}
    uptake = levels.uptake(sample, VIEWER, MIDPOINT)
    assert uptake.data["label"].iloc[0].startswith(f"{len(with_mentor)} of 24 ")
    assert uptake.table["Answered"].iloc[0] == len(answered)
    without = mentoring_people.people(sample, VIEWER, MIDPOINT, reason="no_mentor")
    assert set(without.data["participant_id"]) == answered - with_mentor


def test_headline_has_count_share_and_interval(tmp_path: Path) -> None:
    """11 of 24 enrolled: 46%, 28% to 65%; of 18 who answered: 61%, 39% to 80% (published)."""
    relations = [relation(f"P{number}") for number in range(1, 12)]
    database = mentored(tmp_path, relations, people=18, enrolled=24)
    finding = levels.uptake(database, VIEWER, ENDPOINT)
    assert finding.headline == (
        "11 of 24 enrolled have a mentor at endpoint (46%; 95% interval 28% to 65%)"
    )
    assert finding.base.startswith("Base: 24 people enrolled, of whom 18 answered")
    assert "Of those who answered, 11 of 18 (61%; 95% interval 39% to 80%)" in finding.base
    assert "future cohorts" in finding.caution
    assert finding.data["category"].tolist() == list(levels.MAIN.values())


def test_a_group_has_as_many_enrolled_as_take_part_in_it(tmp_path: Path) -> None:
    relations = [relation(f"P{number}") for number in (1, 2, 3, 7)]
    places = ["north"] * 5 + ["south"] * 5
    database = mentored(tmp_path, relations, people=10, enrolled=24, organisation=places)
    north = Selection(cohort="2026", wave="endpoint", attribute="organisation", category="north")
    assert levels.uptake(database, VIEWER, north).headline.startswith("3 of 5 enrolled")
    assert levels.uptake(database, VIEWER, ENDPOINT).headline.startswith("4 of 24 enrolled")


def test_not_asked_is_said_and_nobody_counts_as_without(tmp_path: Path) -> None:
    database = mentored(tmp_path, [])
    assert not levels.was_asked(database, VIEWER, ENDPOINT)
    for finding in (
        levels.uptake(database, VIEWER, ENDPOINT),
        mentoring_waves.along_waves(database, VIEWER, ENDPOINT),
        levels.knowing(database, VIEWER, ENDPOINT),
        levels.by_kind(database, VIEWER, ENDPOINT, split="type"),
        ways.portfolios(database, VIEWER, ENDPOINT),
    ):
        assert finding.is_empty
        assert finding.table.empty
        assert "not asked about" in finding.withheld
    assert ways.found(database, VIEWER, ENDPOINT).is_empty
    for reason, number in (("no_mentor", 0), ("no_sponsor", 0), ("not_answered", 8)):
        found = mentoring_people.people(database, VIEWER, ENDPOINT, reason=reason)
        assert len(found.data) == number


def test_few_answers_are_withheld_and_the_people_still_listed(tmp_path: Path) -> None:
    database = mentored(tmp_path, [relation("P1")], people=4, enrolled=24)
    for finding in (
        levels.uptake(database, VIEWER, ENDPOINT),
        ways.portfolios(database, VIEWER, ENDPOINT),
        ways.found(database, VIEWER, ENDPOINT),
    ):
        assert finding.is_empty
        assert finding.table.empty
        assert "fewer than 5" in finding.withheld
    assert {c.value for c in levels.mentoring_cards(database, VIEWER, ENDPOINT).figures} == {"–"}
    people = mentoring_people.people(database, VIEWER, ENDPOINT, reason="no_mentor")
    assert people.data["participant_id"].tolist() == ["P2", "P3", "P4"]


def test_waves_at_which_nothing_was_asked_are_left_out(tmp_path: Path) -> None:
    database = mentored(tmp_path, [relation("P1")])
    never = Selection(cohort="2026", wave="baseline")
    waves = mentoring_waves.along_waves(database, VIEWER, never)
    assert set(waves.data["wave"]) == {"Endpoint"}
    assert levels.uptake(database, VIEWER, never).is_empty


@pytest.mark.parametrize(
    ("kinds", "helps", "said"),
    [
        (
            ["peer", "sponsorship"],
            {"helps_why": "yes", "helps_how": "no", "helps_whom": "no"},
            (
                "Type: sponsorship and peer are most common, 1 of 8 enrolled each",
                "Mentors help least with knowing how and knowing whom: 0 of 8 enrolled have one who"
                " does each; 0 of 8 are helped with all three",
            ),
        ),
        (
            ["unknown", "unknown"],
            {"helps_why": "no", "helps_how": "no", "helps_whom": "no"},
            (
                "Type: nobody is known to have any of these",
                "Nobody is known to have a mentor who helps with knowing why, how or whom",
            ),
        ),
        (
            ["peer", "peer"],
            {"helps_why": "yes", "helps_how": "yes", "helps_whom": "yes"},
            (
                "Type: peer is most common, 2 of 8 enrolled",
                "Mentors help equally with why, how and whom, 2 of 8 each; 2 of 8 are helped with"
                " all three",
            ),
        ),
    ],
)
def test_headlines_name_all_that_tie_and_none_where_there_is_nobody(
    tmp_path: Path, kinds: list[str], helps: dict[str, str], said: tuple[str, str]
) -> None:
    relations = [relation(f"P{n}", type=kind, **helps) for n, kind in enumerate(kinds, 1)]
    database = mentored(tmp_path, relations)
    split = levels.by_kind(database, VIEWER, ENDPOINT, split="type").headline
    assert (split, levels.knowing(database, VIEWER, ENDPOINT).headline) == said


def test_kinds_and_knowing_by_hand(tmp_path: Path) -> None:
    relations = [
        relation("P1", type="peer", helps_why="yes", helps_how="yes"),
        relation("P1", 2, type="peer", helps_why="no"),
        relation("P2", type="peer", helps_how="yes"),
        relation("P3", type="sponsorship"),
        relation("P4", type="unknown"),
    ]
    database = mentored(tmp_path, relations)
    kinds = levels.by_kind(database, VIEWER, ENDPOINT, split="type")
    assert kinds.headline == "Type: peer is most common, 2 of 8 enrolled"
    table = kinds.table.set_index("Type")
    assert table.loc["Peer", ["Participants", "Answered"]].tolist() == [2, 7]
    knowing = levels.knowing(database, VIEWER, ENDPOINT).table.set_index("Help with")
    assert knowing["Participants"].to_dict() == {"Knowing why": 1, "Knowing how": 2}, (
        "knowing whom, and so all three, were answered for fewer than five"
    )


def test_portfolios_by_hand(tmp_path: Path) -> None:
    """None 3, one 2, two 1, three or more 2; what has ended does not count."""
    relations = [
        relation("P1"),
        relation("P2", my_role="mentor"),
        relation("P3", 1, type="peer", formality="formal"),
        relation("P3", 2, type="reverse", formality="informal"),
        *[relation("P4", number, type="peer") for number in range(3)],
        *[relation("P5", number, type="peer") for number in range(4)],
        relation("P6", end_date="2020"),
    ]
    finding = ways.portfolios(mentored(tmp_path, relations), VIEWER, ENDPOINT)
    assert finding.data["label"].tolist() == ["3 of 8", "2 of 8", "1 of 8", "2 of 8"]
    assert finding.headline == "3 of 8 participants have two or more relationships at once"
    assert finding.caution == (
        "1 of 8 have relationships of two or more types, and 1 of 8 have both formal and informal"
        " ones."
    )


def test_where_mentors_were_found_by_hand(tmp_path: Path) -> None:
    boss = {"source": "former_boss", "approach": "email"}
    relations = [
        *[relation(f"P{n}", **boss, exploratory_first="yes") for n in range(1, 6)],
        relation("P5", 2, **{**boss, "approach": "in_person"}, exploratory_first="no"),
        relation("P6", source="linkedin"),
        relation("P7", my_role="mentor", **boss),
    ]
    finding = ways.found(mentored(tmp_path, relations), VIEWER, ENDPOINT)
    cells = finding.data.set_index(["row", "column"])["label"].to_dict()
    assert cells == {
        ("Former boss", "E-mail"): "5",
        ("Former boss", "In person"): "1",
        ("LinkedIn", "Not answered"): "1",
    }
    assert finding.headline == "6 of 7 relationships with a mentor: former boss"
    assert finding.base == "Base: 7 open relationships in which 6 participants are mentored."
    assert finding.caution.startswith("5 of 6 relationships for which it is known")
    assert finding.table["Few"].tolist() == ["", "Few", "Few"]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"a": 8, "b": 6, "c": 3}, ["A"]),
        ({"a": 8, "b": 6, "c": 3, "d": 2}, ["A", "B"]),
        ({"a": 8, "b": 6}, ["A", "B"]),
        ({"a": 20, "b": 3}, []),
    ],
)
def test_no_group_can_be_found_by_subtraction(
    tmp_path: Path, sizes: dict[str, int], shown: list[str]
) -> None:
    """By hand: the smallest groups are hidden until five or more people are hidden together."""
    places = [place for place, size in sizes.items() for _ in range(size)]
    database = mentored(tmp_path, [relation("P1")], people=len(places), organisation=places)
    finding = groups.by_group(database, VIEWER, ENDPOINT, attribute="organisation")
    assert list(finding.table.get("Organisation", [])) == shown
    assert bool(finding.withheld) is (len(shown) < len(sizes))


@pytest.mark.parametrize("attribute", ["gender", "age_band", "ethnic_group"])
def test_nobody_is_known_by_gender_age_or_ethnicity_through_having_a_mentor(
    sample: Database, attribute: str
) -> None:
    """The team has names of those with a mentor or a sponsor, and of those who did not answer."""
    where = Selection(cohort="2025", wave="baseline")
    table = groups.by_group(sample, VIEWER, where, attribute=attribute).table
    whole, having = 36, 17
    assert len(table)
    assert "With a sponsor" not in table
    for with_mentor, people in zip(table["With a mentor"], table["Participants"], strict=True):
        others = having - with_mentor
        assert min(with_mentor, people - with_mentor, others, whole - people - others) >= 5
    assert table["Participants"].equals(table["Answered"])


@pytest.mark.parametrize(
    ("counts", "shown"),
    [([6, 5], 2), ([10, 1], 0), ([11, 0], 0), ([6, 4], 0), ([5, 6], 2)],
)
def test_counts_of_groups_that_tell_of_named_people(
    sample: Database, counts: list[int], shown: int
) -> None:
    """By hand: 12 women and 12 men, some on watch, whom the team knows; fewest told of are 5."""
    parts = pd.DataFrame({"category": ["woman", "man"], "n": [12, 12], "watch": counts})
    everybody = parts[["n", "watch"]].sum()
    asked = {"base": "n", "counts": ["watch"]}
    told, why = counts_released(sample, VIEWER, parts, everybody, attribute="gender", **asked)
    assert (len(told), bool(why)) == (shown, shown < 2)
    told, why = counts_released(sample, VIEWER, parts, everybody, attribute="level", **asked)
    assert (len(told), why) == (2, "")


def test_groups_are_compared_in_the_headline(tmp_path: Path) -> None:
    relations = [relation(f"P{number}") for number in (1, 2, 3, 7)]
    places = ["north"] * 5 + ["south"] * 5
    database = mentored(tmp_path, relations, people=10, organisation=places)
    finding = groups.by_group(database, VIEWER, ENDPOINT, attribute="organisation")
    assert finding.headline == (
        "With a mentor, by organisation: from 1 of 5 (South) to 3 of 5 (North)"
    )
    chosen = groups.attributes(database, VIEWER, ENDPOINT)
    assert [choice.value for choice in chosen] == ["organisation"]


def test_people_without_a_sponsor_and_those_not_sure_of_one(tmp_path: Path) -> None:
    relations = [
        relation("P1", type="sponsorship"),
        relation("P2", type="peer"),
        relation("P3", type="unknown"),
    ]
    database = mentored(tmp_path, relations, people=5)
    found = mentoring_people.people(database, VIEWER, ENDPOINT, reason="no_sponsor")
    assert found.data["participant_id"].tolist() == ["P2", "P4", "P5"]
    assert found.headline == "3 of 4 who answered have no sponsor at endpoint"
    assert "Of 1 more who answered it is not known." in found.base
    assert found.table["Mentors"].tolist() == ["1", "0", "0"]
