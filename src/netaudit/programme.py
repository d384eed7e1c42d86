"""A programme's settings: `programme.toml` of an export, and the defaults without it."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal

from netaudit.errors import Problem
from netaudit.schema import SETTINGS_FILE

Boundary = Literal["team", "organisation", "sector"]
BOUNDARIES = ("team", "organisation", "sector")
ARMS = ("programme", "comparison")


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """One cohort as declared. `enrolled` None: as many as it has participants."""

    id: str
    name: str | None = None
    arm: str = "programme"
    enrolled: int | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class PatternThresholds:
    """Cut-offs of the four patterns, in per cent: conventions, no study gives one."""

    echo_chamber_internal: int = 80
    echo_chamber_ties: int = 50
    network_lag_past: int = 70
    network_lag_future: int = 30
    birds_of_a_feather_same: int = 70
    pigeonholing_no: int = 50


@dataclass(frozen=True, kw_only=True)
class Programme:
    """The settings every computation and every release follows."""

    id: str = "programme"
    name: str | None = None
    contact_cap: int = 10
    recall_months: int = 6
    internal_boundary: Boundary = "organisation"
    waves: tuple[str, ...] = ("baseline", "midpoint", "endpoint", "followup")
    minimum_group: int = 5
    minimum_group_release: int = 10
    smallest_change_of_interest: float = 0.10
    patterns: PatternThresholds = field(default_factory=PatternThresholds)
    cohorts: tuple[Cohort, ...] = ()


RANGES: dict[str, tuple[int, int]] = {
    "contact_cap": (3, 50),
    "recall_months": (1, 24),
    "minimum_group": (3, 1000),
    "minimum_group_release": (5, 1000),
}


def read_programme(text: str) -> tuple[Programme, tuple[Problem, ...]]:
    """Settings and every problem found in them; a setting with a problem keeps its default."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = "Values in quotes, one setting a line: see the template's programme.toml."
        return Programme(), (_problem(f"The file is not valid TOML: {error}.", hint),)
    reader = _Reader()
    settings = reader.settings(document)
    return settings, tuple(reader.problems)


def _problem(message: str, hint: str, column: str | None = None, value: object = None) -> Problem:
    shown = None if value is None else str(value)
    return Problem(
        severity="error",
        file=SETTINGS_FILE,
        message=message,
        hint=hint,
        column=column,
        value=shown,
    )


