"""What all figures on the cohort as one network have in common: their base, in words."""

from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import known

Row = dict[str, Any]

AT_LEAST = (
    "Two contacts are one person only where a key in the data or a decision of somebody says so."
    " Whoever nobody has matched yet counts as somebody else, so there may be more in common than"
    " is seen."
)
KEEP_TO_THEMSELVES = (
    "Who named whom is told only of participants who share their labels; the others count in the"
    " figures alone."
)


def totals(database: Database, viewer: Viewer, selection: Selection) -> tuple[Row, Selection]:
    """The figures of summaries/shared_totals, and the selection at the wave that they are of."""
    chosen = at_one_wave(database, viewer, selection)
    return records(ask(database, viewer, "shared_totals", chosen))[0], chosen


def base_words(row: Row, chosen: Selection) -> str:
    """On whom figures rest: those who completed the wave and let their contacts be matched."""
    return (
        f"Base: {row['participants']:,} of {row['completed']:,} participants who completed the"
        f" audit{at_wave(chosen.wave)}: those who let their contacts be matched with others'."
    )


def called(row: Row, name: str = "name", code: str = "participant_id") -> str:
    """A participant's name, or the code where the viewer is told no name."""
    return str(row[name]) if known(row[name]) else str(row[code])


def organisation_words(code: Any) -> str:
    """An organisation in words; what stands for none."""
    return readable(code) if known(code) else "Not known"
