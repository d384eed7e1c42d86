"""How often contacts are what: the tables a participant's list is drawn from."""

from netaudit.sample.organisations import Weights

# Of those inside, half sit in the own team; of those outside, a quarter is family and friends.
INSIDE: Weights = {"same_team": 52, "same_org": 48}
OUTSIDE: Weights = {"other_org_same_sector": 42, "other_org_other_sector": 33, "outside_work": 25}

DISTANCES: dict[str, Weights] = {
    "same_team": {"same_site": 84, "same_city_region": 11, "same_country": 5},
    "same_org": {"same_site": 62, "same_city_region": 30, "same_country": 7, "other_country": 1},
    "other_org_same_sector": {
        "same_site": 3,
        "same_city_region": 52,
        "same_country": 40,
        "other_country": 5,
    },
    "other_org_other_sector": {
        "same_site": 2,
        "same_city_region": 45,
        "same_country": 40,
        "other_country": 13,
    },
    "outside_work": {
        "same_site": 1,
        "same_city_region": 55,
        "same_country": 32,
        "other_country": 12,
    },
}
SENIORITY: Weights = {"more_junior": 22, "same_level": 12, "more_senior": 42}
AGES: Weights = {"younger_10plus": 18, "within_10": 54, "older_10plus": 28}

# Where somebody met a contact of the past, and everybody else, at the start of the programme.
PAST: Weights = {"previous_role": 46, "education": 26, "current_role": 28}
PRESENT: Weights = {
    "current_role": 56,
    "professional_body_or_event": 18,
    "introduced": 18,
    "online": 5,
    "personal_life": 3,
}
PRIVATE: Weights = {"personal_life": 64, "education": 24, "previous_role": 12}
# Contacts that are new at a later wave: fewer of them are from the past, the others come from here.
LESS_PAST_LATER = 0.40
NEW_INSIDE: Weights = {
    "current_role": 62,
    "introduced": 22,
    "previous_role": 10,
    "this_programme": 6,
}
NEW_OUTSIDE: Weights = {
    "this_programme": 38,
    "professional_body_or_event": 22,
    "introduced": 24,
    "previous_role": 8,
    "education": 5,
    "online": 9,
}
YEARS: dict[str, tuple[float, float]] = {
    "current_role": (0.2, 8.0),
    "previous_role": (2.0, 15.0),
    "education": (4.0, 24.0),
    "professional_body_or_event": (0.4, 8.0),
    "introduced": (0.1, 5.0),
    "online": (0.2, 4.0),
    "personal_life": (3.0, 32.0),
}
# How long before the first job people from there may have been met.
YEARS_BEFORE_WORK = {"previous_role": 0.0, "education": 8.0}
JUST_MET = (0.1, 0.4)
NEWLY_KNOWN = 1.1
DAYS_A_YEAR = 365.25

# How close people usually are, 1 to 4, before the years they have known each other count.
CLOSENESS: dict[str, Weights] = {
    "same_team": {"2": 25, "3": 50, "4": 25},
    "same_org": {"1": 8, "2": 48, "3": 36, "4": 8},
    "other_org_same_sector": {"1": 12, "2": 46, "3": 34, "4": 8},
    "other_org_other_sector": {"1": 14, "2": 46, "3": 32, "4": 8},
    "outside_work": {"2": 8, "3": 32, "4": 60},
}
WEAK_CLOSENESS: Weights = {"1": 55, "2": 45}
LONG_KNOWN = 8.0

# What contacts are turned to for. Managing the day is mostly internal, support is close to home.
PURPOSES: dict[str, dict[str, float]] = {
    "same_team": {"operational": 0.86, "personal": 0.30, "strategic": 0.14},
    "same_org": {"operational": 0.70, "personal": 0.24, "strategic": 0.32},
    "other_org_same_sector": {"operational": 0.34, "personal": 0.26, "strategic": 0.62},
    "other_org_other_sector": {"operational": 0.20, "personal": 0.28, "strategic": 0.68},
    "outside_work": {"operational": 0.04, "personal": 0.90, "strategic": 0.18},
}
REASONS: dict[str, dict[str, float]] = {
    "same_team": {"task_information": 0.7, "task_achievement": 0.7, "mutual_support": 0.4},
    "same_org": {
        "task_information": 0.6,
        "task_achievement": 0.4,
        "career": 0.25,
        "development": 0.2,
    },
    "other_org_same_sector": {"task_information": 0.4, "career": 0.4, "development": 0.4},
    "other_org_other_sector": {"career": 0.4, "development": 0.5, "task_information": 0.25},
    "outside_work": {"mutual_support": 0.85, "career": 0.2, "development": 0.25},
}
RESOURCES = {
    "expertise": 0.55,
    "introductions": 0.30,
    "advocacy": 0.22,
    "review_of_plans": 0.28,
    "funding": 0.10,
    "partnership": 0.18,
    "market_insight": 0.12,
    "technology": 0.14,
}
TOPICS: dict[str, Weights] = {
    "same_team": {"daily_work": 6, "people_matters": 3, "career": 1},
    "same_org": {"daily_work": 4, "people_matters": 2, "money": 1, "career": 2, "new_ideas": 1},
    "other_org_same_sector": {"new_ideas": 4, "career": 3, "daily_work": 2, "policy": 2},
    "other_org_other_sector": {"new_ideas": 5, "policy": 2, "career": 3, "money": 1},
    "outside_work": {"life_in_general": 6, "career": 3, "people_matters": 1},
}

# Answers that are not given: blank, or a code for not knowing or not saying.
SKIPPED: dict[str, Weights] = {
    "affiliation": {"unknown": 1.6, "": 0.4},
    "organisation": {"unknown": 1, "": 2},
    "function": {"unknown": 2.5, "": 1},
    "sector": {"unknown": 1.2, "": 0.8},
    "seniority": {"unknown": 2.5, "": 0.8},
    "distance": {"unknown": 1.5, "": 0.8},
    "gender_rel": {"unknown": 0.8, "prefer_not": 2.2, "": 1.5},
    "ethnicity_rel": {"unknown": 3, "prefer_not": 4, "": 3},
    "age_rel": {"unknown": 4, "prefer_not": 1.5, "": 1.5},
    "first_known": {"unknown": 2, "": 1},
    "x_profession": {"unknown": 1.5, "": 2},
    "x_main_topic": {"": 3},
    "label": {"": 1},
}

NICKNAMES: dict[str, tuple[str, ...]] = {
    "same_team": ("Desk neighbour", "Team lead", "Shift partner", "Deputy"),
    "same_org": ("Corridor friend", "Next floor", "Finance ally", "Lunch club"),
    "other_org_same_sector": ("Old boss", "Conference friend", "Opposite number"),
    "other_org_other_sector": ("Board contact", "Course friend", "Panel chair"),
    "outside_work": ("Running friend", "Cousin", "Neighbour", "Godparent", "Choir friend"),
}
