"""What a family of questions was answered, and how several answers in a cell are joined."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from netaudit.importers.answers import parts_without_list, split
from netaudit.importers.families import Family
from netaudit.importers.plain import tidy
from netaudit.importers.survey import Survey

SEPARATORS = ("|", ";", ", ", "\n", ",")


@dataclass(frozen=True, kw_only=True)
class Answered:
    """The answers that a family was given, as people read them, with how often."""

    family: Family
    counts: Mapping[str, int]

    def separator(self, column_kind: str, options: Mapping[str, str]) -> str:
        """What joins several answers in a cell; blank where nothing does."""
        given = next((m.separator for m in self.family.members if m.separator), "")
        if self.family.is_ticked or column_kind != "codes":
            return ""
        if given:
            return given
        found = (mark for mark in SEPARATORS if any(mark.strip() in one for one in self.counts))
        return max(found, key=lambda mark: self._known(mark, options), default="")

    def _known(self, mark: str, options: Mapping[str, str]) -> int:
        return sum(part in options for one in self.counts for part in split(one, options, mark))

    def each(self, separator: str, options: Mapping[str, str]) -> list[str]:
        """Every single answer, once; cells of several taken apart."""
        if self.family.is_ticked:
            return list(dict.fromkeys(member.choice for member in self.family.members))
        if not separator:
            return list(self.counts)
        parts = [
            part
            for cell in self.counts
            for part in (
                split(cell, options, separator) if options else parts_without_list(cell, separator)
            )
        ]
        labels = {option.code: option.label for option in self.family.options}
        return list(dict.fromkeys(labels.get(part, part) for part in parts))


def answered(survey: Survey, family: Family) -> Answered:
    """The answers to every member of the family; line breaks are kept, other blanks made single."""
    counts: Counter[str] = Counter()
    for member in family.members:
        counts.update(
            "\n".join(tidy(line) for line in member.answer(cell.strip()).splitlines())
            for cell in survey.cells(family.table, member.position)
        )
    return Answered(family=family, counts=counts)
