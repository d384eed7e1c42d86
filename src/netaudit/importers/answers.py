"""Answers of a survey as canonical values."""

import re
from collections.abc import Iterable, Mapping, Sequence

from netaudit.importers.dates import moment
from netaudit.importers.mapping.recipe import LINES, DateOrder, MappedQuestion
from netaudit.importers.mapping.sliders import in_parts
from netaudit.importers.plain import plain, tidy
from netaudit.importers.survey import Question
from netaudit.schema import MULTI_CODE_NONE, Column

TICKED = ("1", "true", "yes", "y", "x", "checked", "selected", "ticked", "ja", "oui", "si", "sí")
NUMBER = re.compile(r"^-?\d+(?:[.,]\d+)?$")
PARTIAL_DATE = re.compile(r"^\d{4}(-\d{2}){0,2}$")


def value(mapped: MappedQuestion, column: Column, said: Sequence[str], order: DateOrder) -> str:
    """What the column holds for the answers; blank where they are unknown to the mapping.

    `said` are the answers as people read them, several only where several could be chosen.
    """
    if not said:
        return ""
    if column.kind == "codes":
        return _codes(mapped, column, said)
    codes = {plain(answer): code for answer, code in mapped.answers.items()}
    for answer in (plain(said[0]), _as_whole(said[0])):
        if answer in codes:
            return codes[answer]
    if column.vocabulary is not None:
        return ""
    if mapped.scale:
        return in_parts(said[0], mapped.scale, column) if NUMBER.match(said[0]) else ""
    return _free(column, said[0], order)


def _codes(mapped: MappedQuestion, column: Column, said: Sequence[str]) -> str:
    codes = {plain(answer): code for answer, code in mapped.answers.items()}
    free = column.vocabulary is None
    found = [codes.get(plain(one), tidy(one).replace("|", "/") if free else "") for one in said]
    chosen = [code for code in dict.fromkeys(found) if code]
    if len(chosen) > 1 and MULTI_CODE_NONE in chosen:
        chosen.remove(MULTI_CODE_NONE)
    return "|".join(chosen)


def _free(column: Column, answer: str, order: DateOrder) -> str:
    if column.kind in ("integer", "number"):
        return _as_whole(answer).replace(",", ".") if NUMBER.match(answer) else ""
    if column.kind in ("date", "partial_date"):
        if column.kind == "partial_date" and PARTIAL_DATE.match(answer):
            return answer
        found = moment(answer, order)
        return found.date().isoformat() if found else ""
    return tidy(answer)


def _as_whole(answer: str) -> str:
    """A whole number without the places behind the point that some tables give it: "3.0" is 3."""
    return re.sub(r"^(-?\d+)[.,]0+$", r"\1", answer.strip())


def is_ticked(question: Question, cell: str) -> bool:
    """Whether a tick-box of its own is ticked; a blank one is not, and says nothing else either."""
    text = plain(question.answer(cell.strip()))
    return text in TICKED or (bool(text) and text in (plain(question.choice), plain(question.row)))


def said_in(question: Question, cell: str, mapped: MappedQuestion, *, several: bool) -> list[str]:
    """The answers that one cell holds, as people read them."""
    text = cell.strip()
    if not text:
        return []
    if mapped.separator == LINES:
        return [one for line in text.splitlines() if (one := tidy(line))]
    whole = tidy(question.answer(text))
    if not several or not mapped.separator:
        return [whole]
    parts = split(text, [*mapped.answers, *(o.label for o in question.options)], mapped.separator)
    return [tidy(question.answer(part)) for part in parts]


def split(text: str, options: Iterable[str], separator: str) -> list[str]:
    """The answers joined in a cell: those of the option list, the longest first, then the rest.

    An option may hold the separator itself.
    """
    known = sorted({plain(option) for option in options if option}, key=len, reverse=True)
    mark = separator.strip() or " "
    found = []
    rest = tidy(text).lstrip(mark)
    while rest:
        length = next((n for option in known if (n := _begins(rest, option, mark))), 0)
        length = length or len(_up_to(rest, mark))
        found.append(rest[:length].strip())
        rest = rest[length:].strip().lstrip(mark).strip()
    return [one for one in found if one]


def _begins(text: str, option: str, mark: str) -> int:
    """How many signs of the text the option takes at its beginning; 0 where it is not there.

    The two may differ in length: an option is compared in another form than it is written in,
    where one sign may have become two ("ß" becomes "ss").
    """
    for length in range(max(1, len(option) // 2), min(len(text), len(option) + 5) + 1):
        if plain(text[:length]) == option:
            rest = text[length:]
            return (
                length
                if not rest.strip()
                or rest.lstrip(" ").startswith(mark)
                or (mark == " " and rest.startswith(mark))
                else 0
            )
    return 0


def _up_to(text: str, mark: str) -> str:
    """The text up to the next separator that stands outside brackets."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if depth <= 0 and text.startswith(mark, place) and place:
            return text[:place]
    return text


def parts_without_list(text: str, separator: str) -> list[str]:
    """The answers joined in a cell whose option list is not known.

    Brackets are kept whole; so is what goes on in small letters where answers begin with capitals.
    """
    found: list[str] = []
    for part in split(text, (), separator):
        goes_on = found and part[:1].islower() and found[0][:1].isupper()
        if goes_on:
            found[-1] = f"{found[-1]}{separator.rstrip() or separator} {part}"
        else:
            found.append(part)
    return found


def most_used(counts: Mapping[str, int], number: int) -> list[str]:
    """The answers given most often, in that order."""
    return sorted(counts, key=lambda answer: (-counts[answer], answer))[:number]
