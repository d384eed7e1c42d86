"""What the contacts are, worked out again with pandas from the sample's rows, and by hand."""

from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.cohort import (
    composition,
    contact_scales,
    for_analysts,
    group_means,
    list_size,
    variety,
    weak_ties,
)
from netaudit.analysis.cohort.attribute_words import category_words
from netaudit.analysis.release.disclosure import Audience, release_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from netaudit.vocabulary import readable
from tests import sample_rows
from tests.invented_cohort import cohort, computed, listed

VIEWER = Viewer.local()
END = Selection(cohort="2026", wave="endpoint")
SAMPLED = [("2025", "baseline"), ("2025", "endpoint"), ("2026", "endpoint")]
UNKNOWN = ["unknown", "not_applicable"]


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).current_database()


def invented(tmp_path: Path, rows: Rows, **settings: int) -> Database:
    return computed(tmp_path / "cohort.duckdb", rows, Programme(**settings))


def shares_at(data: pd.DataFrame, wave: str) -> dict[str, float]:
    here = data[data["series"] == readable(wave)]
    return dict(zip(here["category"], here["share"], strict=True))


@pytest.mark.parametrize(("cohort_id", "wave"), SAMPLED)
@pytest.mark.parametrize(
    "attribute", ["affiliation", "function", "sector", "seniority", "distance", "x_main_topic"]
)
def test_shares_are_means_of_participants_own_shares(
    sample: Database, attribute: str, cohort_id: str, wave: str
) -> None:
    contacts = sample_rows.core(cohort_id, wave)
    expected = sample_rows.mean_of_shares(
        contacts, contacts[attribute].where(~contacts[attribute].isin(UNKNOWN))
    )
    chosen = Selection(cohort=cohort_id, wave=wave)
    finding = composition.makeup(sample, VIEWER, chosen, attribute=attribute)
    assert shares_at(finding.data, wave) == pytest.approx(
        {category_words(attribute, code): share for code, share in expected.items()}
    )


def test_the_base_counts_participants_answers_and_what_is_not_known(sample: Database) -> None:
    contacts = sample_rows.core("2026", "endpoint")
    known = contacts[~contacts["affiliation"].fillna("unknown").isin(UNKNOWN)]
    people = known["participant_id"].nunique()
    finding = composition.makeup(sample, VIEWER, END, attribute="affiliation")
    assert finding.base.startswith(
        f"Base at endpoint: {people} participants, {len(known)} contacts with an answer;"
    )
    missing = len(contacts) - len(known)
    assert f"Not known for {missing} of {len(contacts)} contacts" in finding.caution


def test_fixed_codes_stand_in_the_order_of_the_vocabulary_free_ones_in_the_alphabets(
    sample: Database,
) -> None:
    seniority = composition.makeup(sample, VIEWER, END, attribute="seniority")
    assert list(dict.fromkeys(seniority.data["category"])) == [
        "More junior",
        "Same level",
        "More senior",
    ]
    sectors = composition.makeup(sample, VIEWER, END, attribute="sector").data["category"]
    assert list(dict.fromkeys(sectors)) == sorted(set(sectors))


def test_attributes_to_choose_from_begin_with_affiliation_and_leave_ascribed_ones_out(
    sample: Database,
) -> None:
    choices = composition.attribute_choices(sample, VIEWER, END)
    assert [choice.value for choice in choices] == [
        "affiliation",
        "function",
        "sector",
        "seniority",
        "distance",
        "x_main_topic",
        "x_profession",
    ]
    assert choices[-1].words == "Profession"


def test_rare_categories_are_taken_together(sample: Database) -> None:
    data = composition.makeup(sample, VIEWER, END, attribute="x_profession").data
    here = data[data["series"] == "Endpoint"]
    assert len(here) == composition.MOST_CATEGORIES + 1
    assert here["category"].iloc[-1] == "All other categories"
    assert here["share"].sum() == pytest.approx(1)


def banded(contacts: pd.DataFrame, scale: str) -> pd.Series:
    if scale == "closeness":
        words = {"4": "Very close", "3": "Close", "2": "Less close", "1": "Distant"}
        return contacts["closeness"].map(words)
    if scale == "years_known":
        edges, names = [-1, 0.999, 4.999, 9.999, 99], contact_scales_words("years_known")
        return pd.cut(contacts["years_known"].astype(float), edges, labels=names).astype("str")
    edges, names = [-1, 7, 30, 90, 99999], contact_scales_words("last_contact")
    return pd.cut(contacts["last_contact_days"].astype(float), edges, labels=names).astype("str")


