"""What is known before an export of a survey tool is read, and what its answers are put beside."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from netaudit.importers.mapping.recipe import Recipe
from netaudit.programme import Programme

NO_KEY = b"netaudit"
CODE_LENGTH = 10

Person = Mapping[str, str | None]
"""What earlier imports hold of a participant, by canonical column."""


@dataclass(frozen=True, kw_only=True)
class Background:
    """The settings in force, the mapping a person gave, and what earlier imports hold.

    `participants` are the programme's so far, by their ids; `waves` are those that audits exist
    of. `key` makes codes of e-mail addresses and names: the same in one workspace, and telling
    nothing outside it.
    """

    settings: Programme = field(default_factory=Programme)
    mapping: Recipe = field(default_factory=Recipe)
    participants: Mapping[str, Person] = field(default_factory=dict)
    waves: tuple[str, ...] = ()
    key: bytes = NO_KEY

    def participant_of(self, email: str) -> str:
        """The code of whoever has the address: the programme's own, or else one made of it."""
        address = plain_address(email)
        return self._by_address.get(address) or self.code("p", address)

    @cached_property
    def _by_address(self) -> dict[str, str]:
        held = (
            (plain_address(one.get("email") or ""), code) for code, one in self.participants.items()
        )
        return {address: code for address, code in held if address}

    def code(self, kind: str, *parts: str) -> str:
        """A code for something that is not to be told: `p-3f29c01be7`."""
        text = "\0".join((kind, *parts)).encode()
        digest = hmac.new(self.key, text, hashlib.sha256).hexdigest()
        return f"{kind}-{digest[:CODE_LENGTH]}"


Known = Callable[[], Background]
"""Looks up what is known, for exports that need it: that costs a look into every import."""


def plain_address(email: str) -> str:
    """An address as it is compared: without blanks, in small letters."""
    return "".join(email.split()).casefold()
