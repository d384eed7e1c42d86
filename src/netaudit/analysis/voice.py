"""Whom a sentence about a participant speaks to: to them, or of them to somebody else."""

from dataclasses import dataclass

from netaudit.analysis.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Voice:
    """The words that differ: "You have" and "your" to the participant, else "The participant has"
    and "the participant's".
    """

    who: str
    whose: str
    have: str
    are: str
    is_own: bool

    def says(self, own: str, other: str) -> str:
        """The one text or the other, where whole sentences differ."""
        return own if self.is_own else other


OWN = Voice(who="you", whose="your", have="have", are="are", is_own=True)
OTHER = Voice(who="the participant", whose="the participant's", have="has", are="is", is_own=False)


def voice(viewer: Viewer) -> Voice:
    """How to speak to this viewer about a participant whom they may see."""
    return OWN if viewer.role == "participant" else OTHER
