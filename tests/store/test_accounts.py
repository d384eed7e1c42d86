"""Accounts, roles by cohort, sessions that can be ended, and the log of all of it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from netaudit.errors import NetauditError
from netaudit.store import access_log, access_settings, accounts, secret_keys
from netaudit.store.access_log import Actor
from netaudit.store.accounts import Grant
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ACCESS_LOG
from tests.store.conftest import Place

ADMIN = Actor(name="admin@example.org", role="administrator")
ANN = "ann@example.org"


def said(ledger: Ledger) -> list[tuple[str, str, str]]:
    return [(entry.action, entry.what, entry.cohort) for entry in access_log.entries(ledger)]


def test_a_role_is_given_by_cohort_and_added_to(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2025"])
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    assert accounts.grants_of(ledger, ANN) == (
        Grant(email=ANN, role="coordinator", cohorts=("2025", "2026")),
        Grant(email=ANN, role="evaluator", cohorts=None),
    )


def test_a_role_in_every_cohort_holds_whatever_else_is_given(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    assert accounts.grants_of(ledger, ANN) == (Grant(email=ANN, role="coordinator"),)


def test_giving_a_role_twice_changes_nothing(ledger: Ledger) -> None:
    for _ in range(2):
        accounts.give(ledger, ANN, "administrator", ADMIN)
    assert len(accounts.listing(ledger)) == 1


@pytest.mark.parametrize("written", ["Ann@Example.org", "  ann@example.org ", "ANN@EXAMPLE.ORG"])
def test_an_address_is_one_account_however_it_is_written(ledger: Ledger, written: str) -> None:
    accounts.give(ledger, written, "evaluator", ADMIN)
    assert [grant.email for grant in accounts.grants_of(ledger, ANN)] == [ANN]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ann",
        "ann@",
        "@example.org",
        "a b@example.org",
        "ann@@example.org",
        "ann@example..org",
        "an\u212a@example.org",  # the Kelvin sign, which folds into k
        "ann@exa\u0131mple.org",
        "ann@example.org\nbcc:x",
        f"{'a' * 200}@example.org",
    ],
)
def test_what_is_no_address_gets_no_account(any_ledger: Ledger, written: str) -> None:
    with pytest.raises(NetauditError, match="not an e-mail address"):
        accounts.give(any_ledger, written, "evaluator", ADMIN)
    assert accounts.listing(any_ledger) == ()


@pytest.mark.parametrize(
    ("role", "parts", "complaint"),
    [
        ("owner", {}, "There is no role owner"),
        ("administrator", {"cohorts": ["2026"]}, "not given by cohort"),
        ("coordinator", {"cohorts": []}, "No cohort is named"),
        ("coordinator", {"cohorts": [" "]}, "No cohort is named"),
        ("coordinator", {"participant": "P1"}, "which participant"),
        ("participant", {}, "which participant"),
    ],
)
def test_parts_that_do_not_go_together_are_refused(
    any_ledger: Ledger, role: str, parts: dict, complaint: str
) -> None:
    with pytest.raises(NetauditError, match=complaint):
        accounts.give(any_ledger, ANN, role, ADMIN, **parts)
    assert accounts.listing(any_ledger) == ()


def test_a_participants_account_names_the_participant(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "participant", ADMIN, participant="P1")
    assert accounts.grants_of(ledger, ANN)[0].participant_id == "P1"


def test_roles_are_taken_away_by_cohort_by_role_or_all(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2025", "2026"])
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    accounts.give(ledger, ANN, "administrator", ADMIN)
    assert accounts.take(ledger, ANN, ADMIN, cohorts=["2026"]) == 1
    assert accounts.grants_of(ledger, ANN)[0].cohorts == ("2025",)
    assert accounts.take(ledger, ANN, ADMIN, role="administrator") == 1
    assert accounts.take(ledger, ANN, ADMIN) == 2
    assert accounts.grants_of(ledger, ANN) == ()
    assert accounts.take(ledger, ANN, ADMIN) == 0


def test_whoever_signed_in_before_their_sessions_were_ended_is_out(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    before = now()
    assert accounts.is_session_valid(ledger, ANN, before)
    accounts.end_sessions(ledger, ANN, ADMIN)
    assert not accounts.is_session_valid(ledger, ANN, before)
    assert accounts.is_session_valid(ledger, ANN, now() + timedelta(seconds=1))


def test_ending_all_sessions_ends_every_account_and_renews_the_key(ledger: Ledger) -> None:
    for email in (ANN, "bob@example.org"):
        accounts.give(ledger, email, "evaluator", ADMIN)
    key, pseudonyms = (secret_keys.secret_key(ledger, name) for name in ("session", "pseudonym"))
    before = now()
    accounts.end_all_sessions(ledger, ADMIN)
    assert not accounts.is_session_valid(ledger, ANN, before)
    assert not accounts.is_session_valid(ledger, "bob@example.org", before)
    assert secret_keys.secret_key(ledger, "session") != key
    assert secret_keys.secret_key(ledger, "pseudonym") == pseudonyms


def test_sessions_of_nobody_cannot_be_ended(ledger: Ledger) -> None:
    with pytest.raises(NetauditError, match="no account"):
        accounts.end_sessions(ledger, ANN, ADMIN)


def test_a_key_is_made_once_and_shared(ledger: Ledger, place: Place) -> None:
    key = secret_keys.secret_key(ledger, "session")
    assert len(bytes.fromhex(key)) == 32
    assert secret_keys.secret_key(place(), "session") == key
    assert secret_keys.secret_key(ledger, "pseudonym") != key


def test_every_change_is_in_the_log(ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    accounts.take(ledger, ANN, ADMIN)
    accounts.end_sessions(ledger, ANN, ADMIN)
    access_settings.change(ledger, "link_days", 7, ADMIN)
    assert said(ledger) == [
        ("set", "link_days 7", ""),
        ("ended", ANN, ""),
        ("taken", f"coordinator {ANN}", "2026"),
        ("granted", f"coordinator {ANN}", "2026"),
    ]
    assert {entry.who for entry in access_log.entries(ledger)} == {ADMIN.name}


def test_the_log_is_read_by_cohort(ledger: Ledger) -> None:
    for cohort in ("2025", "2026", ""):
        access_log.record(ledger, ADMIN, "opened", cohort=cohort, participant="P1")
    assert [entry.cohort for entry in access_log.entries(ledger, ["2026"])] == ["2026"]
    assert access_log.entries(ledger, []) == []


def test_the_log_forgets_what_is_older_than_it_is_kept(ledger: Ledger) -> None:
    access_settings.change(ledger, "log_days", 30, ADMIN)
    access_log.record(ledger, ADMIN, "opened", participant="P1")
    with ledger.writing() as connection:
        old = now() - timedelta(days=31)
        connection.execute(update(ACCESS_LOG).where(ACCESS_LOG.c.action == "opened").values(at=old))
    assert [entry.action for entry in access_log.entries(ledger)] == ["set"]
    access_log.record(ledger, ADMIN, "exported")
    with ledger.reading() as connection:
        kept = connection.execute(ACCESS_LOG.select()).mappings().all()
    assert [row["action"] for row in kept] == ["set", "exported"]


@pytest.mark.parametrize("value", [0, 91, -1])
def test_a_setting_stays_within_its_limits(any_ledger: Ledger, value: int) -> None:
    with pytest.raises(NetauditError, match="not possible"):
        access_settings.change(any_ledger, "link_days", value, ADMIN)
    assert access_settings.access_settings(any_ledger).link_days == 14
