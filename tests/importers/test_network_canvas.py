"""Network Canvas: files per interview or for all, joined on long ids, with and without protocol."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.files import gather
from netaudit.importers.survey import Survey
from netaudit.importers.tools import network_canvas
from tests.importers.survey_files import (
    Cells,
    Written,
    answers,
    families,
    survey_of,
    tables,
    write,
)
from tests.importers.survey_rows import rows_of, table_of

CRLF = Written(line_end="\r\n")
EGO = ["networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID",
       "networkCanvasProtocolName", "sessionStart", "sessionFinish", "sessionExported"]  # fmt: skip
NODE = ["nodeID", "networkCanvasEgoUUID", "networkCanvasUUID"]
EDGE = ["edgeID", "from", "to", "networkCanvasEgoUUID", "networkCanvasUUID",
        "networkCanvasSourceUUID", "networkCanvasTargetUUID"]  # fmt: skip


def ego(name: str, case: str, day: str, *cells: object, finished: bool = True) -> list[object]:
    start, finish = f"{day}T09:00:00.000Z", f"{day}T09:30:00.000Z"
    own = [f"ego-{name}", case, f"s-{name}", "Netz", start, finish if finished else "", ""]
    return [*own, *cells]


def node(of: str, number: int, name: str, *cells: object) -> list[object]:
    return [number, f"ego-{of}", f"{of}-{name}", name, *cells]


def edge(of: str, number: int, first: str, second: str, *cells: object) -> list[object]:
    return [number, 1, 2, f"ego-{of}", f"{of}-e{number}", f"{of}-{first}", f"{of}-{second}", *cells]


CONTACTS = ["naam", "waarvoor_werk", "waarvoor_later", "dichtbij", "kaart_x", "kaart_y", "null"]
FILES: Mapping[str, Sequence[Cells]] = {
    "A_1_sess_ego.csv": [[*EGO, "functie"], ego("a", "A_1", "2026-01-10", "arts")],
    "A_1_sess_attributeList_Mens.csv": [
        [*NODE, *CONTACTS],
        node("a", 1, "Bo", "true", "false", "4", "0.1", "0.2", ""),
        node("a", 2, "Cas", "true", "true", "'=2", "", "", ""),
        node("a", 3, "Dirk", "false", "false", "", "1", "0", ""),
    ],
    "A_1_sess_edgeList_Kent.csv": [
        [*EDGE, "hoe"],
        edge("a", 1, "Bo", "Cas", "goed"), edge("a", 4, "Cas", "Bo", ""),
    ],
    "A_1_sess_edgeList_Werktsamen.csv": [
        EDGE, edge("a", 2, "Cas", "Bo"), edge("a", 3, "Cas", "Dirk"),
    ],
    "B ego_t_ego.csv": [[*EGO], ego("b", "B ego", "2026-01-11", finished=False)],
    "B ego_t_attributeList.csv": [NODE],
    "B ego_t_edgeList.csv": [EDGE],
}  # fmt: skip


def written(folder: Path, files: Mapping[str, Sequence[Cells]] = FILES) -> list[Path]:
    return [write(folder / name, rows, CRLF) for name, rows in files.items()]


def read(folder: Path, files: Mapping[str, Sequence[Cells]] = FILES, *more: Path) -> Survey:
    return survey_of(network_canvas, folder, *written(folder, files), *more)


def test_contacts_are_numbered_within_their_interview_and_known_by_their_long_id(
    tmp_path: Path,
) -> None:
    survey = read(tmp_path)
    assert [(row.parent, row.number, row.key) for row in table_of(survey, "Mens").rows] == [
        ("ego-a", 1, "a-Bo"), ("ego-a", 2, "a-Cas"), ("ego-a", 3, "a-Dirk"),
    ]  # fmt: skip
    assert [row[2]["naam"] for row in rows_of(survey, "Mens")] == ["Bo", "Cas", "Dirk"]
    assert rows_of(survey, "Mens")[1][2]["dichtbij"] == "=2"


def test_a_pair_has_one_row_however_often_it_was_drawn(tmp_path: Path) -> None:
    survey = read(tmp_path)
    source, target = "networkCanvasSourceUUID", "networkCanvasTargetUUID"
    assert [row[2] for row in rows_of(survey, "ties")] == [
        {source: "a-Bo", target: "a-Cas", "edge type": "Kent + Werktsamen", "hoe": "goed"},
        {source: "a-Cas", target: "a-Dirk", "edge type": "Werktsamen"},
    ]
    assert table_of(survey, "ties").only_ties


def test_one_type_of_ties_needs_no_asking(tmp_path: Path) -> None:
    files = {name: rows for name, rows in FILES.items() if "Werkt" not in name}
    survey = read(tmp_path, files)
    assert [row[2]["Kent"] for row in rows_of(survey, "ties")] == ["Yes"]


def test_without_any_tie_none_were_asked_for(tmp_path: Path) -> None:
    files = {name: rows for name, rows in FILES.items() if "edgeList_" not in name}
    survey = read(tmp_path, {**files, "A_1_sess_edgeList.csv": [EDGE]})
    assert [table.name for table in survey.tables] == ["Mens"]


def test_an_interview_that_was_not_finished_is_partial(tmp_path: Path) -> None:
    first, second = read(tmp_path).responses
    assert (first.participant, first.completed) == ("A_1", "2026-01-10T09:30:00.000Z")
    assert (first.state, second.state) == ("complete", "partial")
    ended = [[*EGO, "networkCanvasFinishOutcome"], ego("a", "A_1", "2026-01-10", "terminated")]
    survey = read(tmp_path, {**FILES, "A_1_sess_ego.csv": ended})
    assert survey.responses[0].reason == "The interview ended as terminated."


def test_columns_that_are_no_answers(tmp_path: Path) -> None:
    found = families(read(tmp_path))
    assert {"naam", "waarvoor [{choice}]", "dichtbij", "functie"} <= found.keys()
    assert not {"null", "kaart_x", "kaart_y", "nodeID"} & found.keys()
    assert [one.choice for one in found["waarvoor [{choice}]"]] == ["werk", "later"]


def contacts(names: Sequence[str], *rows: Sequence[str]) -> Mapping[str, Sequence[Cells]]:
    made = [node("a", n, f"P{n}", *row) for n, row in enumerate(rows, start=1)]
    return {
        "x_ego.csv": FILES["A_1_sess_ego.csv"],
        "x_attributeList_Mens.csv": [[*NODE, "naam", *names], *made],
    }


T, F = "true", "false"


def test_options_are_told_from_variables_by_how_names_begin(tmp_path: Path) -> None:
    names = ["wil_hulp", "baan_soort_vast", "baan_soort_los", "baan_duur_kort", "baan_duur_lang",
             "zorg_arts_kind", "zorg_arts_oud", "zorg_leek"]  # fmt: skip
    files = contacts(names, [T, T, F, T, F, T, F, F], [F, F, T, F, T, F, F, T])
    found = families(read(tmp_path, files))
    assert {"wil_hulp", "baan_soort [{choice}]", "baan_duur [{choice}]", "zorg [{choice}]"} < (
        found.keys()
    )
    assert [one.choice for one in found["zorg [{choice}]"]] == ["arts_kind", "arts_oud", "leek"]


def test_a_variable_that_is_answered_whenever_any_is_stands_alone(tmp_path: Path) -> None:
    names = ["mijn_vak_a", "mijn_vak_b", "mijn_steun"]
    files = contacts(names, [T, F, T], [F, T, F], [F, T, T])
    assert {"mijn_vak [{choice}]", "mijn_steun"} < families(read(tmp_path, files)).keys()


def test_an_option_ticked_by_mistake_with_a_longer_one_is_pointed_out(tmp_path: Path) -> None:
    files = contacts(["soort_formeel", "soort_informeel"], [T, T], [T, F])
    assert any("“informeel” is ticked" in note for note in read(tmp_path, files).notes)
    files = contacts(["soort_formeel", "soort_informeel"], [F, T], [T, F])
    assert not any("by mistake" in note for note in read(tmp_path, files).notes)


def test_encrypted_answers_are_unknown_and_said_to_be(tmp_path: Path) -> None:
    survey = read(tmp_path, contacts(["vak"], ["ENCRYPTED"], ["smid"]))
    assert [row[2].get("vak") for row in rows_of(survey, "Mens")] == [None, "smid"]
    assert any("encrypted" in note for note in survey.notes)


def test_interviews_of_one_case_are_counted_in_time(tmp_path: Path) -> None:
    rows = [EGO, ego("late", "A", "2026-09-01"), ego("first", "A", "2026-01-01"),
            ego("broken", "A", "2026-08-30", finished=False), ego("other", "B", "2026-01-02"),
            ]  # fmt: skip
    survey = read(tmp_path, {"all_ego.csv": rows})
    assert [one.wave for one in survey.responses] == [
        "interview 2", "interview 1", "interview 2", "interview 1",
    ]  # fmt: skip
    asked = [[*EGO, "ronde"], [*rows[1], "na"], [*rows[2], "voor"]]
    survey = read(tmp_path, {"all_ego.csv": [[*EGO, "wave"], *asked[1:]]})
    assert {one.wave for one in survey.responses} == {""}
    assert answers(survey, 3) == {"wave": "voor"}


def test_an_export_with_and_without_unified_files_is_read_once(tmp_path: Path) -> None:
    unified = {name.replace("A_1_sess", "Netz"): rows for name, rows in FILES.items()
               if name.startswith("A_1")}  # fmt: skip
    survey = read(tmp_path, {**FILES, **unified})
    once = read(tmp_path, FILES)
    assert len(survey.responses) == len(once.responses) == 2
    assert len(table_of(survey, "Mens").rows) == 3
    assert len(table_of(survey, "ties").rows) == 2
    assert any("twice" in note for note in survey.notes)


def test_an_archive_with_a_folder_and_what_a_mac_adds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for path in written(tmp_path):
            archive.write(path, f"networkCanvasExport/{path.name}")
            archive.writestr(f"__MACOSX/networkCanvasExport/._{path.name}", b"\x00\x05")
        archive.writestr("networkCanvasExport/.DS_Store", b"\x00")
        archive.writestr("networkCanvasExport/A_1_sess.graphml", "<graphml/>")
    (tmp_path / "reading").mkdir()
    files, problems = gather([tmp_path / "export.zip"], tmp_path / "reading")
    survey = network_canvas.survey(files, tmp_path / "reading")
    assert problems == []
    assert len(table_of(survey, "Mens").rows) == 3


def protocol(folder: Path) -> Path:
    """A protocol whose option has an underscore, and whose type has a blank."""
    variables = {
        "v1": {"name": "naam", "type": "text"},
        "v2": {"name": "waarvoor", "type": "categorical", "options": [
            {"label": "Voor mijn werk", "value": "werk"}, {"label": "Later", "value": "later"}]},
        "v3": {"name": "dichtbij", "type": "ordinal", "options": [{"label": "Heel", "value": 4}]},
    }  # fmt: skip
    document = {
        "codebook": {
            "node": {"t1": {"name": "Een mens", "variables": variables}},
            "edge": {"t2": {"name": "Kent", "variables": {}}},
            "ego": {"variables": {"v9": {"name": "functie", "type": "text"}}},
        },
        "stages": [
            {"form": {"fields": [{"variable": "v9", "prompt": "Wat doe je?"}]}},
            {"prompts": [{"variable": "v2", "text": "Waarvoor ga je naar ze toe?"}]},
        ],
    }
    path = folder / "netz.netcanvas"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("protocol.json", json.dumps(document))
    return path


def test_the_protocol_gives_names_wordings_and_options(tmp_path: Path) -> None:
    files = {name.replace("_Mens", "_Eenmens"): rows for name, rows in FILES.items()}
    survey = read(tmp_path, files, protocol(tmp_path))
    found = families(survey)["waarvoor [{choice}]"]
    assert [one.choice for one in found] == ["Voor mijn werk", "Later"]
    assert found[0].words == "Waarvoor ga je naar ze toe?"
    assert rows_of(survey, "Een mens")[0][2]["dichtbij"] == "Heel"
    assert survey.questions[0].wording == "Wat doe je?"
    assert not any("protocol" in note for note in survey.notes)


def test_a_damaged_protocol_is_named(tmp_path: Path) -> None:
    path = tmp_path / "netz.netcanvas"
    path.write_bytes(b"PK\x03\x04 torn")
    with pytest.raises(NetauditError, match="protocol") as error:
        read(tmp_path, FILES, path)
    assert error.value.file == "netz.netcanvas"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("A_1_sess_edgeList_Kent.csv", "A_1_sess_ego.csv"),
        ("A_1_sess_attributeList_Mens.csv", "A_1_sess_attributeList"),
        ("B ego_t_edgeList.csv", "B ego_t_edgeList"),
    ],
)
def test_files_that_are_missing_are_named(name: str, said: str, tmp_path: Path) -> None:
    files = {one: rows for one, rows in FILES.items() if one != name}
    if "ego.csv" in said:
        del files["A_1_sess_ego.csv"]
        files = {one: rows for one, rows in files.items() if "edge" not in one}
    with pytest.raises(NetauditError) as error:
        read(tmp_path, files)
    assert said in error.value.message


def test_a_row_that_lost_its_id_is_named(tmp_path: Path) -> None:
    rows = [*FILES["A_1_sess_attributeList_Mens.csv"], [4, "ego-a", "", "Els"]]
    survey = read(tmp_path, {**FILES, "A_1_sess_attributeList_Mens.csv": rows})
    (problem,) = survey.bad_rows
    assert (problem.file, problem.row) == ("A_1_sess_attributeList_Mens.csv", 5)
    assert "networkCanvasUUID" in problem.message


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "functie"
field = "leave out"
[[question]]
text = "naam"
field = "contacts.label"
[[question]]
text = "waarvoor [{choice}]"
field = "contacts.purposes"
[question.answers]
werk = "operational"
later = "strategic"
[[question]]
text = "dichtbij"
field = "leave out"
[[question]]
text = "hoe"
field = "leave out"
[[question]]
text = "edge type"
field = "ties.tie"
[question.answers]
"Kent + Werktsamen" = "work_closely"
Werktsamen = "work_closely"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    found_in, found = tables(tmp_path, MAPPING, *written(tmp_path))
    assert [p.message for p in found_in.problems if p.severity == "error"] == []
    labels = {contact["contact_id"]: contact["label"] for contact in found["contacts"]}
    assert [c["purposes"] for c in found["contacts"]] == [
        "operational", "operational|strategic", None,
    ]  # fmt: skip
    assert [{labels[t["contact_a"]], labels[t["contact_b"]]} for t in found["ties"]] == [
        {"Bo", "Cas"}, {"Cas", "Dirk"},
    ]  # fmt: skip
    assert [(a["participant_id"], a["ties_status"]) for a in found["audits"]] == [
        ("A_1", "positive_only_complete")
    ]
    assert found_in.flow is not None
    assert (found_in.flow.read, found_in.flow.partial, found_in.flow.imported) == (2, 1, 1)
