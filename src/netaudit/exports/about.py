"""What an export says of itself, for whoever finds the folder later."""

from netaudit.schema import FORMAT
from netaudit.version import VERSION

WHOLE = (
    "These files hold everything that is stored: names, addresses, what participants call their"
    " contacts and what they wrote. Keep them as safe as the workspace itself, and delete them once"
    " they are not needed any more."
)
UNDER_CODES = (
    "Participants stand under codes; names, contacts' labels, texts and ratings of single contacts"
    " are left out, and so is what few answered in columns of the survey's own; a job begins with"
    " its year. Each row is still about one person, whom somebody who knows the programme may"
    " recognise: these files are for evaluators, not for publication."
)
CANONICAL = f"""\
One table a file, and the settings ({FORMAT}). To read it in again: netaudit import FOLDER
The measures come out the same. In a selection iqv may differ, which counts the categories seen in
the whole programme; with waves left out, also what compares a wave with the one before.
"""
GRAPHML = """\
One file an audit that lists somebody: the contacts, and the ties between those who know each
other. The participant is left out, being tied to everybody. Pairs that were not asked about look
like pairs that are not tied; ties_status, a fact about the whole graph, says how ties were asked.
"""
EGOR = """\
A folder for each wave with the tables that the R package egor joins by .egoID, .altID, .srcID and
.tgtID. alter_tie.csv holds the pairs that are tied and no others, so whoever reads it takes pairs
that were not asked about for untied ones. Mentoring, actions and what else is stored beside the
lists is in the canonical export alone.
To read a wave in again, with the measures of its lists: netaudit import FOLDER --mapping
FOLDER/mapping.toml, where the workspace has the programme's settings already.
"""


def readme(what: str, caution: str, fingerprint: str) -> str:
    """The text of the folder's readme."""
    made = f"Written by netaudit {VERSION} from the data with the fingerprint {fingerprint}."
    return f"{what}\n{caution}\n\n{made}\n"
