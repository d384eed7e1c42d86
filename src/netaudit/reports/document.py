"""A printed document as it is thought, before it is HTML, PDF or anything else.

Blocks follow each other as they are read; none of them says how it looks. All texts are plain:
whatever a name or an answer holds, it is printed and never interpreted. A block that needs words
of the data takes them as they are; `printable` is applied by the renderers.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

LANGUAGE, REGION = "en", "GB"

UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Signs without a shape: controls, those that turn the direction of what follows, half signs."""


Fact = tuple[str, str]
"""A short title and the sentence that belongs to it."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A section's title (level 1) or that of a part of it (level 2).

    `fresh_page` begins a new page on paper, as an annex does.
    """

    text: str
    level: Literal[1, 2] = 1
    fresh_page: bool = False


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text; a `lead` is the sentence that says what a section shows."""

    text: str
    lead: bool = False


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a figure rests on, or what it must not be taken for: smaller than running text."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Short titles, each with the sentence that belongs to it."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Items:
    """A list of texts, numbered where their order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of texts under column titles; the first column says what a row is about.

    `widths` are shares of the line, one a column; without them columns take what they need.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A drawing as SVG; `alternative` tells it to somebody who cannot see it.

    `width` is a share of the line; `facts`, titles with their sentences, stand beside a drawing
    that leaves room for them.
    """

    svg: str
    caption: str
    alternative: str
    width: float = 1.0
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Prompts:
    """Questions, each with so many empty lines to write on; two stand beside each other."""

    questions: tuple[str, ...]
    lines: int


Block = Heading | Paragraph | Note | Facts | Items | Table | Figure | Prompts


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole document; `facts` stand under the title, `on` is the day its data end, if known.

    `kind` says in a few words what sort of document it is, `running_title` stands on every page.
    One that `is_long` has a table of contents, and its figures and tables are numbered.
    """

    kind: str
    title: str
    running_title: str
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    on: date | None
    is_long: bool = False

    @property
    def data(self) -> dict[str, Any]:
        """The document as plain values; every text printable.

        Each block has its `kind`, and a `label` such as "Table 3", empty where it has no number.
        """
        on = None if self.on is None else [self.on.year, self.on.month, self.on.day]
        plain: dict[str, Any] = _printable(
            {
                "language": LANGUAGE,
                "region": REGION,
                "kind": self.kind,
                "title": self.title,
                "running_title": self.running_title,
                "facts": self.facts,
                "blocks": self._blocks(),
                "on": on,
                "is_long": self.is_long,
            }
        )
        return plain

    def _blocks(self) -> Iterable[dict[str, Any]]:
        counts: Counter[type[Block]] = Counter()
        for block in self.blocks:
            kind, label = type(block), ""
            if self.is_long and isinstance(block, Table | Figure):
                counts[kind] += 1
                label = f"{kind.__name__} {counts[kind]}"
            yield {"kind": kind.__name__.lower(), "label": label, **asdict(block)}


def printable(text: str) -> str:
    """The text without signs that have no shape; what is left of an empty one is empty."""
    return UNPRINTABLE.sub("", text)


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(one) for name, one in value.items()}
    if isinstance(value, Iterable):
        return [_printable(one) for one in value]
    return value
