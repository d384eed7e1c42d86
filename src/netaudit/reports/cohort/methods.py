"""The annex: the settings, and every pattern and measure as its own definition tells it."""

import pandas as pd

from netaudit.analysis.methods import (
    RULES,
    Entry,
    measure_entries,
    pattern_entries_under,
    settings_table,
)
from netaudit.analysis.settings import settings
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Facts, Heading, Table
from netaudit.reports.finding_blocks import table

OF_PATTERNS = ("The rule", "Cut-offs in force", "Needs at least", "Read with care")
COLUMNS = ("Measure", "How it is worked out", "Undefined when")
WIDTHS = (1.5, 3.6, 2.4)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The annex on methods."""
    held = settings(about.database, about.viewer)
    return (
        Heading(text="Settings", level=2),
        table(settings_table(held), "The programme's settings", (2.5, 3)),
        Heading(text="Rules that hold for all figures", level=2),
        Facts(facts=RULES),
        *(block for entry in pattern_entries_under(held) for block in _pattern(entry)),
        Heading(text="Measures", level=2),
        *_measures(measure_entries()),
    )


def _pattern(entry: Entry) -> tuple[Block, ...]:
    said = dict(entry.facts)
    facts = tuple((name, said[name]) for name in OF_PATTERNS if name in said)
    return (Heading(text=f"Pattern: {entry.title}", level=2), Facts(facts=facts))


def _measures(entries: tuple[Entry, ...]) -> tuple[Table, ...]:
    """One table a theme."""
    rows = pd.DataFrame(
        [
            {
                "section": entry.section,
                "Measure": entry.title,
                "How it is worked out": entry.lead,
                "Undefined when": dict(entry.facts).get("Undefined when", ""),
            }
            for entry in entries
        ]
    )
    return tuple(
        table(rows.loc[rows["section"] == section, list(COLUMNS)], str(section), WIDTHS)
        for section in dict.fromkeys(rows["section"])
    )
