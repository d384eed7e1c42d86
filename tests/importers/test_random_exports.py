"""Random exports: sound ones pass, damaged ones are told and never end in a crash."""

from itertools import combinations
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netaudit.definitions.examples import Rows
from netaudit.importers.export import ReadExport
from netaudit.schema import CONTACTS, TABLES, Column
from netaudit.vocabulary import VOCABULARIES
from tests.importers.exports import SETTINGS, files_of, read_files, valid

FEW = settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
IDS = st.text(st.characters(categories=["L", "Nd"], exclude_characters="."), min_size=1, max_size=8)
LISTS = st.lists(IDS, max_size=4, unique=True)


def answers(column: Column) -> st.SearchStrategy[str]:
    """What a column may hold, blank included."""
    if column.vocabulary:
        known = st.sampled_from(list(VOCABULARIES[column.vocabulary]))
    elif column.kind in ("integer", "number"):
        highest = min(int(column.highest or 0), 180)
        known = st.integers(int(column.lowest or 0), highest).map(str)
    else:
        known = IDS
    return st.one_of(st.just(""), known)


ANSWERS = st.fixed_dictionaries(
    {
        c.name: answers(c)
        for c in CONTACTS.columns
        if not c.must_exist and c.name not in ("list_kind", "is_participant_id")
    }
)


@st.composite
def exports(draw: st.DrawFn) -> Rows:
    people = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    rows: Rows = {name: [] for name in ("participants", "audits", "contacts", "ties")}
    for person in people:
        rows["participants"].append({"participant_id": person, "cohort": "2026"})
        key = {"participant_id": person, "wave": "baseline"}
        rows["audits"].append({**key, "ties_status": "partial"})
        named = draw(LISTS)
        rows["contacts"] += [{**key, "contact_id": n, **draw(ANSWERS)} for n in named]
        for a, b in combinations(named, 2):
            rows["ties"].append({**key, "contact_a": a, "contact_b": b, "tie": "acquainted"})
    return {name: entries for name, entries in rows.items() if entries or name in HELD}


HELD = ("participants", "audits")


def in_a_folder(tmp_path: Path, files: dict[str, bytes], *, leave_out: bool = False) -> ReadExport:
    number = len(list(tmp_path.iterdir()))
    return read_files(tmp_path / str(number), files, leave_out=leave_out)


@FEW
@given(rows=exports())
def test_a_random_sound_export_has_no_errors(rows: Rows, tmp_path: Path) -> None:
    rows.setdefault("contacts", [{"participant_id": "", "wave": "", "contact_id": ""}])
    export = in_a_folder(tmp_path, files_of(rows))
    assert [p.as_row() for p in export.problems if p.severity == "error"] == []
    assert export.rows["participants"] == len(rows["participants"])


@FEW
@given(data=st.data(), leave_out=st.booleans())
def test_random_damage_is_told_and_never_raised(
    data: st.DataObject, leave_out: bool, tmp_path: Path
) -> None:
    files = files_of(valid())
    name = data.draw(st.sampled_from(sorted(files)))
    content = bytearray(files[name])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.sampled_from([b'"', b",", b"\n", b"\0", b"\xff", b"9", b"|", b""]))
        content[place : place + data.draw(st.integers(0, 3))] = piece
    export = in_a_folder(tmp_path, files | {name: bytes(content)}, leave_out=leave_out)
    errors = [p for p in export.problems if p.severity == "error"]
    assert not errors or export.refused or leave_out
    assert export.refused or set(export.tables) >= {"participants", "audits", "contacts"}


@FEW
@given(data=st.data())
def test_what_stays_after_leaving_out_has_no_errors(data: st.DataObject, tmp_path: Path) -> None:
    rows = valid()
    for _ in range(data.draw(st.integers(1, 5))):
        table = data.draw(st.sampled_from(sorted(rows)))
        row = data.draw(st.sampled_from(rows[table]))
        row[data.draw(st.sampled_from(sorted(row)))] = data.draw(
            st.sampled_from(["", "a", "P1", "P2", "baseline", "endpoint", "none", "-1", "2026"])
        )
    export = in_a_folder(tmp_path, files_of(rows, SETTINGS), leave_out=True)
    assert not export.refused
    assert sum(export.rows[name] for name in TABLES) <= sum(len(r) for r in rows.values())
    assert bool(export.left_out) == any(p.severity == "error" for p in export.problems)
