"""Two waves of a programme, the second with one participant's code written otherwise."""

from pathlib import Path

from netaudit.store.workspace import Workspace
from tests.store.exports import write_export

FIRST_WAVE = {
    "participants": """
        participant_id cohort email consent_matching share_with_coordinator
        P-07           2026   jo@example.org yes yes
        P-08           2026   al@example.org yes yes""",
    "audits": """
        participant_id wave
        P-07           baseline
        P-08           baseline""",
    "contacts": """
        participant_id wave     contact_id label
        P-07           baseline a          Ann
        P-07           baseline b          Ben
        P-08           baseline a          Ann""",
}
SECOND_WAVE = {
    "participants": """
        participant_id cohort email consent_matching share_with_coordinator
        p7             2026   jo@example.com yes yes
        P-08           2026   al@example.org yes yes""",
    "audits": """
        participant_id wave
        p7             endpoint
        P-08           endpoint""",
    "contacts": """
        participant_id wave     contact_id label is_participant_id x_floor
        p7             endpoint a          Ann   P-08              first
        p7             endpoint c          Cy    p7                ground
        P-08           endpoint d          Jo    p7                ground""",
    "ties": """
        participant_id wave     contact_a contact_b
        p7             endpoint a         c""",
    "cohort_ties": """
        participant_id wave     other_participant_id relation
        P-08           endpoint p7                   know""",
}


def write_workspace(folder: Path) -> Path:
    """A workspace of both waves, in two imports."""
    made = Workspace(folder / "workspace")
    first = write_export(folder / "first", FIRST_WAVE)
    second = write_export(folder / "second", SECOND_WAVE)
    made.import_all([[first], [second]])
    return made.root
