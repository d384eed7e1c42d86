"""People whom several participants may have named, as far as their labels may be shown."""

from functools import partial

import streamlit as st

from netaudit.analysis.matching.people import (
    Described,
    Likeness,
    coverage,
    described,
    proposals,
)
from netaudit.analysis.selection import EVERYTHING
from netaudit.store import access_log
from netaudit.store.matching import corrections, matches
from netaudit.store.matching.matches import Contact
from netaudit.ui import data
from netaudit.ui.intake.who_cards import AT_ONCE, Card, Record, not_put_off, show_card, waiting
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

NOTED = "who is who participants noted"


def show_people() -> None:
    """A few proposals at a time; figures never rest on one that nobody looked at."""
    st.subheader("People whom several may have named", anchor=False)
    database, viewer = data.database(), data.viewer()
    st.caption(data.answer(coverage, database, viewer, EVERYTHING))
    ledger = workspace().ledger
    made = [one for one in matches.decisions(ledger, corrections.in_force(ledger)) if one.counts]
    found = data.answer(
        proposals,
        database,
        viewer,
        EVERYTHING,
        same=tuple(sorted(one.pair for one in made if one.is_same)),
        different=tuple(sorted(one.pair for one in made if not one.is_same)),
    )
    if not found:
        st.caption("No two contacts on these lists look like one person.")
        return
    open_ones = [found[place] for place in not_put_off([_key(one) for one in found])]
    shown = _apart(open_ones)[:AT_ONCE]
    known = describe(tuple(contact for one in shown for contact in one.pair))
    for one in shown:
        show_card(_card(one, known))
    waiting("people", len(shown), len(open_ones), len(found) - len(open_ones))


def _apart(open_ones: list[Likeness]) -> list[Likeness]:
    """Those that can be decided about at once: every contact is on one card only."""
    apart: list[Likeness] = []
    for one in open_ones:
        if not any(set(one.pair) & set(other.pair) for other in apart):
            apart.append(one)
    return apart


def describe(contacts: tuple[Contact, ...]) -> dict[Contact, Described]:
    """How contacts may be shown; the access log notes whose lists these are from."""
    if not contacts:
        return {}
    codes = tuple(sorted({participant for participant, _ in contacts}))
    known = data.answer(described, data.database(), data.viewer(), EVERYTHING, codes=codes)
    shown = {contact: known[contact] for contact in contacts if contact in known}
    _note({participant: of.cohort for (participant, _), of in shown.items()})
    return shown


def _note(cohorts: dict[str, str]) -> None:
    noted = st.session_state.setdefault(NOTED, set())
    for participant, cohort in sorted(cohorts.items()):
        if participant not in noted:
            noted.add(participant)
            access_log.record(
                workspace().ledger,
                identity.actor(),
                "opened",
                what="who is who",
                cohort=cohort,
                participant=participant,
            )


def _key(one: Likeness) -> str:
    return "contact " + "\0".join(part for contact in one.pair for part in contact)


def _card(one: Likeness, known: dict[Contact, Described]) -> Card:
    first, second = (_record(known[contact]) for contact in one.pair)
    return Card(
        key=_key(one),
        records=(first, second),
        reasons=one.closeness.reasons,
        same=partial(_decide, one, is_same=True),
        different=partial(_decide, one, is_same=False),
    )


def _record(of: Described) -> Record:
    return Record(
        title=of.title,
        lines=(f"Named by {of.participant}", of.facts, f"At {of.waves}", f"Cohort {of.cohort}"),
    )


def _decide(one: Likeness, *, is_same: bool) -> str:
    by = identity.acting_in(one.cohort, "coordinator")
    ledger = workspace().ledger
    matches.write(
        ledger,
        *one.pair,
        by,
        corrections.in_force(ledger),
        is_same=is_same,
        cohort=one.cohort,
    )
    if is_same:
        return "They are one person as soon as the figures are made anew."
    return "They are different people and stay so."
