"""What coders gave, and the codebook they gave it from, as questions about themes take it."""

import json
from dataclasses import dataclass
from typing import Any

from netaudit.store.codebook import Codebook, read_codebook
from netaudit.store.ledger import Ledger
from netaudit.store.themes import codings_as_json
from netaudit.vocabulary import label


@dataclass(frozen=True, kw_only=True)
class Given:
    """Plain values, so that an answer is kept until a coding or the codebook changes.

    `codings` and `merged` are the texts (JSON) that the summaries read; `words` says by code how
    every theme of the codebook reads, `offered` which of them coders can give.
    """

    codings: str = "[]"
    merged: str = "{}"
    words: tuple[tuple[str, str], ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def parameters(self) -> dict[str, Any]:
        """What every summary about themes takes."""
        return {"codings": self.codings, "merged": self.merged}

    def name(self, code: str) -> str:
        """How a theme reads; a code that is not in the codebook reads as it stands."""
        return dict(self.words).get(code) or label("theme", code)


def given(ledger: Ledger) -> Given:
    """Everything that the ledger holds about themes."""
    return of(read_codebook(ledger), codings_as_json(ledger))


def of(book: Codebook, codings: str = "[]") -> Given:
    """The same of a codebook and codings at hand."""
    return Given(
        codings=codings,
        merged=json.dumps(book.merged),
        words=tuple(
            (code, _words(one.theme.words, one.theme.is_retired))
            for code, one in book.latest.items()
        ),
        offered=tuple(theme.code for theme in book.offered),
    )


def _words(words: str, is_retired: bool) -> str:
    return f"{words} (retired)" if is_retired else words
