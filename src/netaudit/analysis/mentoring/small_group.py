"""Mentors as a small group: several at once, and whether they bring different things."""

from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring.counts import counts, counts_finding
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import counted as number_of
from netaudit.wording import of

WORDS = {
    "several": "Two or more",
    "types_differ": "Different types",
    "systems_differ": "Different circles",
    "covers_more": "More together",
}
TITLE = "Mentors at once"
WHAT_COUNTS = (
    "Two or more mentors at once are a small group of helpers rather than a pair, which is how Kram"
    " describes mentoring. Of those who have that: different circles are different parts of life,"
    " such as the own organisation and a professional body; more together means that the mentors"
    " help with more of knowing why, how and whom than any one of them alone."
)


def small_group(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants with two or more open mentors, and what tells these apart; for share_points."""
    found = counts(database, viewer, selection, "mentoring_counts", list(WORDS))
    several = found.of("several")
    if several is None:
        return nothing_to_show(
            "small_group",
            TITLE,
            "Base: participants who answered about mentoring.",
            too_small(minimum_group(database, viewer)),
        )
    return counts_finding(
        "small_group",
        f"{of(several['k'], several['n'], 'participants')} have two or more mentors at once",
        f"Base: {number_of(several['n'], 'participant')} who answered about mentoring; the further"
        " rows are of those with two or more mentors, as far as it is known.",
        found,
        WORDS,
        caution=WHAT_COUNTS,
    )
