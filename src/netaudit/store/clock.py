"""The time as the ledger writes it."""

from datetime import UTC, datetime


def now() -> datetime:
    """The moment in UTC, without a zone of its own: the same in every database."""
    return datetime.now(UTC).replace(tzinfo=None)


def from_timestamp(seconds: float) -> datetime:
    """A moment given as seconds since 1970, in the same form."""
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
