"""Inside against outside, purposes and closure, worked out again from the sample's rows."""

from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.cohort import balance, closure, for_analysts, purpose_balance
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import Boundary, Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests import sample_rows
from tests.invented_cohort import cohort, computed, listed

VIEWER = Viewer.local()
END = Selection(cohort="2026", wave="endpoint")
LARGE = Selection(cohort="2025", wave="endpoint")
INTERNAL = {"same_team", "same_org"}


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).current_database()


def internal_shares(cohort_id: str, wave: str) -> pd.Series:
    contacts = sample_rows.core(cohort_id, wave)
    placed = contacts[contacts["affiliation"].fillna("unknown") != "unknown"]
    return placed["affiliation"].isin(INTERNAL).groupby(placed["participant_id"]).mean()


@pytest.mark.parametrize("chosen", [END, LARGE, Selection(cohort="2025", wave="baseline")])
def test_participants_are_counted_by_how_much_of_their_list_is_outside(
    sample: Database, chosen: Selection
) -> None:
    shares = internal_shares(str(chosen.cohort), str(chosen.wave))
    finding = balance.positions(sample, VIEWER, chosen)
    assert finding.table["Participants"].tolist() == [
        (shares == 1).sum(),
        ((shares > 0.5) & (shares < 1)).sum(),
        ((shares > 0) & (shares <= 0.5)).sum(),
        (shares == 0).sum(),
    ]
    assert finding.base.startswith(f"Base: {len(shares)} participants")


def test_the_internal_share_is_followed_from_wave_to_wave(sample: Database) -> None:
    finding = balance.internal_share(sample, VIEWER, LARGE)
    means = [internal_shares("2025", w).mean() for w in ("baseline", "midpoint", "endpoint")]
    assert finding.data["middle"].tolist() == pytest.approx(means)
    last = internal_shares("2025", "endpoint")
    assert finding.data["upper_quartile"].iloc[-1] == pytest.approx(last.quantile(0.75))
    assert f"{means[0]:.0%} at baseline" in finding.headline
    assert "nor an effect of the programme" in finding.caution


def test_quartiles_end_where_fewer_than_20_answered(sample: Database) -> None:
    data = balance.internal_share(sample, VIEWER, END).data
    assert data["lower_quartile"].notna().tolist() == [True, True, False]


def test_the_five_affiliations_of_a_wave_make_a_whole(sample: Database) -> None:
    contacts = sample_rows.core("2025", "endpoint")
    placed = contacts["affiliation"].where(contacts["affiliation"] != "unknown")
    expected = sample_rows.mean_of_shares(contacts, placed)
    data = balance.affiliations(sample, VIEWER, LARGE).data
    assert data.groupby("category")["share"].sum().tolist() == pytest.approx([1, 1, 1])
    at_end = data[data["category"] == "Endpoint"].set_index("part")["share"]
    assert at_end["Outside work"] == pytest.approx(expected["outside_work"])
    assert at_end.index.tolist()[0] == "Same team"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("team", "Inside means: same team."),
        ("organisation", "Inside means: same team or same organisation."),
        (
            "sector",
            "Inside means: same team or same organisation or other organisation, same sector.",
        ),
    ],
)
def test_the_line_is_said_in_words(tmp_path: Path, line: Boundary, words: str) -> None:
    programme = Programme(internal_boundary=line)
    database = computed(tmp_path / "cohort.duckdb", cohort(1), programme)
    assert balance.boundary(database, VIEWER, END).startswith(words)


def purposes_of(contacts: pd.DataFrame, purpose: str) -> pd.DataFrame:
    """Per participant: contacts with an answer, those serving the purpose, and where these are."""
    answered = contacts.dropna(subset="purposes")
    serves = answered["purposes"].str.split("|").map(lambda codes: purpose in codes)
    placed = serves & (answered["affiliation"].fillna("unknown") != "unknown")
    inside = placed & answered["affiliation"].isin(INTERNAL)
    return (
        pd.DataFrame({"answered": 1, "serves": serves, "placed": placed, "inside": inside})
        .groupby(answered["participant_id"])
        .sum()
    )


@pytest.mark.parametrize("number", [0, 1, 2])
def test_purposes_are_means_of_participants_own_shares(sample: Database, number: int) -> None:
    purpose = ("operational", "personal", "strategic")[number]
    people = purposes_of(sample_rows.core("2025", "endpoint"), purpose)
    shares = purpose_balance.purposes(sample, VIEWER, LARGE).data["share"]
    assert shares[number] == pytest.approx((people["serves"] / people["answered"]).mean())
    placed = people[people["placed"] > 0]
    inside = purpose_balance.purpose_boundary(sample, VIEWER, LARGE).data
    assert inside["share"][number] == pytest.approx((placed["inside"] / placed["placed"]).mean())
    held = purpose_balance.dependence(sample, VIEWER, LARGE).table.iloc[number]
    assert held[["Nobody", "One contact", "Several contacts"]].tolist() == [
        (people["serves"] == 0).sum(),
        (people["serves"] == 1).sum(),
        (people["serves"] > 1).sum(),
    ]


def test_a_purpose_resting_on_one_contact_is_counted_per_participant(sample: Database) -> None:
    contacts = sample_rows.core("2026", "endpoint")
    served = pd.DataFrame(
        {p: purposes_of(contacts, p)["serves"] for p in ("operational", "personal", "strategic")}
    )
    finding = purpose_balance.dependence(sample, VIEWER, END)
    resting, covered = (served == 1).any(axis=1).sum(), (served > 0).all(axis=1).sum()
    assert f"{resting} of {len(served)} participants" in finding.headline
    assert f"somebody for all three purposes: {covered} of {len(served)}" in finding.headline


