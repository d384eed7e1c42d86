"""The imports page: every state a person can bring it to."""

import io
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock
from streamlit.testing.v1 import AppTest

from netaudit.definitions.examples import Rows
from netaudit.store.folder import LOCK
from netaudit.store.workspace import Workspace
from netaudit.ui.intake.job import Job
from netaudit.ui.intake.uploads import on_disk
from tests.importers.exports import SETTINGS, files_of, valid
from tests.ui.conftest import OpenPage

TAB = "part"


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def export(**first_contact: object) -> bytes:
    """A small export without a fault, save for what is put into its first contact."""
    rows: Rows = valid()
    rows["contacts"][0].update(first_contact)
    return zipped(files_of(rows))


@pytest.fixture
def page(open_empty_page: OpenPage) -> AppTest:
    return open_empty_page("imports")


@pytest.fixture
def workspace(tmp_path: Path, page: AppTest) -> Workspace:
    return Workspace(tmp_path / "workspace")


def drop(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, content, "") for name, content in files])
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def open_part(page: AppTest, title: str) -> AppTest:
    page.session_state[TAB] = title
    return page.run()


def said(page: AppTest) -> str:
    """Every word on the page, without the backslashes that keep markdown from being read."""
    kinds = (page.markdown, page.caption, page.error, page.warning, page.success, page.info)
    texts = [element.value for kind in kinds for element in kind]
    return "\n".join(texts).replace("\\", "")


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def test_before_anything_was_dropped(page: AppTest) -> None:
    assert "Nothing is stored before you say so" in said(page)
    assert labels(page) == []


def test_a_good_export_is_recognised_and_imported(page: AppTest, workspace: Workspace) -> None:
    drop(page, ("export.zip", export()))
    words = said(page)
    assert "participants 3, audits 5, contacts 7, ties 4, mentoring 3" in words
    assert "Cohort: 2026." in words
    assert "Waves: baseline, endpoint." in words
    press(page, "Import")
    assert "An export in netaudit's own form." in words
    words = said(page)
    assert "5 audits are new." in words
    assert "Stored now: 3 participants, 5 audits, 7 contacts. Before: nothing." in words
    assert [record.files for record in workspace.imports()] == [("export.zip",)]


def test_the_files_of_an_export_may_come_one_by_one(page: AppTest) -> None:
    drop(page, *files_of(valid()).items())
    assert "participants 3, audits 5, contacts 7" in said(page)
    assert "Import" in labels(page)


def test_an_error_says_where_it_is_and_what_was_meant(page: AppTest, workspace: Workspace) -> None:
    drop(page, ("export.zip", export(affiliation="same_tem")))
    words = said(page)
    assert "Nothing has been imported yet: 1 error found." in words
    assert "**An answer is not one of the codes**" in words
    assert "contacts.csv, column affiliation, 1 row" in words
    assert '**Row 2 (P1, baseline, a): "same_tem"**' in words
    assert "Did you mean same_team?" in words
    assert "Import" not in labels(page)
    assert workspace.is_empty


def test_what_would_stay_out_is_said_before(page: AppTest, workspace: Workspace) -> None:
    drop(page, ("export.zip", export(affiliation="same_tem")))
    # By hand: the contact in row 2, the two ties that name it, the relationship that names it.
    words = said(page)
    assert "- contacts.csv: 1 of 7 rows. An answer is not one of the codes (row 2)." in words
    assert "- mentoring.csv: 1 of 3 rows. Hangs on a row that is left out (row 2)." in words
    assert "- ties.csv: 2 of 4 rows. Hangs on a row that is left out (rows 2 and 3)." in words
    press(page, "Import without these 4 rows")
    assert "4 rows stayed out." in said(page)
    (record,) = workspace.imports()
    assert len(record.left_out) == 4


