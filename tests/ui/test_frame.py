"""What every page shares: filters in the address, findings, downloads, the first screen."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.runtime.state.query_params import QueryParams
from streamlit.testing.v1 import AppTest

from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.home import HOME
from netaudit.store.workspace import Workspace
from netaudit.ui import data
from netaudit.ui.downloads import about_sheet, csv_bytes, file_name, workbook_bytes
from netaudit.ui.markdown import md, md_table
from tests.stored import stored
from tests.ui.conftest import OpenPage

OVERVIEW = "../../../pages/programme/overview.py"
METHODS = "../../../pages/programme/methods.py"
NOBODY_YET = {
    "participants.csv": "participant_id,cohort\nP1,2026\n",
    "audits.csv": "participant_id,wave,contacts_status\nP1,baseline,not_done\n",
    "contacts.csv": "participant_id,wave,contact_id\n",
}


def chosen(page: AppTest) -> list[str]:
    return [box.value for box in page.main.selectbox]


def test_a_pasted_address_restores_the_view(open_page: OpenPage) -> None:
    page = open_page("overview", cohort="2025", wave="baseline", group="all")
    assert chosen(page) == ["2025", "baseline", "all"]
    assert page.caption[0].value.startswith("Cohort 2025 · Baseline · Everybody · ")


def test_an_address_that_asks_for_what_is_not_there_shows_the_default(
    open_page: OpenPage,
) -> None:
    page = open_page("overview", cohort="<script>", wave="never", group="organisation:none")
    assert chosen(page) == ["2026", "endpoint", "all"]


def test_the_address_says_the_defaults_too(open_page: OpenPage) -> None:
    page = open_page("overview")
    asked = {key: page.query_params[key] for key in ("cohort", "wave", "group")}
    assert asked == {"cohort": "2026", "wave": "endpoint", "group": "all"}


def test_a_choice_stays_from_page_to_page(open_page: OpenPage) -> None:
    page = open_page("overview")
    page.selectbox(key="cohort").select("2025").run()
    page.switch_page(METHODS).run()
    page.query_params.clear()
    page.switch_page(OVERVIEW).run()
    assert chosen(page)[0] == "2025"


def test_the_first_screen_loads_the_sample_programme(open_empty_page: OpenPage) -> None:
    page = open_empty_page("overview")
    assert not page.metric
    page.button[0].click().run(timeout=60)
    assert not page.exception
    assert page.metric


def test_after_every_import_was_undone_the_first_screen_says_that_they_are_there(
    open_empty_page: OpenPage, tmp_path: Path
) -> None:
    page = open_empty_page("overview")
    assert not page.info
    workspace = Workspace(tmp_path / "workspace")
    page.button[0].click().run(timeout=60)
    (sample,) = workspace.imports()
    workspace.undo(sample.id)
    page.run()
    assert page.subheader[0].value == "No import counts at the moment"
    assert page.info[0].value.startswith("1 import was made and undone; it can be counted again")
    page.button[0].click().run(timeout=60)
    assert not page.exception
    assert [record.id for record in workspace.counting()] == [sample.id]
    assert len(workspace.imports()) == 1


def a_page() -> None:
    from netaudit.ui.frame import frame

    frame("A page", "What does it answer?")


@pytest.mark.usefixtures("_fresh_caches")
def test_a_selection_without_answers_says_so_and_offers_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "export"
    export.mkdir()
    for name, text in NOBODY_YET.items():
        (export / name).write_text(text, encoding="utf-8")
    stored(tmp_path / "workspace", export)
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "workspace"))
    page = AppTest.from_function(a_page).run()
    assert page.info[0].value.startswith("Nobody in this selection has completed an audit")
    page.button[0].click().run()
    assert not page.exception


@pytest.mark.usefixtures("_fresh_caches")
def test_an_answer_is_asked_for_once_for_the_same_data_and_viewer(
    sample_workspace: Path,
) -> None:
    asked = []

    def question(database: object, viewer: Viewer, selection: Selection) -> int:
        asked.append((viewer, selection))
        return len(asked)

    database = Workspace(sample_workspace).database()
    local, one = Viewer.local(), Selection(cohort="2026")
    narrowed = Viewer(role="coordinator", cohorts=("2025",))
    answers = [
        data.answer(question, database, viewer, selection)
        for viewer, selection in ((local, one), (local, one), (narrowed, one), (local, Selection()))
    ]
    assert answers == [1, 1, 2, 3]


@pytest.mark.parametrize(
    "text",
    ["![x](http://tracker.test/p.png)", "*bold* _it_ `code`", "# title", ":red[no]", "a|b", "$x$"],
)
def test_no_markdown_of_the_data_comes_through(text: str) -> None:
    safe = md(text)
    marks = set("\\`*_{}[]()<>#+-.!|~$:")
    assert all(safe[i - 1] == "\\" for i, sign in enumerate(safe) if sign in marks - {"\\"})
    assert safe.replace("\\", "").replace("\u2060", "") == text


def test_characters_that_hide_or_turn_text_become_blanks() -> None:
    assert md("a\u202eb\u200bc\nd") == "a b c d"


def test_headings_and_cells_of_a_table_are_made_safe() -> None:
    safe = md_table(pd.DataFrame({"*a*": ["_b_", None], "n": [1, 2]}))
    assert list(safe.columns) == [r"\*a\*", "n"]
    assert safe[r"\*a\*"].tolist() == [r"\_b\_", ""]
    assert safe["n"].tolist() == [1, 2]


ABOUT = pd.DataFrame([("What", "=1+1")], columns=["About", "Words"])
FORMULAS = pd.DataFrame({"=who": ["=1+1", "+44", "-1", "@a", "plain"], "n": [-1, 2, 3, 4, 5]})


def test_no_cell_of_a_csv_download_runs_as_a_formula() -> None:
    rows = list(csv.reader(StringIO(csv_bytes(FORMULAS).decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["'=who", "'=1+1", "'+44", "-1", "'@a", "plain"]
    assert rows[1][1] == "-1"


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(FORMULAS, ABOUT)))
    sheet = book["netaudit"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet["A2"].value == "=1+1"


def test_the_sample_programme_is_where_the_first_screen_looks_for_it() -> None:
    assert (HOME / "data" / "sample" / "participants.csv").is_file()


def test_an_address_that_asks_for_what_is_not_offered_is_told_so(open_page: OpenPage) -> None:
    page = open_page("overview", cohort="2031", wave="never", group="organisation:none")
    said = [caption.value.replace("\\", "") for caption in page.caption]
    asked = ("Cohort “2031”", "Wave “never”", "Group “organisation:none”")
    assert [any(words in text for text in said) for words in asked] == [True] * 3
    again = page.run()
    assert not any("is not offered" in caption.value for caption in again.caption)


def test_the_address_is_written_once_a_run(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []
    original = QueryParams._send_query_param_msg
    monkeypatch.setattr(
        QueryParams, "_send_query_param_msg", lambda self: (sent.append(1), original(self))
    )
    page = open_page("patterns")
    assert sent == [1]
    page.selectbox(key="state").select("clear").run()
    assert sent == [1, 1]
    page.run()
    assert sent == [1, 1]


def test_a_workbook_says_what_its_rows_are_about() -> None:
    finding = Finding(
        id="size",
        headline="12 of 24",
        base="Base: 24 people.",
        data=pd.DataFrame(),
        table=pd.DataFrame(),
        alternative="",
    )
    about = about_sheet(finding, {"cohort": "2025", "wave": "endpoint"})
    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes(FORMULAS, about)))["About"]
    told = {title: words for title, words in sheet.values}
    assert told["What"] == "12 of 24"
    assert told["Base"] == "Base: 24 people."
    assert told["Cohort"] == "2025"
    assert told["Wave"] == "endpoint"
    assert "Read with care" not in told


def test_a_download_is_named_for_what_it_holds() -> None:
    everybody = {"cohort": "2025", "wave": "endpoint", "group": "all"}
    assert file_name("response", everybody) == "netaudit-2025-endpoint-response"
    group = {**everybody, "group": "level:senior manager"}
    assert file_name("response", group) == "netaudit-2025-endpoint-level-senior-manager-response"


def test_percentages_are_numbers_in_a_download() -> None:
    rows = pd.DataFrame({"Share": ["27%", "–"], "Words": ["27% of 3", "27%"], "n": [3, 4]})
    assert csv_bytes(rows).decode("utf-8-sig").splitlines()[1:] == ["0.27,27% of 3,3", ",27%,4"]


def test_cells_that_hold_nothing_are_empty_in_a_download() -> None:
    rows = pd.DataFrame({"Share": ["27%", None], "Name": pd.array(["Ann", pd.NA], dtype="string")})
    assert csv_bytes(rows).decode("utf-8-sig").splitlines()[1:] == ["0.27,Ann", ","]
