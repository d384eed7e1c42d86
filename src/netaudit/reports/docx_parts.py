"""What python-docx has no words for: fields, contents, headers that repeat, numbers from one."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

CONTENTS = 'TOC \\o "1-1" \\n \\h \\z'
"""Without page numbers, which Word alone knows: what is written here is what Word would write."""


def element(name: str, **attributes: str) -> Any:
    """A new element of the main namespace with attributes of the same."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word works out, with what it shows until then."""
    field_begins(paragraph, instruction)
    paragraph.add_run(shown)
    field_ends(paragraph)


def field_begins(paragraph: Paragraph, instruction: str) -> None:
    """The part of a field before what it shows."""
    words = element("instrText")
    words.text = instruction
    for part in (element("fldChar", fldCharType="begin"), words):
        paragraph.add_run()._r.append(part)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def field_ends(paragraph: Paragraph) -> None:
    """The end of a field, in this or a later paragraph."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def contents(word: WordFile, titles: Sequence[str]) -> None:
    """The sections' titles as a table of contents."""
    word.add_paragraph("Contents", "Contents heading")
    first = word.add_paragraph(style="Contents entry")
    field_begins(first, CONTENTS)
    written = [first, *(word.add_paragraph(style="Contents entry") for _ in titles[1:])]
    for entry, title in zip(written, titles, strict=False):
        entry.add_run(title)
    field_ends(written[-1])


def restart_numbers(word: WordFile, paragraphs: Iterable[Paragraph]) -> None:
    """Lets the paragraphs, a numbered list, begin at one again."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element
    old = numbering.num_having_numId(style.pPr.numPr.numId.val)
    new = numbering.add_num(old.abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = new.numId
        properties.get_or_add_ilvl().val = 0


def row_header(row: _Row) -> None:
    """Lets the row stand at the head of every page that the table goes on to."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def stay_whole(row: _Row) -> None:
    """Keeps the row on one page."""
    row._tr.get_or_add_trPr().insert(0, element("cantSplit"))


def set_widths(table: Table, shares: Sequence[float], line: Length) -> None:
    """Columns as wide as their shares of the line."""
    table.autofit = False
    whole = sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        width = Length(int(line * share / whole))
        column.width = width
    widths = [column.width for column in table.columns]
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def line_to_write_on(paragraph: Paragraph) -> None:
    """An empty line, ruled."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="4", space="1", color="C4CBD1"))
    paragraph._p.get_or_add_pPr().append(borders)
