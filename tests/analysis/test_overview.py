"""Counted by hand on six invented participants, of whom four answer at the end."""

from pathlib import Path

import pytest

from netaudit.analysis.choices import (
    cohort_choices,
    group_choices,
    selection_size,
    wave_choices,
)
from netaudit.analysis.cohort import key_figures, overview
from netaudit.analysis.person import header
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.engine import duckdb as engine
from netaudit.programme import Cohort, Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace

VIEWER = Viewer.local()
ALL = Selection(cohort="2026")
END = Selection(cohort="2026", wave="endpoint")
WAVES = ("baseline", "endpoint")

# participant -> contacts at each wave: i is internal, e external; None was not done, "" no audit
LISTS: dict[str, tuple[str | None, str | None]] = {
    "P1": ("iiii", "iiee"),
    "P2": ("iie", "ii"),
    "P3": ("ie", "ie"),
    "P4": ("ii", "eee"),
    "P5": ("ii", None),
    "P6": ("i", ""),
}
AFFILIATION = {"i": "same_org", "e": "other_org_same_sector"}
MENTORED = {"P1": WAVES, "P2": ("baseline",), "P3": ("endpoint",)}


def participants() -> list[dict[str, str]]:
    return [
        {
            "participant_id": name,
            "cohort": "2026",
            "organisation": "North" if name in ("P1", "P2", "P3") else "South",
        }
        for name in LISTS
    ]


def audits() -> list[dict[str, str]]:
    return [
        {
            "participant_id": name,
            "wave": wave,
            "contacts_status": "not_done" if listed is None else "complete",
            "completed_on": "2026-06-30",
        }
        for name, lists in LISTS.items()
        for wave, listed in zip(WAVES, lists, strict=True)
        if listed != ""
    ]


def contacts() -> list[dict[str, str]]:
    return [
        {
            "participant_id": name,
            "wave": wave,
            "contact_id": f"c{number}",
            "affiliation": AFFILIATION[kind],
        }
        for name, lists in LISTS.items()
        for wave, listed in zip(WAVES, lists, strict=True)
        for number, kind in enumerate(listed or "")
    ]


def mentoring() -> list[dict[str, str]]:
    return [
        {"participant_id": name, "wave": wave, "mentoring_id": "m", "my_role": "mentee"}
        for name, waves in MENTORED.items()
        for wave in waves
    ]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    path = tmp_path_factory.mktemp("overview") / "cohort.duckdb"
    programme = Programme(waves=WAVES, minimum_group=3, cohorts=(Cohort(id="2026", enrolled=8),))
    rows = {
        "participants": participants(),
        "audits": audits(),
        "contacts": contacts(),
        "mentoring": mentoring(),
    }
    with engine.connect(path) as con:
        engine.create_canonical_tables(con)
        engine.create_programme_tables(con, programme)
        engine.load_rows(con, rows)
        engine.compute(con)
    return Database(path, "by hand")


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def figure(database: Database, name: str, selection: Selection = END) -> tuple[str, str, str]:
    found = {f.id: f for f in key_figures.key_figures(database, VIEWER, selection).figures}
    return found[name].value, found[name].base, found[name].beside


def test_response_counts_every_step_of_those_enrolled(database: Database) -> None:
    finding = overview.response(database, VIEWER, END)
    assert finding.data[["category", "label"]].to_numpy().tolist() == [
        ["Enrolled", "8 of 8"],
        ["Baseline", "6 of 8"],
        ["Endpoint", "4 of 8"],
        ["First and last", "4 of 8"],
    ]
    assert finding.data["share"].tolist() == [1, 0.75, 0.5, 0.5]
    assert finding.headline == (
        "4 of 8 enrolled answered at endpoint; 4 answered first and last wave"
    )
    assert finding.table["Audits opened"].tolist() == ["–", "6", "5", "–"]


def test_a_group_is_set_against_its_own_people_not_those_declared(database: Database) -> None:
    north = Selection(cohort="2026", wave="endpoint", attribute="organisation", category="North")
    assert overview.response(database, VIEWER, north).data["label"].tolist() == ["3 of 3"] * 4


