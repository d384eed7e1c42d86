"""Who is looking: an argument of every analysis function, applied in SQL."""

from dataclasses import dataclass, replace
from typing import Literal

Role = Literal["participant", "coordinator", "evaluator", "administrator"]

AudienceName = Literal["team", "release"]
"""Who will read the answer: coordinators and evaluators inside the programme, or anybody outside
it, as a report, an export or a participant's comparison with the cohort may be read."""


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """The person for whom something is computed.

    `cohorts` None stands for every cohort; `participant_id` is set for participants alone. What
    they may see of groups is further narrowed by `audience` (analysis.disclosure). `has_files` is
    for whoever has the workspace's own files in hand, as the command line has, and never for
    somebody at a page: nothing can be kept from them, labels included.
    """

    role: Role
    cohorts: tuple[str, ...] | None = None
    participant_id: str | None = None
    audience: AudienceName = "team"
    has_files: bool = False

    @classmethod
    def local(cls) -> "Viewer":
        """The one user of a netaudit on their own machine: coordinator of every cohort."""
        return cls(role="coordinator")

    @property
    def for_release(self) -> "Viewer":
        """The same person, asking for something that leaves the team."""
        return replace(self, audience="release")

    @property
    def sees_pseudonyms(self) -> bool:
        """Whether participants are known to them by a code that differs from the id."""
        return self.role == "evaluator"

    @property
    def scope(self) -> dict[str, object]:
        """The struct that the SQL macros of sql/scope take."""
        return {
            "role": self.role,
            "cohorts": None if self.cohorts is None else list(self.cohorts),
            "participant": self.participant_id,
            "has_files": self.has_files,
        }
