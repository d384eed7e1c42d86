"""Inside and outside, what the contacts are for, and whether they know each other."""

from netaudit.analysis.cohort import balance as inside
from netaudit.analysis.cohort import closure, purpose_balance
from netaudit.charts.bars import share_bars
from netaudit.charts.closure import closure_chart
from netaudit.charts.measures import stacked
from netaudit.reports.cohort.drawings import spread_shares
from netaudit.reports.cohort.parts import Part, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Paragraph

OF_CONTACTS = "Of a participant's contacts"


def blocks(about: Subject) -> Part:
    """The section on balance."""
    return (
        Paragraph(text=about.choices(inside.boundary)),
        *part("Inside, outside, or both", about.figure(inside.positions), share_bars),
        *part("Internal contacts", about.figure(inside.internal_share), spread_shares(OF_CONTACTS)),
        *part(
            "Where the contacts work",
            about.figure(inside.affiliations),
            stacked,
            columns=("Affiliation",),
            across_waves="Mean share",
        ),
        *(() if about.leaves else _in_the_team(about)),
    )


def _in_the_team(about: Subject) -> Part:
    purposes = about.figure(purpose_balance.purposes)
    further = () if purposes.is_empty else _by_purpose(about)
    return (
        *part("What the contacts are for", purposes, share_bars),
        *further,
        *part("Do the contacts know each other?", about.figure(closure.closure), closure_chart),
    )


def _by_purpose(about: Subject) -> Part:
    across = about.figure(purpose_balance.purpose_boundary)
    resting = about.figure(purpose_balance.dependence)
    return (
        *part("Purposes inside and outside", across, stacked),
        *part("Purposes that rest on one contact", resting, stacked),
    )
