"""The invented region: organisations, their people's functions, and who is well known in them."""

from dataclasses import dataclass

from netaudit.sample.dice import Dice

Weights = dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation that sends participants.

    `share` is its part of a cohort. `inside` is the share of contacts its people usually have
    inside it; `closed` multiplies how often two contacts know each other.
    """

    code: str
    sector: str
    share: float
    inside: float
    closed: float
    functions: Weights
    places: Weights


# Hospitals and the council look inwards and everybody knows everybody; the university and the
# charity live from partners elsewhere.
ORGANISATIONS = (
    Organisation(
        code="riverside_hospital",
        sector="health",
        share=11,
        inside=0.76,
        closed=1.15,
        functions={"clinical": 5, "operations": 3, "people": 1, "finance": 1, "digital": 1},
        places={"northport": 1},
    ),
    Organisation(
        code="north_vale_council",
        sector="government",
        share=10,
        inside=0.70,
        closed=1.10,
        functions={"operations": 3, "strategy": 3, "finance": 2, "communications": 2},
        places={"north_vale": 3, "northport": 1},
    ),
    Organisation(
        code="hillcrest_university",
        sector="education",
        share=11,
        inside=0.47,
        closed=0.80,
        functions={"research": 6, "people": 2, "digital": 2, "communications": 1},
        places={"hillcrest": 1},
    ),
    Organisation(
        code="westmoor_hospital",
        sector="health",
        share=10,
        inside=0.68,
        closed=1.05,
        functions={"clinical": 5, "operations": 2, "research": 2, "people": 1},
        places={"westmoor": 1},
    ),
    Organisation(
        code="meadow_community_care",
        sector="social_care",
        share=9,
        inside=0.60,
        closed=1.00,
        functions={"operations": 3, "clinical": 3, "people": 2, "strategy": 1},
        places={"north_vale": 1, "westmoor": 1},
    ),
    Organisation(
        code="harbour_foundation",
        sector="voluntary",
        share=8,
        inside=0.42,
        closed=0.75,
        functions={"strategy": 3, "communications": 2, "operations": 2, "finance": 1},
        places={"northport": 3, "remote": 1},
    ),
    Organisation(
        code="copperfield_labs",
        sector="private",
        share=5,
        inside=0.55,
        closed=0.90,
        functions={"research": 2, "digital": 2, "strategy": 1},
        places={"hillcrest": 2, "remote": 1},
    ),
)

# Where else contacts work, by sector.
ELSEWHERE = {
    "health": ("eastgate_hospital", "lakeside_clinic", "coast_ambulance", "vale_hospice"),
    "government": ("regional_office", "southmere_council", "public_health_agency"),
    "education": ("ashford_university", "north_vale_college", "institute_of_care"),
    "social_care": ("home_first", "oaklands_homes", "care_alliance"),
    "voluntary": ("carers_network", "open_door", "youth_forum"),
    "private": ("brightline_consulting", "dataworks", "medical_supplies_ltd"),
}

SECTORS = {entry.code: entry.sector for entry in ORGANISATIONS} | {
    code: sector for sector, codes in ELSEWHERE.items() for code in codes
}

# What people do in an organisation the programme does not know from within.
FUNCTIONS: Weights = {
    "operations": 4,
    "clinical": 4,
    "research": 3,
    "strategy": 3,
    "people": 2,
    "finance": 2,
    "communications": 2,
    "digital": 2,
}

PROFESSIONS: dict[str, tuple[str, ...]] = {
    "operations": ("manager", "administrator", "engineer"),
    "clinical": ("nurse", "doctor", "therapist", "pharmacist"),
    "research": ("researcher", "statistician", "doctor"),
    "strategy": ("manager", "policy_adviser"),
    "people": ("hr_adviser", "trainer", "manager"),
    "finance": ("accountant", "manager"),
    "communications": ("journalist", "designer", "manager"),
    "digital": ("software_developer", "data_analyst", "engineer"),
}


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """Somebody whom several participants name."""

    key: str
    initials: str
    organisation: str
    sector: str
    function: str


KNOWN_IN_EACH = 2
INITIALS = "ABCDEFGHIJKLMNOPRSTVWYZ"


def known_people(seed: int) -> dict[str, list[KnownPerson]]:
    """The well-known people of every organisation, by its code."""
    dice = Dice(seed, "known people")
    known: dict[str, list[KnownPerson]] = {}
    for code, sector in SECTORS.items():
        for _ in range(KNOWN_IN_EACH):
            person = KnownPerson(
                key=f"K-{sum(map(len, known.values())) + 1:02}",
                initials=dice.one(INITIALS) + dice.one(INITIALS),
                organisation=code,
                sector=sector,
                function=dice.pick(FUNCTIONS),
            )
            known.setdefault(code, []).append(person)
    return known
