"""The notes beside the tables of results: what they are of, and how they were made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from netaudit.analysis.settings import settings
from netaudit.exports.results import Note, Results, Sheet
from netaudit.setting_words import CUT_OFF_WORDS, SETTING_WORDS
from netaudit.version import VERSION
from netaudit.vocabulary import readable
from netaudit.wording import day, enumerated, known

TEAM = "The programme team. Figures on few people are left out; what stays is not for publication."
OUTSIDE = (
    "Readers outside the team: a fixed choice of figures on whole cohorts, rounded. Who answered,"
    " and details of mentoring, stay in the team."
)
SAME_PEOPLE = (
    "Every figure is of those who answered both {first} and {last}, so that no two figures beside"
    " each other tell of the few who answered one of them."
)
HEADINGS = ("sheet", "about", "what it says", "base", "read with care", "held back")


@dataclass(frozen=True, kw_only=True)
class DataInForce:
    """Which data the tables come from."""

    imported_on: date
    fingerprint: str


def notes(results: Results, sheets: Iterable[Sheet], data: DataInForce) -> pd.DataFrame:
    """One row a fact about the whole, a setting and a table, in the columns of HEADINGS."""
    chosen = results.selection
    group = f"{chosen.attribute}: {chosen.category}" if chosen.attribute else "everybody"
    first = [
        ("For whom", TEAM if results.outgoing is None else OUTSIDE),
        ("Cohort", chosen.cohort or "all of the programme"),
        ("Wave", readable(chosen.wave) if chosen.wave else "the latest with answers"),
        ("Group", group),
        *([("Whose answers", _whose(chosen.answered))] if chosen.answered else []),
        ("Data imported last", day(data.imported_on)),
        ("Fingerprint of the data", data.fingerprint),
        ("netaudit", VERSION),
    ]
    told = [*first, *_settings(results)]
    lines = [("about", Note(about=about, words=words)) for about, words in told]
    lines += [(sheet.name, note) for sheet in sheets for note in sheet.notes]
    cells = [
        (part, one.about, one.words, one.base, one.caution, one.withheld) for part, one in lines
    ]
    return pd.DataFrame(cells, columns=list(HEADINGS), dtype=object)


def _whose(answered: tuple[str, ...]) -> str:
    first, *_, last = map(readable, answered)
    return SAME_PEOPLE.format(first=first.lower(), last=last.lower())


def _settings(results: Results) -> list[tuple[str, str]]:
    held = settings(results.database, results.viewer)
    told = {**SETTING_WORDS, **CUT_OFF_WORDS}
    lines = [
        (words, str(held[name]))
        for name, words in told.items()
        if name != "waves" and known(held[name])
    ]
    return [*lines, (SETTING_WORDS["waves"], enumerated(list(held["waves"])))]
