"""The drawing of participants and the people whom two or more of them name."""

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.finding import nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.shared.drawing import Drawing, Mark, Words, drawn, none, why_none
from netaudit.analysis.shared.leaning import labels_of, shown_people
from netaudit.analysis.shared.words import KEEP_TO_THEMSELVES, Row, called
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, of

ID, ABOUT = "shared_network", "Who is named by several participants"
PARTICIPANT, NAMED = "Participant", "Person named by several"


def shared_drawing(database: Database, viewer: Viewer, selection: Selection) -> Drawing:
    """As far as the viewer may be told who named whom."""
    chosen = at_one_wave(database, viewer, selection)
    everybody = records(ask(database, viewer, "shared_namers", chosen))
    because = why_none(database, viewer, len(everybody), name=ID, about=ABOUT)
    if because is not None:
        return because
    people = shown_people(database, viewer, chosen)
    if not people:
        why = f"Nobody who can be shown is named by two participants. {KEEP_TO_THEMSELVES}"
        return none(nothing_to_show(ID, ABOUT, why))
    names = {str(one["participant_id"]): called(one) for one in everybody if one["is_shown"]}
    joined = sorted({code for one in people for code in one["codes"]})
    return drawn(
        database,
        [*(_participant(code, names[code]) for code in joined), *map(_person, people)],
        [(code, _code(one), True) for one in people for code in one["codes"]],
        (PARTICIPANT, NAMED),
        Words(
            id=ID,
            headline=f"{counted(len(people), 'person is', 'people are')} named by two participants"
            f" or more, and join {counted(len(joined), 'participant')}{at_wave(chosen.wave)}",
            base=_base(len(names), len(everybody), len(joined)),
            table=_lists(people, names, joined),
            withheld="" if len(names) == len(everybody) else KEEP_TO_THEMSELVES,
        ),
    )


def _base(shown: int, everybody: int, joined: int) -> str:
    return (
        f"{of(shown, everybody, 'participants')} whose contacts can be matched can be shown;"
        f" {shown - joined} of them name nobody whom another of them names, and are not drawn."
    )


def _participant(code: str, name: str) -> Mark:
    return Mark(code=code, group=PARTICIPANT, weight=0, label=name, description=name)


def _person(one: Row) -> Mark:
    label = labels_of(one)
    name = f"Person {one['letter']}" + (f" ({label})" if label != NOTHING else "")
    return Mark(
        code=_code(one),
        group=NAMED,
        weight=int(one["named_by"]),
        label=one["letter"] if label == NOTHING else f"{one['letter']} {label}",
        description=f"{name}, named by {one['named_by']}",
        rank=1,
    )


def _code(one: Row) -> str:
    return f"person {one['letter']}"


def _lists(people: list[Row], names: dict[str, str], joined: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Participant": names[code],
                "Names": ", ".join(_written(one) for one in people if code in set(one["codes"])),
            }
            for code in joined
        ]
    )


def _written(one: Row) -> str:
    label = labels_of(one)
    return str(one["letter"]) if label == NOTHING else f"{one['letter']} ({label})"
