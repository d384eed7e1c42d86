"""Mentoring beside the network: mentors on the contact list, and how new contacts came."""

from dataclasses import replace

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring.counts import Count, counts, counts_finding, table_row
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import counted as number_of
from netaudit.wording import of

LISTED = {"listed": "One or more", "all_listed": "Every mentor"}
LISTED_MEANS = (
    "A mentor is on the list where the relationship is linked to a contact. Without a link it"
    " counts as not on the list, though an export may have left the link out."
)
NEW = {
    "programme": "The programme",
    "introduced": "Introduction",
    "knows_mentor": "Knows a mentor",
    "any_way": "One of these",
    "is_mentor": "Is a mentor",
}
NEW_TITLE = "How new contacts came"
NEW_MEANS = (
    "Knows a mentor: tied to another contact on the list, who mentors the participant; whether that"
    " mentor brought them together is not said. Counts are of participants. The contacts of one"
    " person are alike, so the numbers of contacts in the table have no interval."
)


def mentors_listed(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants whose mentors are on their contact list; for share_points."""
    found = counts(database, viewer, selection, "mentoring_counts", list(LISTED))
    listed = found.of("listed")
    if listed is None:
        return nothing_to_show(
            "mentors_listed",
            "Mentors on the contact list",
            "Base: participants with a mentor.",
            too_small(minimum_group(database, viewer), "participants with a mentor"),
        )
    return counts_finding(
        "mentors_listed",
        f"{of(listed['k'], listed['n'], 'with a mentor')} have one on their contact list",
        f"Base: {number_of(listed['n'], 'participant')} with an open relationship in which they are"
        " mentored. Both lists count, the core contacts and the weak ties.",
        found,
        LISTED,
        caution=LISTED_MEANS,
    )


def new_contacts(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants with a new contact who came through the programme or people; for share_points.

    New is who was not on the list at the participant's previous completed wave.
    """
    found = counts(database, viewer, selection, "mentoring_new_contacts", list(NEW))
    everybody = records(ask(database, viewer, "mentoring_new_contacts", selection))[0]
    if not found.shown:
        minimum = minimum_group(database, viewer)
        return nothing_to_show("new_contacts", NEW_TITLE, NEW_BASE, _why(everybody, minimum))
    finding = counts_finding(
        "new_contacts",
        _headline(found.of("any_way")),
        _base(everybody),
        found,
        NEW,
        caution=NEW_MEANS,
    )
    table = pd.DataFrame([_row(count, NEW[line]) for line, count in found.shown.items()])
    return replace(finding, table=table)


NEW_BASE = "Base: participants with somebody new on the list since their previous audit."


def _headline(count: Count | None) -> str:
    if count is None:
        return NEW_TITLE
    return (
        f"{of(count['k'], count['n'], 'with new contacts')} have one who came through the programme"
        " or an introduction, or who knows a mentor"
    )


def _base(everybody: Count) -> str:
    return (
        f"Base: {everybody['with_new']} of"
        f" {number_of(everybody['compared'], 'participant')} with an earlier completed audit, who"
        f" named {number_of(everybody['new_contacts'], 'new contact')}; each row rests on those for"
        " whom it is known."
    )


def _why(everybody: Count, minimum: int) -> str:
    if not everybody["compared"]:
        return "Nobody here completed an audit before, so nobody on the lists is new."
    if not everybody["with_new"]:
        return "Nobody is new on any list since the audit before."
    return too_small(minimum, "participants with new contacts")


def _row(count: Count, words: str) -> dict[str, object]:
    told = f"{count['contacts']} of {count['contacts_known']} known"
    return {**table_row(count, words), "New contacts": told}
