"""To whom personal links are sent, and the file from which a mail program sends them."""

from collections.abc import Mapping

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import known


def invited(database: Database, viewer: Viewer, selection: Selection) -> pd.DataFrame:
    """Who may be sent a link: participant_id, name, email, cohort, has_left, one row a person."""
    return ask(database, viewer, "invited_people", selection)


def every_cohort(database: Database, viewer: Viewer, _: Selection) -> tuple[str, ...]:
    """The cohorts in which a role can be given, newest name first."""
    return tuple(ask(database, viewer, "cohort_names")["cohort"])


def mail_merge(people: pd.DataFrame, links: Mapping[str, str]) -> pd.DataFrame:
    """One row for each person with a link: name, email, participant_id and the link.

    Blank where a name or address is not known.
    """
    sent = people[people["participant_id"].isin(list(links))]
    columns = ["name", "email", "participant_id"]
    texts = {
        column: [value if known(value) else "" for value in sent[column]] for column in columns
    }
    return pd.DataFrame({**texts, "link": [links[one] for one in sent["participant_id"]]})
