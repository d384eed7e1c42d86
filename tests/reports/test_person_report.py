"""One participant's report in every state: what it says, and what it keeps to itself."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import measures as person_measures
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import network as person_network
from netaudit.analysis.person import patterns as person_patterns
from netaudit.analysis.person import plan
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.document import Heading, Table
from netaudit.reports.files import rendered
from netaudit.reports.html import html
from netaudit.reports.pdf import pdf
from netaudit.reports.person.report import person_report
from netaudit.store.database import Database
from tests.own_pages_export import own_pages_export
from tests.person_export import person_export
from tests.reports.hostile_export import LABELS, NAME, OF_ANOTHER, hostile_export
from tests.reports.reading import html_text, pdf_text, squeezed
from tests.stored import stored

FOUR = ("N10", "N02", "N00", "NLEFT")


def database_of(folder: Path, export: Path) -> Database:
    return stored(folder / "workspace", export).database()


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("four")
    return database_of(folder, own_pages_export(folder))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("hostile")
    return database_of(folder, hostile_export(folder))


def own(participant: str) -> Viewer:
    return Viewer(role="participant", participant_id=participant)


def texts(database: Database, participant: str) -> tuple[str, str]:
    """What the HTML and the PDF say."""
    report = person_report(database, own(participant), participant=participant)
    return html_text(html(report).encode()), pdf_text(pdf(report))


@pytest.mark.parametrize("participant", FOUR)
def test_it_has_one_to_four_pages_and_every_section(participant: str, four: Database) -> None:
    report = person_report(four, own(participant), participant=participant)
    assert len(PdfReader(BytesIO(pdf(report))).pages) <= 4
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    for title in ("Mentors and mentees", "Your plan", "Room to think", "Good to know"):
        assert title in headings


@pytest.mark.parametrize(
    ("participant", "wave"), [("N10", "endpoint"), ("N02", "midpoint"), ("NLEFT", "baseline")]
)
def test_both_say_what_the_own_pages_say(participant: str, wave: str, four: Database) -> None:
    report = person_report(four, own(participant), participant=participant)

    def asked(question, **more) -> Finding:
        return question(four, own(participant), EVERYTHING, participant=participant, **more)

    measures = asked(person_measures.key_measures, wave=wave)
    network = asked(person_network.person_network, wave=wave).finding
    patterns = asked(person_patterns.patterns, wave=wave)
    cells = [
        *measures.sentences.values(),
        network.headline,
        *network.table["Contact"],
        *patterns.table["What the list says"],
        *patterns.table["Side by side"],
    ]
    for said in (html_text(html(report).encode()), pdf_text(pdf(report))):
        for words in cells:
            assert squeezed(words) in said


def test_three_waves_tell_who_stayed_who_is_new_who_left(four: Database) -> None:
    for said in texts(four, "N10"):
        for words in ("On both lists", "New", "No longer listed", "The figures side by side"):
            assert squeezed(words) in said


def test_every_table_of_plan_and_mentors_is_in_it_row_by_row(four: Database) -> None:
    report = person_report(four, own("N10"), participant="N10")
    tables = [block for block in report.blocks if isinstance(block, Table)]
    rows = {row for table in tables for row in table.rows}
    asked = {"participant": "N10"}
    activities = plan.activities(four, own("N10"), EVERYTHING, **asked).table
    mentors = person_mentors.mentors(four, own("N10"), EVERYTHING, wave="endpoint", **asked).table
    assert {tuple(row) for row in activities.itertuples(index=False)} <= rows
    assert {tuple(row) for row in mentors.itertuples(index=False)} <= rows
    assert len(activities)
    assert len(mentors)


def test_nobody_named_is_told_as_it_was_said(four: Database) -> None:
    for said in texts(four, "N00"):
        assert squeezed("You said that there was nobody to name.") in said
        assert "<svg" not in said


def test_another_wave_can_be_asked_for(four: Database) -> None:
    report = person_report(four, own("N10"), participant="N10", wave="baseline")
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert headings[0] == "Your network at baseline"


def test_a_wave_without_an_audit_names_those_there_are(four: Database) -> None:
    with pytest.raises(NetauditError) as error:
        person_report(four, own("NLEFT"), participant="NLEFT", wave="nowhere")
    assert "baseline" in error.value.hint


@pytest.mark.parametrize("viewer", [own("N02"), Viewer(role="administrator")])
def test_nobody_gets_the_report_of_somebody_else(viewer: Viewer, four: Database) -> None:
    with pytest.raises(NetauditError, match="There is no participant N10 here"):
        person_report(four, viewer, participant="N10")


def test_what_is_the_participants_own_is_not_in_what_a_coordinator_could_make(
    tmp_path: Path,
) -> None:
    database = database_of(tmp_path, person_export(tmp_path))
    report = person_report(database, Viewer.local(), participant="P01")
    said = html_text(html(report).encode())
    assert "SECRET" not in said
    assert "Cleo" not in said
    assert "Ines" not in said
    assert "Ines" in texts(database, "P01")[0]


def test_hostile_names_are_printed_as_they_are(hostile: Database) -> None:
    page, paper = texts(hostile, "H1")
    for words in (NAME, *LABELS, "Say *no* to #hash & <tag>"):
        assert squeezed(words) in page
    for words in LABELS[:5]:  # what is extracted of other scripts is in the order of its shapes
        assert squeezed(words) in paper
    assert "A" * 80 in paper
    assert "李小龙한국어" in paper


def test_no_name_of_another_participants_list_is_in_it(hostile: Database) -> None:
    for said in texts(hostile, "H1"):
        assert squeezed(OF_ANOTHER) not in said


@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_the_same_data_give_the_same_bytes(ending: str, tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        database = database_of(folder, own_pages_export(folder))
        report = person_report(database, own("N10"), participant="N10")
        made.append(rendered(report, ending))
    assert made[0] == made[1]


def test_who_was_never_asked_has_no_report(tmp_path: Path) -> None:
    database = database_of(tmp_path, person_export(tmp_path, others=0))
    with pytest.raises(NetauditError):
        person_report(database, own("P04"), participant="P04")
