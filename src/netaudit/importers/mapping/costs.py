"""What a survey goes without when it does not ask for something."""

from netaudit.importers.mapping.fields import field
from netaudit.importers.mapping.proposal import MissingField
from netaudit.importers.mapping.recipe import Recipe

COSTS = {
    "contacts.label": "No contact can be found again at the next wave.",
    "contacts.affiliation": "No internal share, no balance and no echo chamber.",
    "contacts.purposes": "No purposes: what contacts are for stays unknown.",
    "contacts.seniority": "Nothing on who is more senior.",
    "contacts.years_known": "No network lag, and nothing on how long contacts are known.",
    "contacts.closeness": "Nothing on strong and weak ties.",
    "contacts.function": "Nothing on the variety of functions.",
    "contacts.sector": "Nothing on the variety of sectors.",
    "contacts.distance": "Nothing on how far away contacts are.",
    "contacts.support_direction": "Nothing on giving and receiving support.",
    "contacts.future_relevance": "One of network lag's two conditions cannot be told.",
    "contacts.sees_different": "No pigeonholing.",
    "contacts.gender_rel": "Birds of a feather goes without gender.",
    "contacts.ethnicity_rel": "Birds of a feather goes without ethnicity.",
    "contacts.age_rel": "Birds of a feather goes without age.",
    "ties.tie": "No density, brokerage or constraint, and no echo chamber.",
    "audits.self_birds_of_a_feather": "No own view of birds of a feather.",
    "audits.self_network_lag": "No own view of network lag.",
    "audits.self_echo_chamber": "No own view of echo chamber.",
    "audits.self_pigeonholing": "No own view of pigeonholing.",
}

INSTEAD = {
    "contacts.gender": "contacts.gender_rel",
    "contacts.ethnic_group": "contacts.ethnicity_rel",
    "contacts.age": "contacts.age_rel",
    "contacts.known_since": "contacts.years_known",
}
"""Fields from which another one is told."""


def missing_fields(recipe: Recipe) -> tuple[MissingField, ...]:
    """The fields that measures need and no question goes to, each with what is lost."""
    held = {one.field for one in recipe.questions}
    held |= {INSTEAD[name] for name in held if name in INSTEAD}
    return tuple(
        MissingField(field=name, meaning=target.meaning, costs=costs)
        for name, costs in COSTS.items()
        if name not in held and (target := field(name))
    )
