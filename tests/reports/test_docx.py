"""Word: read back with python-docx, and what it does not know from the XML itself."""

import time
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.image.image import Image
from docx.oxml.ns import qn

from netaudit.reports.document import Document, Heading, Items, Paragraph, Table, printable
from netaudit.reports.docx import docx_file
from netaudit.reports.html import html
from netaudit.reports.pdf import pdf
from tests.reports.documents import saying
from tests.reports.reading import pdf_text

HOSTILE = '</w:t></w:r><w:instrText>DDEAUTO c:\\\\x "calc"</w:instrText> =1+1 {{ 7*7 }} &amp; <b>'


def read(document: Document) -> WordFile:
    return docx.Document(BytesIO(docx_file(document)))


def long(*blocks) -> Document:
    return Document(
        kind="K", title="T", running_title="R", facts=(), blocks=blocks, on=None, is_long=True
    )


@pytest.fixture(scope="module")
def word() -> WordFile:
    return read(saying("words"))


def test_headings_and_captions_are_styles(word: WordFile) -> None:
    styled = {paragraph.style.name: paragraph.text for paragraph in word.paragraphs}
    assert styled["Title"] == "Title words"
    assert styled["Heading 1"] == "Section words"
    assert styled["Heading 2"] == "Part words"
    assert styled["Caption"] == "words"
    assert {"List Bullet", "List Number"} <= set(styled)


def test_a_table_can_be_edited_and_repeats_its_header(word: WordFile) -> None:
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["words", "Other"],
        ["words", "words"],
        ["words", "words"],
    ]
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, False, False]
    assert word.styles["Cell"].font.bold is None


def test_a_picture_has_its_words_and_200_dots_an_inch(word: WordFile) -> None:
    (picture,) = word.inline_shapes
    assert picture._inline.docPr.get("descr") == "Drawn words"
    drawn = Image.from_blob(word.part.related_parts[_embedded(picture)].blob)
    assert drawn.px_width / picture.width.inches == pytest.approx(200, abs=1)
    assert drawn.horz_dpi == 200


def _embedded(picture) -> str:
    return picture._inline.graphic.graphicData.pic.blipFill.blip.embed


def test_it_says_its_language_title_and_day(word: WordFile) -> None:
    core = word.core_properties
    assert (core.title, core.language, core.author) == ("Title words", "en-GB", "netaudit")
    assert core.created == core.modified == datetime(2026, 3, 4, tzinfo=UTC)
    languages = {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_a_long_one_has_contents_and_numbers() -> None:
    table = Table(caption="Many", columns=("A", "B"), rows=(("1", "2"),))
    word = read(long(table, table, Paragraph(text="x")))
    captions = [one.text for one in word.paragraphs if one.style.name == "Caption"]
    assert captions == ["Table 1. Many", "Table 2. Many"]
    page, paper = html(long(table)), " ".join(pdf_text(pdf(long(table, Heading(text="One")))))
    assert "Table 1. Many" in page
    assert "C o n t e n t s" in paper
    told = [words.text for words in word.element.iter(qn("w:instrText"))]
    assert [words.split()[0] for words in told] == ["TOC", "SEQ", "SEQ"]


def test_each_numbered_list_begins_at_one() -> None:
    one = Items(texts=("a", "b"), numbered=True)
    word = read(long(one, one))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_the_same_document_gives_the_same_bytes_at_another_time(monkeypatch) -> None:
    first = docx_file(saying("words"))
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert docx_file(saying("words")) == first
    with ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


@pytest.mark.parametrize("words", [HOSTILE, "\x00\x0b\ud800\ufffe\u202e", "A" * 300])
def test_whatever_is_written_is_text_and_runs_nothing(words: str) -> None:
    word = read(saying(words))
    assert word.tables[0].rows[1].cells[0].text == printable(words)
    fields = [one.text for one in word.element.iter(qn("w:instrText"))]
    assert not fields
