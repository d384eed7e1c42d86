"""The text of a file as UTF-8, whatever it was saved as, and what that text is like."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from netaudit.errors import NetauditError

CHUNK = 2**20
LONGEST_EDGE = 4
UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SAVE_AS_UTF_8 = "In Excel choose Save as, then 'CSV UTF-8 (comma delimited)'."

BLANK_LINES = (b"\n\n", b"\n\r\n")
INVISIBLE = (b"\xc2\xa0", b"\xe2\x80\x8b", b"\xe2\x80\x8c", b"\xe2\x80\x8d", b"\xe2\x81\xa0")
SPACED = tuple(
    pair for edge in (b",", b";", b"\t", b"\n", b"\r", b'"') for pair in (edge + b" ", b" " + edge)
)
UNLIKELY_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, kw_only=True)
class PlainText:
    """A UTF-8 file; whether it may hold quoted cells, blanks around cells, and unusual lines."""

    path: Path
    quoted: bool
    padded: bool
    unusual_lines: bool


def plain_text(path: Path, copy: Path) -> PlainText:
    """The file itself where it is UTF-8, else a UTF-8 `copy` of it (from UTF-16 or Windows-1252).

    NetauditError where it is no text.
    """
    with path.open("rb") as stream:
        start = stream.read(2)
    encoding = UTF_16.get(start, "utf-8")
    for attempt in dict.fromkeys((encoding, "cp1252") if encoding == "utf-8" else (encoding,)):
        try:
            return _as_utf_8(path, copy, attempt)
        except UnicodeDecodeError:
            continue
    raise _no_text()


def _as_utf_8(path: Path, copy: Path, encoding: str) -> PlainText:
    if encoding == "utf-8":
        with path.open("rb") as stream:
            return _described(path, _valid(stream))
    with path.open("rb") as stream, copy.open("wb") as plain:
        for chunk in _decoded(stream, encoding):
            plain.write(chunk)
    with copy.open("rb") as stream:
        return _described(copy, _chunks(stream))


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _valid(stream: BinaryIO) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    for chunk in _chunks(stream):
        decoder.decode(chunk)
        if b"\0" in chunk:
            raise _no_text()
        yield chunk
    decoder.decode(b"", final=True)


def _decoded(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in _chunks(stream):
        text = decoder.decode(chunk)
        if UNLIKELY_IN_TEXT.search(text):
            raise _no_text()
        yield text.encode()
    decoder.decode(b"", final=True)


def _no_text() -> NetauditError:
    return NetauditError("The file is not readable as text.", SAVE_AS_UTF_8)


def _described(path: Path, chunks: Iterator[bytes]) -> PlainText:
    quoted = padded = unusual = False
    edge = b"\n"
    for chunk in chunks:
        piece = edge + chunk.removeprefix(codecs.BOM_UTF8)
        quoted = quoted or b'"' in chunk
        padded = padded or _is_padded(piece)
        unusual = unusual or _has_unusual_lines(piece)
        edge = piece[-LONGEST_EDGE:]
    padded = padded or edge.endswith((b" ", b"\t"))
    return PlainText(path=path, quoted=quoted, padded=padded, unusual_lines=unusual)


def _is_padded(piece: bytes) -> bool:
    return (
        b"\t" in piece
        or (b" " in piece and any(pair in piece for pair in SPACED))
        or any(blank in piece for blank in (*INVISIBLE, codecs.BOM_UTF8))
    )


def _has_unusual_lines(piece: bytes) -> bool:
    """Whether there may be blank lines, or lines that end in a carriage return alone."""
    returns = piece.count(b"\r") - piece.endswith(b"\r") - piece.count(b"\r\n")
    return returns > 0 or any(pair in piece for pair in BLANK_LINES)
