"""Mapping a survey on the imports page: asked, answered, looked at, imported, used again."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from netaudit.importers.mapping.recipe import read_recipe_file
from netaudit.store.workspace import Workspace
from netaudit.ui.sign_in import view_as
from tests.importers.survey_files import write
from tests.importers.test_qualtrics import names, person, three_rows
from tests.ui.conftest import OpenPage
from tests.ui.test_imports import drop, labels, press, said

PAIRS = ("Contact 1 and contact 2", "Contact 1 and contact 3", "Contact 2 and contact 3")
CLOSE = "How close are you to each other?"


def forms(close: str = CLOSE, day: int = 9, *further: str) -> bytes:
    """A Microsoft Forms workbook: one person who names three contacts, and one who names two."""
    titles = ("Initials", "Are they in your organisation?", close)
    contacts = [title + again for again in ("", "2", "3") for title in titles]
    own = ("ID", "Start time", "Completion time", "Email", "Name")
    at = datetime(2027, 4, day, 9, 0)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([*own, *contacts, *PAIRS, *further])
    three = ["KL", "Same organisation", "Very close", "MN", "Different organisation", "Close",
             "OP", "Same organisation", "Not close at all"]  # fmt: skip
    two = [*three[:6], None, None, None]
    each = ["yes"] * len(further)
    sheet.append([1, at, at, "ann@example.org", "Ann", *three, "A little", "Well", "No", *each])
    sheet.append([2, at, at, "bo@example.org", "Bo", *two, "Well", None, None, *each])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def qualtrics(folder: Path, rows: Sequence[Sequence[str]]) -> bytes:
    """A Qualtrics file with three names and a question on each of two pairs."""
    pairs = [(f"P{n}", f"How well do [{a}] and [{b}] know each other?", f"QID9{n}")
             for n, (a, b) in enumerate(((1, 2), (1, 3), (2, 3)))]  # fmt: skip
    header = three_rows([*names(1, 2, 3), *pairs])
    return write(folder / "q.csv", [*header, *rows]).read_bytes()


@pytest.fixture
def page(open_empty_page: OpenPage) -> AppTest:
    return open_empty_page("imports")


@pytest.fixture
def workspace(tmp_path: Path, page: AppTest) -> Workspace:
    return Workspace(tmp_path / "workspace")


def choose(page: AppTest, question: str, choice: int) -> AppTest:
    radio = next(radio for radio in page.radio if radio.label.replace("\\", "") == question)
    return radio.set_value(choice).run()


def name_cohort(page: AppTest, name: str) -> AppTest:
    return page.text_input[0].set_value(name).run()


def pick(page: AppTest, question: str, field: str | None) -> AppTest:
    label = f"What netaudit keeps of {question}"
    select = next(one for one in page.selectbox if one.label.replace("\\", "") == label)
    return select.set_value(field).run()


def answered(page: AppTest, wave: int = 0) -> AppTest:
    """The questions of the forms export, all answered."""
    name_cohort(page, "2027")
    choose(page, "Which wave is this file?", wave)
    return press(page, "Yes, they are")


def test_nothing_is_imported_before_everything_is_answered(
    page: AppTest, workspace: Workspace
) -> None:
    drop(page, ("answers.xlsx", forms()))
    words = said(page)
    assert "A survey in the form of Microsoft Forms: 4 questions, 2 responses." in words
    assert "“Contact 1 and contact 3” is about contact **1** and contact **3**." in words
    assert "**Contact: years known**  \nNo network lag" in words
    assert "Import" not in labels(page)
    answered(page)
    assert "Nothing about the file is open." in said(page)
    assert workspace.is_empty


def test_what_was_shown_is_imported_and_the_next_wave_takes_its_mapping(
    page: AppTest, workspace: Workspace, tmp_path: Path
) -> None:
    content = forms()
    drop(page, ("answers.xlsx", content))
    answered(page)
    flow = page.table[1].value
    assert [cell.replace("\\", "") for cell in flow["Number"]] == ["2", "2"]
    # By hand: of Ann's pairs 1-3 know each other well, 1-2 a little, 2-3 not at all.
    assert "Work closely: 1–3" in said(page)
    assert list(page.dataframe[0].value["Closeness"]) == ["4", "3", "1"]
    press(page, "Import")
    assert "2 audits are new." in said(page)
    (record,) = workspace.imports()
    assert (record.platform, record.flow["imported"]) == ("microsoft_forms", 2)
    kept = workspace.root / "imports" / record.id / "mapping.toml"
    (tmp_path / "answers.xlsx").write_bytes(content)
    again = workspace.import_paths([tmp_path / "answers.xlsx"], mapping=read_recipe_file(kept))
    assert again.already  # The command line comes to the same mapping.

    drop(page, ("later.xlsx", forms("How close are you two to each other?", 20, "Anything else?")))
    assert "It knows 3 of 5 questions of this file. Only the wave is asked for anew." in said(page)
    press(page, "Use it")
    words = said(page)
    assert "1 question to answer first" in [each.value for each in page.subheader]
    assert "Nearest to it: “How close are you two to each other?…”." in words
    assert "The file asks what the mapping does not know" in words
    press(page, "It is the same question, in other words")
    assert "Nearest to it" not in said(page)
    choose(page, "Which wave is this file?", 2)
    assert "Nothing about the file is open." in said(page)
    assert "Wave: endpoint." in said(page)


def test_answers_in_unknown_words_are_asked_for_one_by_one(page: AppTest, tmp_path: Path) -> None:
    rows = [
        [*person("ada"), "Kim", "Max", "Lea", "very well", "a bit", "not at all"],
        [*person("bo", status="Survey Preview"), *[""] * 6],
    ]
    drop(page, ("q.csv", qualtrics(tmp_path, rows)))
    name_cohort(page, "2027")
    choose(page, "Which wave is this file?", 0)
    press(page, "This is what they mean")
    assert any("1 answer without a meaning" in one.value for one in page.warning)
    assert "What do these answers" in said(page)
    select = next(one for one in page.selectbox if one.label == "a bit")
    select.set_value("acquainted")
    press(page, "This is what they mean")
    press(page, "Yes, they are")
    assert "Acquainted: 1–3" in said(page)
    assert "Previews, left aside" in [
        words.replace("\\", "") for words in page.table[1].value["Responses"]
    ]


def test_a_question_goes_where_a_person_says_and_can_be_left_out(
    page: AppTest, tmp_path: Path
) -> None:
    rows = [[*person("ada"), "Kim", "Max", "Lea", "very well", "a bit", "not at all"]]
    drop(page, ("q.csv", qualtrics(tmp_path, rows)))
    pick(page, "How well do [[1]] and [[2]] know each other?", "leave out")
    words = said(page)
    assert "What do these answers" not in words
    assert "read right?" not in words
    assert "No density, brokerage or constraint" in words


def test_files_and_answers_outlast_another_page(page: AppTest) -> None:
    drop(page, ("answers.xlsx", forms()))
    name_cohort(page, "2027")
    here = "pages/programme/{}.py"
    page.switch_page(f"../../../{here.format('methods')}").run()
    page.switch_page(f"../../../{here.format('imports')}").run()
    words = said(page)
    assert "Still here from before: answers.xlsx." in words
    assert "Cohort: 2027" in words
    press(page, "Take it away")
    assert "Which wave" not in said(page)


def test_a_file_that_was_mended_takes_the_answers_given_before(page: AppTest) -> None:
    drop(page, ("answers.xlsx", forms()))
    answered(page)
    drop(page, ("mended.xlsx", forms(day=11)))
    assert "Which wave is this file?" in said(page)
    press(page, "Take the same answers")
    assert "Nothing about the file is open." in said(page)


def test_a_mapping_may_be_dropped_beside_the_files(page: AppTest) -> None:
    mapping = b'format = "netaudit-mapping/1"\n[file]\ncohort = "2031"\n'
    drop(page, ("answers.xlsx", forms()), ("mapping.toml", mapping))
    words = said(page)
    assert "Mapped as in mapping.toml." in words
    assert "Cohort: 2031" in words
    press(page, "Begin anew")
    assert "Which cohort" in said(page)


def test_a_mapping_that_cannot_be_used_says_why(page: AppTest) -> None:
    mapping = b'format = "netaudit-mapping/1"\n[files]\n'
    drop(page, ("answers.xlsx", forms()), ("mapping.toml", mapping))
    words = said(page)
    assert "knows nothing called files" in words
    assert "Which cohort" in words


def test_a_code_that_no_field_knows_is_named_and_can_be_mended(page: AppTest) -> None:
    mapping = (
        'format = "netaudit-mapping/1"\n[[question]]\ntext = "Are they in your organisation?{n}"\n'
        'field = "contacts.affiliation"\n[question.answers]\n"Same organisation" = "ours"\n'
    )
    drop(page, ("answers.xlsx", forms()), ("mapping.toml", mapping.encode()))
    assert "“Same organisation” as ours, which is no code" in said(page)
    page.session_state[f"mapping {page.session_state['drops known'][0][0]} answers  "
                       "Are they in your organisation?{n}"] = True  # fmt: skip
    page.run()
    select = next(one for one in page.selectbox if one.label == "Same organisation")
    select.set_value("same_org")
    press(page, "Keep these")
    assert "which is no code" not in said(page)


def test_evaluators_do_not_map_what_names_people(page: AppTest) -> None:
    page.session_state[view_as.ROLE] = "evaluator"
    drop(page, ("answers.xlsx", forms()))
    words = said(page)
    assert "coordinators and administrators import them" in words
    assert "ann@example.org" not in words
    assert "Import" not in labels(page)
