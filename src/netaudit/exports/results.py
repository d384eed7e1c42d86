"""The tables of results: which answers stand on which sheet, with what is said of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from netaudit.analysis.change import binary, groups, measured
from netaudit.analysis.change.choices import Span
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.change.rows import CSV_COLUMNS, change_rows
from netaudit.analysis.change.words import unit_words
from netaudit.analysis.cohort import (
    balance,
    composition,
    contact_scales,
    group_means,
    overview,
    variety,
)
from netaudit.analysis.finding import Finding
from netaudit.analysis.mentoring import levels
from netaudit.analysis.patterns import states
from netaudit.analysis.release.outgoing import Outgoing
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.exports.cells import as_numbers
from netaudit.store.database import Database
from netaudit.vocabulary import readable

Answer = tuple[str, Finding]
"""What a finding is about, in a few words, and the finding."""

TABLE, CATEGORY, ATTRIBUTE = "Table", "Category", "Attribute"
IN_WORDS = [TABLE, CATEGORY, ATTRIBUTE, "Step", "Wave", "Pattern", "Counts as", "measure",
            "attribute", "verdict", "Against all others"]  # fmt: skip
CATEGORIES = ("Affiliation", "Part of the list", "What", "Help with", "Group")
"""Headings of single tables under which a sheet puts its categories."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """What is said of one table: its figure in a sentence, on whom it rests, what to mind, what
    was held back.
    """

    about: str
    words: str
    base: str = ""
    caution: str = ""
    withheld: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table, tidy: a row a figure, `Table` saying of which; and what is said of each table."""

    name: str
    rows: pd.DataFrame
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Results:
    """Asks for everything that the sheets hold, for one selection and its readers.

    With `outgoing` it is for readers outside the team: the fixed choice of figures alone.
    """

    database: Database
    viewer: Viewer
    selection: Selection
    span: Span | None
    chosen: Chosen
    outgoing: Outgoing | None = None

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets in order; those that hold nothing are left out."""
        made = (
            _sheet("who answered", self._answered()),
            _sheet("composition", self._composition()),
            _sheet("variety", self._variety()),
            _sheet("balance", self._balance()),
            _sheet("patterns", [("On watch, wave by wave", self._ask(states.along_waves))]),
            _sheet("mentoring", self._mentoring()),
            *self._change(),
            _sheet("groups", self._groups()),
        )
        return tuple(one for one in made if len(one.rows) or one.notes)

    @property
    def _looking(self) -> Viewer:
        return self.viewer.for_release if self.outgoing else self.viewer

    def _ask(self, question: Callable[..., Finding], **given: Any) -> Finding:
        if self.outgoing is not None:
            return self.outgoing.figure(question, self.selection, **given)
        return question(self.database, self.viewer, self.selection, **given)

    def _answered(self) -> Iterator[Answer]:
        if self.outgoing is None:
            yield "From enrolment to answers", self._ask(overview.response)

    def _composition(self) -> Iterator[Answer]:
        choices = composition.attribute_choices(self.database, self._looking, self.selection)
        for choice in choices:
            yield choice.words, self._ask(composition.makeup, attribute=choice.value)
        for scale, kind in contact_scales.SCALES.items():
            yield kind.title, self._ask(contact_scales.on_scale, scale=scale)

    def _variety(self) -> Iterator[Answer]:
        yield "Chance that two contacts differ", self._ask(variety.variety)
        yield "Contacts like the participant", self._ask(variety.same_as_me)

    def _balance(self) -> Iterator[Answer]:
        yield "Affiliation", self._ask(balance.affiliations)
        yield "Inside and outside", self._ask(balance.positions)
        yield "Internal share", self._ask(balance.internal_share)

    def _mentoring(self) -> Iterator[Answer]:
        if self.selection.answered is None:
            yield "Taken up", self._ask(levels.uptake)
        if self.outgoing is None:
            for split, (title, _) in levels.SPLITS.items():
                yield title, self._ask(levels.by_kind, split=split)
            yield "Help with", self._ask(levels.knowing)

    def _groups(self) -> Iterator[Answer]:
        if self.selection.attribute is not None:
            return
        found = group_means.group_attribute_choices(self.database, self._looking, self.selection)
        for attribute in found:
            for measure in group_means.MEASURES:
                about = f"{measures()[measure].title} by {attribute.words.lower()}"
                asked = {"attribute": attribute.value, "measure": measure}
                yield about, self._ask(group_means.group_means, **asked)
                if self.outgoing is None and self.span is not None:
                    yield f"Change of {about[:1].lower()}{about[1:]}", self._change_of_groups(asked)

    def _change_of_groups(self, asked: dict[str, str]) -> Finding:
        changed = self._between(groups.changes, **asked)
        named = changed.table.rename(columns={readable(asked["attribute"]): CATEGORY})
        if len(named):
            at = list(named.columns).index("Change")
            named.insert(at, "Unit", unit_words(asked["measure"]))
        return replace(changed, table=named)

    def _between(self, question: Callable[..., Finding], **given: Any) -> Finding:
        """What is asked of the two waves that are compared."""
        if self.span is None:
            raise ValueError("There is one wave alone.")
        return self._ask(question, first=self.span.first, last=self.span.last, **given)

    def _change(self) -> Iterator[Sheet]:
        if self.span is None:
            return
        if self.outgoing is not None:
            yield _sheet("change", self._change_outside())
            return
        first, last = self.span.first, self.span.last
        rows = change_rows(
            self.database, self.viewer, self.selection, first=first, last=last, chosen=self.chosen
        )
        about = f"{readable(first)} to {readable(last).lower()}"
        words = f"Every measure in those who answered both {first} and {last}; blank where too few."
        numbers = as_numbers(rows[CSV_COLUMNS], IN_WORDS)
        numbers.insert(0, TABLE, about)
        yield Sheet(name="change", rows=numbers, notes=(Note(about=about, words=words),))

    def _change_outside(self) -> Iterator[Answer]:
        if self.chosen.outcomes:
            yield "Primary outcomes", self._between(measured.primary, chosen=self.chosen)
        yield (
            "Other measures" if self.chosen.outcomes else "Measures",
            self._between(measured.exploratory, chosen=self.chosen),
        )
        yield "On watch", self._between(binary.patterns_changed)
        yield "Mentoring", self._between(binary.uptake_changed)


def _sheet(name: str, answers: "Iterator[Answer] | list[Answer]") -> Sheet:
    held = list(answers)
    tables = [_table(about, found) for about, found in held if not found.table.empty]
    return Sheet(
        name=name,
        rows=pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(),
        notes=tuple(_note(about, found) for about, found in held),
    )


def _table(about: str, found: Finding) -> pd.DataFrame:
    rows = found.table.rename(columns=dict.fromkeys((*CATEGORIES, about), CATEGORY))
    rows.insert(0, TABLE, about)
    return as_numbers(rows, IN_WORDS)


def _note(about: str, found: Finding) -> Note:
    return Note(
        about=about,
        words=found.headline,
        base=found.base,
        caution=found.caution,
        withheld=found.withheld,
    )
