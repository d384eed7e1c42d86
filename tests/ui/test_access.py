"""The access page: roles, personal links, the log, and who may do what there."""

import csv
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.analysis.invitations import invited
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import access_log, access_settings, accounts, links
from netaudit.store.access_log import Actor
from netaudit.store.accounts import Grant
from netaudit.store.ledger import Ledger
from netaudit.store.workspace import Workspace
from netaudit.ui.access import links as access_links
from netaudit.ui.pages import PAGES
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.identity import Principal
from tests.ui.signed_in import ADMIN, claims, set_up

ACCESS = next(record.file for record in PAGES if record.name == "access")
ANN, BOB = "ann@example.org", "bob@example.org"
Open = Callable[..., AppTest]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own, beside the sample programme's data."""
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    return Ledger.of(tmp_path)


@pytest.fixture
def open_access(
    ledger: Ledger, sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> Open:
    """open_access("administrator"): Ann in that role, on one part of the page."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    monkeypatch.setattr(identity, "cookies", dict)
    set_up(monkeypatch)

    def come(role: str, part: str = "", cohorts: list[str] | None = None) -> AppTest:
        accounts.give(ledger, ANN, role, ADMIN, cohorts=cohorts)
        app = AppTest.from_file(SCRIPT, default_timeout=30)
        app.user = claims(ANN)
        if part:
            app.session_state["part of access"] = part
        app.switch_page(f"../../../{ACCESS.relative_to(ACCESS.parents[2])}")
        page = app.run()
        if part:
            page.session_state["part of access"] = part
            page.run()
        assert not page.exception
        assert [title.value for title in page.title] == ["Access"]
        return page

    return come


def press(page: AppTest, label: str, key: str = "") -> AppTest:
    found = [one for one in page.button if one.label == label and key in (one.key or "")]
    assert found, [one.label for one in page.button]
    page = found[0].click().run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    return " ".join(one.value for one in page.success).replace("\\", "").replace("\u2060", "")


def tabs(page: AppTest) -> list[str]:
    return [tab.label for tab in page.tabs]


def test_each_role_finds_its_own_parts(open_access: Open) -> None:
    own = ["Roles", "Who looked", "Settings", "Erasing", "Retention"]
    assert tabs(open_access("administrator")) == own


def test_a_coordinator_makes_links_and_reads_the_rest(open_access: Open) -> None:
    own = ["Personal links", "Roles", "Who looked", "Erasing", "Retention"]
    assert tabs(open_access("coordinator")) == own


# Roles


def test_an_administrator_gives_a_role_in_a_cohort(open_access: Open, ledger: Ledger) -> None:
    page = open_access("administrator")
    page.text_input(key="role email").input("Bob@Example.org")
    page.multiselect(key="role cohorts").select("2025")
    page = press(page, "Give this role")
    assert said(page) == f"{BOB} now has the role coordinator: 2025."
    assert accounts.grants_of(ledger, BOB) == (
        Grant(email=BOB, role="coordinator", cohorts=("2025",)),
    )
    entry = access_log.entries(ledger)[0]
    assert (entry.who, entry.role, entry.action) == (ANN, "administrator", "granted")


def test_no_cohort_chosen_is_every_cohort(open_access: Open, ledger: Ledger) -> None:
    page = open_access("administrator")
    page.text_input(key="role email").input(BOB)
    page.radio(key="role role").set_value("evaluator")
    press(page, "Give this role")
    assert accounts.grants_of(ledger, BOB) == (Grant(email=BOB, role="evaluator"),)


def test_what_is_no_address_is_told(open_access: Open, ledger: Ledger) -> None:
    page = open_access("administrator")
    page.text_input(key="role email").input("![x](http://evil.test)")
    page = press(page, "Give this role")
    assert "is not an e-mail address" in page.error[0].value.replace("\\", "")
    assert [one.email for one in accounts.listing(ledger)] == [ANN]


def test_an_administrator_takes_a_role_away(open_access: Open, ledger: Ledger) -> None:
    accounts.give(ledger, BOB, "evaluator", ADMIN)
    page = press(open_access("administrator"), "Take away", BOB)
    assert said(page) == f"{BOB} no longer has the role evaluator."
    assert accounts.grants_of(ledger, BOB) == ()


def test_nobody_takes_away_their_own_last_word(open_access: Open) -> None:
    page = open_access("administrator")
    own = next(one for one in page.button if one.key == f"take {ANN} administrator None")
    assert own.disabled


def test_an_administrator_signs_somebody_out(open_access: Open, ledger: Ledger) -> None:
    accounts.give(ledger, BOB, "evaluator", ADMIN)
    page = press(open_access("administrator"), "Sign out everywhere", BOB)
    assert said(page) == f"{BOB} is signed out everywhere."
    assert access_log.entries(ledger)[0].action == "ended"


def test_a_button_of_a_page_that_is_still_open_does_nothing_any_more(
    open_access: Open, ledger: Ledger
) -> None:
    """What it calls runs before the page, and so before the page's guard."""
    accounts.give(ledger, BOB, "evaluator", ADMIN)
    page = open_access("administrator")
    accounts.take(ledger, ANN, ADMIN)
    button = next(one for one in page.button if one.key == f"take {BOB} evaluator None")
    button.click().run()
    assert accounts.grants_of(ledger, BOB) != ()


def test_a_coordinator_reads_who_shares_their_cohort_and_changes_nothing(
    open_access: Open, ledger: Ledger
) -> None:
    accounts.give(ledger, BOB, "evaluator", ADMIN, cohorts=["2025"])
    accounts.give(ledger, "cy@example.org", "coordinator", ADMIN, cohorts=["2026"])
    page = open_access("coordinator", "Roles", cohorts=["2026"])
    shown = [text.value for text in page.text]
    assert BOB not in shown
    assert "cy@example.org" in shown
    assert not [one for one in page.button if one.label in ("Give this role", "Take away")]


# Personal links


def test_a_coordinator_makes_one_link_which_is_shown_once(
    open_access: Open, ledger: Ledger
) -> None:
    page = open_access("coordinator", cohorts=["2026"])
    page.selectbox(key="link for").select("P-2026-12").run()
    page = press(page, "Make a link")
    (shown,) = page.code
    token = shown.value.rsplit("/", 1)[-1]
    assert shown.value == f"http://127.0.0.1:8501/enter/{token}"
    found = links.find(ledger, token)
    assert found is not None
    assert (found.participant_id, found.made_by) == ("P-2026-12", ANN)
    assert not page.run().code
    assert token not in repr(page.session_state)


def test_only_participants_of_the_coordinators_cohorts_can_be_chosen(
    open_access: Open, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_access("coordinator", cohorts=["2025"])
    offered = page.selectbox(key="link for").options
    assert offered
    assert not [one for one in offered if "P-2026" in one]


def test_a_participant_of_another_cohort_gets_no_link_whatever_the_session_says(
    open_access: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_access("coordinator", cohorts=["2025"])
    theirs = Viewer(role="coordinator", cohorts=("2025",))
    monkeypatch.setattr(identity, "viewer", lambda: theirs)
    assert access_links._theirs("P-2026-12") == {}
    assert access_links._theirs("P-2025-12") == {"P-2025-12": "2025"}


def test_a_link_is_taken_back(open_access: Open, ledger: Ledger) -> None:
    token = links.issue(ledger, {"P-2026-12": "2026"}, ADMIN)["P-2026-12"]
    page = open_access("coordinator")
    page.selectbox(key="link for").select("P-2026-12").run()
    page = press(page, "Take back")
    assert said(page) == "The link was taken back."
    found = links.find(ledger, token)
    assert found is not None
    assert found.state == "taken_back"


def test_a_cohorts_links_come_as_a_file_for_a_mail_program(
    open_access: Open, ledger: Ledger, sample_workspace: Path
) -> None:
    open_access("coordinator")
    database = Workspace(sample_workspace).database()
    people = invited(database, Viewer(role="coordinator"), Selection(cohort="2026"))
    by = Actor(name=ANN, role="coordinator")
    made = access_links._file(people[~people["has_left"]], by, lambda: True)
    rows = list(csv.DictReader(StringIO(made.decode("utf-8-sig"))))
    assert len(rows) == 20
    assert list(rows[0]) == ["name", "email", "participant_id", "link"]
    found = links.find(ledger, rows[3]["link"].rsplit("/", 1)[-1])
    assert found is not None
    assert found.participant_id == rows[3]["participant_id"]
    linked = [one for one in access_log.entries(ledger) if one.action == "linked"]
    assert len(linked) == 20


def test_whoever_lost_the_role_downloads_no_links(open_access: Open, ledger: Ledger) -> None:
    open_access("coordinator")
    looking = Viewer(role="coordinator")
    who = Principal(name=ANN, way="account", session=str(claims(ANN)["iat"]), viewers=(looking,))
    may = partial(identity.still, who, looking)
    assert may()
    accounts.take(ledger, ANN, ADMIN)
    assert not may()
    with pytest.raises(NetauditError, match="not open"):
        access_links._file(None, ADMIN, may)


@pytest.mark.parametrize("role", ["evaluator", "administrator"])
def test_names_and_addresses_are_for_coordinators(role: str, sample_workspace: Path) -> None:
    people = invited(Workspace(sample_workspace).database(), Viewer(role=role), Selection())
    assert people[["name", "email"]].isna().all(axis=None)


# The log and the settings


def test_the_log_is_read_newest_first(open_access: Open, ledger: Ledger) -> None:
    access_log.record(
        ledger, Actor(name=BOB, role="evaluator"), "opened", participant="K7M2Q-4XPA9"
    )
    page = open_access("administrator", "Who looked")
    log = page.dataframe[0].value
    assert log["What"].tolist() == ["Gave a role", "Opened a participant"]
    assert log["Participant"].tolist() == ["", "K7M2Q-4XPA9"]


def test_a_coordinator_reads_the_lines_about_their_cohorts(
    open_access: Open, ledger: Ledger
) -> None:
    for cohort in ("2025", "2026"):
        access_log.record(ledger, Actor(name=BOB), "opened", cohort=cohort, participant="P1")
    page = open_access("coordinator", "Who looked", cohorts=["2025"])
    log = page.dataframe[0].value
    assert set(log["Cohort"]) == {"2025"}


def test_settings_are_changed_and_noted(open_access: Open, ledger: Ledger) -> None:
    page = open_access("administrator", "Settings")
    page.number_input(key="set link_days").set_value(7).run()
    assert not page.exception
    assert access_settings.access_settings(ledger).link_days == 7
    assert access_log.entries(ledger)[0].what == "link_days 7"


def test_signing_everybody_out_ends_ones_own_session_too(open_access: Open, ledger: Ledger) -> None:
    page = press(open_access("administrator", "Settings"), "Sign everybody out")
    assert [title.value for title in page.title] == ["Network audits"]
