"""What the core contacts of one participant could offer, and where one contact stands alone."""

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.names import Names, listed, names
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, counted

USE = {
    "active": "In use",
    "dormant": "Resting",
    "not_yet": "Not yet in use",
    "not_said": "Not said",
}
"""How far what a contact offers is in use, by the columns of person_resources.sql."""


def resources(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """One row a resource, the most offered first: by whom, sorted by how far it is in use.

    Empty where the question was not asked, or nobody answered.
    """
    rows = ask(database, viewer, "person_resources", participant=participant)
    here = rows[rows["wave"] == wave]
    finding_id = f"resources_{participant}_{wave}"
    if here.empty:
        return nothing_to_show(finding_id, "What the contacts could offer was not answered", "")
    offered = records(here[here["resource"].notna()])
    called = names(database, viewer, participant)
    table = pd.DataFrame(
        {
            "What": [label("resource", row["resource"]) for row in offered],
            **{title: [listed(row[use], called) for row in offered] for use, title in USE.items()},
        }
    )
    said = [title for title in USE.values() if (table[title] != NOTHING).any()]
    table = table[["What", *said]]
    if said == [USE["not_said"]]:
        table.columns = ["What", "Offered by"]
    return Finding(
        id=finding_id,
        headline=_headline(here, len(offered), voice(viewer)),
        base=f"Base: {counted(int(here['answered'].iloc[0]), 'contact')} with an answer."
        " One contact can offer several things.",
        data=here[["resource", "contacts", "untapped"]],
        table=table,
        alternative="A table of what is offered, by whom, and how far it is in use.",
    )


def _headline(here: pd.DataFrame, offered: int, speaks: Voice) -> str:
    if not offered:
        return f"None of {speaks.whose} contacts offers one of the things asked about"
    said = f"{speaks.whose.capitalize()} contacts offer {counted(offered, 'thing')}"
    untapped = len(untapped_resources(here))
    return f"{said}; more could be drawn on for {untapped} of them" if untapped else said


def untapped_resources(offered: pd.DataFrame) -> list[str]:
    """Of the data of `resources`, what somebody offers without being in use for it."""
    return [str(code) for code in offered.loc[offered["untapped"] > 0, "resource"]]


def only_one(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """The purposes and resources that one core contact alone serves, contact by contact.

    Empty where there are none; whether anything was answered stands in the other findings.
    """
    rows = ask(database, viewer, "person_only_one", participant=participant)
    here = rows[rows["wave"] == wave]
    finding_id = f"only_one_{participant}_{wave}"
    if here.empty:
        return nothing_to_show(finding_id, "Nothing rests on one contact alone", "")
    called = names(database, viewer, participant)
    return Finding(
        id=finding_id,
        headline="1 thing rests on one contact"
        if len(here) == 1
        else f"{len(here)} things rest on one contact each",
        base="If one of them moved on, nobody else on the list would be there for it.",
        data=here[["contact_number", "vocabulary", "code"]],
        table=_alone(here, called),
        alternative="A table of contacts with what they alone are there for.",
    )


def _alone(here: pd.DataFrame, called: Names) -> pd.DataFrame:
    words: dict[int, dict[str, list[str]]] = {}
    for row in records(here):
        said = words.setdefault(int(row["contact_number"]), {"purpose": [], "resource": []})
        said[row["vocabulary"]].append(label(row["vocabulary"], row["code"]))
    return pd.DataFrame(
        {
            "Contact": [called[number] for number in sorted(words)],
            "Only one for": [
                ", ".join(words[number]["purpose"] + words[number]["resource"])
                for number in sorted(words)
            ],
        }
    )
