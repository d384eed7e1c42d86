"""The canonical export: its tables and columns, what each means and what it may hold.

Everything that reads, checks, stores, templates or documents an export follows from here.
"""

from dataclasses import dataclass
from typing import Literal

FORMAT = "netaudit-export/1"
SETTINGS_FILE = "programme.toml"
CUSTOM_ATTRIBUTE_PREFIX = "x_"

Kind = Literal["text", "code", "codes", "integer", "number", "date", "partial_date"]

SQL_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "code": "VARCHAR",
    "codes": "VARCHAR",
    "integer": "INTEGER",
    "number": "DOUBLE",
    "date": "DATE",
    "partial_date": "VARCHAR",
}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a canonical table.

    `must_exist` is the `*` of the templates' explanation, `must_be_filled` its `!`. `codes` columns
    hold several codes joined by `|`. `vocabulary` names the allowed codes, which are free without.
    """

    name: str
    kind: Kind
    meaning: str
    must_exist: bool = False
    must_be_filled: bool = False
    vocabulary: str | None = None
    lowest: float | None = None
    highest: float | None = None
    longest: int | None = None

    @property
    def sql_type(self) -> str:
        """The type the column has in Parquet and in the database."""
        return SQL_TYPES[self.kind]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One canonical table; `key` names the columns that tell its rows apart."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    required: bool = False

    @property
    def file(self) -> str:
        """The name of its CSV file in an export."""
        return f"{self.name}.csv"

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of its columns, in their order in an export."""
        return tuple(column.name for column in self.columns)

    @property
    def has_wave(self) -> bool:
        """Whether its rows belong to one participant at one wave."""
        return "wave" in self.column_names


def _key(name: str, meaning: str, vocabulary: str | None = None, **more: float) -> Column:
    kind: Kind = "code" if vocabulary else "integer" if more else "text"
    return Column(
        name=name,
        kind=kind,
        meaning=meaning,
        must_exist=True,
        must_be_filled=True,
        vocabulary=vocabulary,
        longest=LONGEST_ID if kind == "text" else None,
        **more,
    )


def _text(name: str, meaning: str, longest: int | None = None) -> Column:
    return Column(name=name, kind="text", meaning=meaning, longest=longest)


def _code(name: str, meaning: str, vocabulary: str) -> Column:
    return Column(name=name, kind="code", meaning=meaning, vocabulary=vocabulary)


def _codes(name: str, meaning: str, vocabulary: str | None = None) -> Column:
    return Column(name=name, kind="codes", meaning=meaning, vocabulary=vocabulary)


def _scale(name: str, meaning: str, lowest: float, highest: float | None) -> Column:
    return Column(name=name, kind="integer", meaning=meaning, lowest=lowest, highest=highest)


LONGEST_ID = 120
LONGEST_LABEL = 80

PARTICIPANT = _key("participant_id", "the participant, by a code that is not an e-mail address")
WAVE = _key("wave", "the wave of the audit, as programme.toml lists them")

PARTICIPANTS = Table(
    name="participants",
    meaning="One row per person enrolled in the programme.",
    key=("participant_id",),
    required=True,
    columns=(
        PARTICIPANT,
        _key("cohort", "the cohort the person belongs to"),
        _text("name", "the person's name"),
        _text("email", "the person's e-mail address"),
        _code("status", "where the person stands in the programme", "participant_status"),
        _text("organisation", "the person's organisation"),
        _text("function", "the person's function, as a code"),
        _text("sector", "the person's sector, as a code"),
        _text("level", "the person's level, as a code"),
        _text("place", "the person's place, as a code"),
        _code("scheme_role", "the person's role in the mentoring scheme", "scheme_role"),
        Column(name="role_started", kind="date", meaning="when the current job began"),
        _text("gender", "the person's gender, as a code"),
        _text("age_band", "the person's age band, as a code"),
        _text("ethnic_group", "the person's ethnic group, as a code"),
        _code(
            "share_with_coordinator",
            "lets the coordinator see contacts' labels",
            "yes_no",
        ),
        _code("share_with_mentor", "lets the mentor see the page", "yes_no"),
        _code("consent_matching", "contacts may be matched across participants", "yes_no"),
        _code("consent_introductions", "may be suggested for introductions", "yes_no"),
    ),
)

