"""What is known of participants, audits and relationships, and what goes without it."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.importers.mapping.costs import COSTS
from netaudit.schema import TABLES
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, of

FURTHER_COSTS = {
    "participants.organisation": "No groups by organisation, and fewer shared contacts are found.",
    "participants.function": "Birds of a feather goes without function; no groups by function.",
    "participants.sector": "Birds of a feather goes without sector; no groups by sector.",
    "participants.level": "No groups by level.",
    "participants.place": "No groups by place.",
    "participants.gender": "No groups by gender.",
    "participants.age_band": "No groups by age.",
    "participants.ethnic_group": "No groups by ethnicity.",
    "participants.share_with_coordinator": "Labels stay hidden: a blank means no.",
    "participants.consent_matching": "Contacts are not matched: a blank means no.",
    "participants.consent_introductions": "Nobody is suggested: a blank means no.",
    "audits.completed_on": "Whether a relationship was open is told by its end alone.",
    "mentoring.my_role": "Mentors and mentees cannot be told apart.",
    "mentoring.type": "No kinds of mentoring.",
    "mentoring.formality": "Nothing on formal and informal mentoring.",
    "mentoring.mode": "Nothing on how people meet.",
    "mentoring.helps_why": "Knowing why is not counted.",
    "mentoring.helps_how": "Knowing how is not counted.",
    "mentoring.helps_whom": "Knowing whom is not counted.",
    "mentoring.source": "Nothing on where mentors are found.",
    "mentoring.approach": "Nothing on how mentors are approached.",
    "mentoring.social_system": "Nothing on where mentors come from.",
}
"""What goes without a field, beside what the mapping of a survey says of others."""

HELD_IN = {"participants": "Participant", "audits": "Audit", "mentoring": "Relationship"}


def without(field: str) -> str:
    """What a missing field switches off, such as `contacts.function`; a dash where nothing does."""
    return COSTS.get(field) or FURTHER_COSTS.get(field) or NOTHING


def fields(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How completely each field is filled that is not about contacts, the emptiest first."""
    asked = ask(database, viewer, "quality_fields", selection)
    rows, withheld = release_rows(asked, base="participants", audience=audience(database, viewer))
    rows = rows.sort_values(["share", "held_in", "field"]).reset_index(drop=True)
    partly = rows[(rows["share"] < 1) & (rows["filled"] > 0)]
    never = rows[rows["filled"] == 0]
    return Finding(
        id="quality-fields",
        headline=f"{len(rows) - len(partly) - len(never)} of {len(rows)} fields are filled in for"
        " everybody"
        if len(rows)
        else "There are no fields to look at",
        base=f"Base: {len(rows)} fields of participants, completed audits and relationships;"
        f" {len(never)} hold nothing at all.",
        data=rows,
        table=_table(rows),
        alternative="A table of fields with how many are filled in and what goes without.",
        withheld=withheld,
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    meanings = {
        (table.name, column.name): column.meaning
        for table in TABLES.values()
        for column in table.columns
    }
    listed = rows.to_dict("records")
    return pd.DataFrame(
        {
            "Of": [HELD_IN[row["held_in"]] for row in listed],
            "Field": [readable(row["field"]) for row in listed],
            "Meaning": [meanings.get((row["held_in"], row["field"]), "") for row in listed],
            "Filled in": [of(int(row["filled"]), int(row["holders"])) for row in listed],
            "Without it": [without(f"{row['held_in']}.{row['field']}") for row in listed],
        }
    )
