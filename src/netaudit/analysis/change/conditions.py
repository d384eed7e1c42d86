"""What else was different between two waves, or kept a change from showing: told beside changes."""

from dataclasses import replace

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import of


def conditions(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, last: str
) -> str:
    """Sentences on full forms and on changing company while filling in; blank where there is
    nothing to say, and outside the team, where they would tell of a few.
    """
    if viewer.audience == "release":
        return ""
    everyone = replace(selection, wave=None)
    row = records(ask(database, viewer, "change_conditions", everyone, first=first, last=last))[0]
    minimum = minimum_group(database, viewer)
    said = []
    if row["capped"] and row["n"] >= minimum:
        said.append(
            f"{of(row['capped'], row['n'])} listed as many contacts as the form lets them at one of"
            " the waves, so longer lists could not show."
        )
    if row["company_changed"] and row["n_company"] >= minimum:
        said.append(
            f"{of(row['company_changed'], row['n_company'])} filled it in alone once and with"
            " somebody the other time, which changes answers by itself."
        )
    return " ".join(said)
