"""The key measures of one participant, each in words with its parts, wave beside wave."""

from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.sentences import KEY_MEASURES, Observed, internal
from netaudit.analysis.person.waves import PersonWave, waves
from netaudit.analysis.release.rounding import rounded_words
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING

PEOPLE_FOR_MIDDLE = 20
"""So many people of the cohort must have a figure before its middle is shown beside one's own; more
where a programme sets its smallest group for release higher."""


@dataclass(frozen=True, kw_only=True)
class KeyMeasures:
    """The sentences for one wave, by title, and the table of all waves."""

    sentences: dict[str, str]
    finding: Finding


def key_measures(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str, wave: str
) -> KeyMeasures:
    """What the participant's list at `wave` says, and the same figures at every wave.

    The cohort's middle is there where enough participants have the figure.
    """
    observed = _observed(database, viewer, selection, participant)
    now = next((one for one in observed if one.wave.wave == wave), None)
    middles = _middles(database, viewer, participant, wave)
    table = _table(observed, middles, wave)
    fewest = _fewest(database, viewer)
    return KeyMeasures(
        sentences={key.title: key.sentence(now) for key in KEY_MEASURES} if now else {},
        finding=Finding(
            id=f"measures_{participant}",
            headline=_headline(observed),
            base=_base(middles, wave, fewest),
            data=table,
            table=table,
            alternative="A table of the key measures, one column a wave.",
        ),
    )


def _observed(
    database: Database, viewer: Viewer, selection: Selection, participant: str
) -> list[Observed]:
    done = [
        wave
        for wave in waves(database, viewer, selection, participant=participant)
        if wave.is_completed
    ]
    measured = ask(
        database,
        viewer,
        "person_measures",
        participant=participant,
        measures=[*(key.measure for key in KEY_MEASURES), "diversity"],
    )
    purposes = ask(database, viewer, "person_purposes", participant=participant)
    return [_at(wave, measured, purposes, voice(viewer)) for wave in done]


def _at(
    wave: PersonWave, measured: pd.DataFrame, purposes: pd.DataFrame, speaks: Voice
) -> Observed:
    here = measured[(measured["wave"] == wave.wave) & measured["value"].notna()]
    whole = here[here["attribute"].isna()]
    parts = here[here["measure"] == "diversity"]
    served = purposes[(purposes["wave"] == wave.wave) & (purposes["answered"] > 0)]
    return Observed(
        speaks=speaks,
        wave=wave,
        measures=dict(zip(whole["measure"], whole["value"], strict=True)),
        diversity=dict(zip(parts["attribute"], parts["value"], strict=True)),
        purposes=dict(zip(served["purpose"], served["contacts"], strict=True)),
    )


def _middles(
    database: Database, viewer: Viewer, participant: str, wave: str
) -> dict[str, tuple[float, int]]:
    header = ask(database, viewer, "person_header", participant=participant)
    if header.empty:
        return {}
    rows = ask(
        database,
        viewer,
        "person_cohort_middle",
        cohort=header["cohort"].iloc[0],
        measures=[key.measure for key in KEY_MEASURES],
        people=_fewest(database, viewer),
    )
    here = rows[rows["wave"] == wave]
    return {row["measure"]: (row["median"], int(row["people"])) for row in here.to_dict("records")}


def _fewest(database: Database, viewer: Viewer) -> int:
    """Whoever reads it, the middle obeys what holds for figures that leave the team."""
    return max(PEOPLE_FOR_MIDDLE, minimum_group(database, viewer.for_release))


def _table(
    observed: list[Observed], middles: dict[str, tuple[float, int]], wave: str
) -> pd.DataFrame:
    columns = {"Measure": [key.title for key in KEY_MEASURES]}
    for one in observed:
        columns[one.wave.title] = [key.short(one) for key in KEY_MEASURES]
    if middles:
        columns[f"Middle of the cohort, {readable(wave).lower()}"] = [
            rounded_words(key.middle(middles[key.measure][0]))
            if key.measure in middles
            else NOTHING
            for key in KEY_MEASURES
        ]
    table = pd.DataFrame(columns)
    is_said = (table.drop(columns="Measure") != NOTHING).any(axis="columns")
    return table[is_said].reset_index(drop=True)


def _headline(observed: list[Observed]) -> str:
    placed = [one for one in observed if one.wave.count("placed")]
    if not placed:
        return "No figures yet: no list with contacts whose affiliation is known"
    said = [f"{internal(one)} contacts at {one.wave.title.lower()}" for one in placed]
    return f"Internal: {', '.join(said)}"


def _base(middles: dict[str, tuple[float, int]], wave: str, fewest: int) -> str:
    if not middles:
        return (
            "The cohort's middle is not shown: fewer than"
            f" {fewest} participants have these figures at {readable(wave).lower()}."
        )
    people = [people for _, people in middles.values()]
    n = f"{min(people)}" if min(people) == max(people) else f"{min(people)} to {max(people)}"
    return f"Middle of the cohort: the median of {n} participants, percentages to the nearest 5."