def contact_scales_words(scale: str) -> list[str]:
    return {
        "years_known": ["Less than 1 year", "1 to 4 years", "5 to 9 years", "10 years or more"],
        "last_contact": [
            "Within 7 days",
            "8 to 30 days ago",
            "31 to 90 days ago",
            "More than 90 days ago",
        ],
    }[scale]


@pytest.mark.parametrize("scale", list(contact_scales.SCALES))
def test_scales_are_means_of_participants_own_shares(sample: Database, scale: str) -> None:
    contacts = sample_rows.core("2025", "endpoint")
    bands = banded(contacts, scale)
    expected = sample_rows.mean_of_shares(contacts, bands.where(bands != "nan"))
    chosen = Selection(cohort="2025", wave="endpoint")
    finding = contact_scales.on_scale(sample, VIEWER, chosen, scale=scale)
    assert shares_at(finding.data, "endpoint") == pytest.approx(expected.to_dict())


def test_weak_ties_are_those_of_closeness_1_and_2(sample: Database) -> None:
    contacts = sample_rows.core("2026", "endpoint")
    weak = contacts["closeness"].map({"1": "weak", "2": "weak", "3": "close", "4": "close"})
    share = sample_rows.mean_of_shares(contacts, weak)["weak"]
    finding = contact_scales.on_scale(sample, VIEWER, END, scale="closeness")
    assert finding.headline.startswith(f"{share:.0%} of a participant's contacts are less close")


def test_new_means_less_than_a_year_or_met_in_this_programme(sample: Database) -> None:
    contacts = sample_rows.core("2026", "endpoint")
    years = contacts["years_known"].astype(float)
    met_here = contacts["first_known"] == "this_programme"
    dated = years.notna() | ~contacts["first_known"].fillna("unknown").isin(["unknown"])
    is_new = ((years < 1) | met_here).map({True: "new", False: "older"}).where(dated)
    share = sample_rows.mean_of_shares(contacts, is_new)["new"]
    finding = contact_scales.on_scale(sample, VIEWER, END, scale="years_known")
    assert finding.headline.startswith(f"{share:.0%} of contacts are new (dynamism)")


def test_list_sizes_are_counted_one_by_one_from_20_participants_on(sample: Database) -> None:
    sizes = sample_rows.core("2025", "endpoint")["participant_id"].value_counts()
    finding = list_size.list_size(sample, VIEWER, Selection(cohort="2025", wave="endpoint"))
    assert finding.data["category"].tolist() == ["Nobody", *map(str, range(1, 10)), "10 (full)"]
    assert finding.data["count"].tolist()[1:] == [int((sizes == n).sum()) for n in range(1, 11)]
    assert f"listed {sizes.mean():.1f} contacts" in finding.headline


def test_list_sizes_come_in_bands_below_20_participants(sample: Database) -> None:
    sizes = sample_rows.core("2026", "endpoint")["participant_id"].value_counts()
    finding = list_size.list_size(sample, VIEWER, END)
    assert finding.data["category"].tolist() == ["Nobody", "1 to 5", "6 to 9", "10 (full)"]
    assert finding.data["count"].tolist() == [
        0,
        int(sizes.between(1, 5).sum()),
        int(sizes.between(6, 9).sum()),
        int((sizes == 10).sum()),
    ]


def test_the_second_list_is_set_beside_the_first(sample: Database) -> None:
    done = sample_rows.completed("2025", "endpoint")
    everybody = sample_rows.contacts_at("endpoint")
    everybody = everybody[everybody["participant_id"].isin(done)]
    everybody = everybody[~everybody["sector"].fillna("unknown").isin(UNKNOWN)]
    by_list = {kind: everybody[everybody["list_kind"] == kind] for kind in ("core", "weak_tie")}
    both = set.intersection(*(set(part["participant_id"]) for part in by_list.values()))
    finding = weak_ties.weak_ties(sample, VIEWER, Selection(cohort="2025", wave="endpoint"))
    for kind, series in (("core", "Core contacts"), ("weak_tie", "Weak ties")):
        part = by_list[kind][by_list[kind]["participant_id"].isin(both)]
        expected = sample_rows.mean_of_shares(part, part["sector"])
        found = finding.data[finding.data["series"] == series].set_index("category")["share"]
        for sector, share in expected.items():
            assert found[readable(str(sector))] == pytest.approx(share)
    assert f"over {len(both)} participants" in finding.base


def test_diversity_is_the_chance_that_two_contacts_differ(sample: Database) -> None:
    contacts = sample_rows.core("2025", "endpoint")
    answer = contacts["function"].where(~contacts["function"].isin(UNKNOWN))
    counts = pd.crosstab(contacts["participant_id"], answer)
    n = counts.sum(axis=1)
    chance = 1 - (counts * (counts - 1)).sum(axis=1) / (n * (n - 1)).where(n > 1)
    finding = variety.variety(sample, VIEWER, Selection(cohort="2025", wave="endpoint"))
    row = finding.data.set_index("category").loc["Function"]
    assert row["middle"] == pytest.approx(chance.mean())
    assert row["lower_quartile"] == pytest.approx(chance.quantile(0.25))


