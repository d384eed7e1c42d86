"""The drawing of the participants and who of them is tied to whom."""

from collections import Counter

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.selection import Selection
from netaudit.analysis.shared.drawing import Drawing, Line, Mark, Words, drawn, why_none
from netaudit.analysis.shared.roster import RELATIONS
from netaudit.analysis.shared.words import Row, called, organisation_words
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, known

ID, ABOUT = "roster_network", "Who knows whom in the cohort"
OTHER = "Other organisation"
MOST_ORGANISATIONS = 6


def roster_drawing(
    database: Database, viewer: Viewer, selection: Selection, *, relation: str = "any"
) -> Drawing:
    """Participants by organisation, and their ties of one of RELATIONS."""
    chosen = at_one_wave(database, viewer, selection)
    people = records(ask(database, viewer, "roster_people", chosen))
    because = why_none(database, viewer, len(people), name=ID, about=ABOUT)
    if because is not None:
        return because
    lines: list[Line] = [
        (str(one["participant_id"]), str(one["other_participant_id"]), bool(one["is_returned"]))
        for one in records(ask(database, viewer, "roster_pairs", chosen, relation=relation))
    ]
    groups = _organisations(people)
    return drawn(
        database,
        _marks(people, lines, groups),
        lines,
        groups,
        Words(
            id=ID,
            headline=f"{counted(len(people), 'participant')} and the"
            f" {counted(len(lines), 'pair')} who {RELATIONS[relation].lower()}"
            f"{at_wave(chosen.wave)}",
            base=_base(lines),
            table=_tied_people(people, lines),
        ),
    )


def _base(lines: list[Line]) -> str:
    both = sum(strong for _, _, strong in lines)
    return (
        "Of those who let themselves be matched and answered the roster question. Whole lines:"
        f" both say so ({both:,}); broken lines: one does ({len(lines) - both:,})."
    )


def _marks(people: list[Row], lines: list[Line], groups: tuple[str, ...]) -> list[Mark]:
    ties = Counter(code for one, other, _ in lines for code in (one, other))
    found = []
    for one in people:
        code, organisation = str(one["participant_id"]), organisation_words(one["organisation"])
        found.append(
            Mark(
                code=code,
                group=organisation if organisation in groups else OTHER,
                weight=ties[code],
                label=called(one),
                description=f"{called(one)} · {organisation} · {counted(ties[code], 'tie')}",
            )
        )
    return found


def _organisations(people: list[Row]) -> tuple[str, ...]:
    """Those with most participants, the rest as one where they are too many to tell apart."""
    sizes = Counter(str(one["organisation"]) for one in people if known(one["organisation"]))
    ordered = sorted(sizes, key=lambda code: (-sizes[code], code))
    words = tuple(organisation_words(code) for code in ordered)
    if len(words) <= MOST_ORGANISATIONS and sizes.total() == len(people):
        return words
    return (*words[: MOST_ORGANISATIONS - 1], OTHER)


def _tied_people(people: list[Row], lines: list[Line]) -> pd.DataFrame:
    """A row for each participant: organisation, number of ties, and with whom."""
    names = {str(one["participant_id"]): called(one) for one in people}
    met: dict[str, list[str]] = {code: [] for code in names}
    for one, other, _ in lines:
        met[one].append(names[other])
        met[other].append(names[one])
    places = {str(one["participant_id"]): one["organisation"] for one in people}
    return pd.DataFrame(
        [
            {
                "Participant": names[code],
                "Organisation": organisation_words(places[code]),
                "Ties": len(others),
                "Tied with": ", ".join(sorted(others)) or NOTHING,
            }
            for code, others in met.items()
        ]
    )
