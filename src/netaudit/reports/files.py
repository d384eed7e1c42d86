"""A document as the bytes of a file, by the file's ending."""

from collections.abc import Callable

from netaudit.reports.document import Document
from netaudit.reports.docx import docx_file
from netaudit.reports.html import html
from netaudit.reports.pdf import pdf


def rendered(document: Document, ending: str) -> bytes:
    """The document as ".html", ".pdf" or ".docx"."""
    return RENDERERS[ending](document)


def _html(document: Document) -> bytes:
    return html(document).encode()


RENDERERS: dict[str, Callable[[Document], bytes]] = {
    ".html": _html,
    ".pdf": pdf,
    ".docx": docx_file,
}
