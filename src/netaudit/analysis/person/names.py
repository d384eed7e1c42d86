"""What the contacts of one participant are called, as far as this viewer may see it."""

from collections.abc import Iterable, Mapping

from netaudit.analysis.ask import ask, records
from netaudit.analysis.contact_words import short_name
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING

Names = Mapping[int, str]


def names(database: Database, viewer: Viewer, participant: str) -> Names:
    """By number: "3 Ada" where the label may be seen, else "3"; the label of the latest wave."""
    rows = ask(database, viewer, "person_contacts", participant=participant)
    return {
        int(row["contact_number"]): short_name(row["contact_number"], row["label"])
        for row in records(rows)
    }


def listed(numbers: Iterable[int] | object, called: Names) -> str:
    """Those contacts by name, in the order of their numbers; a dash for nobody."""
    # A list of SQL that holds nothing arrives as NA, which cannot be gone through.
    given = sorted(int(number) for number in numbers) if isinstance(numbers, Iterable) else []
    return ", ".join(called[number] for number in given) or NOTHING