AUDITS = Table(
    name="audits",
    meaning="One row per participant and wave that was due and opened.",
    key=("participant_id", "wave"),
    required=True,
    columns=(
        PARTICIPANT,
        WAVE,
        Column(name="completed_on", kind="date", meaning="the day the audit was completed"),
        _code(
            "contacts_status",
            "how far the list of contacts was filled in",
            "contacts_status",
        ),
        _code("ties_status", "how the ties between contacts were asked", "ties_status"),
        _code("completed_with", "who was present", "completed_with"),
        _scale("could_name_more", "how many more people could have been named", 0, None),
        _scale("self_birds_of_a_feather", "own rating: contacts are like me", 1, 4),
        _scale("self_network_lag", "own rating: the network is about my past", 1, 4),
        _scale("self_echo_chamber", "own rating: all inside and all acquainted", 1, 4),
        _scale("self_pigeonholing", "own rating: contacts see me in one role only", 1, 4),
    ),
)

CONTACTS = Table(
    name="contacts",
    meaning="One row per participant, wave and person named.",
    key=("participant_id", "wave", "contact_id"),
    required=True,
    columns=(
        PARTICIPANT,
        WAVE,
        _key(
            "contact_id",
            "the contact; the same code at another wave is the same person",
        ),
        _text("label", "initials or a nickname, for the participant's eyes", LONGEST_LABEL),
        _code("list_kind", "the core list, or the second list of weak ties", "list_kind"),
        _code(
            "affiliation",
            "where the contact works, seen from the participant",
            "affiliation",
        ),
        _text("organisation", "the contact's organisation, as a code"),
        _text("function", "the contact's function, as a code"),
        _text("sector", "the contact's sector, as a code"),
        _code("seniority", "the contact's level against the participant's", "seniority"),
        _code("distance", "how far away the contact is", "distance"),
        _code("gender_rel", "the contact's gender against the participant's", "gender_rel"),
        _code("ethnicity_rel", "ethnicity against the participant's", "ethnicity_rel"),
        _code("age_rel", "the contact's age against the participant's", "age_rel"),
        _scale("closeness", "closeness, 4 = very close", 1, 4),
        _code("frequency", "how often they are in touch", "frequency"),
        Column(
            name="years_known",
            kind="number",
            meaning="years known",
            lowest=0,
            highest=80,
        ),
        _code("first_known", "where they first met", "first_known"),
        _scale("last_contact_days", "days since they were last in touch", 0, 36_500),
        _code("support_direction", "who supports whom", "support_direction"),
        _code(
            "future_relevance",
            "matters to where the participant wants to be",
            "yes_no_not_sure",
        ),
        _code(
            "sees_different",
            "could picture the participant in another role",
            "yes_no_not_sure",
        ),
        _code("knowledge_flow", "who learns from whom", "knowledge_flow"),
        _code("activation", "whether the contact's resources are in use", "activation"),
        _scale("invest_motivation", "rating: motivation to help", 1, 4),
        _scale("invest_influence", "rating: influence by position", 1, 4),
        _scale("invest_complement", "rating: complementary skills or assets", 1, 4),
        _scale("invest_unlock", "rating: opens further opportunities", 1, 4),
        _scale("trust", "rating: can be spoken to openly", 1, 5),
        _scale("energy", "rating: how one feels after talking", 1, 5),
        _codes("purposes", "what the contact is turned to for", "purpose"),
        _codes("reasons", "why the relationship was built", "reason"),
        _codes("resources", "what the contact can offer"),
        _text(
            "person_key",
            "one key for a person named by several participants",
            LONGEST_ID,
        ),
        _text("is_participant_id", "the contact is this fellow participant", LONGEST_ID),
    ),
)

TIES = Table(
    name="ties",
    meaning="One row per pair of contacts of one audit, in either order.",
    key=("participant_id", "wave", "contact_a", "contact_b"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("contact_a", "one of the two contacts"),
        _key("contact_b", "the other of the two contacts"),
        _code("tie", "how well the two know each other", "tie"),
        _code("introduced_by_me", "the participant introduced them", "yes_no"),
    ),
)