def test_quartiles_are_kept_back_below_20_participants(sample: Database) -> None:
    small = variety.variety(sample, VIEWER, END)
    assert small.data[["lower_quartile", "upper_quartile"]].isna().all(axis=None)
    assert small.table["Lower quartile"].tolist() == ["–"] * len(small.table)


def test_likeness_carries_the_caution_about_who_is_there_to_be_known(sample: Database) -> None:
    finding = variety.same_as_me(sample, VIEWER, END)
    assert "who is there to be known" in finding.caution
    assert finding.data["category"].tolist() == [
        "Function",
        "Sector",
        "Seniority",
        "Distance",
        "Gender",
        "Age",
        "Ethnicity",
    ]


def test_group_means_are_those_of_the_groups_people(sample: Database) -> None:
    sizes = sample_rows.core("2025", "endpoint")["participant_id"].value_counts()
    level = sample_rows.rows("participants").set_index("participant_id")["level"]
    expected = sizes.groupby(level.reindex(sizes.index)).agg(["mean", "size"])
    chosen = Selection(cohort="2025", wave="endpoint")
    finding = group_means.group_means(sample, VIEWER, chosen, attribute="level", measure="size")
    assert finding.data["middle"].iloc[0] == pytest.approx(sizes.mean())
    shown = finding.data.iloc[1:].set_index("category")["middle"]
    assert len(shown) > 0
    for group, mean in shown.items():
        row = expected.loc[str(group).lower().replace(" ", "_")]
        assert mean == pytest.approx(row["mean"])
        assert row["size"] >= 5


def test_age_bands_stand_from_young_to_old_and_not_by_value(tmp_path: Path) -> None:
    rows = cohort(30)
    for number, person in enumerate(rows["participants"]):
        person["age_band"] = ["40_49", "under_30", "30_39"][number % 3]
        answers = ["clinical"] * (1 + number % 3)
        rows["contacts"] += listed(person["participant_id"], *answers, column="function")
    finding = group_means.group_means(
        invented(tmp_path, rows), VIEWER, END, attribute="age_band", measure="size"
    )
    assert finding.data[["category", "label"]].to_numpy().tolist() == [
        ["Everybody", "2, n = 30"],
        ["Under 30", "2, n = 10"],
        ["30–39", "3, n = 10"],
        ["40–49", "1, n = 10"],
    ]
    assert "1 to 3 in the 3 groups shown, 2 for everybody" in finding.headline


@pytest.mark.parametrize(
    ("sizes", "whole", "shown"),
    [
        # a group and its complement large enough
        ({"a": 10, "b": 8}, 18, ["a", "b"]),
        # the complement of the first is too small, so neither may be shown
        ({"a": 15, "b": 3}, 18, []),
        # two people in no group could be worked out, so the smallest group goes as well
        ({"a": 9, "b": 7}, 18, ["a"]),
        # the hidden ones are five together
        ({"a": 8, "b": 6, "c": 3, "d": 2}, 19, ["a", "b"]),
        ({"a": 4}, 4, []),
        ({}, 0, []),
    ],
)
def test_groups_are_kept_back_while_somebody_could_be_worked_out(
    sizes: dict[str, int], whole: int, shown: list[str]
) -> None:
    groups = pd.DataFrame({"category": sizes.keys(), "participants": sizes.values()})
    kept, withheld = release_groups(groups, whole, Audience(name="team", minimum=5))
    assert kept["category"].tolist() == shown
    assert bool(withheld) == (len(shown) < len(sizes))


def test_a_group_is_not_parted_again(sample: Database) -> None:
    finding = group_means.group_means(
        sample,
        VIEWER,
        Selection(cohort="2025", wave="endpoint", attribute="sector", category="health"),
        attribute="gender",
        measure="size",
    )
    assert finding.is_empty
    assert "parted again" in finding.base


def test_analysts_get_every_index_by_attribute_and_wave(sample: Database) -> None:
    table = for_analysts.mix(sample, VIEWER, END).table
    assert set(table["Wave"]) == {"Baseline", "Midpoint", "Endpoint"}
    assert "Blau index, function" in set(table["Measure"])


