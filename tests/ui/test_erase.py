"""Erasing from the access page: who may, what is asked, what is left, and what caches forget."""

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from netaudit.analysis.person import header
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import access_log, accounts
from netaudit.store.access_log import Actor
from netaudit.store.erasing import wishes
from netaudit.store.erasing.certificate import Certificate
from netaudit.store.erasing.erasure import erase
from netaudit.store.erasing.erasure_ledger import Begun, certificates
from netaudit.store.erasing.gone import Request
from netaudit.store.evaluation import naming
from netaudit.store.evaluation.harvest import Observed, add_outcome
from netaudit.store.workspace import Workspace
from netaudit.ui import data
from netaudit.ui.access import erase_certificates, erase_rights
from netaudit.ui.pages import PAGES
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.sign_in import identity
from tests.ui.signed_in import ADMIN, claims, set_up

ACCESS = next(record.file for record in PAGES if record.name == "access")
ANN, GONE = "ann@example.org", "P-2026-12"
Open = Callable[..., AppTest]


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Workspace:
    return Workspace(Path(shutil.copytree(sample_workspace, tmp_path / "workspace")))


@pytest.fixture
def open_part(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None) -> Open:
    """open_part("administrator"): Ann in that role, on the part of the page that erases."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(workspace.root))
    monkeypatch.setattr(identity, "cookies", dict)
    set_up(monkeypatch)

    def come(role: str, cohorts: list[str] | None = None, part: str = "Erasing") -> AppTest:
        accounts.give(workspace.ledger, ANN, role, ADMIN, cohorts=cohorts)
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        app.user = claims(ANN)
        app.query_params["part"] = part
        app.switch_page(f"../../../{ACCESS.relative_to(ACCESS.parents[2])}")
        page = app.run()
        assert not page.exception
        return page

    return come


def press(page: AppTest, label: str) -> AppTest:
    (button,) = [one for one in page.button if one.label == label]
    page = button.click().run()
    assert not page.exception
    return page


def words(page: AppTest) -> str:
    shown = [*page.markdown, *page.success, *page.error, *page.info, *page.text, *page.caption]
    return " ".join(one.value for one in shown).replace("\\", "")


def people(workspace: Workspace) -> list[str]:
    found = header.listing(workspace.database(), Viewer.local(), EVERYTHING).data
    return [str(one) for one in found["participant_id"]]


def test_a_coordinator_erases_a_participant_of_theirs(
    open_part: Open, workspace: Workspace
) -> None:
    page = open_part("coordinator", ["2026"])
    page.selectbox(key="erase who").select(GONE).run()
    page.text_input(key="erase also").input("deputy")
    page = press(page, "Show what will go")
    assert "participants 1" in words(page)
    # Five others of the cohort wrote of a deputy: coordinators read no texts, and try out no words.
    (stays,) = re.findall("Will stay, but nameless[^.]*\\.", words(page))
    assert "reflections" not in stays
    assert GONE in people(workspace)
    page = press(page, "Erase for good")
    assert "Nothing was erased" in words(page)
    page.text_input(key="erase typed").input(GONE).run()
    page = press(page, "Erase for good")
    assert "Erased. This is what went" in words(page)
    assert GONE not in people(workspace)
    assert GONE not in str(page.session_state["erase who"] or "")
    (kept,) = certificates(workspace.ledger)
    assert (kept.is_finished, kept.certificate.erased_by) == (True, ANN)
    entry = access_log.entries(workspace.ledger)[0]
    assert (entry.who, entry.action, entry.cohort) == (ANN, "erased", "2026")


def test_only_participants_of_their_cohorts_are_offered(
    open_part: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = Certificate(
        kind="participant",
        erased_at=datetime(2026, 11, 1),
        erased_by="ben@example.org",
        removed={"import": {"contacts": 7}},
        blanked={},
        ledger={},
    )
    kept = (Begun(number=1, certificate=certificate, is_finished=True),)
    monkeypatch.setattr(erase_certificates, "certificates", lambda _: kept)
    page = open_part("coordinator", ["2025"])
    assert not [one for one in page.expander if "Certificates" in one.label]
    assert not [one for one in page.selectbox(key="erase who").options if "P-2026" in one]
    assert not [one for one in page.text_input if one.key == "erase name"]


@pytest.mark.parametrize("role", ["evaluator", "participant"])
def test_nobody_else_finds_the_page(
    role: str, open_part: Open, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    whose = {"participant": GONE} if role == "participant" else {}
    accounts.give(workspace.ledger, ANN, role, ADMIN, **whose)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.user = claims(ANN)
    app.query_params["part"] = "Erasing"
    app.switch_page(f"../../../{ACCESS.relative_to(ACCESS.parents[2])}")
    page = app.run()
    assert not [one for one in page.button if one.label == "Show what will go"]


@pytest.mark.usefixtures("_fresh_caches")
@pytest.mark.parametrize(
    ("viewer", "request_", "may"),
    [
        (Viewer(role="administrator"), Request(participants=(GONE,)), True),
        (Viewer(role="administrator"), Request(contacts=((GONE, "c1"),)), True),
        (Viewer(role="coordinator"), Request(participants=(GONE,)), True),
        (Viewer(role="coordinator", cohorts=("2026",)), Request(participants=(GONE,)), True),
        (Viewer(role="coordinator", cohorts=("2025",)), Request(participants=(GONE,)), False),
        (Viewer(role="coordinator"), Request(participants=("nobody",)), False),
        (Viewer(role="coordinator"), Request(contacts=((GONE, "c1"),)), False),
        (
            Viewer(role="coordinator"),
            Request(participants=(GONE,), contacts=((GONE, "c1"),)),
            False,
        ),
        (Viewer(role="coordinator"), Request(person_keys=("k1",)), False),
        (Viewer(role="coordinator", cohorts=("2025",)), Request(cohort="2026"), False),
        (Viewer(role="coordinator", cohorts=("2026",)), Request(cohort="2026"), True),
        (
            Viewer(role="coordinator", cohorts=("2025",)),
            Request(cohort="2025", participants=(GONE,)),
            False,
        ),
        (Viewer(role="evaluator"), Request(participants=(GONE,)), False),
        (Viewer(role="participant", participant_id=GONE), Request(participants=(GONE,)), False),
    ],
)
def test_who_may_erase_whom(
    viewer: Viewer,
    request_: Request,
    may: bool,
    sample_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    monkeypatch.setattr(identity, "viewer", lambda: viewer)
    monkeypatch.setattr(identity, "actor", lambda: Actor(name=ANN, role=viewer.role))
    if may:
        assert erase_rights.may_erase(request_).name == ANN
    else:
        with pytest.raises(NetauditError, match="not open to you"):
            erase_rights.may_erase(request_)


def test_a_role_that_was_taken_meanwhile_erases_nobody(
    open_part: Open, workspace: Workspace
) -> None:
    """What the button calls runs before the page, and so before the page's guard."""
    page = open_part("coordinator", ["2026"])
    page.selectbox(key="erase who").select(GONE).run()
    page = press(page, "Show what will go")
    page.text_input(key="erase typed").input(GONE).run()
    accounts.take(workspace.ledger, ANN, ADMIN)
    accounts.give(workspace.ledger, ANN, "coordinator", ADMIN, cohorts=["2025"])
    (button,) = [one for one in page.button if one.label == "Erase for good"]
    button.click().run()
    assert GONE in people(workspace)
    assert certificates(workspace.ledger) == ()


