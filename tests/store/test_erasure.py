"""Nothing of somebody erased is left in a file of the workspace, and the others' figures stay."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.errors import NetauditError
from netaudit.store import accounts, introductions, links
from netaudit.store.access_log import Actor, record
from netaudit.store.erasing import wishes
from netaudit.store.erasing.certificate import to_hand_over
from netaudit.store.erasing.erasure import erase, erase_again, foresee
from netaudit.store.erasing.erasure_ledger import certificates
from netaudit.store.erasing.gone import Request
from netaudit.store.evaluation.harvest import Observed, add_outcome
from netaudit.store.ledger import FILE, Ledger
from netaudit.store.ledger_tables import ACCESS_LOG, LINK, METADATA
from netaudit.store.pseudonyms import pseudonym
from netaudit.store.secret_keys import secret_key
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
        {ANNA} baseline c1 Zed same_team key-nine . ground
        {ANNA} baseline c2 Yan same_org . . first
        P2 baseline c1 Anna same_team k1 {ANNA} ground
        P2 baseline c2 Zedekia other_org_same_sector key-nine . first
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


MEASURES = ("size", "internal_share", "density", "ties", "mentors_active")


@pytest.fixture(scope="module", autouse=True)
def _few_measures() -> Iterator[None]:
    """Builds of the figures that are looked at here: as whole as any, and much quicker."""
    measures = {name: registry.measures()[name] for name in MEASURES}
    results = {"pattern_state": registry.results()["pattern_state"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "measures", lambda: measures)
        patch.setattr(registry, "results", lambda: results)
        patch.setattr(engine, "create_sensitivity", lambda *_: None)
        yield


@pytest.fixture(scope="module")
def _imported(tmp_path_factory: pytest.TempPathFactory, _few_measures: None) -> Path:
    folder = tmp_path_factory.mktemp("erasure")
    Workspace(folder / "workspace").import_paths([export(folder / "export")])
    return folder / "workspace"


@pytest.fixture
def workspace(_imported: Path, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(_imported, tmp_path / "workspace"))


def export(folder: Path, tables: dict[str, str] = TABLES) -> Path:
    written = write_export(folder, tables)
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


HELD = (
    "participants",
    "contacts",
    "private.contact_labels",
    "reflections",
    "mentoring",
    "private.import_problem",
    "ties",
)
"""Tables of the database that hold what people wrote; its file is compressed."""


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
    for table in HELD:
        parts.append(workspace.database().query(f"FROM {table}").to_csv().encode())
    return b"\n".join(parts)


def kept_in(ledger: Ledger, folder: Path) -> bytes:
    """All rows of a ledger, and all bytes of its files where it is one in this folder."""
    with ledger.reading() as connection:
        rows = [connection.execute(select(table)).all() for table in METADATA.sorted_tables]
    files = [path.read_bytes() for path in folder.glob(f"{FILE}*")]
    return b"\n".join([str(rows).encode(), *files])


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
    add_outcome(workspace.ledger, "2025", Observed(what="A group", who="Anna Sesame"), BY)
    assert b"Sesame" in everything(workspace)
    certificate = erase(workspace, Request(participants=(ANNA,)), BY)
    left = everything(workspace)
    assert not [word for word in (b"Anna", b"Sesame", ANNA.encode()) if word in left]
    assert {name: value(workspace, name, "P2") for name in before} == before
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
    assert certificate.ledger["outcomes harvested that lose a name (number 1)"] == 1


def test_a_named_contact_stays_as_a_nameless_slot(workspace: Workspace) -> None:
    before = {name: value(workspace, name, "P2") for name in ("size", "density", "mentors_active")}
    certificate = erase(workspace, Request(person_keys=("key-nine",)), BY)
    left = everything(workspace)
    assert not [
        word for word in (b"Zedekia ", b"Zedekia_", b"zedekia", b"key-nine") if word in left
    ]
    assert b"Zedekiah is no name here" in left
    assert {name: value(workspace, name, "P2") for name in before} == before
    texts = workspace.database().query("SELECT text FROM reflections WHERE number = 1 ORDER BY 1")
    assert "I can ask (erased) or (erased)" in texts["text"].tolist()
    assert certificate.rows_removed == 0
    assert certificate.kind == "contact"


def test_one_contact_of_one_participant_can_be_named(workspace: Workspace) -> None:
    erase(workspace, Request(contacts=(("P2", "c3"),)), BY)
    rows = workspace.database().query(
        "SELECT contact_id, label FROM contacts"
        " LEFT JOIN private.contact_labels USING (participant_id, wave, contact_id)"
        " WHERE participant_id = 'P2' ORDER BY 1"
    )
    assert rows["contact_id"].str.startswith("erased-").sum() == 1
    assert rows["label"].notna().any()
    assert "JQ" not in rows["label"].tolist()
    assert value(workspace, "ties", "P2") == 2


def test_what_is_foreseen_is_what_goes_and_changes_nothing(workspace: Workspace) -> None:
    mark = workspace.fingerprint
    seen = foresee(workspace, Request(participants=(ANNA,)))
    assert workspace.fingerprint == mark
    done = erase(workspace, Request(participants=(ANNA,)), BY)
    assert (seen.removed, seen.blanked) == (done.removed, done.blanked)


def test_the_same_export_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    erase(workspace, Request(participants=(ANNA,)), BY)
    assert workspace.import_paths([export(tmp_path / "again")]).already
    assert b"Anna" not in everything(workspace)


def test_nobody_comes_back_with_an_export_imported_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = workspace.fingerprint
    erase(workspace, Request(participants=(ANNA,)), BY)
    erase(workspace, Request(person_keys=("key-nine",)), BY)
    (made,) = workspace.imports()
    workspace.undo(made.id)
    again = workspace.import_paths([export(tmp_path / "again")])
    assert [one.message for one in again.record.problems if "erased" in one.message] == [
        "1 participant and 2 contacts in this export had been erased and were not stored again."
    ]
    left = everything(workspace)
    assert not [word for word in (b"Anna", b"Sesame", b"zedekia", ANNA.encode()) if word in left]
    # What pages kept of the data with them must not be taken for an answer about those without.
    assert workspace.fingerprint != before


def test_nobody_comes_back_in_what_others_say_later(workspace: Workspace, tmp_path: Path) -> None:
    """Neither as a fellow who is enrolled no more, nor under a key by which others name them."""
    erase(workspace, Request(participants=(ANNA,)), BY)
    erase(workspace, Request(person_keys=("key-nine",)), BY)
    later = {
        "participants": """participant_id cohort name
            P2 2026 Ben_Poplar
            P3 2026 Cy""",
        "audits": """participant_id wave
            P3 endpoint""",
        "contacts": f"""participant_id wave contact_id label person_key is_participant_id
            P3 endpoint c1 Annie . {ANNA}
            P3 endpoint c2 Zeddy key-nine .
            P3 endpoint c3 Moll k2 .""",
        "reflections": """participant_id wave item number text
            P3 endpoint strength 1 Annie,_Zeddy_and_Moll""",
        "cohort_ties": f"""participant_id wave other_participant_id relation
            P3 endpoint {ANNA} know""",
    }
    workspace.import_paths([export(tmp_path / "later", later)])
    left = everything(workspace)
    assert not [word for word in (b"Anni", b"Zeddy", b"key-nine", ANNA.encode()) if word in left]
    assert b"(erased), (erased) and Moll" in left


def test_undone_imports_are_searched_too(workspace: Workspace) -> None:
    (made,) = workspace.imports()
    workspace.undo(made.id)
    erase(workspace, Request(participants=(ANNA,)), BY)
    (undone,) = workspace.imports()
    workspace.redo(undone.id)
    assert workspace.database().query("FROM participants")["participant_id"].tolist() == ["P2"]


def test_an_import_written_anew_keeps_its_place_and_number(
    workspace: Workspace, tmp_path: Path
) -> None:
    erase(workspace, Request(participants=(ANNA,)), BY)
    later = {**TABLES, "reflections": "participant_id wave item number text"}
    second = workspace.import_paths([export(tmp_path / "later", later)]).record.id
    assert second.endswith("-2")
    assert [one.id for one in workspace.imports()] == [second, second[:-1] + "1.2"]


def test_whoever_came_back_with_a_backup_goes_again(workspace: Workspace, tmp_path: Path) -> None:
    backup = shutil.copytree(
        workspace.root, tmp_path / "backup", ignore=shutil.ignore_patterns("ledger*")
    )
    erase(workspace, Request(participants=(ANNA,)), BY)
    erase(workspace, Request(person_keys=("key-nine",)), BY)
    restored = Workspace(backup)
    restored.ledger = workspace.ledger
    assert b"Sesame" in everything(restored)
    done = erase_again(restored, BY)
    assert done is not None
    assert done.kind == "again"
    left = everything(restored)
    assert not [word for word in (b"Anna", b"Sesame", b"zedekia", b"key-nine") if word in left]
    assert erase_again(restored, BY) is None


def test_an_answer_that_nobody_else_gave_gets_another_word(
    workspace: Workspace, tmp_path: Path
) -> None:
    """One more contact of P2, with an x_ answer of its own, beside the shared ones."""
    lines = (
        TABLES["contacts"]
        + """
        P2 baseline c4 Olaf same_team . . Olaf_Ltd"""
    )
    made = workspace.import_paths([export(tmp_path / "more", {**TABLES, "contacts": lines})])
    erase(workspace, Request(contacts=(("P2", "c4"), ("P2", "c3"))), BY)
    assert b"Olaf" not in everything(workspace)
    rows = workspace.database().query(
        "SELECT category FROM contact_attributes WHERE participant_id = 'P2' ORDER BY 1"
    )
    shown = rows["category"].tolist()
    assert shown[0].startswith("erased-")
    assert shown[1:] == ["first", "first", "ground"]
    assert made.record.id in [one.id.partition(".")[0] for one in workspace.imports()]


def test_rows_that_were_left_out_go_with_the_files(workspace: Workspace, tmp_path: Path) -> None:
    """Somebody whose every row was left out is in no table, but in the files and the problems."""
    tables = {
        "participants": """participant_id cohort status name
            P2 2026 active Ben_Poplar
            P-seven 2026 haunting Gus_Ghost""",
        "audits": """participant_id wave
            P2 midpoint
            P-seven midpoint""",
        "contacts": """participant_id wave contact_id label
            P2 midpoint c1 Moll""",
    }
    given = export(tmp_path / "ghost", tables)
    workspace.import_paths([given], leave_out_bad_rows=True)
    assert b"Ghost" in everything(workspace)
    certificate = erase(workspace, Request(participants=("P-seven",)), BY)
    assert [rows for rows in certificate.removed.values()] == [{"rows left out": 2}]
    assert not [word for word in (b"Ghost", b"P-seven") if word in everything(workspace)]


def test_a_file_named_after_somebody_is_called_otherwise(
    workspace: Workspace, tmp_path: Path
) -> None:
    given = export(
        tmp_path / "Anna Sesame", {**TABLES, "ties": "participant_id wave contact_a contact_b tie"}
    )
    workspace.import_paths([given])
    erase(workspace, Request(participants=(ANNA,)), BY)
    assert b"Sesame" not in everything(workspace)
    assert workspace.imports()[0].files == ("(erased)",)


def test_the_ledger_forgets_a_participant(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    workspace.ledger = ledger
    code = pseudonym(secret_key(ledger, "pseudonym"), ANNA)
    accounts.give(ledger, "anna@example.org", "participant", BY, participant=ANNA)
    accounts.give(ledger, "anna@example.org", "evaluator", BY)
    accounts.give(ledger, "an@example.org", "participant", BY, participant=ANNA)
    links.issue(ledger, {ANNA: "2026", "P2": "2026"}, BY)
    wishes.wish(ledger, ANNA, "2026", BY)
    wishes.wish(ledger, "P2", "2026", BY)
    introductions.take(ledger, (ANNA, "P2"), "accepted", BY, {}, cohort="2026")
    record(ledger, Actor(name=ANNA, role="participant"), "entered", participant=ANNA)
    record(ledger, Actor(name="eve", role="evaluator"), "opened", participant=code)
    record(ledger, BY, "exported", what="participants", cohort="2026")
    record(ledger, BY, "exported", what="other", cohort="2025")
    certificate = erase(workspace, Request(participants=(ANNA,)), BY)
    assert certificate.ledger == {
        "links": 1,
        "roles": 2,
        "wishes to be erased": 1,
        "introductions": 1,
        "lines of the access log": 7,
    }
    assert [one.participant_id for one in wishes.standing(ledger)] == ["P2"]
    assert [one.what for one in certificate.taken_away] == ["participants"]
    left = everything(workspace) + kept_in(ledger, tmp_path)
    assert not [word for word in (ANNA, code, "an@example.org") if word.encode() in left]
    assert [one.role for one in accounts.grants_of(ledger, "anna@example.org")] == ["evaluator"]
    with ledger.reading() as connection:
        assert connection.scalars(select(LINK.c.participant_id)).all() == ["P2"]


def test_a_wish_to_be_erased_stands_until_it_is_taken_back(ledger: Ledger) -> None:
    wishes.wish(ledger, ANNA, "2026", BY)
    wishes.wish(ledger, ANNA, "2026", BY)
    wishes.wish(ledger, "P2", "2025", BY)
    assert [one.participant_id for one in wishes.standing(ledger)] == [ANNA, "P2"]
    assert [one.participant_id for one in wishes.standing(ledger, ["2025"])] == ["P2"]
    wishes.take_back(ledger, ANNA, "2026", BY)
    assert wishes.of(ledger, ANNA) is None
    wishes.wish(ledger, ANNA, "2026", BY)
    assert wishes.of(ledger, ANNA) is not None


def test_every_table_of_the_ledger_that_names_a_participant_is_seen_to() -> None:
    """Whoever adds a table that names participants has to make erasing reach it."""
    named = {
        table.name
        for table in METADATA.tables.values()
        if {"participant_id", "writer_key", "participant", "meant"} & set(table.columns.keys())
    }
    assert named == {
        "theme_coding",
        "granted",
        "link",
        "access_log",
        "contact_match",
        "correction",
        "follow_up",
        "introduction",
        "erasure_wish",
    }


@pytest.mark.parametrize(
    "request_",
    [
        Request(participants=("P9",)),
        Request(person_keys=("k0",)),
        Request(contacts=(("P2", "c9"),)),
        Request(participants=(ANNA.upper(),)),
    ],
)
def test_nobody_is_erased_who_is_not_there(workspace: Workspace, request_: Request) -> None:
    mark = workspace.fingerprint
    with pytest.raises(NetauditError, match="Nobody such"):
        erase(workspace, request_, BY)
    assert workspace.fingerprint == mark


def test_certificates_are_kept_and_name_nobody(workspace: Workspace) -> None:
    done = erase(workspace, Request(participants=(ANNA,)), BY)
    (kept,) = certificates(workspace.ledger)
    assert kept.is_finished
    assert kept.certificate == done
    text = to_hand_over(done)
    assert "Erased: A participant" in text
    assert "contacts 2" in text
    assert not [word for word in ("Anna", "Sesame", ANNA) if word in text]