def places(sample: Database, chosen: Selection) -> pd.DataFrame:
    """External share and density of those who have both, from the single measures."""
    rows = ask(sample, VIEWER, "measure_rows", chosen)
    wanted = rows[rows["measure"].isin(["internal_share", "density"])]
    return wanted.pivot(index="participant_id", columns="measure", values="value").dropna()


@pytest.mark.parametrize("chosen", [END, LARGE])
def test_every_participant_with_all_pairs_known_is_in_one_quarter(
    sample: Database, chosen: Selection
) -> None:
    found = places(sample, chosen)
    close, mixed = found["density"] >= 0.5, found["internal_share"] <= 0.5
    finding = closure.closure(sample, VIEWER, chosen)
    assert finding.table["Participants"].tolist() == [
        (close & ~mixed).sum(),
        (close & mixed).sum(),
        (~close & ~mixed).sum(),
        (~close & mixed).sum(),
    ]
    left_out = len(sample_rows.completed(str(chosen.cohort), "endpoint")) - len(found)
    assert f"Left out: {left_out} participants." in finding.base


def test_single_places_are_drawn_from_20_participants_on_only(sample: Database) -> None:
    small, large = (closure.closure(sample, VIEWER, chosen) for chosen in (END, LARGE))
    assert list(small.data.columns) == ["category", "share", "label"]
    assert large.data["participants"].sum() == len(places(sample, LARGE)) >= 20
    assert large.data["x"].between(0, 1).all()


def test_the_figures_of_structure_are_means_with_their_base(sample: Database) -> None:
    density = places(sample, END)["density"]
    figures = {f.id: f for f in closure.structure_figures(sample, VIEWER, END).figures}
    assert figures["density"].value == f"{density.mean():.0%}"
    assert figures["density"].base == f"Mean, {len(density)} participants"
    assert set(figures) == {
        "density",
        "connectivity",
        "components",
        "cross_boundary_open_pairs",
    }


def test_analysts_are_told_that_constraint_depends_on_the_length_of_the_list(
    sample: Database,
) -> None:
    finding = for_analysts.structure(sample, VIEWER, END)
    measures = list(dict.fromkeys(finding.table["Measure"]))
    assert measures[0] == "Contacts listed"
    assert {"Effective size", "Efficiency", "Burt's constraint", "E-I index"} <= set(measures)
    assert "how long the list is" in finding.caution


def answered(people: int) -> Rows:
    rows = cohort(people)
    for person in rows["participants"]:
        rows["contacts"] += [
            {**contact, "purposes": "operational"}
            for contact in listed(
                person["participant_id"], "same_team", "outside_work", column="affiliation"
            )
        ]
    for audit in rows["audits"]:
        audit["ties_status"] = "positive_only_complete"
    return rows


def every_finding(database: Database) -> list[Finding]:
    return [
        question(database, VIEWER, END)
        for question in (
            balance.positions,
            balance.internal_share,
            balance.affiliations,
            purpose_balance.purposes,
            purpose_balance.purpose_boundary,
            purpose_balance.dependence,
            closure.closure,
            for_analysts.structure,
        )
    ]


def test_a_tiny_cohort_is_not_shown(tmp_path: Path) -> None:
    database = computed(tmp_path / "cohort.duckdb", answered(4), Programme())
    found = every_finding(database)
    assert all(finding.is_empty and finding.table.empty for finding in found)
    assert [f.base for f in found[:-1]] == ["Fewer than 5 participants stand behind it."] * 7
    values = [f.value for f in closure.structure_figures(database, VIEWER, END).figures]
    assert values == ["–"] * 4


def test_five_participants_are_enough(tmp_path: Path) -> None:
    database = computed(tmp_path / "cohort.duckdb", answered(5), Programme())
    assert not any(finding.is_empty for finding in every_finding(database))
    assert balance.positions(database, VIEWER, END).headline == (
        "Nobody outside: 0 of 5 participants; at least half of the contacts outside: 5 of 5,"
        " at endpoint"
    )
    assert closure.closure(database, VIEWER, END).headline == (
        "Of 5 participants 0 are close and inside, 0 close and mixed, 0 open and inside,"
        " 5 open and mixed, at endpoint"
    )


def test_a_purpose_with_too_few_behind_it_is_left_out(tmp_path: Path) -> None:
    rows = answered(6)
    rows["contacts"][0]["purposes"] = "personal"
    finding = purpose_balance.purpose_boundary(
        computed(tmp_path / "cohort.duckdb", rows, Programme()), VIEWER, END
    )
    assert finding.table["Purpose"].tolist() == ["Operational"]
    assert finding.withheld.startswith("One row is not shown")


@pytest.mark.parametrize("people", [0, 6])
def test_where_nothing_is_known_it_says_so(tmp_path: Path, people: int) -> None:
    rows = cohort(people)
    for person in rows["participants"]:
        rows["contacts"] += listed(person["participant_id"], "unknown", ".", column="affiliation")
    database = computed(tmp_path / "cohort.duckdb", rows, Programme())
    found = every_finding(database)
    assert all(finding.is_empty for finding in found[:-1])
    assert all("nothing is known at endpoint" in finding.headline for finding in found[:-1])


def test_much_unknown_makes_a_range_of_the_internal_share(tmp_path: Path) -> None:
    rows = cohort(5)
    for person in rows["participants"]:
        answers = ("same_team", "same_org", "outside_work", "unknown")
        rows["contacts"] += listed(person["participant_id"], *answers, column="affiliation")
    database = computed(tmp_path / "cohort.duckdb", rows, Programme())
    assert balance.internal_share(database, VIEWER, END).headline.startswith(
        "Between 50% and 75% of a participant's contacts are inside"
    )
    assert "Where 5 of 20 contacts belong is not known" in (
        balance.positions(database, VIEWER, END).caution
    )
