"""The files hold what their tools demand of them, and say the same as the definition."""

import csv
import json
import re
from pathlib import Path

import pytest
from pyxform.xls2xform import convert

from netaudit.definitions.questionnaire import questionnaire
from netaudit.question_sets.how_to import page, steps
from netaudit.question_sets.written import WRITERS, write_question_sets

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sets") / "question-sets"
    write_question_sets(out)
    return out


def test_every_field_is_asked_in_words_of_its_own() -> None:
    asked = [one for _, one in questionnaire()]
    assert len({one.field for one in asked}) == len(asked)
    wordings = [text for one in asked for text in {one.ask, one.each} if text]
    assert len(set(wordings)) == len(wordings)
    for one in asked:
        assert len({choice.label for choice in one.choices}) == len(one.choices)
        # Tools join several answers with these.
        if one.kind == "multiple":
            assert not re.search(r"[,;|]", "".join(choice.label for choice in one.choices))


def test_page_of_the_documentation_is_that_of_the_files(folder: Path) -> None:
    assert (DOCS / "questionnaires.md").read_text("utf-8") == page(questionnaire())
    assert {one.file for one in steps()} == WRITERS.keys()
    lines = [one.file for one in steps() if one.line]
    assert sorted(lines) == sorted(WRITERS)


def test_xlsform_is_one(folder: Path) -> None:
    made = convert(folder / "xlsform.xlsx")
    assert made.warnings == []
    assert made.xform.count("<repeat ") == 3


def test_qualtrics_blocks_show_every_question_once(folder: Path) -> None:
    document = json.loads((folder / "qualtrics.qsf").read_text("utf-8"))
    parts = document["SurveyElements"]
    (blocks,) = [one["Payload"] for one in parts if one["Element"] == "BL"]
    (flow,) = [one["Payload"]["Flow"] for one in parts if one["Element"] == "FL"]
    questions = {one["PrimaryAttribute"]: one["Payload"] for one in parts if one["Element"] == "SQ"}
    shown = [q["QuestionID"] for block in blocks for q in block.get("BlockElements", ())]
    assert sorted(shown) == sorted(questions)
    assert all(re.fullmatch(r"QID\d+", one) for one in shown)
    assert [one["ID"] for one in flow] == [b["ID"] for b in blocks if b["Type"] != "Trash"]
    tags = [one["DataExportTag"] for one in questions.values()]
    assert len(set(tags)) == len(tags)
    for one in questions.values():
        assert one.get("ChoiceOrder", []) == list(one.get("Choices", {}))
        for pipe in re.findall(r"q://(QID\d+)/", json.dumps(one)):
            assert questions[pipe]["DataExportTag"] == "contact_label"


def test_qualtrics_hides_rows_of_people_who_were_not_named(folder: Path) -> None:
    document = json.loads((folder / "qualtrics.qsf").read_text("utf-8"))
    held = {one["Payload"]["DataExportTag"]: one["Payload"]
            for one in document["SurveyElements"] if one["Element"] == "SQ"}  # fmt: skip
    names = f"q://{held['contact_label']['QuestionID']}/ChoiceTextEntryValue/"
    (closeness,) = [one for tag, one in held.items() if tag.endswith("closeness")]
    (third,) = closeness["Choices"]["3"]["DisplayLogic"]["0"].keys() - {"Type"}
    condition = closeness["Choices"]["3"]["DisplayLogic"]["0"][third]
    assert (condition["Operator"], condition["ChoiceLocator"]) == ("NotEmpty", f"{names}3")
    assert closeness["DisplayLogic"]["0"]["9"]["Conjuction"] == "Or"
    (ties,) = [one for one in held.values() if len(one.get("Choices", {})) == 45]
    last = ties["Choices"]["45"]["DisplayLogic"]["0"]
    assert [last[n]["ChoiceLocator"] for n in "01"] == [f"{names}9", f"{names}10"]
    assert last["1"]["Conjuction"] == "And"
    assert "DisplayLogic" not in held["contact_label"]


def test_redcap_names_are_ones_it_takes(folder: Path) -> None:
    with (folder / "redcap.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    names = [row["Variable / Field Name"] for row in rows]
    assert len(set(names)) == len(names)
    # Small letters, digits and single underscores, a letter first.
    assert [name for name in names if not re.fullmatch(r"[a-z](_?[a-z0-9])*", name)] == []
    forms = [row["Form Name"] for row in rows]
    assert forms == sorted(forms, key=forms.index)
    choices = "Choices, Calculations, OR Slider Labels"
    assert [
        row[choices] for row in rows if row[choices].count("|") != row[choices].count(" | ")
    ] == []


def test_limesurvey_codes_are_ones_it_takes(folder: Path) -> None:
    with (folder / "limesurvey.txt").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    questions = [row["name"] for row in rows if row["class"] == "Q"]
    assert len(set(questions)) == len(questions)
    longest = {"Q": 20, "SQ": 20, "A": 5}
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row["class"] == "Q":
            seen = set()
        if row["class"] in longest:
            assert re.fullmatch(
                rf"[A-Za-z][A-Za-z0-9]{{0,{longest[row['class']] - 1}}}", row["name"]
            )
            place = (row["class"] + row["type/scale"], row["name"])
            assert place not in seen
            seen.add(place)


def test_google_script_holds_its_questions(folder: Path) -> None:
    script = (folder / "google-forms.gs").read_text("utf-8")
    document, end = json.JSONDecoder().raw_decode(script.partition("QUESTIONNAIRE = ")[2])
    assert [one["title"] for one in document["sections"]] == [
        one.title for one in questionnaire().sections
    ]
    assert script.partition("QUESTIONNAIRE = ")[2][end:].startswith(";\n")
