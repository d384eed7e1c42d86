"""Nothing of somebody erased is left in a file of the workspace, and the others' figures stay."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from netaudit.engine import duckdb as engine
from netaudit.errors import NetauditError
from netaudit.store import links
from netaudit.store.access_log import Actor, record
from netaudit.store.erasure import certificates, erase, foresee
from netaudit.store.gone import Request
from netaudit.store.ledger_tables import ACCESS_LOG, LINK
from netaudit.store.workspace import Workspace
from tests.store.exports import write_export

BY = Actor(name="somebody")
ANNA = "anna.secret"
TABLES = {
    "participants": f"""participant_id cohort name
        {ANNA} 2026 Anna_Sesame
        P2 2026 Ben_Poplar""",
    "audits": f"""participant_id wave contacts_status ties_status
        {ANNA} baseline complete all_pairs_asked
        P2 baseline complete all_pairs_asked""",
    "contacts": f"""participant_id wave contact_id label affiliation person_key is_participant_id x_floor
        {ANNA} baseline c1 Zed same_team k9 . ground
        {ANNA} baseline c2 Yan same_org . . first
        P2 baseline c1 Anna same_team k1 {ANNA} ground
        P2 baseline c2 Zedekia other_org_same_sector k9 . first
        P2 baseline c3 JQ same_team . . first""",  # noqa: E501
    "ties": f"""participant_id wave contact_a contact_b tie
        {ANNA} baseline c1 c2 acquainted
        P2 baseline c1 c2 acquainted
        P2 baseline c1 c3 do_not_know
        P2 baseline c2 c3 work_closely""",
    "mentoring": """participant_id wave mentoring_id my_role type contact_id end_reason
        P2 baseline m1 mentee sponsorship c2 Zedekia_left""",
    "reflections": f"""participant_id wave item number text
        {ANNA} baseline strength 1 what_Anna_thinks
        P2 baseline strength 1 I_can_ask_Zedekia_or_zedekia
        P2 baseline weakness 1 Only_Anna_Sesame_knows
        P2 baseline question 1 Zedekiah_is_no_name_here""",
    "cohort_ties": f"""participant_id wave other_participant_id relation
        P2 baseline {ANNA} know
        {ANNA} baseline P2 know""",
}


@pytest.fixture(scope="module")
def _imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("erasure")
    Workspace(folder / "workspace").import_paths([export(folder / "export")])
    return folder / "workspace"


@pytest.fixture
def workspace(_imported: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(_imported, tmp_path / "workspace"))


def export(folder: Path) -> Path:
    written = write_export(folder, TABLES)
    for path in written.glob("*.csv"):  # the tables above cannot hold spaces
        path.write_text(
            "".join(
                line if number == 0 else _with_spaces(path.stem, line)
                for number, line in enumerate(path.read_text().splitlines(keepends=True))
            )
        )
    return written


def _with_spaces(table: str, line: str) -> str:
    if table not in ("reflections", "participants", "mentoring"):
        return line
    *cells, last = line.rstrip("\n").split(",")
    return ",".join([*cells, last.replace("_", " ")]) + "\n"


def everything(workspace: Workspace) -> bytes:
    """All bytes of all files, Parquet and databases as the texts in them."""
    parts = []
    for path in workspace.root.rglob("*"):
        if path.suffix == ".parquet":
            with engine.connect() as con:
                parts.append(
                    str(con.execute("FROM read_parquet(?)", [str(path)]).fetchall()).encode()
                )
        elif path.is_file():
            parts.append(path.read_bytes())
    for table in ("participants", "contacts", "reflections", "mentoring", "import_problem", "ties"):
        parts.append(workspace.database().query(f"FROM {table}").to_csv().encode())
    return b"\n".join(parts)


def value(workspace: Workspace, measure: str, participant: str) -> float:
    rows = workspace.database().query(
        "SELECT value FROM measure_value JOIN audit USING (audit_id)"
        " WHERE measure = $measure AND participant_id = $who",
        {"measure": measure, "who": participant},
    )
    return float(rows["value"].iloc[0])


def test_a_participant_goes_from_every_file(workspace: Workspace) -> None:
    before = {name: value(workspace, name, "P2") for name in ("size", "internal_share", "density")}
    links.issue(workspace.ledger, {ANNA: "2026"}, BY)
    record(workspace.ledger, BY, "exported", cohort="2026", participant=ANNA)
    assert b"Sesame" in everything(workspace)
    certificate = erase(workspace, Request(participant=ANNA), BY)
    left = everything(workspace)
    assert not [word for word in (b"Anna", b"Sesame", ANNA.encode()) if word in left]
    assert {name: value(workspace, name, "P2") for name in before} == before
    assert (
        certificate.removed
        == {"2026": certificate.removed and next(iter(certificate.removed.values()))}
        or len(certificate.removed) == 1
    )
    (rows,) = certificate.removed.values()
    assert rows == {
        "participants": 1,
        "audits": 1,
        "contacts": 2,
        "contact_attributes": 2,
        "ties": 1,
        "reflections": 1,
        "cohort_ties": 2,
    }
    with workspace.ledger.reading() as connection:
        assert not connection.execute(select(LINK)).all()
        named = connection.scalars(select(ACCESS_LOG.c.participant_id)).all()
        assert set(named) == {""}


def test_a_named_contact_stays_as_a_nameless_slot(workspace: Workspace) -> None:
    before = {name: value(workspace, name, "P2") for name in ("size", "density", "mentors_active")}
    certificate = erase(workspace, Request(person_key="k9"), BY)
    left = everything(workspace)
    assert not [word for word in (b"Zedekia ", b"Zedekia_", b"zedekia", b"k9") if word in left]
    assert b"Zedekiah is no name here" in left
    assert {name: value(workspace, name, "P2") for name in before} == before
    texts = workspace.database().query("SELECT text FROM reflections WHERE number = 1 ORDER BY 1")
    assert "I can ask (erased) or (erased)" in texts["text"].tolist()
    assert certificate.rows_removed == 0
    assert certificate.kind == "contact"


def test_one_contact_of_one_participant_can_be_named(workspace: Workspace) -> None:
    erase(workspace, Request(participant="P2", contact="c3"), BY)
    rows = workspace.database().query(
        "SELECT contact_id, label FROM contacts WHERE participant_id = 'P2' ORDER BY 1"
    )
    assert rows["contact_id"].str.startswith("erased-").sum() == 1
    assert "JQ" not in rows["label"].tolist()
    assert value(workspace, "ties", "P2") == 2


def test_what_is_foreseen_is_what_goes_and_changes_nothing(workspace: Workspace) -> None:
    mark = workspace.fingerprint
    seen = foresee(workspace, Request(participant=ANNA))
    assert workspace.fingerprint == mark
    done = erase(workspace, Request(participant=ANNA), BY)
    assert (seen.removed, seen.blanked) == (done.removed, done.blanked)


def test_nobody_comes_back_with_the_same_export(workspace: Workspace, tmp_path: Path) -> None:
    erase(workspace, Request(participant=ANNA), BY)
    erase(workspace, Request(person_key="k9"), BY)
    again = workspace.import_paths([export(tmp_path / "again")])
    assert any("had been erased" in problem.message for problem in again.record.problems)
    left = everything(workspace)
    assert not [word for word in (b"Anna", b"Sesame", b"zedekia", ANNA.encode()) if word in left]


def test_undone_imports_are_searched_too(workspace: Workspace) -> None:
    (made,) = workspace.imports()
    workspace.undo(made.id)
    erase(workspace, Request(participant=ANNA), BY)
    (undone,) = workspace.imports()
    workspace.redo(undone.id)
    assert workspace.database().query("FROM participants")["participant_id"].tolist() == ["P2"]


def test_a_later_import_goes_on_counting_the_days_numbers(
    workspace: Workspace, tmp_path: Path
) -> None:
    erase(workspace, Request(participant=ANNA), BY)
    second = workspace.import_paths([export(tmp_path / "again")]).record.id
    assert second.endswith("-2")
    assert [one.id for one in workspace.imports()] == [second, second[:-1] + "1.2"]


@pytest.mark.parametrize(
    "request_",
    [
        Request(participant="P9"),
        Request(person_key="k0"),
        Request(participant="P2", contact="c9"),
        Request(participant=ANNA.upper()),
    ],
)
def test_nobody_is_erased_who_is_not_there(workspace: Workspace, request_: Request) -> None:
    mark = workspace.fingerprint
    with pytest.raises(NetauditError, match="Nobody such"):
        erase(workspace, request_, BY)
    assert workspace.fingerprint == mark


def test_certificates_are_kept_and_name_nobody(workspace: Workspace) -> None:
    erase(workspace, Request(participant=ANNA), BY)
    (kept,) = certificates(workspace)
    assert kept["kind"] == "participant"
    assert ANNA not in str(kept)
    assert kept["not_reached"]
