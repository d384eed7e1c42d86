"""HTML: read back with the standard library's parser."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from netaudit.reports.document import Document, printable
from netaudit.reports.html import html
from tests.reports.documents import saying

HOSTILE = "</style></svg></p>\"'><script>alert(1)</script><img src=//a.b onerror=x>{{ 7*7 }} &amp;"


class Reader(HTMLParser):
    """Collects elements with their attributes, and the text outside the head."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html(document))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def test_nothing_is_fetched_and_nothing_runs():
    reader = Reader(saying("words"))
    assert not {"script", "link", "iframe", "object", "img", "form", "base", "a"} & set(reader.tags)
    for _, attributes in reader.elements:
        assert not {"src", "href", "style"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"@import|url\(", html(saying("words")))


def test_its_policy_allows_its_own_style_sheet_alone():
    page = html(saying("words"))
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [
        attributes["content"]
        for tag, attributes in Reader(saying("words")).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy


def test_headings_tables_and_figures_are_real_ones():
    reader = Reader(saying("words"))
    assert reader.tags.count("h1") == 1
    assert [tag for tag in reader.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3"]
    assert ("html", {"lang": "en-GB"}) in reader.elements
    scopes = [attributes.get("scope") for tag, attributes in reader.elements if tag == "th"]
    assert scopes == ["col", "col", "row", "row"]
    assert "caption" in reader.tags
    drawn = [attributes for tag, attributes in reader.elements if attributes.get("role") == "img"]
    assert [attributes["aria-label"] for attributes in drawn] == ["Drawn words"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
@example(HOSTILE)
@example("\u202eright to left\x00")
def test_whatever_is_written_is_text_and_stays_what_it_is(words):
    plain, said = Reader(saying("words")), Reader(saying(words))
    assert said.tags == plain.tags
    assert f"Section {printable(words)}" in "".join(said.texts)
