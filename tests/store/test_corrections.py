"""Codes of participants that stand for others: decided, applied to the database alone, undone."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from netaudit.engine import duckdb as engine
from netaudit.errors import NetauditError
from netaudit.importers.background import Background
from netaudit.store import access_log, accounts, links
from netaudit.store.access_log import Actor
from netaudit.store.effect import overlap
from netaudit.store.erasing import erasure, who_is_who
from netaudit.store.erasing.gone import Gone, Request
from netaudit.store.held_imports import held_imports
from netaudit.store.matching import corrections, deciding, matches
from netaudit.store.matching.corrected import corrected
from netaudit.store.matching.keys import audits_replaced
from netaudit.store.merge import merge
from netaudit.store.workspace import Workspace
from tests.store.exports import store_tables
from tests.two_codes import FIRST_WAVE, SECOND_WAVE

KEY = "00" * 16
ANN = Actor(name="ann", role="coordinator")


@pytest.fixture
def workspace(two_codes: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(two_codes, tmp_path / "workspace"))


def rows(workspace: Workspace, sql: str) -> list[Any]:
    return workspace.database().query(sql).to_numpy().tolist()


def rebuilt(workspace: Workspace) -> Workspace:
    assert not workspace.is_current
    workspace.ensure_current()
    assert workspace.is_current
    return workspace


RETAINED = (
    "SELECT value FROM measure_value INNER JOIN audit USING (audit_id)"
    " WHERE measure = 'retained' AND participant_id = 'P-07' AND wave = 'endpoint'"
)


def test_what_was_decided_is_applied_to_the_database_and_can_be_undone(
    workspace: Workspace,
) -> None:
    before = workspace.fingerprint
    as_they_came = tables_of(workspace)
    deciding.accept(workspace, "p7", "P-07", ANN, reason="Capital letters")
    standing = corrections.in_force(workspace.ledger)
    matches.write(workspace.ledger, ("P-08", "a"), ("p7", "a"), ANN, standing, is_same=True)
    assert rows(workspace, "FROM participants SELECT count(*)") == [[3]]
    rebuilt(workspace)
    assert tables_of(workspace) == as_they_came
    # By hand: of Ann and Ben, Ann is named again.
    assert rows(workspace, RETAINED) == [[1.0]]
    assert rows(workspace, "FROM same_person") == [["P-07", "a", 1], ["P-08", "a", 1]]
    (made,) = corrections.decisions(workspace.ledger)
    assert (made.code, made.meant, made.decided_by, made.counts) == ("p7", "P-07", "ann", True)
    corrections.take_back(workspace.ledger, made.number, Actor(name="bea"))
    matches.take_back(workspace.ledger, 1, Actor(name="bea"))
    rebuilt(workspace)
    assert workspace.fingerprint == before
    assert rows(workspace, "FROM same_person") == []
    (made,) = corrections.decisions(workspace.ledger)
    assert (made.undone_by, made.counts) == ("bea", False)
    assert {line.action for line in access_log.entries(workspace.ledger)} == {"decided"}


def tables_of(workspace: Workspace) -> list[bytes]:
    return [file.read_bytes() for file in sorted((workspace.root / "imports").rglob("*.parquet"))]


def test_two_audits_at_one_wave_are_two_people(workspace: Workspace) -> None:
    with pytest.raises(NetauditError, match="P-08 and P-07 both have an audit at baseline"):
        deciding.accept(workspace, "P-08", "P-07", ANN)
    deciding.accept(workspace, "p7", "P-07", ANN)
    with pytest.raises(NetauditError, match="P-07 both have an audit at baseline and endpoint"):
        deciding.accept(workspace, "P-08", "P-07", ANN)
    with pytest.raises(NetauditError, match="no participant P-99"):
        deciding.accept(workspace, "P-99", "P-07", ANN)
    assert len(corrections.decisions(workspace.ledger)) == 1


def test_a_decision_is_not_made_twice_nor_in_a_circle(workspace: Workspace) -> None:
    deciding.reject(workspace, "p7", "P-07", ANN)
    assert workspace.is_current
    with pytest.raises(NetauditError, match="different people"):
        deciding.accept(workspace, "P-07", "p7", ANN)
    (made,) = corrections.decisions(workspace.ledger)
    corrections.take_back(workspace.ledger, made.number, ANN)
    with pytest.raises(NetauditError, match="no correction"):
        corrections.take_back(workspace.ledger, made.number, ANN)
    for code, meant in (("a", "b"), ("b", "c")):
        corrections.write(workspace.ledger, code, meant, ANN, is_accepted=True)
    assert corrections.in_force(workspace.ledger) == {"a": "c", "b": "c"}
    for code, meant in (("c", "a"), ("a", "d"), ("a", "a")):
        with pytest.raises(NetauditError):
            corrections.write(workspace.ledger, code, meant, ANN, is_accepted=True)


def test_matches_that_cannot_be_are_refused(workspace: Workspace) -> None:
    deciding.accept(workspace, "p7", "P-07", ANN)
    standing = corrections.in_force(workspace.ledger)
    one, other, third = ("p7", "a"), ("P-08", "a"), ("P-07", "b")
    matches.write(workspace.ledger, other, one, ANN, standing, is_same=True)
    with pytest.raises(NetauditError, match="Two contacts of one participant"):
        matches.write(workspace.ledger, third, other, ANN, standing, is_same=True)
    with pytest.raises(NetauditError, match="Both contacts are of one participant"):
        matches.write(workspace.ledger, third, ("P-07", "a"), ANN, standing, is_same=True)
    matches.write(workspace.ledger, third, other, ANN, standing, is_same=False)
    with pytest.raises(NetauditError, match="already"):
        matches.write(workspace.ledger, other, third, ANN, standing, is_same=True)
    assert matches.accepted(workspace.ledger, standing) == ((("P-07", "a"), ("P-08", "a")),)


def merged(folder: Path, *exports: dict[str, str]) -> engine.Connection:
    """The canonical tables with p7 corrected to P-07."""
    stored = [store_tables(folder / str(no), tables) for no, tables in enumerate(exports)]
    con = engine.connect()
    engine.create_canonical_tables(con)
    merge(con, corrected(stored, {"p7": "P-07"}, KEY, folder / "beside"))
    return con


def asked(con: engine.Connection, sql: str) -> list[Any]:
    return con.execute(f"{sql} ORDER BY ALL").fetchall()


def test_every_column_that_names_a_participant_is_corrected(tmp_path: Path) -> None:
    con = merged(tmp_path, FIRST_WAVE, SECOND_WAVE)
    assert asked(con, "SELECT participant_id, email FROM participants") == [
        ("P-07", "jo@example.org"),
        ("P-08", "al@example.org"),
    ]
    for sql, found in {
        "SELECT participant_id, other_participant_id FROM cohort_ties": [("P-08", "P-07")],
        "SELECT is_participant_id FROM contacts WHERE is_participant_id LIKE '%7'": [("P-07",)],
        "SELECT DISTINCT participant_id FROM ties": [("P-07",)],
        "SELECT DISTINCT participant_id FROM contact_attributes": [("P-07",), ("P-08",)],
    }.items():
        assert asked(con, sql) == found


BOTH = {
    "participants": "participant_id cohort place\np7 2026 wrong\nP-07 2026 right",
    "audits": "participant_id wave\nP-07 midpoint\np7 midpoint",
    "contacts": "participant_id wave contact_id\nP-07 midpoint a\np7 midpoint z",
}


def test_an_export_that_tells_both_apart_stays_as_it_is(tmp_path: Path) -> None:
    con = merged(tmp_path, FIRST_WAVE, SECOND_WAVE, BOTH)
    assert asked(con, "SELECT participant_id, wave FROM audits WHERE participant_id <> 'P-08'") == [
        ("P-07", "baseline"),
        ("P-07", "endpoint"),
        ("P-07", "midpoint"),
        ("p7", "midpoint"),
    ]


def test_of_two_rows_in_one_list_that_under_the_right_code_stays(tmp_path: Path) -> None:
    listed = {**BOTH, "audits": "participant_id wave\np7 midpoint", "contacts": BOTH["contacts"]}
    con = merged(tmp_path, listed)
    assert asked(con, "SELECT participant_id, place FROM participants") == [("P-07", "right")]


def test_contacts_of_survey_tools_are_found_again(tmp_path: Path) -> None:
    """Their codes are made of the participant's code and the label."""
    known = Background(key=KEY.encode())
    coded = {who: known.code("c", who, "ann") for who in ("P-07", "p7")}
    exports = [
        {
            "participants": f"participant_id cohort\n{who} 2026",
            "audits": f"participant_id wave\n{who} {wave}",
            "contacts": "participant_id wave contact_id label\n"
            f"{who} {wave} {coded[who]} ANN\n{who} {wave} own{who} Ben",
            "ties": f"participant_id wave contact_a contact_b\n{who} {wave} own{who} {coded[who]}",
        }
        for wave, who in (("baseline", "P-07"), ("endpoint", "p7"))
    ]
    con = merged(tmp_path, *exports)
    ties = [("ownP-07", coded["P-07"]), ("ownp7", coded["P-07"])]
    assert asked(con, "SELECT contact_a, contact_b FROM ties") == ties
    assert asked(con, "SELECT count(DISTINCT contact_id) FROM contacts") == [(3,)]


