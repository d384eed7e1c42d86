"""Which of the programme's settings an import, or its undoing, changes for everybody.

Settings come with the exports and the newest ones hold, so an export of one cohort can change the
figures of all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netaudit.definitions import registry
from netaudit.programme import Cohort, Programme
from netaudit.setting_words import CUT_OFF_WORDS, SETTING_WORDS
from netaudit.store.merge import BringsSettings, merged_programme

if TYPE_CHECKING:
    from netaudit.store.workspace import Workspace

DECISIVE = ("id", "internal_boundary", "minimum_group", "minimum_group_release")
"""Settings that change the figures that are shown of everybody; every cut-off does so too."""

NOT_SET, NOT_DECLARED = "not set", "not declared"


@dataclass(frozen=True, kw_only=True)
class SettingChange:
    """One setting in words, before and after; `decisive` where figures of all cohorts depend.

    `cohort` is the one it is about, None for what holds for all of them.
    """

    setting: str
    old: str
    new: str
    decisive: bool = False
    cohort: str | None = None


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """What an export that is not stored yet brings: its programme.toml, and the waves in it."""

    programme_text: str | None
    waves: tuple[str, ...] = ()


def settings_changes(
    before: Sequence[BringsSettings], after: Sequence[BringsSettings]
) -> tuple[SettingChange, ...]:
    """The settings in which the imports that count before and after differ, each oldest first.

    There is none where no import counts before or after: no figures are there to change.
    """
    if not before or not after:
        return ()
    return programme_changes(merged_programme(before), merged_programme(after))


def programme_changes(old: Programme, new: Programme) -> tuple[SettingChange, ...]:
    """The settings in which two programmes differ."""
    return (*_of_programme(old, new), *_of_patterns(old, new), *_of_cohorts(old, new))


def changes_by_importing(
    workspace: "Workspace", programme_text: str | None
) -> tuple[SettingChange, ...]:
    """The settings that an export with this programme.toml (None: without) would change."""
    counting = workspace.counting()
    return settings_changes(counting, (*counting, Incoming(programme_text=programme_text)))


def changes_by_switching(workspace: "Workspace", name: str) -> tuple[SettingChange, ...]:
    """The settings that undoing the import `name` would change, or counting it again."""
    made = tuple(reversed(workspace.imports()))
    before = [record for record in made if not record.undone]
    after = [record for record in made if record.undone == (record.id == name)]
    return settings_changes(before, after)


def _of_programme(old: Programme, new: Programme) -> Iterator[SettingChange]:
    for name, words in SETTING_WORDS.items():
        was, becomes = getattr(old, name), getattr(new, name)
        if was != becomes:
            yield SettingChange(
                setting=words,
                old=_words(was),
                new=_words(becomes),
                decisive=name in DECISIVE or (name == "waves" and _turns(was, becomes)),
            )


def _turns(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether waves that both know come in another order: then other waves are compared."""
    return [wave for wave in old if wave in new] != [wave for wave in new if wave in old]


def _of_patterns(old: Programme, new: Programme) -> Iterator[SettingChange]:
    for pattern in registry.patterns().values():
        for name in pattern.thresholds:
            was, becomes = getattr(old.patterns, name), getattr(new.patterns, name)
            if was != becomes:
                words = CUT_OFF_WORDS[name]
                yield SettingChange(
                    setting=f"{pattern.title}: {words[:1].lower()}{words[1:]}",
                    old=f"{was}%",
                    new=f"{becomes}%",
                    decisive=True,
                )


def _of_cohorts(old: Programme, new: Programme) -> Iterator[SettingChange]:
    was = {cohort.id: _cohort_words(cohort) for cohort in old.cohorts}
    becomes = {cohort.id: _cohort_words(cohort) for cohort in new.cohorts}
    for name in dict.fromkeys((*was, *becomes)):
        before, after = was.get(name, NOT_DECLARED), becomes.get(name, NOT_DECLARED)
        if before != after:
            yield SettingChange(setting=f"Cohort {name}", old=before, new=after, cohort=name)


def _cohort_words(cohort: Cohort) -> str:
    enrolled = "its participants" if cohort.enrolled is None else f"{cohort.enrolled:,}"
    parts = (
        cohort.name,
        f"enrolled: {enrolled}",
        "comparison group" if cohort.arm == "comparison" else None,
        f"from {cohort.start}" if cohort.start else None,
        f"until {cohort.end}" if cohort.end else None,
    )
    return ", ".join(part for part in parts if part)


def _words(value: object) -> str:
    if value is None:
        return NOT_SET
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