MENTORING = Table(
    name="mentoring",
    meaning="One row per mentoring relationship and wave.",
    key=("participant_id", "wave", "mentoring_id"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key(
            "mentoring_id",
            "the relationship; the same code at another wave is the same one",
        ),
        _code("my_role", "the participant's role in it", "mentoring_role"),
        _code("type", "the main type of mentoring", "mentoring_type"),
        _code("formality", "formal or informal", "formality"),
        _code("mode", "how they meet", "mode"),
        _code("scope", "short and focused, or long and wide", "scope"),
        Column(name="start_date", kind="partial_date", meaning="when it began"),
        Column(
            name="end_date",
            kind="partial_date",
            meaning="when it ended; blank = still open",
        ),
        _text("end_reason", "why it ended"),
        _code("via_programme", "arranged by the programme", "yes_no"),
        _code("helps_why", "helps with knowing why", "yes_no"),
        _code("helps_how", "helps with knowing how", "yes_no"),
        _code("helps_whom", "helps with knowing whom", "yes_no"),
        _text("contact_id", "the contact, when the person is on the list", LONGEST_ID),
        _code("source", "where the mentor was found", "mentor_source"),
        _code("approach", "how the mentor was approached", "approach"),
        _code("exploratory_first", "an exploratory talk came first", "yes_no"),
        _code("social_system", "the part of life the mentor belongs to", "social_system"),
        _scale("closeness", "closeness, 4 = very close", 1, 4),
        _scale("meetings_per_year", "meetings a year", 0, None),
    ),
)

REFLECTIONS = Table(
    name="reflections",
    meaning="One row per strength, weakness or question answered.",
    key=("participant_id", "wave", "item", "number"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("item", "what is answered", "reflection_item"),
        _key("number", "its number", lowest=1, highest=7),
        _text("text", "the answer, for the participant's eyes"),
        _text("theme", "the theme a person gave it"),
    ),
)

ACTIVITIES = Table(
    name="activities",
    meaning="One row per networking activity considered.",
    key=("participant_id", "wave", "activity"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("activity", "the activity", "activity"),
        _code("status", "how far it has come", "activity_status"),
    ),
)

ACTIONS = Table(
    name="actions",
    meaning="One row per action of the participant's plan.",
    key=("participant_id", "wave", "action_id"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("action_id", "the action; the same code at another wave is the same one"),
        _text("text", "what is to be done"),
        _code("first_step", "the very first step", "yes_no"),
        _code("purpose", "the purpose it develops", "purpose"),
        _code("activity", "the activity it belongs to", "activity"),
        _code("pattern", "the pattern it works against", "pattern"),
        Column(name="due_on", kind="date", meaning="due on"),
        _code("status", "how far it has come", "action_status"),
        Column(name="closed_on", kind="date", meaning="done or dropped on"),
    ),
)

EXCHANGE = Table(
    name="exchange",
    meaning="One row per format of knowledge exchange the participant takes part in.",
    key=("participant_id", "wave", "format", "role"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("format", "the format", "exchange_format"),
        _key("role", "the participant's part in it", "exchange_role"),
        _scale("per_year", "times a year", 0, None),
    ),
)

COHORT_TIES = Table(
    name="cohort_ties",
    meaning="One row per tie between two participants, from the roster question.",
    key=("participant_id", "wave", "other_participant_id", "relation"),
    columns=(
        PARTICIPANT,
        WAVE,
        _key("other_participant_id", "the other participant"),
        _key("relation", "how they are related", "cohort_relation"),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        PARTICIPANTS,
        AUDITS,
        CONTACTS,
        TIES,
        MENTORING,
        REFLECTIONS,
        ACTIVITIES,
        ACTIONS,
        EXCHANGE,
        COHORT_TIES,
    )
}

FIXED_ATTRIBUTES = ("affiliation", "function", "sector", "seniority", "distance")
"""Attributes of a contact that composition and diversity are computed for, besides each `x_`."""

PATTERNS = ("birds_of_a_feather", "network_lag", "echo_chamber", "pigeonholing")
PURPOSES = ("operational", "personal", "strategic")
MULTI_CODE_NONE = "none"
