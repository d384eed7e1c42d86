"""How often one computer may try links that do not exist."""

import time
from collections import deque
from threading import Lock

MOST, SECONDS = 20, 600
"""So many in so long; whoever is past that waits."""
MOST_REMEMBERED = 10_000


class Guesses:
    """Wrong attempts by the address they came from, remembered for a while in this process."""

    def __init__(self) -> None:
        self._made: dict[str, deque[float]] = {}
        self._lock = Lock()

    def are_too_many(self, who: str) -> bool:
        """Whether this address tried too often lately."""
        with self._lock:
            made = self._recent(who)
            return made is not None and len(made) >= MOST

    def count(self, who: str) -> None:
        """One more wrong attempt."""
        with self._lock:
            if len(self._made) >= MOST_REMEMBERED:
                self._made.pop(next(iter(self._made)))
            made = self._recent(who) or self._made.setdefault(who, deque(maxlen=MOST))
            made.append(time.monotonic())

    def _recent(self, who: str) -> deque[float] | None:
        made = self._made.get(who)
        while made and made[0] < time.monotonic() - SECONDS:
            made.popleft()
        if not made:
            self._made.pop(who, None)
            return None
        return made
