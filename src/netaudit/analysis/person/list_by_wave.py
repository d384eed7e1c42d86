"""The core lists of one participant, wave beside wave: who was on them, and from where."""

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.person.names import names
from netaudit.analysis.person.waves import waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, counted


def list_by_wave(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str
) -> Finding:
    """One row a core contact, one column a completed wave; empty below two of those."""
    rows = ask(database, viewer, "person_contacts", participant=participant)
    core = rows[rows["list_kind"] == "core"]
    done = [
        one
        for one in waves(database, viewer, selection, participant=participant)
        if one.is_completed
    ]
    finding_id = f"lists_{participant}"
    if len(done) < 2 or core.empty:
        return nothing_to_show(finding_id, "There are no two lists to set side by side", "")
    called = names(database, viewer, participant)
    placed = {
        (int(row["contact_number"]), row["wave"]): label("affiliation", row["affiliation"])
        for row in records(core)
    }
    numbers = sorted({number for number, _ in placed})
    table = pd.DataFrame({"Contact": [called[number] for number in numbers]})
    for one in done:
        table[one.title] = [placed.get((number, one.wave), NOTHING) for number in numbers]
    always = sum(all((number, one.wave) in placed for one in done) for number in numbers)
    return Finding(
        id=finding_id,
        headline=f"{counted(len(numbers), 'contact')} over {counted(len(done), 'wave')},"
        f" {always} of them on every list",
        base="Where each contact worked when listed; a dash where the contact was not named.",
        data=core[["wave", "contact_number", "affiliation"]],
        table=table,
        alternative="A table of the contacts, one column a wave.",
    )
