"""What people decided about who is who, as far as the database depends on it."""

import json
from dataclasses import dataclass, field

from netaudit.store.ledger import Ledger
from netaudit.store.matching import corrections, matches
from netaudit.store.matching.corrections import Corrections
from netaudit.store.matching.matches import Pair


@dataclass(frozen=True, kw_only=True)
class Decided:
    """The codes of participants that stand for others, and the contacts that are one person."""

    corrections: Corrections = field(default_factory=dict)
    matches: tuple[Pair, ...] = ()

    @property
    def mark(self) -> str:
        """The same for the same decisions, blank for none."""
        if not self.corrections and not self.matches:
            return ""
        return json.dumps([sorted(self.corrections.items()), self.matches])


def decided(ledger: Ledger) -> Decided:
    """What is in force now."""
    standing = corrections.in_force(ledger)
    return Decided(corrections=standing, matches=matches.accepted(ledger, standing))
