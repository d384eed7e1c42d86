"""A document on its way out of the team: compared with what was given out before, and noted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.cohort import group_means, variety
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring import levels
from netaudit.analysis.release.beside_all import BESIDE_ALL, tells_the_rest
from netaudit.analysis.release.pack import for_release
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.access_log import Actor
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger
from netaudit.store.releases import (
    Release,
    marked,
    nearly_the_same,
    releases,
    why_not,
    write_releases,
)
from netaudit.wording import known

AT_ONE_WAVE: tuple[Callable[..., Finding], ...] = (
    variety.variety,
    variety.same_as_me,
    group_means.group_means,
    levels.uptake,
)
"""Questions whose answer is about the chosen wave alone; the tables of others hold all waves."""

OF_ENROLLED: tuple[Callable[..., Finding], ...] = (levels.uptake,)
"""Questions whose answer counts those who did not answer as well."""


@dataclass(kw_only=True)
class Outgoing:
    """One document for readers outside the team, such as a report for sponsors.

    Its figures are asked through it, and it is told when the document `leaves`.
    """

    database: Database
    viewer: Viewer
    ledger: Ledger
    _going: list[Release] = field(default_factory=list, init=False)

    def figure(
        self, question: Callable[..., Finding], selection: Selection, **parameters: Any
    ) -> Finding:
        """The answer as it may leave the team, or why it is held back beside an earlier release.

        NetauditError as analysis.release.pack.for_release raises it.
        """
        found = for_release(question, self.database, self.viewer, selection, **parameters)
        if found.is_empty:
            return found
        new = self._rests_on(question, selection, found.id)
        earlier = (*releases(self.ledger), *self._going)
        for one in new:
            if (clash := nearly_the_same(one, earlier, self._minimum)) is not None:
                return _held_back(found, why_not(clash, self._minimum))
        if _has_left_otherwise(found, selection, new, earlier) and tells_the_rest(
            question, self.database, self.viewer, selection, found, **parameters
        ):
            return _held_back(found, BESIDE_ALL)
        self._going += new
        return found

    def leaves(self, by: Actor) -> None:
        """Notes what the document holds, once it is whole and before it is handed over.

        NetauditError if meanwhile something was given out that it must not stand beside.
        """
        write_releases(
            self.ledger, _together(self._going), self._minimum, self.database.fingerprint, by
        )

    @property
    def _minimum(self) -> int:
        return audience(self.database, self.viewer.for_release).minimum

    def _rests_on(
        self, question: Callable[..., Finding], selection: Selection, figure: str
    ) -> list[Release]:
        """Of every wave that the figure tells of, the people it can rest on."""
        # Everybody by the id: to evaluators they have other codes.
        asking = replace(self.viewer, role="coordinator")
        cohort = Selection(cohort=selection.cohort, answered=selection.answered)
        signs: dict[str | None, dict[str, str]] = {}
        for row in records(ask(self.database, asking, "release_people", cohort)):
            wave = row["wave"] if known(row["wave"]) else None
            signs.setdefault(wave, {})[row["participant_id"]] = row["sign"]
        chosen = selection.wave if question in AT_ONE_WAVE else None
        return [
            Release(
                cohort=selection.cohort,
                wave=wave,
                figures=(figure,),
                people=marked(self.ledger, people),
            )
            for wave, people in signs.items()
            if len(people) >= self._minimum
            and (question in OF_ENROLLED if wave is None else chosen in (None, wave))
        ]


def _held_back(found: Finding, why: str) -> Finding:
    return nothing_to_show(found.id, "Not shown beside an earlier release", "", why)


def _has_left_otherwise(
    found: Finding, selection: Selection, new: Iterable[Release], earlier: Iterable[Release]
) -> bool:
    """Whether the same figure left of one cohort, where this is of all, or the other way round."""
    waves = {one.wave for one in new}
    return any(
        one.wave in waves
        and found.id in one.figures
        and (one.cohort is None) != (selection.cohort is None)
        for one in earlier
    )


def _together(going: Iterable[Release]) -> list[Release]:
    """One release for each cohort and wave, with all its figures."""
    found: dict[tuple[str | None, str | None], Release] = {}
    for one in going:
        key = (one.cohort, one.wave)
        named = found[key].figures if key in found else ()
        found[key] = replace(one, figures=tuple(dict.fromkeys((*named, *one.figures))))
    return list(found.values())
