"""What a rendered report says, read back without the code that wrote it."""

from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.is_hidden = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.is_hidden = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.is_hidden = False

    def handle_data(self, data: str) -> None:
        if not self.is_hidden:
            self.parts.append(data)


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        self.is_cell = tag in ("td", "th")
        if self.is_cell:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_cell = False

    def handle_data(self, data: str) -> None:
        if self.is_cell:
            self.rows[-1][-1] += data


def html_rows(page: bytes) -> list[list[str]]:
    """The rows of every table, cell by cell."""
    reader = _Rows()
    reader.feed(page.decode())
    return reader.rows


def html_text(page: bytes) -> str:
    reader = _Text()
    reader.feed(page.decode())
    return squeezed(" ".join(reader.parts))


def pdf_text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Without white space: where lines break is no part of what is said."""
    return "".join(text.replace("\u200b", "").split())