def every_finding(database: Database, selection: Selection = END) -> dict[str, str]:
    found = [
        composition.makeup(database, VIEWER, selection, attribute="function"),
        list_size.list_size(database, VIEWER, selection),
        *(
            contact_scales.on_scale(database, VIEWER, selection, scale=scale)
            for scale in contact_scales.SCALES
        ),
        variety.variety(database, VIEWER, selection),
        variety.same_as_me(database, VIEWER, selection),
        weak_ties.weak_ties(database, VIEWER, selection),
        group_means.group_means(database, VIEWER, selection, attribute="sector", measure="breadth"),
        for_analysts.mix(database, VIEWER, selection),
    ]
    assert all(finding.is_empty and finding.table.empty for finding in found)
    return {finding.id: f"{finding.headline}. {finding.base}" for finding in found}


def full_answers(people: int) -> Rows:
    rows = cohort(people, function="clinical", sector="health")
    for person in rows["participants"]:
        rows["contacts"] += [
            {
                **contact,
                "closeness": "2",
                "years_known": "3",
                "last_contact_days": "4",
                "sector": "health",
            }
            for contact in listed(person["participant_id"], "clinical", "law", column="function")
        ]
        rows["contacts"].append(
            {
                "participant_id": person["participant_id"],
                "wave": "endpoint",
                "contact_id": "w1",
                "list_kind": "weak_tie",
                "sector": "health",
            }
        )
    return rows


def test_a_tiny_cohort_is_not_shown(tmp_path: Path) -> None:
    said = every_finding(invented(tmp_path, full_answers(4)))
    held_back = [text for text in said.values() if "Fewer than 5 participants" in text]
    assert len(held_back) == 8


def test_five_participants_are_enough(tmp_path: Path) -> None:
    database = invented(tmp_path, full_answers(5))
    finding = composition.makeup(database, VIEWER, END, attribute="function")
    assert finding.data["label"].tolist() == ["50%", "50%"]
    assert "Clinical and Law are the largest parts, 50% each" in finding.headline


def test_without_any_answer_it_says_so(tmp_path: Path) -> None:
    rows = cohort(6)
    for person in rows["participants"]:
        rows["contacts"] += listed(person["participant_id"], "unknown", ".", column="function")
    database = invented(tmp_path, rows)
    assert not list_size.list_size(database, VIEWER, END).is_empty
    finding = composition.makeup(database, VIEWER, END, attribute="function")
    assert finding.headline == "Function: nothing is known at endpoint"
    assert composition.attribute_choices(database, VIEWER, END) == ()
    assert group_means.group_attribute_choices(database, VIEWER, END) == ()


def test_nobody_at_all_is_no_error(tmp_path: Path) -> None:
    said = every_finding(invented(tmp_path, {"participants": [], "audits": [], "contacts": []}))
    assert said["list_size"].startswith("No list was filled in at endpoint")


def test_much_unknown_makes_a_range_of_the_figure(tmp_path: Path) -> None:
    rows = cohort(5)
    for person in rows["participants"]:
        rows["contacts"] += listed(
            person["participant_id"], "clinical", "clinical", "law", "unknown", column="function"
        )
    finding = composition.makeup(invented(tmp_path, rows), VIEWER, END, attribute="function")
    assert "between 50% and 75%" in finding.headline
    assert finding.table["If all were known"].tolist() == ["50% to 75%", "25% to 50%"]


def test_contacts_an_attribute_does_not_apply_to_leave_the_denominator(tmp_path: Path) -> None:
    rows = cohort(5)
    for person in rows["participants"]:
        rows["contacts"] += listed(
            person["participant_id"], "clinical", "law", "not_applicable", column="function"
        )
    finding = composition.makeup(invented(tmp_path, rows), VIEWER, END, attribute="function")
    assert finding.data["share"].tolist() == [0.5, 0.5]
    assert "Not known" not in finding.caution


def test_who_named_nobody_counts_among_the_lists_and_in_no_share(tmp_path: Path) -> None:
    rows = cohort(6)
    rows["audits"][5]["contacts_status"] = "none_to_name"
    for person in rows["participants"][:5]:
        rows["contacts"] += listed(person["participant_id"], "clinical", column="function")
    database = invented(tmp_path, rows)
    sizes = list_size.list_size(database, VIEWER, END)
    assert sizes.headline.endswith("; 1 named nobody")
    assert sizes.data["count"].tolist() == [1, 5, 0, 0]
    makeup = composition.makeup(database, VIEWER, END, attribute="function")
    assert makeup.base.startswith("Base at endpoint: 5 participants, 5 contacts")


def test_without_a_wave_the_latest_with_answers_is_looked_at(sample: Database) -> None:
    latest = composition.makeup(sample, VIEWER, Selection(cohort="2026"), attribute="sector")
    at_end = composition.makeup(sample, VIEWER, END, attribute="sector")
    assert latest.headline == at_end.headline
    assert latest.table.equals(at_end.table)
