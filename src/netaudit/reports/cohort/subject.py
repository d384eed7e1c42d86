"""Which cohort the report is about, for whom it is written, and how its sections ask."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.choices import Span, span_choices, span_of
from netaudit.analysis.change.outcomes import Chosen, chosen_in
from netaudit.analysis.choices import wave_choices
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.outgoing import Outgoing
from netaudit.analysis.release.same_people import same_people
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import AudienceName, Viewer
from netaudit.errors import NetauditError
from netaudit.reports.document import Block
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger
from netaudit.wording import known

Answer = TypeVar("Answer")


@dataclass(kw_only=True)
class Subject:
    """The cohort at its latest wave with answers.

    `figures` grows as sections ask: the last one says what was held back in all of them. `asides`
    are the tables that sections, by their titles, leave to the annex of tables.
    """

    database: Database
    viewer: Viewer
    ledger: Ledger
    cohort: dict[str, Any]
    wave: str
    outgoing: Outgoing | None
    figures: list[Finding] = field(default_factory=list, init=False)
    asides: dict[str, list[Block]] = field(default_factory=dict, init=False)

    @property
    def leaves(self) -> bool:
        """Whether the report is for readers outside the team."""
        return self.outgoing is not None

    @cached_property
    def selection(self) -> Selection:
        """The cohort at the wave; outside the team those who answered first and last wave."""
        here = Selection(cohort=self.cohort["cohort"], wave=self.wave)
        if not self.leaves:
            return here
        return same_people(self.database, self.viewer, here, self.span)

    @property
    def same_people(self) -> bool:
        """Whether every figure of the report rests on the same people at first and last wave."""
        return self.selection.answered is not None

    @property
    def everybody(self) -> Selection:
        """Everybody of the cohort at the wave, for counts of who answered."""
        return Selection(cohort=self.cohort["cohort"], wave=self.wave)

    @cached_property
    def choices_of_cohorts(self) -> tuple[str, ...]:
        """The programme's cohorts that may be seen, without those to compare with."""
        seen = records(ask(self.database, self.viewer, "cohorts"))
        return tuple(row["cohort"] for row in seen if row["arm"] == "programme")

    @property
    def whole(self) -> Selection:
        """Everybody of the cohort over all waves."""
        return Selection(cohort=self.cohort["cohort"])

    @cached_property
    def on(self) -> date | None:
        """The day of the cohort's last audit, if it is known: the day of the report."""
        found = self.asked("cultivation_last_day", now=self.wave)[0]["last_day"]
        return found.date() if known(found) else None

    @cached_property
    def span(self) -> Span | None:
        """The first and the last wave with answers; None where there is one alone."""
        choices = span_choices(self.database, self.viewer, self.whole)
        default = next((one.value for one in choices if one.is_default), None)
        if default is None:
            return None
        return span_of(self.database, self.viewer, self.whole, value=default)

    @cached_property
    def chosen(self) -> Chosen:
        """The primary outcomes in force for the cohort."""
        return chosen_in(self.ledger, self.database, self.viewer, self.whole)

    def figure(self, question: Callable[..., Finding], /, **parameters: Any) -> Finding:
        """What the analysis finds, as the report's readers may see it."""
        if self.outgoing is not None:
            found = self.outgoing.figure(question, self.selection, **parameters)
        else:
            found = question(self.database, self.viewer, self.selection, **parameters)
        self.figures.append(found)
        return found

    def choices(self, question: Callable[..., Answer], /, **parameters: Any) -> Answer:
        """What there is to ask about, such as attributes that were answered."""
        readers = self.viewer.for_release if self.leaves else self.viewer
        return question(self.database, readers, self.selection, **parameters)

    def asked(self, summary: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a summary over all waves and everybody, for what is no figure on people."""
        return records(ask(self.database, self.viewer, summary, self.whole, **parameters))


def subject(
    database: Database,
    viewer: Viewer,
    ledger: Ledger,
    *,
    cohort: str,
    audience: AudienceName = "team",
) -> Subject:
    """The cohort for the report; NetauditError where there is none such, or nobody answered."""
    seen = {row["cohort"]: row for row in records(ask(database, viewer, "cohorts"))}
    if cohort not in seen:
        names = ", ".join(sorted(seen)) or "none yet"
        raise NetauditError(f"There is no cohort {cohort}.", f"The cohorts are: {names}.")
    waves = wave_choices(database, viewer, Selection(cohort=cohort))
    latest = next((wave.value for wave in waves if wave.is_default), None)
    if latest is None:
        raise NetauditError(
            f"Nobody of cohort {cohort} has answered yet.",
            "There is a report once an audit was completed.",
        )
    leaves = audience == "release"
    return Subject(
        database=database,
        viewer=viewer,
        ledger=ledger,
        cohort=seen[cohort],
        wave=latest,
        outgoing=Outgoing(database=database, viewer=viewer, ledger=ledger) if leaves else None,
    )
