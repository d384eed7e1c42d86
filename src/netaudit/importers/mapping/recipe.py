"""The mapping of a survey onto the canonical tables: a small file people can read and mend.

    format = "netaudit-mapping/1"

    [file]
    wave = "baseline"
    cohort = "2026"
    dates = "day first"

    [[question]]
    text = "Compared with you, person {n} is"
    field = "contacts.seniority"
    [question.answers]
    "Peer" = "same_level"

What a file says goes before what is proposed; what it does not say is proposed. So two lines can
be a mapping, and the mapping of one wave serves for the next.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from pathlib import Path
from typing import Any, Literal, cast

import tomli_w

from netaudit.errors import NetauditError
from netaudit.importers.mapping import fields

FORMAT = "netaudit-mapping/1"
LARGEST, HEAD = 2**20, 200
SETTINGS = (
    "cohort",
    "wave",
    "year",
    "dates",
    "people",
    "own_ratings",
    "without_contacts",
    "nameless",
    "pairs",
)
"""What [file] holds as one word each."""

DATE_ORDERS = ("day first", "month first", "year first")
TO_SAY = "?"
"""What stands for the code of an answer until a person has put the code there."""

PAIR_ORDERS = ("by row", "by column", "leave out")
OWN_RATINGS = ("1 to 4", "4 to 1", "1 to 5", "5 to 1", "leave out")
SCALE = re.compile(r"^(-?\d+(?:[.,]\d+)?) to (-?\d+(?:[.,]\d+)?)$")
"""A scale by its ends, the least first."""

LINES = "lines"
"""The separator of a cell that holds one answer a line."""

People = Literal["", "anonymous"]
"""How people are told apart where a file has neither codes nor addresses: every response is another
person, whom no later response can be put beside."""

OwnRatings = Literal["", "1 to 4", "4 to 1", "1 to 5", "5 to 1", "leave out"]
"""From which to which number participants rate themselves, the one that applies most last."""

PairOrder = Literal["", "by row", "by column", "leave out"]
"""How questions about pairs follow one another that do not name them: 1-2, 1-3 … 2-3, or 1-2, 1-3,
2-3, 1-4 …"""

DateOrder = Literal["", "day first", "month first", "year first"]

PLACEHOLDERS = (
    "n/a", "na", "n.a.", "-", "--", "–", "—", ".", "x", "xx", "xxx", "?", "tbc", "tbd", "none",
    "no one", "nobody", "no-one", "nil", "null", "not applicable", "keine", "niemand", "aucun",
    "personne", "ninguno", "nadie", "entfällt", "k.a.", "s/o", "no one else", "nobody else",
    "no more", "niemand mehr", "niemand sonst", "keine weiteren", "personne d'autre", "nadie más",
)  # fmt: skip
"""Names that stand for nobody, in small letters."""


@dataclass(frozen=True, kw_only=True)
class MappedQuestion:
    """What one family of questions is.

    `text` is the family's text, `table` its table (blank for the responses). `field` is the id of
    a field; blank where the question is left out. `answers` gives the code of each answer as it is
    read; blank where the answer means unknown. `separator` is what joins several answers in one
    cell. `scale` says from which to which number people could answer, the least first, where their
    numbers are to be cut in as many equal parts as the field has points. `wording` is kept beside
    a short name, to notice when it changes.
    """

    text: str
    field: str = ""
    table: str = ""
    answers: Mapping[str, str] = made(default_factory=dict)
    separator: str = ""
    scale: str = ""
    wording: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Table and text, by which it is found again."""
        return self.table, self.text


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """A whole mapping. Blank settings are not known yet; `waves` is for files that name waves."""

    tool: str = ""
    cohort: str = ""
    wave: str = ""
    year: str = ""
    waves: Mapping[str, str] = made(default_factory=dict)
    dates: DateOrder = ""
    people: People = ""
    own_ratings: OwnRatings = ""
    without_contacts: Literal["", "yes"] = ""
    nameless: Literal["", "yes"] = ""
    pairs: PairOrder = ""
    placeholders: tuple[str, ...] = PLACEHOLDERS
    questions: tuple[MappedQuestion, ...] = ()

    def of(self, field_id: str) -> MappedQuestion | None:
        """The question that goes to a field; the first where there are several."""
        return next((one for one in self.questions if one.field == field_id), None)


def whole(recipe: Recipe) -> Recipe:
    """The mapping as a file has it: what goes to no field is left out, and not guessed anew."""
    return replace(
        recipe,
        questions=tuple(replace(one, field=one.field or LEAVE_OUT) for one in recipe.questions),
    )


LEAVE_OUT = "leave out"
"""What a mapping calls the field of a question that is not to be read."""


