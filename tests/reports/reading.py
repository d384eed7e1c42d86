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
