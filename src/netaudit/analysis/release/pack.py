"""What may leave the team: a fixed choice of figures, each looked at for what it tells of few."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from netaudit.analysis.change import binary, contacts, measured
from netaudit.analysis.cohort import balance, composition, contact_scales, group_means, variety
from netaudit.analysis.finding import Finding
from netaudit.analysis.mentoring import levels
from netaudit.analysis.patterns import states
from netaudit.analysis.release.rounding import rounded_finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database

PACK: tuple[Callable[..., Finding], ...] = (
    composition.makeup,
    contact_scales.on_scale,
    variety.variety,
    variety.same_as_me,
    balance.positions,
    balance.internal_share,
    balance.affiliations,
    states.along_waves,
    group_means.group_means,
    levels.uptake,
    measured.primary,
    measured.exploratory,
    binary.patterns_changed,
    binary.uptake_changed,
    contacts.contacts,
)
"""The questions whose answers may leave the team, for whole cohorts."""

OF_FEW = ("Undefined for", "Contacts", "Known", "Asked about", "Not enough information")
"""Columns that count what was left out, or contacts: few as a rule, so they stay in the team."""


def for_release(
    question: Callable[..., Finding],
    database: Database,
    viewer: Viewer,
    selection: Selection,
    **parameters: Any,
) -> Finding:
    """The answer as it may leave the team: only of groups that are large enough, and rounded.

    Documents ask through analysis.release.outgoing, which knows what was given out before.
    NetauditError for a question that is not of the PACK, and for a group of a cohort.
    """
    if question not in PACK or selection.attribute is not None:
        raise NetauditError(
            "This figure is for the programme team only.",
            "What leaves the team is a fixed choice of figures on whole cohorts: docs/disclosure.md"
            " lists it.",
        )
    outside = viewer.for_release
    found = question(database, outside, selection, **parameters)
    bare = replace(found, table=found.table.drop(columns=list(OF_FEW), errors="ignore"))
    return rounded_finding(bare, audience(database, outside))
