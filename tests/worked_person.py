"""The fictional participant P01 on whom the measurement specification works every figure."""

from netaudit.definitions.examples import Rows, canonical_rows

CONTACTS = """
contact_id affiliation function seniority sector distance years_known {}
c1 same_team clinical more_senior health same_site 9 no no
c2 same_team clinical same_level health same_site 7 no no
c3 same_org clinical same_level health same_site 6 no no
c4 same_org operations more_senior health same_site 4 yes yes
c5 same_org operations same_level health same_city_region 8 no no
c6 other_org_same_sector clinical more_senior health same_country 10 yes yes
c7 other_org_other_sector research same_level education same_country 0.5 yes yes
c8 outside_work not_applicable not_applicable not_applicable same_city_region 15 yes .
"""
QUESTIONS = "future_relevance sees_different"
TIES = "c1-c2 c1-c3 c2-c3 c1-c4 c2-c4 c3-c5 c4-c5 c6-c7 c5-c6"


def worked_person() -> Rows:
    """P01's list and ties at one wave; c8's last answer is missing."""
    participant = {"function": "clinical", "sector": "health"}
    return canonical_rows(
        {"participant": participant, "contacts": CONTACTS.format(QUESTIONS), "ties": TIES}
    )
