"""The worked person P01: numbers computed by hand, and by networkx and igraph where structural."""

from functools import cache

import pytest

from netaudit.definitions.examples import Rows
from tests.computed import Key, Values, values

# The worked person: a clinician in health with eight contacts, c8 from outside work.
COLUMNS = (
    "contact_id affiliation function seniority sector distance gender_rel closeness years_known"
    " last_contact_days support_direction purposes"
)
LIST = """
c1 same_team clinical more_senior health same_site same 4 9 4 both operational
c2 same_team clinical same_level health same_site same 4 7 1 both operational|personal
c3 same_org clinical same_level health same_site same 3 6 6 both operational
c4 same_org operations more_senior health same_site different 2 4 20 i_get operational|strategic
c5 same_org operations same_level health same_city_region same 2 8 15 i_give operational
c6 other_org_same_sector clinical more_senior health same_country different 3 10 30 i_get
 personal|strategic
c7 other_org_other_sector research same_level education same_country same 2 0.5 60 both strategic
c8 outside_work not_applicable not_applicable not_applicable same_city_region different 4 15 2 both
 personal
"""
TIES = "c1-c2 c1-c3 c2-c3 c1-c4 c2-c4 c3-c5 c4-c5 c6-c7 c5-c6"
# The second wave: five of the eight are named again, four are new; c9 has no function, c12 no level
# and c11 neither level nor sector that applies.
LATER = """
contact_id affiliation function seniority sector
c1 same_team clinical same_level health
c2 same_team clinical same_level health
c4 same_org operations same_level health
c6 other_org_same_sector clinical same_level health
c7 other_org_other_sector operations more_senior education
c9 other_org_same_sector not_applicable more_senior health
c10 other_org_other_sector research more_senior education
c11 outside_work research more_junior not_applicable
c12 other_org_other_sector finance not_applicable voluntary
"""

WORKED: dict[tuple[str, str | None], float] = {
    ("size", None): 8,
    ("internal_share", None): 0.625,
    ("ei_index", None): -0.25,
    ("composition", "function=clinical"): 4 / 7,
    ("composition", "function=operations"): 2 / 7,
    ("composition", "function=research"): 1 / 7,
    ("blau", "function"): 0.571429,
    ("diversity", "function"): 0.666667,
    ("diversity", "seniority"): 0.571429,
    ("diversity", "sector"): 0.285714,
    ("diversity", "distance"): 0.714286,
    ("diversity", "affiliation"): 0.535714,
    ("entropy", "function"): 0.9557,
    ("iqv", "seniority"): 0.734694,
    ("iqv", "distance"): 0.833333,
    ("iqv", "affiliation"): 0.9375,
    ("same_as_me", "function"): 4 / 7,
    ("same_as_me", "seniority"): 4 / 7,
    ("same_as_me", "sector"): 6 / 7,
    ("same_as_me", "distance"): 6 / 8,
    ("same_as_me", "gender"): 5 / 8,
    ("ties", None): 9,
    ("density", None): 0.321429,
    ("components", None): 2,
    ("isolates", None): 1,
    ("effective_size", None): 5.75,
    ("efficiency", None): 0.71875,
    ("constraint", None): 0.335178,
    ("hierarchy", None): 0.024148,
    ("betweenness", None): 0.550595,
    ("connectivity", None): 0.550595,
    ("cross_boundary_open_pairs", None): 14,
    ("closeness_mean", None): 3,
    ("weak_tie_share", None): 0.375,
    ("years_known_median", None): 7.5,
    ("long_known_share", None): 6 / 8,
    ("new_share", None): 0.125,
    ("dynamism", None): 0.125,
    ("last_contact_median_days", None): 10.5,
    ("recent_share", None): 7 / 8,
    ("reciprocal_share", None): 0.625,
    ("breadth", None): 0.514881,
    ("purpose_share", "operational"): 5 / 8,
    ("purpose_share", "personal"): 3 / 8,
    ("purpose_mix", "operational"): 0.454545,
    ("purpose_mix", "strategic"): 0.272727,
    ("purpose_internal_share", "operational"): 1,
    ("purpose_internal_share", "strategic"): 1 / 3,
    ("purposes_covered", None): 3,
    ("single_source_purposes", None): 0,
    ("multiplexity", None): 1.375,
}
WORKED_LATER: dict[tuple[str, str | None], float] = {
    ("size", None): 9,
    ("internal_share", None): 3 / 9,
    ("breadth", None): 0.651786,
    ("retained", None): 5,
    ("added", None): 4,
    ("dropped", None): 3,
    ("retention", None): 0.625,
    ("novelty", None): 0.444444,
    ("jaccard", None): 0.416667,
}


def table(text: str) -> list[dict[str, str]]:
    """Rows under a header line; a line that starts with a blank goes on from the one before."""
    header, *body = text.strip().replace("\n ", " ").splitlines()
    return [dict(zip(header.split(), line.split(), strict=True)) for line in body]


@cache
def worked_person() -> Values:
    first = {"participant_id": "P01", "wave": "baseline"}
    later = {"participant_id": "P01", "wave": "endpoint"}
    contacts = [
        *({**first, **row} for row in table(f"{COLUMNS}{LIST}")),
        *({**later, **row} for row in table(LATER)),
    ]
    pairs = [tie.split("-") for tie in TIES.split()]
    rows: Rows = {
        "participants": [
            {"participant_id": "P01", "cohort": "2026", "function": "clinical", "sector": "health"}
        ],
        "audits": [{**first, "ties_status": "positive_only_complete"}, later],
        "contacts": contacts,
        "ties": [{**first, "contact_a": a, "contact_b": b} for a, b in pairs],
    }
    return values(rows)


@pytest.mark.parametrize(
    ("wave", "measure", "attribute", "expected"),
    [("baseline", *key, value) for key, value in WORKED.items()]
    + [("endpoint", *key, value) for key, value in WORKED_LATER.items()],
)
def test_worked_person(wave: str, measure: str, attribute: str | None, expected: float) -> None:
    value = worked_person()[Key(measure, "P01", wave, attribute)]
    assert value == pytest.approx(expected, abs=5e-6)


def test_function_varies_against_the_categories_seen_at_any_wave() -> None:
    # by hand: 0.571429 x 4 / 3, finance being named at the second wave only
    value = worked_person()[Key("iqv", "P01", "baseline", "function")]
    assert value == pytest.approx(0.761905, abs=5e-7)


@pytest.mark.parametrize("attribute", ["gender", "distance"])
def test_an_attribute_asked_at_one_wave_is_undefined_at_another(attribute: str) -> None:
    assert worked_person()[Key("same_as_me", "P01", "endpoint", attribute)] is None
