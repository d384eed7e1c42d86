"""The report on a cohort: that it agrees with the figures, what it says to whom, always alike."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from netaudit.analysis.cohort import overview
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.cohort.report import SECTIONS, cohort_report
from netaudit.reports.cohort.subject import Subject, subject
from netaudit.reports.document import Document, Facts, Heading, Table
from netaudit.reports.files import RENDERERS, rendered
from netaudit.store.workspace import Workspace
from tests.reports.reading import html_text, pdf_text, squeezed

COHORT = "2026"
SHORT = ("in_short", "design", "took_part", "held_back")


@pytest.fixture(scope="module")
def held(sample_workspace: Path) -> Workspace:
    return Workspace(sample_workspace)


def about(held: Workspace, **more) -> Subject:
    asked = {"cohort": COHORT, **more}
    return subject(held.database(), Viewer.local(), held.ledger, **asked)


@pytest.fixture(scope="module")
def short(held: Workspace) -> Document:
    return cohort_report(about(held), SHORT)


@pytest.fixture(scope="module")
def files(short: Document) -> dict[str, bytes]:
    return {ending: rendered(short, ending) for ending in RENDERERS}


def word_text(content: bytes) -> str:
    word = docx.Document(BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return squeezed(" ".join([*(one.text for one in word.paragraphs), *cells]))


def titles(report: Document) -> list[str]:
    return [
        block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1
    ]


def test_every_format_has_the_figures_of_the_analysis(held: Workspace, files) -> None:
    selection = Selection(cohort=COHORT, wave="endpoint")
    found = overview.response(held.database(), Viewer.local(), selection)
    texts = [html_text(files[".html"]), pdf_text(files[".pdf"]), word_text(files[".docx"])]
    for said in texts:
        for words in (found.headline, *found.table["Step"], *found.table["Of those enrolled"]):
            assert squeezed(str(words)) in said


def test_text_table_and_figure_say_the_same(held: Workspace, short: Document) -> None:
    (table,) = [
        one for one in short.blocks if isinstance(one, Table) and "enrolment" in one.caption
    ]
    endpoint = next(row for row in table.rows if row[0] == "Endpoint")
    # The sample's second cohort: 24 enrolled, 18 answered at the endpoint.
    assert endpoint[2:] == ("18", "75%")
    drawn = next(one.svg for one in short.blocks if hasattr(one, "svg"))
    assert "18 of 24 (75%)" in drawn


@pytest.mark.parametrize("ending", list(RENDERERS))
def test_the_same_data_give_the_same_file(ending: str, held: Workspace, files) -> None:
    again = cohort_report(about(held), SHORT)
    assert rendered(again, ending) == files[ending]


def test_sections_are_chosen_and_keep_their_order(short: Document) -> None:
    assert titles(short) == [SECTIONS[name].title for name in SHORT]


def test_a_section_is_named_where_there_is_none_such(held: Workspace) -> None:
    with pytest.raises(NetauditError) as error:
        cohort_report(about(held), ["weather"])
    assert "composition" in error.value.hint


def test_what_is_for_the_team_does_not_leave_it(held: Workspace) -> None:
    outside = about(held, audience="release")
    with pytest.raises(NetauditError, match="no section change"):
        cohort_report(outside, ["change"])
    report = cohort_report(outside, ["in_short", "mentoring", "patterns", "held_back"])
    assert "for readers outside the team" in report.kind
    assert not [
        block for block in report.blocks if isinstance(block, Table) and len(block.rows[0]) > 2
    ]


def test_outside_the_team_the_design_tells_numbers_roughly(held: Workspace) -> None:
    """24 enrolled, of whom 21, 20 and 18 answered; one of the 21 listed nobody."""
    report = cohort_report(about(held, audience="release"), ["design"])
    (facts,) = [dict(block.facts) for block in report.blocks if isinstance(block, Facts)]
    assert facts["Who could take part"].startswith("about 25 participants")
    waves = ("Baseline", "Midpoint", "Endpoint")
    assert facts["Waves"] == "; ".join(f"{wave}: about 20 completed" for wave in waves)
    assert report.kind.endswith("November 2026")
    assert report.on is not None
    assert report.on.day == 1


def test_an_unknown_cohort_is_told_which_there_are(held: Workspace) -> None:
    with pytest.raises(NetauditError) as error:
        about(held, cohort="1999")
    assert error.value.hint == "The cohorts are: 2025, 2026."
