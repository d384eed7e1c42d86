"""Follow-ups in the ledger: every entry is kept, the latest counts, and erasure reaches them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.store import follow_ups
from netaudit.store.access_log import Actor
from netaudit.store.clock import now
from netaudit.store.erasing import erased_notes
from netaudit.store.erasing.gone import Gone
from netaudit.store.follow_ups import Draft
from netaudit.store.ledger import Ledger
from netaudit.store.matching import corrections

BY = Actor(name="Cleo", role="coordinator")


def test_every_entry_is_kept_and_the_latest_is_in_force(any_ledger: Ledger) -> None:
    first = Draft(status="snoozed", until=date(2026, 12, 1), note="Rang.", reasons=("watch@x",))
    follow_ups.write(any_ledger, "P1", first, BY, cohort="2026")
    follow_ups.write(any_ledger, "P2", Draft(next_on=date(2026, 12, 3)), BY, cohort="2025")
    (other, entry) = sorted(follow_ups.in_force(any_ledger), key=lambda one: one.cohort)
    follow_ups.write(any_ledger, "P1", Draft(status="done"), BY, cohort="2026", after=entry.number)
    assert (entry.note, entry.reasons, entry.written_by) == ("Rang.", ("watch@x",), "Cleo")
    assert (entry.waits_until, other.waits_until) == (date(2026, 12, 1), date(2026, 12, 3))
    assert [one.status for one in follow_ups.history(any_ledger, "P1")] == ["done", "snoozed"]
    assert [one.waits_until for one in follow_ups.history(any_ledger, "P1")][0] is None
    assert len(follow_ups.since(any_ledger, now() - timedelta(days=1), ["2026"])) == 2


def test_who_did_not_see_the_latest_entry_is_told(ledger: Ledger) -> None:
    follow_ups.write(ledger, "P1", Draft(note="Mine."), BY, cohort="2026")
    with pytest.raises(NetauditError, match="meanwhile"):
        follow_ups.write(ledger, "P1", Draft(note="Yours."), BY, cohort="2026")
    assert [one.note for one in follow_ups.history(ledger, "P1")] == ["Mine."]


@pytest.mark.parametrize(
    "draft",
    [
        Draft(status="snoozed"),
        Draft(note="x" * 1001),
        Draft(next_step="x" * 201),
        Draft(next_on=date(2126, 1, 1)),
    ],
    ids=["no_day", "long_note", "long_step", "far_day"],
)
def test_what_cannot_be_kept_is_refused(ledger: Ledger, draft: Draft) -> None:
    with pytest.raises(NetauditError):
        follow_ups.write(ledger, "P1", draft, BY, cohort="2026")


def test_a_corrected_code_counts_for_the_participant_meant(ledger: Ledger) -> None:
    follow_ups.write(ledger, "p1", Draft(note="Under the wrong code."), BY, cohort="2026")
    corrections.write(ledger, "p1", "P1", BY, is_accepted=True)
    assert [one.participant_id for one in follow_ups.in_force(ledger)] == ["P1"]
    assert [one.note for one in follow_ups.history(ledger, "P1")] == ["Under the wrong code."]


def test_erasure_takes_entries_about_somebody_and_their_name_from_others(
    any_ledger: Ledger,
) -> None:
    for who, text in (("P1", "About Anna."), ("P2", "Sits beside Anna Rye."), ("P3", "Anna?")):
        follow_ups.write(any_ledger, who, Draft(note=text, next_step=text), BY, cohort="2026")
    gone = Gone(participants=("P1",), words=((None, "Anna Rye"), ("P2", "Anna")))
    with any_ledger.writing() as connection:
        assert erased_notes.count(connection, gone) == 2
        erased_notes.forget(connection, gone)
    left = {one.participant_id: one.note for one in follow_ups.in_force(any_ledger)}
    assert left == {"P2": "Sits beside (erased).", "P3": "Anna?"}


def test_an_old_ledger_gets_the_table_at_its_next_use(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with Ledger(address).writing() as connection:
        connection.exec_driver_sql("DROP TABLE follow_up")
    assert follow_ups.in_force(Ledger(address)) == ()