class _Reader:
    """Reads one document, collecting problems instead of stopping at the first."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def settings(self, document: dict[str, Any]) -> Programme:
        self._unknown(document, ("programme", "patterns", "cohorts"), "")
        programme = self._section(document, "programme")
        names = tuple(f.name for f in fields(Programme) if f.name not in ("patterns", "cohorts"))
        self._unknown(programme, names, "programme.")
        values = {name: self._setting(name, programme[name]) for name in names if name in programme}
        return replace(
            Programme(**{name: value for name, value in values.items() if value is not None}),
            patterns=self._thresholds(self._section(document, "patterns")),
            cohorts=self._cohorts(document.get("cohorts", [])),
        )

    def _section(self, document: dict[str, Any], name: str) -> dict[str, Any]:
        section = document.get(name, {})
        if isinstance(section, dict):
            return section
        self._add(
            f"[{name}] must be a section.",
            f"Write [{name}] on a line of its own.",
            name,
        )
        return {}

    def _setting(self, name: str, value: Any) -> Any:
        if name in ("id", "name"):
            return self._string(name, value)
        if name == "internal_boundary":
            return self._choice(name, value, BOUNDARIES)
        if name == "waves":
            return self._waves(value)
        if name == "smallest_change_of_interest":
            return self._number(name, value, 0, 1)
        return self._integer(name, value, *RANGES[name])

    def _string(self, name: str, value: Any) -> str | None:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._add(f"{name} must be a text.", f'Write it in quotes: {name} = "…".', name, value)
        return None

    def _choice(self, name: str, value: Any, choices: tuple[str, ...]) -> str | None:
        if value in choices:
            return str(value)
        self._add(
            f"{name} is not one of the choices.",
            f"Use {' or '.join(choices)}.",
            name,
            value,
        )
        return None

    def _integer(self, name: str, value: Any, lowest: int, highest: int) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        hint = f"Use a whole number from {lowest} to {highest}."
        self._add(f"{name} is out of range.", hint, name, value)
        return None

    def _number(self, name: str, value: Any, lowest: float, highest: float) -> float | None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and lowest < value <= highest:
            return float(value)
        hint = f"Use a number above {lowest} and up to {highest}."
        self._add(f"{name} is out of range.", hint, name, value)
        return None

    def _waves(self, value: Any) -> tuple[str, ...] | None:
        names = value if isinstance(value, list) else []
        texts = [name.strip() for name in names if isinstance(name, str) and name.strip()]
        if names and len(texts) == len(names) == len(set(texts)):
            return tuple(texts)
        hint = 'List each wave once, in order: waves = ["baseline", "endpoint"].'
        self._add("waves must be a list of different names.", hint, "waves", value)
        return None

    def _thresholds(self, section: dict[str, Any]) -> PatternThresholds:
        names = tuple(f.name for f in fields(PatternThresholds))
        self._unknown(section, names, "patterns.")
        read = {
            name: self._integer(name, section[name], 0, 100) for name in names if name in section
        }
        return PatternThresholds(
            **{name: value for name, value in read.items() if value is not None}
        )

    def _cohorts(self, value: Any) -> tuple[Cohort, ...]:
        if not isinstance(value, list):
            self._add(
                "cohorts must be a list.",
                "Write [[cohorts]] before each cohort.",
                "cohorts",
            )
            return ()
        cohorts = [cohort for entry in value if (cohort := self._cohort(entry)) is not None]
        seen: dict[str, Cohort] = {}
        for cohort in cohorts:
            if cohort.id in seen:
                self._add(
                    "The cohort is declared twice.",
                    "Keep one [[cohorts]] entry for it.",
                    "cohorts",
                    cohort.id,
                )
            seen.setdefault(cohort.id, cohort)
        return tuple(seen.values())

    def _cohort(self, entry: Any) -> Cohort | None:
        if not isinstance(entry, dict) or not str(entry.get("id", "")).strip():
            self._add("A cohort has no id.", 'Give it one: id = "2026".', "cohorts")
            return None
        self._unknown(entry, tuple(f.name for f in fields(Cohort)), "cohorts.")
        cohort = Cohort(
            id=str(entry["id"]).strip(),
            name=self._string("name", entry["name"]) if "name" in entry else None,
            arm=self._choice("arm", entry.get("arm", "programme"), ARMS) or "programme",
            enrolled=self._integer("enrolled", entry["enrolled"], 0, 10_000_000)
            if "enrolled" in entry
            else None,
            start=self._date("start", entry.get("start")),
            end=self._date("end", entry.get("end")),
        )
        if cohort.start and cohort.end and cohort.end < cohort.start:
            self._add(
                "The cohort ends before it starts.",
                "Mend start or end.",
                "end",
                cohort.end,
            )
        return cohort

    def _date(self, name: str, value: Any) -> date | None:
        if value is None or (isinstance(value, date)):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self._add(
                f"{name} is not a date.",
                f"Write it as {name} = 2026-01-15.",
                name,
                value,
            )
            return None

    def _unknown(self, section: dict[str, Any], known: tuple[str, ...], prefix: str) -> None:
        for name in section.keys() - set(known):
            self.problems.append(
                Problem(
                    severity="warning",
                    file=SETTINGS_FILE,
                    column=f"{prefix}{name}",
                    message="This setting is not known and is left aside.",
                    hint=f"Known here: {', '.join(known)}.",
                )
            )

    def _add(self, message: str, hint: str, column: str, value: object = None) -> None:
        self.problems.append(_problem(message, hint, column, value))