def read_recipe_file(path: Path) -> Recipe:
    """The mapping in a file; NetauditError where there is none or it cannot be used."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise NetauditError(
            f"The mapping {path} cannot be read: {error.strerror or error}.", "Check its name."
        ) from None
    try:
        return read_recipe(content[:LARGEST].decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NetauditError("The mapping is not readable as text.", "Save it as UTF-8.") from None


def is_recipe(content: bytes) -> bool:
    """Whether a file says of itself that it is a mapping."""
    return FORMAT.partition("/")[0].encode() in content[:HEAD]


def read_recipe(text: str) -> Recipe:
    """The mapping that a text holds; NetauditError names what in it cannot be used."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NetauditError(
            f"The mapping is not valid TOML: {error}.",
            "Texts stand in quotes, one line each; answers under [question.answers].",
        ) from None
    if document.get("format", FORMAT) != FORMAT:
        raise NetauditError(
            f"The mapping is of the form {document['format']}.", f"Known here: {FORMAT}."
        )
    _only(document, ("format", "tool", "file", "question"), "the mapping")
    settings = _section(document.get("file", {}), "[file]")
    _only(settings, (*SETTINGS, "waves", "placeholders"), "[file]")
    entries = document.get("question", [])
    if not isinstance(entries, list):
        raise NetauditError("[question] stands there once.", "Write [[question]] before each.")
    return Recipe(
        tool=_text(document, "tool"),
        cohort=_text(settings, "cohort"),
        wave=_text(settings, "wave"),
        year=_text(settings, "year"),
        waves=_texts(settings.get("waves", {}), "waves"),
        dates=cast("DateOrder", _one_of(settings, "dates", DATE_ORDERS)),
        people=cast("People", _one_of(settings, "people", ("anonymous",))),
        own_ratings=cast("OwnRatings", _one_of(settings, "own_ratings", OWN_RATINGS)),
        without_contacts=cast(
            'Literal["", "yes"]', _one_of(settings, "without_contacts", ("yes",))
        ),
        nameless=cast('Literal["", "yes"]', _one_of(settings, "nameless", ("yes",))),
        pairs=cast("PairOrder", _one_of(settings, "pairs", PAIR_ORDERS)),
        placeholders=_placeholders(settings),
        questions=tuple(_question(entry) for entry in entries),
    )


def _question(entry: Any) -> MappedQuestion:
    entry = _section(entry, "[[question]]")
    names = ("text", "field", "table", "answers", "separator", "scale", "wording")
    _only(entry, names, "[[question]]")
    text, name = _text(entry, "text"), _text(entry, "field")
    if not text:
        raise NetauditError("A question of the mapping has no text.", 'Give it one: text = "…".')
    if name not in ("", LEAVE_OUT) and fields.field(name) is None:
        raise NetauditError(
            f"{text}: {name} is no field.",
            f"Use one such as contacts.label, or {LEAVE_OUT!r}; the README lists them.",
        )
    scale = _text(entry, "scale")
    if scale and not SCALE.match(scale):
        raise NetauditError(f"{text}: {scale} is no scale.", 'Write its ends: scale = "0 to 100".')
    return MappedQuestion(
        text=text,
        field=name,
        table=_text(entry, "table"),
        answers=_texts(entry.get("answers", {}), text),
        separator=_text(entry, "separator"),
        scale=scale,
        wording=_text(entry, "wording"),
    )


def _section(value: Any, name: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise NetauditError(f"{name} must be a section.", f"Write {name} on a line of its own.")


def _only(held: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if unknown := [name for name in held if name not in known]:
        raise NetauditError(
            f"{where} knows nothing called {unknown[0]}.", f"Known there: {', '.join(known)}."
        )


def _text(held: Mapping[str, Any], name: str) -> str:
    value = held.get(name, "")
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise NetauditError(f"{name} must be a text.", f'Write it in quotes: {name} = "…".')


def _texts(value: Any, name: str) -> dict[str, str]:
    return {key: _text({key: one}, key) for key, one in _section(value, name).items()}


def _one_of(held: Mapping[str, Any], name: str, choices: tuple[str, ...]) -> str:
    text = _text(held, name)
    if text in ("", *choices):
        return text
    raise NetauditError(f"{name} cannot be {text!r}.", f"Use {' or '.join(choices)}.")


def _placeholders(held: Mapping[str, Any]) -> tuple[str, ...]:
    value = held.get("placeholders")
    if value is None:
        return PLACEHOLDERS
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(one.strip().lower() for one in value)
    raise NetauditError(
        "placeholders must be a list of texts.", 'Write: placeholders = ["n/a", "-"].'
    )


def written(recipe: Recipe) -> str:
    """The mapping as a file holds it."""
    settings: dict[str, Any] = {
        name: value for name in SETTINGS if (value := getattr(recipe, name)) != ""
    }
    if recipe.placeholders != PLACEHOLDERS:
        settings["placeholders"] = list(recipe.placeholders)
    parts = [tomli_w.dumps({"format": FORMAT, "tool": recipe.tool}), _part("[file]", settings)]
    if recipe.waves:
        parts.append(_part("[file.waves]", recipe.waves))
    return "\n".join([*parts, *(_entry(one) for one in recipe.questions)])


def _entry(one: MappedQuestion) -> str:
    entry = {"text": one.text, "field": one.field or LEAVE_OUT}
    entry |= {
        name: value
        for name in ("table", "separator", "scale", "wording")
        if (value := getattr(one, name)) != ""
    }
    lines = _part("[[question]]", entry)
    if one.answers and one.field not in ("", LEAVE_OUT):
        lines += _part("[question.answers]", one.answers)
    return lines


def _part(title: str, held: Mapping[str, Any]) -> str:
    return f"{title}\n{tomli_w.dumps(dict(held))}"
