"""The header of a LimeSurvey export: codes, wordings, or both, and what stands in brackets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netaudit.importers.plain import tidy
from netaudit.importers.survey import Sheet
from netaudit.importers.wide import at

OWN = ("id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
       "ipaddr", "refurl", "firstname", "lastname", "email", "interviewtime")  # fmt: skip
"""Codes of LimeSurvey's own columns."""

TELLING = {"submitdate", "lastpage", "startlanguage", "seed", "datestamp"}
ENOUGH_OF_THEM = 2

CODE_AND_TEXT = re.compile(
    r"^(id|submitdate|lastpage|startlanguage|seed|startdate|datestamp)(?P<mark>\W+_?\W*)(?=\w)"
)
CODED = re.compile(r"^(?P<code>[A-Za-z]\w*|\d+X\d+X\d+)(?P<rest>(?:\[[^\]]*\])*|\w*)$")
DOTTED = re.compile(r"^([A-Za-z]\w*)\.(\w+)\.$")
"""How R writes the brackets of a code."""

PUT_IN = re.compile(r"\{[^{}]*\}")
MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$")
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
SEED = re.compile(r"^\d{6,}$")
TIMING = re.compile(r"^(interviewtime|groupTime\d+)$")


@dataclass(frozen=True, kw_only=True)
class Heading:
    """One column: its question's code (blank where only wordings stand there), and its wording.

    `name` is the whole code as it stands. `parts` are the codes in brackets, `labels` the wordings
    in brackets.
    """

    position: int
    name: str
    code: str
    parts: tuple[str, ...]
    stem: str
    labels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Header:
    """Where LimeSurvey's own columns are, by their codes, and the headings of the others."""

    own: Mapping[str, int]
    headings: tuple[Heading, ...]


def is_limesurvey(sheet: Sheet) -> bool:
    """Whether the header has LimeSurvey's own columns: by their codes, or by what is in them."""
    codes = {_code(cell, _mark(sheet.header)) for cell in sheet.header}
    return len(codes & TELLING) >= ENOUGH_OF_THEM or bool(_own_by_answers(sheet))


def read_header(sheet: Sheet) -> Header:
    """The header of a table that `is_limesurvey`."""
    mark = _mark(sheet.header)
    codes = [_code(cell, mark) for cell in sheet.header]
    own = {code: place for place, code in enumerate(codes, start=1) if code in OWN}
    coded = len(own.keys() & TELLING) >= ENOUGH_OF_THEM
    if not coded:
        own = _own_by_answers(sheet)
    taken = set(own.values())
    headings = [
        _coded(position, cell, mark) if coded else _worded(position, cell)
        for position, cell in enumerate(map(tidy, sheet.header), start=1)
        if cell and position not in taken
    ]
    return Header(own=own, headings=tuple(_without_timings(headings)))


def _mark(header: Iterable[str]) -> str:
    """What stands between code and wording; blank where there are codes or wordings alone."""
    found = (CODE_AND_TEXT.match(cell) for cell in header)
    return next((one.group("mark") for one in found if one), "")


def _code(cell: str, mark: str) -> str:
    return cell.partition(mark)[0] if mark else cell


def _coded(position: int, cell: str, mark: str) -> Heading:
    name, _, text = cell.partition(mark) if mark else (cell, "", "")
    dotted = DOTTED.match(name)
    found = CODED.match(f"{dotted.group(1)}[{dotted.group(2)}]" if dotted else name)
    code, rest = (found.group("code"), found.group("rest")) if found else (name, "")
    inner = re.findall(r"\[([^\]]*)\]", rest) or ([rest] if rest else [])
    parts = tuple(part for one in inner for part in one.split("_") if part)
    stem, labels = _cut(text, len(parts))
    return Heading(position=position, name=name, code=code, parts=parts, stem=stem, labels=labels)


def _worded(position: int, cell: str) -> Heading:
    stem, labels = _cut(cell, 2)
    return Heading(position=position, name="", code="", parts=(), stem=stem, labels=labels)


def _cut(text: str, most: int) -> tuple[str, tuple[str, ...]]:
    """A wording and the labels in brackets at its end, outer brackets only.

    What LimeSurvey would put into them for each person, such as a name, is left out.
    """
    labels: list[str] = []
    rest = tidy(PUT_IN.sub("", text))
    while len(labels) < most and rest.endswith("]") and (begin := _opening(rest)) is not None:
        labels.insert(0, rest[begin + 1 : -1].strip())
        rest = rest[:begin].rstrip()
    return rest, tuple(labels)


def _opening(text: str) -> int | None:
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == "]") - (text[place] == "[")
        if depth == 0:
            return place
    return None


def _without_timings(headings: Sequence[Heading]) -> list[Heading]:
    """The columns of answers, without those of the seconds each took."""
    timed = {f"{one.code}Time" for one in headings}
    return [
        one
        for one in headings
        if not TIMING.match(one.code or one.stem) and not (one.code in timed and not one.parts)
    ]


def _own_by_answers(sheet: Sheet) -> dict[str, int]:
    """LimeSurvey's own columns where only wordings stand over them, in whatever language.

    They come first: a number, a moment (blank where not handed in), a page, a language; then a
    seed, an access code, two moments, if the survey keeps them. None where they are not so.
    """
    rows = [cells for _, cells in sheet.body]
    if not rows or not all(_begins_as_answers_do(cells) for cells in rows):
        return {}
    first = {code: place for place, code in enumerate(OWN[:4], start=1)}
    return first | _more_by_answers(rows, len(first) + 1)


def _begins_as_answers_do(cells: Sequence[str]) -> bool:
    number, submitted, page, language = (at(cells, place) for place in range(1, 5))
    return (
        number.isdigit()
        and (not submitted or bool(MOMENT.match(submitted)))
        and (not page or page.isdigit())
        and bool(LANGUAGE.match(language))
    )


def _more_by_answers(rows: Sequence[Sequence[str]], place: int) -> dict[str, int]:
    found = {}
    if all(SEED.match(at(cells, place)) for cells in rows):
        found["seed"] = place
        place += 1
    moments = [_all_moments(rows, place + further) for further in range(3)]
    if not moments[0] and moments[1] and moments[2]:
        found["token"] = place
        place += 1
    if _all_moments(rows, place) and _all_moments(rows, place + 1):
        found |= {"startdate": place, "datestamp": place + 1}
    return found


def _all_moments(rows: Sequence[Sequence[str]], place: int) -> bool:
    return all(MOMENT.match(at(cells, place)) for cells in rows)
