"""Groups of several cohorts put together, beside the groups that single cohorts tell."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from netaudit.analysis.release.differencing import Reachable, as_sets

People = Set[str]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one cohort tells by itself: a figure of all its `people` and one of each group."""

    people: People
    groups: Sequence[People]


def told_together(
    groups: Mapping[str, People], cohorts: Sequence[Told], minimum: int
) -> frozenset[str]:
    """Those of the groups of all cohorts that leave nobody few beside what each cohort tells.

    From a group of all cohorts, less that of the cohorts that tell it, follows what it is in the
    others. Cohorts share no people, so what each of them tells is taken off by itself.
    """
    people = [cohort.people for cohort in cohorts]
    by_cohort = [group for cohort in cohorts for group in cohort.groups]
    sets = as_sets([*people, *by_cohort, *groups.values()])
    places = iter(sets[len(people) :])
    own = [Reachable(whole, minimum) for whole in sets[: len(people)]]
    for cohort, reachable in zip(cohorts, own, strict=True):
        for _ in cohort.groups:
            reachable.add(next(places))
    together = Reachable(sum(sets[: len(people)]), minimum)
    told = []
    for name, group in zip(groups, places, strict=True):
        part = group & together.whole
        if not any(_few(part ^ other, own, minimum) for other in together.sets):
            together.add(part)
            told.append(name)
    return frozenset(told)


def _few(group: int, cohorts: Sequence[Reachable], minimum: int) -> bool:
    """Whether the group, less a choice of what each cohort tells, comes down to a few people."""
    left = {0}
    for cohort in cohorts:
        parts = {((group & cohort.whole) ^ one).bit_count() for one in cohort.sets}
        left = {a + b for a in left for b in parts if a + b < minimum}
    return any(left)
