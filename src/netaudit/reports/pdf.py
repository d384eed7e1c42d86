"""A document as PDF: tagged and searchable, its texts set by Typst from data, never from source."""

import json
from functools import cache
from importlib.resources import files
from typing import Literal

import typst

from netaudit.reports.document import Document, Note
from netaudit.reports.fonts import font_folders

TEMPLATE = (files("netaudit.reports") / "document.typ").read_bytes()
Standard = Literal["ua-1"]
NO_DAY = 0
"""The time a PDF says it was made, where the document has no day: the beginning of 1970."""

MISSING_LETTERS = "could not be displayed with font"
MISSING_LETTERS_NOTE = Note(
    text="Some signs in this document have no letter in its fonts and are shown as boxes. The HTML"
    " version shows them where your computer knows them."
)


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1, in which every computer reads headings, tables and figures aloud.

    Where a name is written in a script that no font has, it shows boxes, says so, and is tagged
    all the same; the standard is not claimed then. The same document gives the same bytes.
    """
    try:
        return _compiled(document, "ua-1")
    except typst.TypstError as error:
        if MISSING_LETTERS not in str(error):
            raise
    told = Document(**{**vars(document), "blocks": (*document.blocks, MISSING_LETTERS_NOTE)})
    return _compiled(told, None)


def _compiled(document: Document, standard: Standard | None) -> bytes:
    return typst.compile(
        TEMPLATE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"document": json.dumps(document.data)},
        pdf_standards=standard,
        timestamp=NO_DAY,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, font_paths=[str(folder) for folder in font_folders()]
    )