def test_the_mean_stands_where_a_median_would_point_at_somebody(database: Database) -> None:
    # sizes at the end 4, 2, 2, 3; of the same four at baseline 4, 3, 2, 2
    assert figure(database, "size") == (
        "2.8",
        "Mean of 4 participants",
        "Since baseline, in the same 4 people at both waves: 2.8 to 2.8",
    )


def test_shares_are_averaged_over_participants(database: Database) -> None:
    # internal at the end 1/2, 1, 1/2, 0; at baseline 1, 2/3, 1/2, 1
    assert figure(database, "internal_share") == (
        "50%",
        "Mean of 4 participants",
        "Since baseline, in the same 4 people at both waves: 79% to 50%",
    )


def test_a_mentor_counts_for_those_who_were_asked(database: Database) -> None:
    assert figure(database, "mentors_active")[0] == "2 of 4"


def test_a_figure_nobody_has_says_so(database: Database) -> None:
    assert figure(database, "new_share") == ("–", "It was not asked, or nobody answered.", "")


def test_the_first_wave_is_not_set_against_itself(database: Database) -> None:
    baseline = Selection(cohort="2026", wave="baseline")
    assert figure(database, "size", baseline) == ("2.3", "Mean of 6 participants", "")


def test_reasons_to_look_closer_are_counted_with_their_base(database: Database) -> None:
    found = overview.attention(database, VIEWER, END).figures
    assert [(figure.id, figure.value) for figure in found] == [
        ("not_answered", "2 of 6"),
        ("no_mentor", "2 of 4"),
        ("no_external", "1 of 4"),
    ]


def test_a_figure_of_too_few_is_held_back(database: Database) -> None:
    south = Selection(cohort="2026", wave="endpoint", attribute="organisation", category="South")
    assert figure(database, "size", south) == (
        "–",
        "Not shown for fewer than 3 participants.",
        "",
    )


def test_the_newest_cohort_and_the_latest_answered_wave_come_first(database: Database) -> None:
    assert [(c.value, c.is_default) for c in cohort_choices(database, VIEWER, Selection())] == [
        ("2026", True)
    ]
    assert [(c.value, c.is_default) for c in wave_choices(database, VIEWER, ALL)] == [
        ("baseline", False),
        ("endpoint", True),
    ]


def test_a_group_is_offered_when_it_and_the_others_are_enough(database: Database) -> None:
    """Both have three people, but at the endpoint three of North and one of South answered: beside
    everybody's, North's figures would tell of that one, while South has none there."""
    offered = [(c.value, c.words) for c in group_choices(database, VIEWER, ALL)]
    assert offered == [("organisation:South", "Organisation: South")]


def test_the_size_of_a_selection(database: Database) -> None:
    size = selection_size(database, VIEWER, END)
    assert (size.participants, size.due, size.completed) == (6, 5, 4)


def test_a_list_counts_the_same_people_as_the_figure_that_leads_to_it(sample: Database) -> None:
    for cohort in ("2025", "2026"):
        for wave in ("baseline", "midpoint", "endpoint"):
            selection = Selection(cohort=cohort, wave=wave)
            for card in overview.attention(sample, VIEWER, selection).figures:
                listed = header.listing(sample, VIEWER, selection, reason=card.id)
                assert listed.headline.startswith(f"{card.value} "), (cohort, wave, card.id)


def test_with_and_without_a_mentor_are_parts_of_the_same_people(sample: Database) -> None:
    for wave in ("baseline", "midpoint", "endpoint"):
        selection = Selection(cohort="2025", wave=wave)
        figures = key_figures.key_figures(sample, VIEWER, selection).figures
        reasons = overview.attention(sample, VIEWER, selection).figures
        with_one = next(one.value for one in figures if one.id == "mentors_active").split(" of ")
        without = next(one.value for one in reasons if one.id == "no_mentor").split(" of ")
        assert with_one[1] == without[1]
        assert int(with_one[0]) + int(without[0]) == int(without[1])
