"""No page shows a figure on fewer people than the programme's smallest group, in any place of it.

The sample with its smallest group set to eight: each page on cohorts, of everybody and of a group
of whom seven answered at the endpoint; what its cards, charts, tables, files and alternatives say.
"""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from netaudit.analysis.finding import Finding
from netaudit.store.workspace import Workspace
from netaudit.ui import figure
from netaudit.ui.downloads import about_sheet, csv_bytes, workbook_bytes
from tests.conftest import SAMPLE
from tests.ui.conftest import OpenPage

MINIMUM = 8
SEVEN_ANSWERED = "level:middle"
PARTS = {
    "overview": ("",),
    "composition": ("",),
    "balance": ("",),
    "patterns": ("",),
    "mentoring": ("uptake", "kinds", "knowing", "found", "network", "waves", "groups"),
    "cultivation": ("activities", "actions", "aims", "exchange", "written"),
    "change": ("all", "patterns"),
}
PAGES = [(page, part) for page, parts in PARTS.items() for part in parts]
NOT_PEOPLE = "contacts|lists|relationships|actions|texts|plans|known|pairs|audits"
BASE = re.compile(rf"\d+ of (\d+)\b(?! (?:open |their )?(?:{NOT_PEOPLE}))|\bn = (\d+)")
BASES = ("Of", "Answered", "Enrolled", "With enough information")
Taken = list[tuple[pd.DataFrame, Finding]]


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("eight")
    export = root / "export"
    export.mkdir()
    for path in SAMPLE.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            settled = text.replace("minimum_group = 5", f"minimum_group = {MINIMUM}")
            (export / path.name).write_text(settled, encoding="utf-8")
    Workspace(root / "workspace").import_paths([export])
    return root / "workspace"


@pytest.fixture
def taken(eight: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> Taken:
    """The tables that a page offers to take away, with what they are about."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(eight))
    found: Taken = []

    def keep(rows: pd.DataFrame, _: str, about: Finding) -> None:
        found.append((rows, about))

    monkeypatch.setattr(figure, "downloads", keep)
    return found


def opened(open_page: OpenPage, page: str, part: str, group: str) -> AppTest:
    further = {"see": part} if part else {}
    app = open_page(page, cohort="2026", wave="endpoint", group=group, **further)
    assert not app.exception
    assert app.selectbox(key="group").value == group
    return app


def said_on(app: AppTest, taken: Taken) -> Iterator[str]:
    for kind in (app.markdown, app.caption, app.subheader, app.metric, app.info):
        yield from (str(element.value) for element in kind)
    for chart in app.get("vega_lite_chart"):
        yield str(chart.proto)
    for rows, about in taken:
        yield from (about.headline, about.base, about.alternative, about.caution)
        yield from (str(cell) for cell in about.data.to_numpy().ravel())
        yield from (str(cell) for cell in rows.to_numpy().ravel())


def too_few(words: str) -> list[str]:
    return [
        match[0]
        for match in BASE.finditer(words.replace("\\", ""))
        if int(match[1] or match[2]) < MINIMUM
    ]


@pytest.mark.parametrize("group", ["all", SEVEN_ANSWERED])
@pytest.mark.parametrize(("page", "part"), PAGES)
def test_every_figure_of_a_page_rests_on_enough_people(
    page: str, part: str, group: str, open_page: OpenPage, taken: Taken
) -> None:
    app = opened(open_page, page, part, group)
    for words in said_on(app, taken):
        assert not too_few(words), words[:400]
    for rows, about in taken:
        means = any(str(column).startswith("Mean") for column in rows)
        for column in [*BASES, *(["Participants"] if means else [])]:
            if column in rows:
                bases = pd.to_numeric(rows[column], errors="coerce").dropna()
                assert (bases >= MINIMUM).all(), (about.id, column)


def test_what_is_read_of_a_page_is_enough_to_find_a_small_base() -> None:
    assert too_few("5 of 7 participants") == ["5 of 7"]
    assert too_few("mean 4.2, n = 6") == ["n = 6"]
    assert not too_few("5 of 7 contacts; 5 of 8")


def test_of_a_wave_that_seven_answered_composition_shows_nothing(
    open_page: OpenPage, taken: Taken
) -> None:
    app = opened(open_page, "composition", "", SEVEN_ANSWERED)
    assert not app.get("vega_lite_chart")
    assert any("Fewer than 8 participants" in caption.value for caption in app.caption)


@pytest.mark.parametrize(("page", "part"), [("composition", ""), ("mentoring", "uptake")])
def test_files_hold_the_rows_that_are_shown_and_no_others(
    page: str, part: str, open_page: OpenPage, taken: Taken
) -> None:
    opened(open_page, page, part, "all")
    assert taken
    for rows, about in taken:
        lines = list(csv.reader(StringIO(csv_bytes(rows).decode("utf-8-sig"))))
        assert lines[0] == list(rows.columns)
        assert len(lines) == len(rows) + 1
        book = openpyxl.load_workbook(
            BytesIO(workbook_bytes(rows, about_sheet(about, {}))), read_only=True
        )
        assert book.sheetnames == ["netaudit", "About"]
        assert len(list(book["netaudit"].iter_rows())) == len(rows) + 1
