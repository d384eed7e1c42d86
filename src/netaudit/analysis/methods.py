"""What the methods page says of every measure, pattern and check, taken from their own files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import settings
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.worked_example import WorkedExample, worked_examples
from netaudit.definitions import registry
from netaudit.definitions.registry import Measure, Pattern
from netaudit.programme import PatternThresholds
from netaudit.setting_words import CUT_OFF_WORDS, SETTING_WORDS
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import known

THEMES = (
    "size",
    "headline",
    "balance",
    "composition",
    "similarity",
    "structure",
    "content",
    "purposes",
    "mentoring",
    "change",
)
"""The order in which people meet the measures; a theme not named here comes last."""

ABOUT_PATTERNS = (
    "Each cut-off is a convention of this house: no study says where the line runs. A participant's"
    " own rating stands beside what the list says, and *watch* is an invitation to look, never a"
    " mark. *Not enough information* means that the answers not given could turn the result."
)

ABOUT_CHECKS = (
    "Every problem of an export is found in one pass. An error keeps the import out, unless the"
    " rows concerned are left out; a warning does not."
)

RULES = (
    (
        "Small groups",
        "A statistic is shown only if the fewest participants set above stand behind it. A group"
        " is offered as a filter only if it and everybody outside it are that many, so that nobody"
        " can be found by subtraction. Medians are shown from 10 participants, the whole spread"
        " from 20.",
    ),
    (
        "Mentoring uptake",
        "Uptake counts the participants who have at least one open relationship of a kind. Its base"
        " is everybody enrolled: those who did not answer count as without. The number who answered"
        " stands beside it, and the interval is Wilson's, at 95%.",
    ),
    (
        "Unknown, not applicable, not asked",
        "An unknown answer is left out of a share and never counted as a no. Not applicable leaves"
        " the base. A question that was not asked switches off what rests on it; the figure is then"
        " undefined and stays blank.",
    ),
)
"""What no single definition file says, each with its title."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One definition for reading: `lead` in plain words, `facts` each with a name."""

    id: str
    title: str
    section: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    references: tuple[str, ...] = ()
    examples: tuple[WorkedExample, ...] = ()

    def mentions(self, words: str) -> bool:
        """Whether every one of the words occurs somewhere in the entry."""
        texts = (self.id, self.title, self.section, self.lead, *self.references)
        everything = " ".join((*texts, *(text for _, text in self.facts))).lower()
        return all(word in everything for word in words.lower().split())


def measure_entries() -> tuple[Entry, ...]:
    """Every measure, theme by theme."""
    found = sorted(registry.measures().values(), key=lambda m: (_place(m.theme), m.title))
    return tuple(_measure_entry(measure) for measure in found)


def profile_entries() -> tuple[Entry, ...]:
    """Every profile: what several facts of one audit say together."""
    return tuple(
        Entry(
            id=profile.id,
            title=profile.title,
            section="Taken together",
            lead=_one_line(profile.plain_words),
            facts=_given(
                ("The rule", profile.rule),
                ("Needs", profile.minimum_data),
                ("Why it matters", profile.why_it_matters),
                ("Read with care", profile.caution),
            ),
            references=profile.references,
            examples=worked_examples(profile.examples),
        )
        for profile in registry.profiles().values()
    )


def pattern_entries(database: Database, viewer: Viewer, selection: Selection) -> tuple[Entry, ...]:
    """Every pattern with the cut-offs in force."""
    return pattern_entries_under(settings(database, viewer, selection))


def pattern_entries_under(in_force: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Every pattern with the cut-offs of these settings."""
    return tuple(_pattern_entry(pattern, in_force) for pattern in registry.patterns().values())


def check_table() -> pd.DataFrame:
    """Every rule that an export must pass, errors first; one row each."""
    found = sorted(registry.checks().values(), key=lambda c: (c.severity, c.title))
    return pd.DataFrame(
        [
            {
                "Severity": readable(check.severity),
                "What is found": check.title,
                "Why it matters": _one_line(check.why),
            }
            for check in found
        ]
    )


def settings_table(in_force: Mapping[str, Any]) -> pd.DataFrame:
    """The programme's settings in words; the cut-offs of the patterns stand with the patterns."""
    return pd.DataFrame(
        [
            {"Setting": words, "In force": _setting_words(in_force[name])}
            for name, words in SETTING_WORDS.items()
            if name != "waves" and known(in_force[name])
        ]
    )


def _place(theme: str) -> tuple[int, str]:
    return (THEMES.index(theme) if theme in THEMES else len(THEMES), theme)


def _measure_entry(measure: Measure) -> Entry:
    return Entry(
        id=measure.id,
        title=measure.title,
        section=readable(measure.theme),
        lead=_one_line(measure.how_it_is_calculated),
        facts=_given(
            ("Why it matters", measure.why_it_matters),
            ("Undefined when", measure.undefined_when),
            ("Read with care", measure.caution),
            ("Unit and range", f"{readable(measure.unit)}, {_range_words(measure)}"),
            ("One value", "for each audit" if measure.grain == "audit" else "for each attribute"),
            ("Name in files", measure.id),
        ),
        references=measure.references,
        examples=worked_examples(measure.examples),
    )


def _range_words(measure: Measure) -> str:
    lowest = f"{measure.lowest:g}"
    if measure.highest == float("inf"):
        return f"{lowest} and above"
    return f"{lowest} to {measure.highest:g}"


def _pattern_entry(pattern: Pattern, in_force: Mapping[str, Any]) -> Entry:
    return Entry(
        id=pattern.id,
        title=pattern.title,
        section="Patterns",
        lead=_one_line(pattern.plain_words),
        facts=_given(
            ("The rule", pattern.rule),
            ("Cut-offs in force", _cut_offs(pattern.thresholds, in_force)),
            ("Needs at least", pattern.minimum_data),
            ("Why it matters", pattern.why_it_matters),
            ("Read with care", pattern.caution),
            ("Name in files", pattern.id),
        ),
        references=pattern.references,
        examples=worked_examples(pattern.examples),
    )


def _cut_offs(names: Iterable[str], in_force: Mapping[str, Any]) -> str:
    defaults = {field.name: field.default for field in fields(PatternThresholds)}
    return "; ".join(
        f"{CUT_OFF_WORDS[name]} {in_force[name]}%"
        + (
            " (as netaudit sets it out)"
            if in_force[name] == defaults[name]
            else f" (set by the programme; netaudit itself sets out {defaults[name]}%)"
        )
        for name in names
    )


def _setting_words(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _given(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _one_line(text)) for name, text in facts if text.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())
