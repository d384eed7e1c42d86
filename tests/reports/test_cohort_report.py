"""The report on a cohort: that it agrees with the figures, what it says to whom, always alike."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from netaudit.analysis.ask import records
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.words import (
    change_in_words,
    change_words,
    interval_words,
    measure_words,
)
from netaudit.analysis.cohort import overview
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.cohort.report import SECTIONS, cohort_report
from netaudit.reports.cohort.subject import Subject, subject
from netaudit.reports.document import Document, Facts, Figure, Heading, Paragraph, Table
from netaudit.reports.files import RENDERERS, rendered
from netaudit.store.workspace import Workspace
from tests.reports.reading import html_rows, html_text, pdf_text, squeezed

COHORT = "2026"
SHORT = ("in_short", "design", "took_part", "change", "held_back", "tables")


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


def test_the_way_from_enrolment_is_the_same_in_text_table_and_figure(short: Document) -> None:
    (table,) = [
        one for one in short.blocks if isinstance(one, Table) and "enrolment" in one.caption
    ]
    # The sample's second cohort: 24 enrolled, 18 answered at the endpoint, 17 first and last wave.
    assert table.rows[3] == ("Endpoint", "18", "75%")
    assert table.rows[4] == ("First and last", "17", "71%")
    drawn = next(one for one in short.blocks if isinstance(one, Figure))
    for words in ("24 enrolled", "Endpoint: 18 of 24 (75%)", "First and last wave: 17 of 24 (71%)"):
        assert words in drawn.svg
        assert words in drawn.alternative
    assert "18 of 24 enrolled (75%)" in lead_before(short, drawn)


def lead_before(report: Document, drawn: Figure) -> str:
    before = report.blocks[: report.blocks.index(drawn)]
    return next(one.text for one in reversed(before) if isinstance(one, Paragraph) and one.lead)


def test_numbers_read_back_from_every_file_are_those_of_the_analysis(
    held: Workspace, files
) -> None:
    """Of each change the table in HTML, PDF and Word, the drawing, and the sentence above it."""
    where, viewer = Selection(cohort=COHORT), Viewer.local()
    span = {"first": "baseline", "last": "endpoint"}
    rows = change_rows(held.database(), viewer, where, **span).dropna(subset=["ci_low"])
    told = {measure_words(row["measure"], row["attribute"]): row for row in records(rows)}
    page, word = table_rows(html_rows(files[".html"])), table_rows(word_rows(files[".docx"]))
    printed, drawn = pdf_text(files[".pdf"]), html_text(files[".html"])
    checked = 0
    for name in page:
        if name not in told or len(page[name]) < 8:
            continue
        row = told[name]
        by, between = (
            f"by {change_words(row['measure'], row['mean_difference'])}",
            interval_words(row["measure"], row["ci_low"], row["ci_high"]),
        )
        pairs = str(int(row["n_paired"]))
        assert page[name][:3] == word[name][:3] == [pairs, by, between], name
        assert squeezed(f"{name}{pairs}{by}{between}") in printed, name
        change = change_in_words(row["measure"], row["mean_difference"])
        label = f"{change} ({between}), n = {pairs}"
        assert squeezed(label) in drawn, f"{name}: {label}"
        assert label.partition(",")[0] in word_alternatives(files[".docx"]), name
        checked += 1
    assert checked == 14  # the main measures
    moved = [name for name in told if name in page and told[name]["verdict"].startswith("changed")]
    for text in (drawn, printed, word_text(files[".docx"])):
        assert all(squeezed(name) in text for name in moved)


def word_rows(content: bytes) -> list[list[str]]:
    word = docx.Document(BytesIO(content))
    return [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]


def table_rows(rows: list[list[str]]) -> dict[str, list[str]]:
    """What stands behind the first cell, of the first row that begins with it."""
    found: dict[str, list[str]] = {}
    for first, *others in rows:
        if len(others) > len(found.get(first, ())):
            found[first] = others
    return found


def word_alternatives(content: bytes) -> str:
    word = docx.Document(BytesIO(content))
    return " ".join(shape._inline.docPr.get("descr") for shape in word.inline_shapes)


@pytest.fixture(scope="module")
def again(held: Workspace) -> Document:
    return cohort_report(about(held), SHORT)


@pytest.mark.parametrize("ending", list(RENDERERS))
def test_the_same_data_give_the_same_file(ending: str, again: Document, files) -> None:
    assert rendered(again, ending) == files[ending]


def test_sections_are_chosen_and_keep_their_order(short: Document) -> None:
    assert titles(short) == [SECTIONS[name].title for name in SHORT]


def test_a_section_is_named_where_there_is_none_such(held: Workspace) -> None:
    with pytest.raises(NetauditError) as error:
        cohort_report(about(held), ["weather"])
    assert "composition" in error.value.hint


def test_what_is_for_the_team_does_not_leave_it(held: Workspace) -> None:
    outside = about(held, audience="release")
    with pytest.raises(NetauditError, match="no section cultivation"):
        cohort_report(outside, ["cultivation"])
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
