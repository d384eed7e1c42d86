"""A document as a Word file: real headings, captions and tables, to be worked on further."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import vl_convert
from docx.document import Document as WordFile
from docx.shared import Inches
from docx.text.paragraph import Paragraph

from netaudit.reports.charts import pixels_wide, use_fonts
from netaudit.reports.document import LANGUAGE, REGION, Document
from netaudit.reports.docx_looks import LINE, dress
from netaudit.reports.docx_parts import (
    contents,
    field,
    line_to_write_on,
    restart_numbers,
    row_header,
    set_widths,
    stay_whole,
)

DPI, POINTS = 200, 72
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same document gives the same bytes."""

LETTER, PADDING = 2.05, 4.8
"""What a letter of a table takes of the line, and what stays free beside it, in millimetres."""

SHORT, LITTLE = 16, 900
"""A table of so many rows and letters at most stays on one page."""

NO_DAY = datetime(1980, 1, 1)
ENDLESS = 32
"""A word of so many letters may not decide how wide a column is."""

Plain = Mapping[str, Any]


def docx_file(document: Document) -> bytes:
    """The document as .docx. The same document gives the same bytes; every text is only a text."""
    plain = document.data
    word = docx.Document()
    dress(word, plain["running_title"])
    _describe(word, document, plain)
    _front(word, plain)
    for block in plain["blocks"]:
        WRITERS[block["kind"]](word, block)
    written = BytesIO()
    word.save(written)
    return _dated_alike(written)


def _describe(word: WordFile, document: Document, plain: Plain) -> None:
    on = NO_DAY if document.on is None else datetime.combine(document.on, time.min)
    core = word.core_properties
    core.title, core.subject = plain["title"][:255], plain["kind"][:255]
    core.author = core.last_modified_by = "netaudit"
    core.comments = core.keywords = ""
    core.language = f"{LANGUAGE}-{REGION}"
    core.created = core.modified = on
    core.revision = 1


def _front(word: WordFile, plain: Plain) -> None:
    word.add_paragraph(plain["kind"], "Subtitle")
    word.add_paragraph(plain["title"], "Title")
    _facts(word, plain)
    if plain["is_long"]:
        heads = [block for block in plain["blocks"] if block["kind"] == "heading"]
        contents(word, [block["text"] for block in heads if block["level"] == 1])


def _heading(word: WordFile, block: Plain) -> None:
    written = word.add_heading(block["text"], block["level"])
    if block["fresh_page"]:
        written.paragraph_format.page_break_before = True


def _paragraph(word: WordFile, block: Plain) -> None:
    word.add_paragraph(block["text"], "Lead" if block["lead"] else "Normal")


def _note(word: WordFile, block: Plain) -> None:
    word.add_paragraph(block["text"], "Note")


def _facts(word: WordFile, block: Plain) -> None:
    for name, words in block["facts"]:
        written = word.add_paragraph(style="Fact")
        written.add_run(name).bold = True
        written.add_run(f"\t{words}")


def _items(word: WordFile, block: Plain) -> None:
    style = "List Number" if block["numbered"] else "List Bullet"
    written = [word.add_paragraph(text, style) for text in block["texts"]]
    if block["numbered"]:
        restart_numbers(word, written)


def _figure(word: WordFile, block: Plain) -> None:
    use_fonts()
    width = float(LINE.inches) * block["width"]
    scale = width * POINTS / pixels_wide(block["svg"])
    picture = vl_convert.svg_to_png(block["svg"], scale=scale, ppi=DPI)
    drawn = word.add_picture(BytesIO(picture), Inches(width))
    properties = drawn._inline.docPr
    properties.set("descr", block["alternative"])
    properties.set("name", block["label"] or "Figure")
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    _caption(word, block)
    _facts(word, block)


def _table(word: WordFile, block: Plain) -> None:
    _caption(word, block).paragraph_format.keep_with_next = True
    columns, rows = block["columns"], block["rows"]
    kept = len(rows) <= SHORT and sum(len(cell) for row in rows for cell in row) <= LITTLE
    table = word.add_table(rows=0, cols=len(columns), style="Report table")
    for place, texts in enumerate((columns, *rows)):
        # By the style's id: python-docx would look for its name anew in every cell.
        looks = word.styles["Kept cell" if kept and place < len(rows) else "Cell"].style_id
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.paragraphs[0].text = text
            cell.paragraphs[0]._p.style = looks
    row_header(table.rows[0])
    for row in table.rows:
        stay_whole(row)
    set_widths(table, _widths(block), LINE)
    word.add_paragraph(style="After table")


def _widths(block: Plain) -> list[float]:
    """Shares of the line: what the longest word of a column takes, and of the rest as it needs."""
    columns, rows = block["columns"], block["rows"]
    told = block["widths"] or _needed(columns, rows)
    least = [
        PADDING + LETTER * min(ENDLESS, max(len(part) for cell in column for part in _words(cell)))
        for column in zip(columns, *rows, strict=True)
    ]
    left = max(0.0, LINE.mm - sum(least))
    whole = sum(told)
    wanted = [LINE.mm * share / whole for share in told]
    short = [max(0.0, one - fewest) for one, fewest in zip(wanted, least, strict=True)]
    return [
        fewest + left * one / (sum(short) or 1) for fewest, one in zip(least, short, strict=True)
    ]


def _words(cell: str) -> list[str]:
    return cell.split() or [""]


def _needed(columns: list[str], rows: list[list[str]]) -> list[float]:
    """What each column needs of the line: the root of its longest text, at least a word's."""
    return [
        max(6.0, max(min(len(cell), ENDLESS * 4) for cell in column)) ** 0.6
        for column in zip(columns, *rows, strict=True)
    ]


def _caption(word: WordFile, block: Plain) -> Paragraph:
    """With a number that Word counts anew when something is put before it."""
    written = word.add_paragraph(style="Caption")
    if block["label"]:
        kind, number = block["label"].split()
        written.add_run(f"{kind} ")
        field(written, f"SEQ {kind} \\* ARABIC", number)
        written.add_run(". ")
    written.add_run(block["caption"])
    return written


def _prompts(word: WordFile, block: Plain) -> None:
    for question in block["questions"]:
        word.add_paragraph().add_run(question).bold = True
        for _ in range(block["lines"]):
            line_to_write_on(word.add_paragraph())


WRITERS: dict[str, Callable[[WordFile, Plain], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "note": _note,
    "facts": _facts,
    "items": _items,
    "figure": _figure,
    "table": _table,
    "prompts": _prompts,
}


def _dated_alike(written: BytesIO) -> bytes:
    """The archive again with no time of writing in it."""
    same = BytesIO()
    with ZipFile(written) as source, ZipFile(same, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            dated = ZipInfo(entry.filename, EARLIEST)
            dated.compress_type = ZIP_DEFLATED
            target.writestr(dated, source.read(entry))
    return same.getvalue()