def test_an_administrator_finds_a_named_person_and_sees_no_participant(
    open_part: Open, workspace: Workspace
) -> None:
    rows = workspace.database().query(
        "SELECT participant_id, label FROM private.contact_labels WHERE participant_id = $who"
        " ORDER BY contact_id LIMIT 1",
        {"who": GONE},
    )
    label = str(rows["label"].iloc[0])
    told = Observed(what=f"{label} did it", who="A team")
    add_outcome(workspace.ledger, "2025", told, Actor(name="somebody"))
    page = open_part("administrator")
    page.text_input(key="erase name").input(label)
    page = press(page, "Look")
    assert "The same name" in words(page)
    page = press(page, "Take the name out of them")
    assert not naming.named(workspace.ledger, label)
    assert "P-20" not in words(page)
    assert [one.action for one in access_log.entries(workspace.ledger)[:2]] == [
        "erased",
        "searched",
    ]
    page.checkbox[0].check().run()
    (button,) = [one for one in page.button if one.key == "foresee named"]
    page = button.click().run()
    assert "contacts" in words(page)
    page.text_input(key="erase typed").input(label).run()
    page = press(page, "Erase for good")
    assert "Erased. This is what went" in words(page)
    (kept,) = certificates(workspace.ledger)
    assert (kept.certificate.kind, kept.certificate.rows_removed) == ("contact", 0)
    assert len(people(workspace)) == 64


@pytest.mark.usefixtures("_fresh_caches")
def test_a_running_page_does_not_show_the_person_any_more(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process erased somebody; what this one kept of them is let go at the next look."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(workspace.root))
    asked: list[str] = []

    def listing(database: object, viewer: Viewer, selection: object) -> list[str]:
        asked.append("again")
        return people(workspace)

    def shown() -> list[str]:
        answered = data.answer(listing, data.database(), Viewer.local(), EVERYTHING)
        assert isinstance(answered, list)
        return answered

    monkeypatch.setattr(data.opened, "note", lambda *_: None)
    data._latest.clear()
    cleared: list[bool] = []
    clear = st.cache_data.clear
    monkeypatch.setattr(st.cache_data, "clear", lambda: (cleared.append(True), clear())[-1])
    assert GONE in shown()
    assert GONE in shown()
    assert (len(asked), len(cleared)) == (1, 1)
    erase(Workspace(workspace.root), Request(participants=(GONE,)), ADMIN)
    assert GONE not in shown()
    assert (len(asked), len(cleared)) == (2, 2)


def test_who_asks_to_be_erased_is_told_to_the_coordinator(
    open_part: Open, workspace: Workspace
) -> None:
    plan = _own_plan(workspace)
    assert plan.button(key="Ask to be erased").disabled
    plan.checkbox(key="sure to be erased").check().run()
    plan.button(key="Ask to be erased").click().run()
    assert "You asked for it on" in plan.info[0].value
    assert not plan.exception
    assert [one.participant_id for one in wishes.standing(workspace.ledger)] == [GONE]
    page = open_part("coordinator", ["2026"])
    assert "1 participant asked to be erased" in [one.value for one in page.subheader]
    page.button(key=f"wish of {GONE}").click().run()
    assert page.text_input(key="erase typed").label == f"Type {GONE} to confirm"


def _own_plan(workspace: Workspace) -> AppTest:
    accounts.give(workspace.ledger, "own@example.org", "participant", ADMIN, participant=GONE)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.user = claims("own@example.org")
    app.query_params["plan_part"] = "keep"
    app.switch_page("../../../pages/participant/my_plan.py")
    return app.run()
