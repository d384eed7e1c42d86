"""PDF: read back with pypdf, which shares no code with what writes it."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from netaudit.reports.document import Document, Heading, Paragraph, Table
from netaudit.reports.pdf import MISSING_LETTERS_NOTE, pdf
from tests.reports.documents import saying

MARKUP = (
    "#set page() $x$ *b* _i_ `c` <l> @l \\ // /* */ [c] {1} ~ -- ' \" = + - https://a.b #panic()"
)


def read(document: Document) -> PdfReader:
    return PdfReader(BytesIO(pdf(document)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags_of(reader: PdfReader) -> list[dict[str, Any]]:
    """Every element of the structure tree, in reading order."""
    found: list[dict[str, Any]] = []

    def walk(element: Any) -> None:
        element = element.get_object()
        if isinstance(element, list):
            for one in element:
                walk(one)
        elif isinstance(element, dict):
            if "/S" in element:
                found.append(element)
            if "/K" in element:
                walk(element["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_it_is_tagged_has_a_language_and_a_title():
    reader = read(saying("words"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (pypdf's own boolean)
    assert root["/Lang"].lower() == "en-gb"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert reader.metadata.title == "Title words"
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()


def test_headings_tables_lists_and_figures_are_tagged_as_such():
    tags = tags_of(read(saying("words")))
    kinds = [str(tag["/S"]) for tag in tags]
    assert {"/Title", "/H1", "/H2", "/Table", "/TH", "/TD", "/Caption", "/L", "/LI"} <= set(kinds)
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert [tag["/Alt"] for tag in figures] == ["Drawn words"]
    assert kinds.count("/TH") == 2
    assert kinds.count("/TD") == 4


def test_the_same_document_gives_the_same_bytes():
    assert pdf(saying("words")) == pdf(saying("words"))


def test_the_day_is_that_of_the_document():
    reader = read(saying("words"))
    assert reader.metadata is not None
    assert reader.metadata.creation_date_raw.startswith("D:20260304")


def test_pages_are_numbered_with_the_title_and_tables_repeat_their_header():
    rows = tuple((f"row {number}", "x") for number in range(150))
    table = Table(caption="Long", columns=("Numbered", "Other"), rows=rows)
    reader = read(
        Document(kind="K", title="T", running_title="Running", facts=(), blocks=(table,), on=None)
    )
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) >= 3
    for number, text in enumerate(texts, start=1):
        assert "Running" in text
        assert f"Page {number} of {len(texts)}" in text
        assert "Numbered" in text


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    for filler in range(38, 60):
        blocks = (
            *(Paragraph(text=f"line {number}") for number in range(filler)),
            Heading(text="Lonely"),
            Paragraph(text="follows"),
        )
        reader = read(
            Document(kind="K", title="T", running_title="R", facts=(), blocks=blocks, on=None)
        )
        (page,) = [text for p in reader.pages if "Lonely" in (text := p.extract_text())]
        assert "follows" in page


def test_markup_is_printed_and_not_read():
    text = text_of(read(saying(MARKUP)))
    assert text.count(" ".join(MARKUP.split())) >= 4


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Ő",
        "Αθηνά",
        "Йована",
        "محمد علي",
        "דוד לוי",
        "李小龙",
        "한국어",
        "नमस्ते",
        "ਪੰਜਾਬੀ",
        "😀",
    ],
)
def test_names_in_other_scripts_have_letters(name):
    assert MISSING_LETTERS_NOTE.text not in text_of(read(saying(name)))


def test_a_script_without_letters_is_told_and_leaves_the_document_tagged():
    reader = read(saying("\U00013000\U00013001"))
    assert " ".join(MISSING_LETTERS_NOTE.text.split()) in text_of(reader)
    assert "/StructTreeRoot" in reader.trailer["/Root"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
@example("A" * 500)
@example("\u202eright to left")
@example("\x00\x0b\x1f\ud800")
@example("")
def test_whatever_is_written_can_be_printed(words):
    assert pdf(saying(words)).startswith(b"%PDF-")