def test_a_missing_table_leaves_only_mending(page: AppTest) -> None:
    files = files_of(valid())
    del files["audits.csv"]
    drop(page, ("export.zip", zipped(files)))
    assert "An import also needs these tables: audits." in said(page)
    assert "That is not possible here" in said(page)
    assert labels(page) == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("letter.docx", b"PK\x03\x04", "Left aside: letter.docx."),
        ("photo.png", b"\x89PNG", "Left aside: photo.png."),
        ("photo.zip", b"\x89PNG", "The zip archive is damaged and cannot be opened."),
        ("nothing.zip", b"", "The zip archive is damaged and cannot be opened."),
        ("notes.csv", b"a,b\n1,2\n", "No table of an export was found in notes.csv."),
        ("contacts.csv", b"", "The file is empty."),
        (
            "contacts.csv",
            b"\x89PNG\r\n\x00\xff",
            "An import also needs these tables: participants, audits.",
        ),
    ],
)
def test_a_file_that_is_no_export_is_told_in_words(
    name: str, content: bytes, words: str, page: AppTest
) -> None:
    drop(page, (name, content))
    assert not page.exception
    assert words in said(page)
    assert labels(page) == []


def test_two_archives_are_two_exports(page: AppTest, workspace: Workspace) -> None:
    other = zipped(files_of(valid(), settings=None))
    drop(page, ("first.zip", export()), ("second.zip", other))
    assert page.radio[0].options == ["first\\.zip", "second\\.zip"]
    press(page, "Import")
    page.radio[0].set_value("1").run()
    press(page, "Import")
    assert "5 audits take the place of an earlier answer." in said(page)
    assert len(workspace.imports()) == 2


OTHERS_SETTINGS = SETTINGS + "\n[patterns]\necho_chamber_ties = 60\n"
THEY_CHANGE = "**These settings change**"


def other_people(settings: str) -> bytes:
    """An export of other participants, with settings of its own."""
    rows: Rows = valid()
    for row in (row for table in rows.values() for row in table):
        row["participant_id"] = f"other-{row['participant_id']}"
    del rows["cohort_ties"]
    return zipped(files_of(rows, settings))


def told(page: AppTest) -> list[list[str]]:
    """The rows of the table of settings that change."""
    tables = [shown.value for shown in page.table if "From then on" in shown.value.columns]
    return [row for table in tables for row in table.to_numpy().tolist()]


def test_settings_that_change_figures_of_others_are_told_and_asked_about(
    page: AppTest, workspace: Workspace
) -> None:
    press(drop(page, ("export.zip", export())), "Import")
    drop(page, ("others.zip", other_people(OTHERS_SETTINGS)))
    assert told(page) == [["Echo chamber\\: pairs who know each other, at least", "50%", "60%"]]
    assert next(button for button in page.button if button.label == "Import").disabled
    page.checkbox[0].check().run()
    press(page, "Import")
    assert len(workspace.counting()) == 2
    press(open_part(page, "Imports so far"), "Undo this import")
    assert told(page) == [["Echo chamber\\: pairs who know each other, at least", "60%", "50%"]]
    press(page, "Yes, undo it")
    press(page, "Count it again")
    assert told(page) == [["Echo chamber\\: pairs who know each other, at least", "50%", "60%"]]


def test_settings_that_change_no_figures_are_told_and_not_asked_about(page: AppTest) -> None:
    press(drop(page, ("export.zip", export())), "Import")
    settings = SETTINGS.replace("enrolled = 3", "enrolled = 6")
    drop(page, ("others.zip", other_people(settings)))
    assert [row[0] for row in told(page)] == ["Cohort 2026"]
    assert not page.checkbox
    assert not next(button for button in page.button if button.label == "Import").disabled


def test_nothing_is_said_of_settings_that_stay(page: AppTest) -> None:
    drop(page, ("export.zip", export()))
    assert THEY_CHANGE not in said(page)
    press(page, "Import")
    drop(page, ("others.zip", other_people(SETTINGS)))
    assert THEY_CHANGE not in said(page)
    assert "Import" in labels(page)


def test_what_came_of_an_import_is_told_in_its_own_part(page: AppTest) -> None:
    press(drop(page, ("export.zip", export())), "Import")
    open_part(page, "Imports so far")
    titles = [tab.label for tab in page.tabs]
    told_in = [tab.label for tab in page.tabs if len(tab.success)]
    assert titles[0] == "Import"
    assert told_in == ["Import"]
    press(press(page, "Undo this import"), "Yes, undo it")
    assert [tab.label for tab in page.tabs if len(tab.success)] == ["Imports so far"]


