"""What is looked at: a cohort, a wave and, if chosen, one group of participants."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Selection:
    """None means: not narrowed by this. `attribute` and `category` go together."""

    cohort: str | None = None
    wave: str | None = None
    attribute: str | None = None
    category: str | None = None

    @property
    def scope(self) -> dict[str, str | None]:
        """The struct that the SQL macros of sql/scope take."""
        return {
            "cohort": self.cohort,
            "wave": self.wave,
            "attribute": self.attribute,
            "category": self.category,
        }


EVERYTHING = Selection()