def test_whoever_is_erased_goes_under_every_code_and_with_every_decision(
    workspace: Workspace,
) -> None:
    deciding.accept(workspace, "p7", "P-07", ANN)
    standing = corrections.in_force(workspace.ledger)
    matches.write(workspace.ledger, ("P-08", "a"), ("p7", "a"), ANN, standing, is_same=True)
    matches.write(workspace.ledger, ("P-08", "d"), ("P-09", "a"), ANN, standing, is_same=False)
    asked_for = Request(participants=("P-07",))
    # The correction and both matches: P-08's contact d is the participant themselves.
    assert erasure.foresee(workspace, asked_for).ledger["decisions on who is who"] == 3
    erasure.erase(workspace, asked_for, ANN)
    assert corrections.decisions(workspace.ledger) == ()
    assert matches.decisions(workspace.ledger, {}) == ()
    assert workspace.is_current
    people = "SELECT DISTINCT participant_id FROM participants"
    assert rows(workspace, people) == [["P-08"]]
    assert not any(b"p7" in file for file in tables_of(workspace))
    assert [one.rows for one in held_imports(workspace, "p7")] == []


def test_a_named_contact_who_is_erased_goes_from_decisions(workspace: Workspace) -> None:
    deciding.accept(workspace, "p7", "P-07", ANN)
    standing = corrections.in_force(workspace.ledger)
    matches.write(workspace.ledger, ("P-08", "a"), ("P-07", "c"), ANN, standing, is_same=True)
    held = who_is_who.widened(
        Request(contacts=(("P-07", "c"),)), workspace.ledger, workspace.stored()
    )
    assert held.contacts == (("P-07", "c"), ("p7", "c"))
    gone = Gone(contacts=(("p7", "c"),))
    decided = who_is_who.contacts_decided(gone, workspace.ledger, workspace.stored())
    with workspace.ledger.writing() as connection:
        assert who_is_who.count(connection, gone, decided) == 1
        who_is_who.forget(connection, gone, decided)
        assert who_is_who.count(connection, gone, decided) == 0


