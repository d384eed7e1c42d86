"""What a page lets people choose from: cohorts, waves and groups large enough to be shown."""

from dataclasses import dataclass

from netaudit.analysis.ask import ask
from netaudit.analysis.release.groups import offered_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to choose: `value` as the address writes it, `words` as people read it."""

    value: str
    words: str
    is_default: bool = False


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many people a selection holds, how many audits of theirs were due and were completed."""

    participants: int
    due: int
    completed: int


def cohort_choices(database: Database, viewer: Viewer, _: Selection) -> tuple[Choice, ...]:
    """The cohorts, newest first; the newest one of the programme itself is the default."""
    cohorts = ask(database, viewer, "cohorts").to_dict("records")
    own = [row["cohort"] for row in cohorts if row["arm"] == "programme"]
    first = next(iter([*own, *(row["cohort"] for row in cohorts)]), None)
    return tuple(
        Choice(
            value=row["cohort"],
            words=row["name"] if row["arm"] == "programme" else f"{row['name']} (comparison)",
            is_default=row["cohort"] == first,
        )
        for row in cohorts
    )


def wave_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The waves in order; the latest with a completed audit is the default."""
    waves = ask(database, viewer, "waves", selection)
    answered = waves.loc[waves["completed"] > 0, "wave"]
    latest = answered.iloc[-1] if len(answered) else None
    return tuple(
        Choice(value=wave, words=readable(wave), is_default=wave == latest)
        for wave in waves["wave"]
    )


def group_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The groups of the cohort that a page can be narrowed to; the value is `attribute:category`.

    Narrowed to a sensitive group, a page would list the people in it, so these are not among them.
    """
    return tuple(
        Choice(
            value=f"{group.attribute}:{group.category}",
            words=f"{readable(group.attribute)}: {label(group.attribute, group.category)}",
        )
        for group in offered_groups(database, viewer, selection)
        if not group.is_sensitive
    )


def selection_size(database: Database, viewer: Viewer, selection: Selection) -> Size:
    """How many people and audits the selection holds."""
    row = ask(database, viewer, "selection_size", selection).iloc[0]
    return Size(
        participants=int(row["participants"]), due=int(row["due"]), completed=int(row["completed"])
    )
