"""What is looked at: a cohort, a wave and, if chosen, one group of participants."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Selection:
    """None means: not narrowed by this. `attribute` and `category` go together.

    `answered` are waves that everybody looked at has completed: the same people at each of them.
    """

    cohort: str | None = None
    wave: str | None = None
    attribute: str | None = None
    category: str | None = None
    answered: tuple[str, ...] | None = None

    @property
    def scope(self) -> dict[str, object]:
        """The struct that the SQL macros of sql/scope take."""
        return {
            "cohort": self.cohort,
            "wave": self.wave,
            "attribute": self.attribute,
            "category": self.category,
            "answered": None if self.answered is None else list(self.answered),
        }


EVERYTHING = Selection()