def test_corrected_codes_count_as_whom_they_stand_for(workspace: Workspace) -> None:
    """By hand: of the second wave's two people both are in the first, once p7 is P-07."""
    second = workspace.imports()[0].id
    assert overlap(workspace, second).participants_alone == 1
    deciding.accept(workspace, "p7", "P-07", ANN)
    assert overlap(workspace, second).participants_alone == 0
    standing = corrections.in_force(workspace.ledger)
    earlier, newest = workspace.stored()
    assert audits_replaced([newest], newest, standing) == 2
    assert audits_replaced([earlier], newest, standing) == 0


def test_links_and_accounts_of_a_corrected_code_lead_to_whom_it_stands_for(
    workspace: Workspace,
) -> None:
    ledger = workspace.ledger
    token = links.issue(ledger, {"p7": "2026"}, ANN)["p7"]
    accounts.give(ledger, "jo@example.org", "participant", ANN, participant="p7")
    deciding.accept(workspace, "p7", "P-07", ANN)
    session = links.use(ledger, token)
    assert session is not None
    assert links.participant_of(ledger, session) == "P-07"
    assert [one.participant_id for one in links.listing(ledger, ["P-07"])] == ["P-07"]
    assert [one.participant_id for one in accounts.grants_of(ledger, "jo@example.org")] == ["P-07"]
    assert links.take_back(ledger, ["P-07"], ANN) == 1
    assert links.participant_of(ledger, session) is None
