"""What can be said of the questions of a survey, in words: fields, codes, pairs, settings."""

from collections.abc import Mapping, Sequence

from netaudit.importers.mapping.answer_questions import points_of
from netaudit.importers.mapping.fields import Field, field
from netaudit.importers.mapping.known_words import codes_of
from netaudit.importers.mapping.proposal import AskedPair, Proposal, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT, TO_SAY, Recipe
from netaudit.importers.mapping.tell_fields import possible
from netaudit.importers.plain import bare_words
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX, MULTI_CODE_NONE
from netaudit.vocabulary import readable

NOUNS = {
    "participants": "Person",
    "audits": "Audit",
    "contacts": "Contact",
    "ties": "Pair",
    "mentoring": "Mentor",
    "mentors": "All mentors",
    "reflections": "Text",
    "actions": "Action",
    "activities": "Activity",
}
NAMES = {
    "participant_id": "code",
    "contact_id": "code",
    "mentoring_id": "code",
    "person_key": "one key in several lists",
    "is_participant_id": "code as a participant",
    "self_birds_of_a_feather": "own view of birds of a feather",
    "self_network_lag": "own view of network lag",
    "self_echo_chamber": "own view of echo chamber",
    "self_pigeonholing": "own view of pigeonholing",
    "label": "name or initials",
    "known_since": "known since (a year)",
    "ethnic_group": "ethnicity",
    "gender_rel": "gender beside one's own",
    "ethnicity_rel": "ethnicity beside one's own",
    "age_rel": "age beside one's own",
    "sees_different": "sees one in another role",
    "future_relevance": "matters for the future",
    "contact_a": "first contact",
    "contact_b": "second contact",
    "tie": "who knows whom",
}
"""Fields whose own names say too little."""

LONGEST_NAME = 40


def column_title(name: str) -> str:
    """What a column is called, with a capital letter: `Years known`."""
    own = name.removeprefix(CUSTOM_ATTRIBUTE_PREFIX)
    words = NAMES.get(own) or readable(own)
    return f"{words[:1].upper()}{words[1:]}"


def field_title(target: Field) -> str:
    """What a field is called: `Contact: seniority`."""
    name = column_title(target.column.name)
    if target.column.name.startswith("self_"):
        return name
    noun = NOUNS.get(target.table, readable(target.table))
    return f"{noun}: {name[:1].lower()}{name[1:]}"


def field_choices(one: Understood) -> dict[str, str]:
    """The fields that a question can go to, in words, by their ids; leaving it out comes first."""
    found = {LEAVE_OUT: "Leave out"}
    fitting = {target.id: target for target in possible(one.level, one.table)}
    if one.level == "person" and not one.table and (label := field("contacts.label")):
        fitting[label.id] = label
    if one.field and one.field not in fitting and (own := field(one.field)):
        fitting[own.id] = own
    found |= {name: field_title(each) for name, each in fitting.items()}
    if (one.level == "slot" or one.table) and (further := _further(one)):
        found.setdefault(further, "Contact: another attribute")
    return found


def _further(one: Understood) -> str:
    """The id of an attribute of contacts that netaudit has no field for."""
    name = "_".join(bare_words(one.words).split())[:LONGEST_NAME].strip("_")
    return f"contacts.{CUSTOM_ATTRIBUTE_PREFIX}{name}" if name else ""


def answer_codes(one: Understood) -> dict[str, str]:
    """The answers of a question with their codes: TO_SAY where none is known yet."""
    return {**one.answers, **dict.fromkeys(one.unknown, TO_SAY)}


def code_choices(name: str) -> dict[str, str]:
    """The codes of a field with their words; blank leaves an answer out. None where it is free."""
    target = field(name)
    codes = codes_of(target.column) or points_of(target.column) if target else {}
    if not target or not codes:
        return {}
    none = {MULTI_CODE_NONE: "None of these"} if target.column.kind == "codes" else {}
    return {**codes, **none, "": "Take it for no answer"}


def pairs_to_confirm(proposal: Proposal, used: Recipe) -> tuple[AskedPair, ...]:
    """Two pairs as they are read, unless a mapping that was used before reads the same question."""
    for one in proposal.understood:
        if one.pairs and one.field.startswith("ties."):
            before = used.of(one.field)
            if not proposal.recipe.pairs and (before is None or before.text != one.text):
                return one.pairs
    return ()


def said_settings(recipe: Recipe) -> Mapping[str, str]:
    """What is said of a whole file, in words, by the name of the setting."""
    words = {
        "cohort": f"Cohort: {recipe.cohort}",
        "wave": f"Wave: {readable(recipe.wave)}",
        "year": f"Answered in {recipe.year}",
        "waves": "; ".join(f"“{name}” is {wave}" for name, wave in recipe.waves.items()),
        "dates": f"Dates: {recipe.dates}",
        "people": "Every response is another person",
        "own_ratings": f"Own ratings: {recipe.own_ratings}",
        "without_contacts": "The file asks for no contacts",
        "pairs": f"Pairs: {recipe.pairs}",
    }
    return {name: each for name, each in words.items() if getattr(recipe, name)}


def same_questions(recipe: Recipe, understood: Sequence[Understood]) -> int:
    """How many of the file's questions a mapping says something about."""
    texts = {one.text for one in recipe.questions if one.field != LEAVE_OUT}
    return sum(one.text in texts for one in understood)