def test_the_address_opens_a_part(open_empty_page: OpenPage) -> None:
    page = open_empty_page("imports", part="Imports so far")
    assert [info.value for info in page.tabs[1].info] == ["Nothing was imported yet."]


def test_the_same_export_again_changes_nothing(page: AppTest, workspace: Workspace) -> None:
    same = export()
    press(drop(page, ("export.zip", same)), "Import")
    drop(page, ("again.zip", same))
    assert "Nothing changed: this export was imported on" in said(page)
    assert "Import" not in labels(page)
    assert len(workspace.imports()) == 1


def test_undo_says_what_goes_and_redo_brings_it_back(page: AppTest, workspace: Workspace) -> None:
    press(drop(page, ("export.zip", export())), "Import")
    open_part(page, "Imports so far")
    press(page, "Undo this import")
    assert "5 audits are in no other import and would disappear." in said(page)
    assert "3 participants would go with them." in said(page)
    press(page, "Leave it as it is")
    assert not workspace.is_empty
    press(press(page, "Undo this import"), "Yes, undo it")
    assert workspace.is_empty
    assert "no longer counts." in said(page)
    press(page, "Count it again")
    assert "5 audits would come back." in said(page)
    press(page, "Yes, count it again")
    assert not workspace.is_empty


def test_the_list_shows_rows_and_reasons(page: AppTest, workspace: Workspace) -> None:
    drop(page, ("export.zip", export(affiliation="same_tem")))
    press(page, "Import without these 4 rows")
    (record,) = workspace.imports()
    page.session_state[f"details {record.id}"] = True
    page.session_state[f"list {record.id}-left-out"] = True
    open_part(page, "Imports so far")
    assert "4 rows left out" in said(page)
    assert "- ties.csv: 2 rows. Hangs on a row that is left out (rows 2 and 3)." in said(page)
    titles = [box.label for box in page.expander]
    assert titles == ["Rows and 4 rows left out", "Each of the 4 rows"]
    (listed,) = [shown.value for shown in page.dataframe]
    assert listed["Severity"].tolist() == ["error", "follows", "follows", "follows"]
    assert listed["Whose"].tolist()[0] == "P1, baseline, a"
    assert set(listed["Column"][1:]) == {""}


def test_data_quality_of_the_sample_programme(open_page: OpenPage) -> None:
    page = open_part(open_page("imports"), "Data quality")
    assert not page.exception
    headings = [heading.value.replace("\\", "") for heading in page.subheader]
    assert headings[0].endswith("responses (100%) were imported")
    assert headings[2].endswith("were filled in, wholly or in part")
    assert headings[3].startswith("The ties were asked in full for")


@pytest.mark.parametrize("part", ["Imports so far", "Data quality", "Templates"])
def test_every_part_opens_before_anything_was_imported(part: str, page: AppTest) -> None:
    assert not open_part(page, part).exception


def test_waiting_for_another_writer_is_told(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "export.zip"
    source.write_bytes(export())
    workspace.import_paths([source])
    name = workspace.imports()[0].id
    with FileLock(workspace.root / LOCK):
        job: Job[None] = Job(lambda progress: workspace.undo(name, progress=progress))
        while job.step == "starting":
            job.wait()
        assert job.step == "waiting until another import into this workspace is done"
        assert not job.is_done
    job.result  # noqa: B018 - it waits for the work and raises what that raised
    assert workspace.is_empty


def test_uploads_lie_in_the_workspace_only_while_they_are_read(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    left_behind = root / ".uploads-left"
    left_behind.mkdir(parents=True)
    (left_behind / "contacts.csv").write_text("answers")
    with on_disk(root, []) as paths:
        assert paths == ()
        assert not left_behind.exists()
        (held,) = root.glob(".uploads-*/")
        assert held.stat().st_mode & 0o077 == 0
        with on_disk(root, []):
            assert held.exists()
    assert list(root.glob(".uploads-*/")) == []
