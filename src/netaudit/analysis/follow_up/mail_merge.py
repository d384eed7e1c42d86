"""The file from which a mail program writes to those on the list."""

from collections.abc import Sequence

import pandas as pd

from netaudit.analysis.follow_up.people import Followed

COLUMNS = ("name", "email", "participant_id", "organisation")


def mail_merge(people: Sequence[Followed]) -> pd.DataFrame:
    """One row a person, blank where a name or address is not known.

    The reasons are not in it, so that none of them gets into a letter.
    """
    rows = [(one.name or "", one.email, one.id, one.organisation) for one in people]
    return pd.DataFrame(rows, columns=list(COLUMNS))
