"""Who may be meant by a name, and why one would think so."""

import shutil
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.store.merge import StoredImport
from netaudit.store.named_people import search
from netaudit.store.names_alike import likeness
from netaudit.store.record import write_record
from netaudit.store.state import State, write_state
from netaudit.store.workspace import Workspace
from tests.store.exports import store_tables


@pytest.mark.parametrize(
    ("name", "label", "reason"),
    [
        ("Jane Quill", "jane quill", "The same name"),
        ("José Núñez", "Jose Nunez", "The same name"),
        ("Jane Quill", "Quill, Jane", "The same words in another order"),
        ("Jane Quill", "Jane", "Shares “jane”"),
        ("Jane", "Jane Quill", "Shares “jane”"),
        ("Jane Quill", "JQ", "Initials that fit"),
        ("Jane Quill", "J. Q.", "Initials that fit"),
        ("Jane Quill", "J Quill", "Initials that fit"),
        ("JQ", "Jane Quill", "Initials that fit"),
        ("Jane Quill", "Jayne Quill", "Spelt nearly alike"),
        ("Zedekia", "Zedekiah", "Spelt nearly alike"),
        ("Jane Quill", "Jane Porter", "Shares “jane”"),
        ("Jane Quill", "Ben Poplar", None),
        ("Jane Quill", "my boss", None),
        ("Jane Quill", "J", None),
        ("Jane Quill", "?!", None),
    ],
)
def test_why_a_label_may_mean_somebody(name: str, label: str, reason: str | None) -> None:
    found = likeness(name, label)
    assert (found.reason if found else None) == reason


TABLES = {
    "participants": """participant_id cohort
        P1 2025
        P2 2026""",
    "audits": """participant_id wave
        P1 baseline
        P1 endpoint
        P2 baseline""",
    "contacts": """participant_id wave contact_id label person_key organisation
        P1 baseline a JQ k1 Acme
        P1 endpoint a Jane_Quill k1 Acme
        P1 baseline b Ben k2 .
        P2 baseline c Boss k1 .
        P2 baseline d Jane . .""",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "workspace"
    stored: StoredImport = store_tables(tmp_path / "2026-01-01-1", TABLES)
    write_record(stored.folder, stored.record)
    shutil.copytree(stored.folder, root / "imports" / stored.record.id)
    write_state(root, State(imports=(stored.record.id,)))
    return Workspace(root)


def test_somebody_is_found_under_every_label_and_by_the_key(workspace: Workspace) -> None:
    found = search(workspace, "J. Quill")
    assert [(one.participant, one.contact, one.labels) for one in found][0] == (
        "P1",
        "a",
        ("JQ", "Jane_Quill"),
    )
    reasons = {one.contact: one.likeness.reason for one in search(workspace, "JQ")}
    assert reasons == {"a": "The same name", "c": "The same person key as “JQ”"}
    assert [one.namer for one in search(workspace, "JQ")] == [1, 2]


def test_only_some_cohorts_are_searched(workspace: Workspace) -> None:
    assert [one.contact for one in search(workspace, "Jane", ["2026"])] == ["d"]


@pytest.mark.parametrize("name", ["", " ", "J", "..."])
def test_a_name_needs_two_letters(workspace: Workspace, name: str) -> None:
    with pytest.raises(NetauditError, match="too short"):
        search(workspace, name)
