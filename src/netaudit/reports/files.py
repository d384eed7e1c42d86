"""A document as the bytes of a file, by the file's ending."""

from netaudit.reports.document import Document
from netaudit.reports.html import html
from netaudit.reports.pdf import pdf


def rendered(document: Document, ending: str) -> bytes:
    """The document as ".html" or ".pdf"."""
    return pdf(document) if ending == ".pdf" else html(document).encode()
