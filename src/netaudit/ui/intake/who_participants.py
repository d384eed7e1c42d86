"""Participants who may be one, seen at different waves under codes or addresses nearly the same."""

from functools import partial

import streamlit as st

from netaudit.analysis.matching.participants import Proposal, Seen, proposals
from netaudit.analysis.selection import EVERYTHING
from netaudit.store.matching import corrections, deciding
from netaudit.ui import data
from netaudit.ui.intake.who_cards import AT_ONCE, Card, Record, not_put_off, show_card, waiting
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import enumerated

OTHER_CODE = "Would get the other code"


def show_participants() -> None:
    """A few proposals at a time; nothing is corrected before somebody says so."""
    st.subheader("Participants who may be one", anchor=False)
    found = open_proposals()
    if not found:
        st.caption("Nobody who answered at one wave only looks like somebody who is missing then.")
        return
    st.caption(
        "Somebody answered at one wave only, under a code or an address close to that of somebody"
        " who is missing then. The imports stay as they came, and a decision can be undone."
    )
    open_ones = [found[place] for place in not_put_off([_key(one) for one in found])]
    for one in open_ones[:AT_ONCE]:
        show_card(_card(one))
    shown = min(AT_ONCE, len(open_ones))
    waiting("participants", shown, len(open_ones), len(found) - len(open_ones))


def open_proposals() -> tuple[Proposal, ...]:
    """All proposals that nobody has decided about."""
    made = (one for one in corrections.decisions(workspace().ledger) if one.counts)
    decided = tuple(sorted((one.code, one.meant) for one in made))
    return data.answer(proposals, data.database(), data.viewer(), EVERYTHING, decided=decided)


def _key(one: Proposal) -> str:
    return "participant " + "\0".join(one.codes)


def _card(one: Proposal) -> Card:
    return Card(
        key=_key(one),
        records=(_record(one.meant, "Would keep this code"), _record(one.seen, OTHER_CODE)),
        reasons=one.closeness.reasons,
        same=partial(_accept, one),
        different=partial(_reject, one),
        other_way=partial(_accept, one, keeps_seen=True),
    )


def _record(seen: Seen, becomes: str) -> Record:
    waves = [readable(wave).lower() for wave in seen.waves]
    return Record(
        title=seen.who.code,
        lines=(
            seen.who.name,
            seen.who.email,
            f"Cohort {seen.cohort}",
            f"Audits: {enumerated(waves) if waves else 'none'}",
            becomes,
        ),
    )


def _accept(one: Proposal, *, keeps_seen: bool = False) -> str:
    by = identity.acting_in(one.seen.cohort, "coordinator")
    code, meant = reversed(one.codes) if keeps_seen else one.codes
    deciding.accept(workspace(), code, meant, by, reason=". ".join(one.closeness.reasons))
    return f"{code} stands for {meant} as soon as the figures are made anew."


def _reject(one: Proposal) -> str:
    by = identity.acting_in(one.seen.cohort, "coordinator")
    code, meant = one.codes
    deciding.reject(workspace(), code, meant, by, reason=". ".join(one.closeness.reasons))
    return f"{code} and {meant} are different people and stay so."
