"""The groups of participants that figures are shown for: together they leave nobody alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.release.differencing import as_sets, offered_together
from netaudit.analysis.release.disclosure import Audience, groups_held_back, release_groups
from netaudit.analysis.release.put_together import Told, told_together
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience, minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import counted, known

OF_WORK = ("organisation", "function", "level", "sector", "place", "scheme_role")
"""What a cohort is looked at by, most useful first."""

OF_THE_PERSON = ("gender", "age_band", "ethnic_group")
"""Sensitive: to list the people of such a group would tell each one's answer, so it is compared
with others in a table but is no filter, and has to be as large as what leaves the team."""


ON_ALL_ONLY = (
    "By this attribute only figures are shown that rest on everybody who completed the wave that"
    " most completed: beside them, a table of fewer people would tell something of those missing."
)


@dataclass(frozen=True, kw_only=True, order=True)
class Group:
    """The participants with one category of an attribute."""

    attribute: str
    category: str

    @property
    def is_sensitive(self) -> bool:
        """Whether the attribute is one that the team does not see person by person."""
        return self.attribute in OF_THE_PERSON


def offered_groups(database: Database, viewer: Viewer, selection: Selection) -> tuple[Group, ...]:
    """The groups of the selection's cohort that may have figures beside everybody's.

    At no wave do they, everybody and each other leave fewer people alone than the smallest group;
    of what leaves the team, neither among those of whom a measure or a pattern is known.
    """
    cohort = replace(selection, wave=None, attribute=None, category=None)
    by_figure = viewer.audience == "release"
    rows = records(ask(database, viewer, "groups", cohort, by_figure=by_figure))
    if not rows:
        return ()
    sets = as_sets([row["members"] for row in rows])
    bases = [people for row, people in zip(rows, sets, strict=True) if not known(row["attribute"])]
    groups = {
        Group(attribute=row["attribute"], category=row["category"]): people
        for row, people in zip(rows, sets, strict=True)
        if known(row["attribute"])
    }
    large = [
        group
        for group, people in groups.items()
        if _is_large(people, bases[0], _audience(database, viewer, group.attribute))
    ]
    ordered = {group: groups[group] for group in _in_rounds(large, groups)}
    return tuple(sorted(offered_together(ordered, bases, audience(database, viewer).minimum)))


def released_groups(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    rows: pd.DataFrame,
    *,
    attribute: str,
    whole: int,
    base: str,
) -> tuple[pd.DataFrame, str]:
    """The rows of a table by `attribute` that may be shown, and a sentence on the others.

    `rows` has a category a row; `base` names the column of those behind it, of `whole` in all. The
    selection must not be narrowed to a group: one within another is never shown.
    """
    offered = {
        group.category
        for group in offered_groups(database, viewer, selection)
        if group.attribute == attribute
    }
    if selection.cohort is None:
        offered &= _told_together(database, viewer, selection, attribute)
    if attribute in OF_THE_PERSON and not _rests_on_all(database, viewer, selection, whole):
        return rows.iloc[:0], ON_ALL_ONLY
    readers = _audience(database, viewer, attribute)
    kept, _ = release_groups(rows[rows["category"].isin(offered)], whole, readers, base=base)
    return kept, groups_held_back(len(rows) - len(kept), readers)


def _told_together(
    database: Database, viewer: Viewer, selection: Selection, attribute: str
) -> frozenset[str]:
    """The categories that can be told of all cohorts beside what each tells of itself.

    Inside the team this matters for what it does not see person by person.
    """
    readers = _audience(database, viewer, attribute)
    together: dict[str, set[str]] = {}
    told = []
    for cohort in _cohorts(database, viewer):
        one = replace(selection, cohort=cohort)
        people = frozenset[str]().union(*_largest_waves(database, viewer, cohort))
        groups = _members(database, viewer, one, attribute)
        for category, who in groups.items():
            together.setdefault(category, set()).update(who)
        names = _told_by(database, viewer, one, attribute, groups, people)
        told.append(Told(people=people, groups=[groups[name] for name in names]))
    if not readers.is_outside and attribute not in OF_THE_PERSON:
        return frozenset(together)
    return told_together(together, told, readers.minimum)


def _members(
    database: Database, viewer: Viewer, selection: Selection, attribute: str
) -> dict[str, frozenset[str]]:
    rows = records(ask(database, viewer, "groups", replace(selection, wave=None), by_figure=False))
    return {
        row["category"]: frozenset(row["members"]) for row in rows if row["attribute"] == attribute
    }


def _told_by(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    attribute: str,
    groups: Mapping[str, frozenset[str]],
    people: frozenset[str],
) -> list[str]:
    """The categories that a cohort tells by itself, of these people."""
    offered = {
        group.category
        for group in offered_groups(database, viewer, selection)
        if group.attribute == attribute
    }
    sizes = pd.DataFrame(
        [(name, len(who & people)) for name, who in groups.items() if name in offered],
        columns=["category", "participants"],
    )
    readers = _audience(database, viewer, attribute)
    kept, _ = release_groups(sizes, len(people), readers)
    return [str(name) for name in kept["category"]]


def counts_released(
    database: Database,
    viewer: Viewer,
    groups: pd.DataFrame,
    everybody: pd.Series,
    *,
    attribute: str,
    base: str,
    counts: Sequence[str],
) -> tuple[pd.DataFrame, str]:
    """The groups whose counts may be told of, and a sentence on the others.

    The team knows by name who has a mentor, or is on watch. If nearly all or none of these, or of
    those without, are of a group by gender, age or ethnicity, that tells the group of each.
    """
    if attribute not in OF_THE_PERSON:
        return groups, ""
    columns, least = [base, *counts], minimum_group(database, viewer)
    whole = everybody[columns].astype(int)

    def is_mixed(part: pd.Series) -> bool:
        return all(least <= part[count] <= part[base] - least for count in counts)

    parts = groups[columns].astype(int)
    mixed = [is_mixed(part) and is_mixed(whole - part) for _, part in parts.iterrows()]
    told = parts.loc[mixed]
    while len(told) and (rest := whole - told.sum())[base] > 0 and not is_mixed(rest):
        told = told.drop(index=told[base].idxmin())
    number = len(groups) - len(told)
    why = f"{counted(number, 'group')} not shown: the counts would tell of a few." if number else ""
    return groups.loc[told.index].reset_index(drop=True), why


def _rests_on_all(database: Database, viewer: Viewer, selection: Selection, whole: int) -> bool:
    """Whether `whole` people can only be those of each cohort's largest wave.

    Of two tables by a sensitive attribute whose people differ by a few, one less the other tells
    of these few. So all rest on the same people. Who a figure is of belongs to one wave, which is
    no larger: as many people are the same ones, unless another wave has as many others.
    """
    cohorts = [selection.cohort] if selection.cohort else _cohorts(database, viewer)
    largest = [_largest_waves(database, viewer, cohort) for cohort in cohorts]
    return all(len(waves) < 2 for waves in largest) and whole == sum(
        len(people) for waves in largest for people in waves
    )


def _cohorts(database: Database, viewer: Viewer) -> list[str]:
    return [row["cohort"] for row in records(ask(database, viewer, "cohorts"))]


def _largest_waves(database: Database, viewer: Viewer, cohort: str) -> set[frozenset[str]]:
    """Who completed the waves that most of a cohort did: several sets, if not the same people."""
    rows = records(ask(database, viewer, "groups", Selection(cohort=cohort), by_figure=False))
    waves = [frozenset(row["members"]) for row in rows if not known(row["attribute"])][1:]
    most = max(map(len, waves), default=0)
    return {people for people in waves if len(people) == most > 0}


def _audience(database: Database, viewer: Viewer, attribute: str) -> Audience:
    return audience(database, viewer, sensitive=attribute in OF_THE_PERSON)


def _is_large(group: int, everybody: int, readers: Audience) -> bool:
    inside = group.bit_count()
    return readers.minimum <= inside <= everybody.bit_count() - readers.minimum


def _in_rounds(large: list[Group], groups: dict[Group, int]) -> list[Group]:
    """The largest group of each attribute, then each one's next, so that none crowds out others."""
    places = {attribute: place for place, attribute in enumerate((*OF_WORK, *OF_THE_PERSON))}
    by_size = sorted(large, key=lambda group: (-groups[group].bit_count(), group.category))
    turns: Counter[str] = Counter()
    rounds = []
    for group in by_size:
        rounds.append((turns[group.attribute], places[group.attribute], group))
        turns[group.attribute] += 1
    return [group for _, _, group in sorted(rounds)]
