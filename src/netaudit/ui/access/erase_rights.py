"""Who may erase whom: asked when it is shown, and again when the button is pressed."""

from netaudit.analysis.invitations import invited
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor
from netaudit.store.erasing.gone import Request
from netaudit.ui import data
from netaudit.ui.sign_in import identity


def may_erase(request: Request) -> Actor:
    """Who is looking, if they may erase this now; NetauditError if not.

    Administrators may erase anybody. A coordinator may erase participants of their cohorts and let
    go what a cohort of theirs kept long enough. Named people are for administrators, since
    labels are shown to nobody but the participant who wrote them.
    """
    by = identity.acting("coordinator", "administrator")
    looking = identity.viewer()
    if looking.role == "administrator" or _is_theirs(request, looking):
        return by
    raise NetauditError("That is not open to you.", "Ask an administrator.")


def has_cohort(looking: Viewer, cohort: str) -> bool:
    """Whether a cohort is among those that somebody sees; administrators see to all."""
    return looking.cohorts is None or cohort in looking.cohorts


def _is_theirs(request: Request, looking: Viewer) -> bool:
    if request.contacts or request.person_keys:
        return False
    if request.cohort is not None and not has_cohort(looking, request.cohort):
        return False
    if not request.participants:
        return request.cohort is not None
    seen = set(invited(data.database(), looking, EVERYTHING)["participant_id"])
    return seen.issuperset(request.participants)
