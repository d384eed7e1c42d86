"""What the ledger holds of follow-ups, as pages ask with it."""

from netaudit.store import follow_ups
from netaudit.ui.workspace import workspace


def followed() -> str:
    """The entries in force as analysis.follow_up takes them."""
    return follow_ups.as_json(follow_ups.in_force(workspace().ledger))
