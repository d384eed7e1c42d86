"""The wordings of a Qualtrics export: what columns share, and which contacts they name."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from netaudit.importers.numbered import Numbered, alike, numbered, split_stem
from netaudit.importers.plain import plain
from netaudit.importers.survey import FIRST, SECOND, SLOT, Question
from netaudit.importers.tools.qualtrics_names import PIPED, Named

MARK = " - "
CHOSEN = ("selected choice", "ausgewählte auswahl", "ausgewählte antwort", "choix sélectionné",
          "opción seleccionada", "geselecteerde keuze", "scelta selezionata")  # fmt: skip
"""What stands between a question and its option where each option has a column."""

NUMBERED = re.compile(r"#(\d+)#")

Contacts = Mapping[tuple[str, str], int]
"""The number of the contact typed into a field, by the question's id and the field's."""


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A column with its wording cut up: what all columns of the question share, and the rest.

    `#3#` stands where the third contact is named.
    """

    named: Named
    stem: str
    label: str

    @property
    def question(self) -> Question:
        """The column as a question, as yet without rows, family or place."""
        column = self.named.column
        stem = shown(self.stem)
        return Question(position=column.position, wording=stem, name=column.name, group=stem)


def labelled(questions: Sequence[Sequence[Named]]) -> list[list[Labelled]]:
    """The columns of each question with their wordings cut up and the contacts in them numbered."""
    contacts = _contacts(questions)
    return _about_contacts([[_numbered_pipes(o, contacts) for o in _cut(m)] for m in questions])


def _about_contacts(cuts: Sequence[Sequence[Labelled]]) -> list[list[Labelled]]:
    """The questions, with `#3#` in the stems of those that are asked again for each contact.

    They name the contact by a number, or are repeated in the same words: then short names count
    where they begin with 1, or else the order.
    """
    once = [cut for cut in cuts if cut[0].named.loop is None and not numbers_in(cut[0].stem)]
    told = alike(cut[0].stem for cut in once)
    repeats = Counter(plain(cut[0].stem) for cut in once)
    names = alike(cut[0].named.base for cut in once if repeats[plain(cut[0].stem)] > 1)
    order: Counter[str] = Counter()
    found = []
    for cut in cuts:
        stem = cut[0].stem
        if stem in told and cut in once:
            numbers = told[stem].numbers[stem]
            cut = [_told(one, told[stem], numbers) for one in cut]
        elif cut in once and stem and repeats[plain(stem)] > 1:
            order[plain(stem)] += 1
            number = _number_in_name(cut[0].named.base, names) or order[plain(stem)]
            cut = [replace(one, stem=f"{stem} (#{number}#)") for one in cut]
        found.append(list(cut))
    return found


def _told(one: Labelled, told: Numbered, numbers: Sequence[int]) -> Labelled:
    return replace(one, stem=told.marked(one.stem, *(f"#{number}#" for number in numbers)))


def _number_in_name(name: str, names: Mapping[str, Numbered]) -> int | None:
    held = names.get(name)
    if held is None or held.is_pairs or min(min(n) for n in held.numbers.values()) != 1:
        return None
    return held.one(name)


def _cut(members: Sequence[Named]) -> list[Labelled]:
    """The wordings cut up, loop by loop, as a loop may be worded for each contact."""
    loops: dict[int | None, list[Named]] = defaultdict(list)
    for one in members:
        loops[one.loop].append(one)
    found = []
    for held in loops.values():
        boxes = beside(held)
        others = [one for one in held if one not in boxes]
        stem, labels = split_stem((one.column.text for one in others), MARK)
        if len(others) == 1:
            stem, labels = labels[0], [""]
        found += [
            Labelled(named=one, stem=_asked(stem), label=label)
            for one, label in zip(others, labels, strict=True)
        ]
        found += [Labelled(named=one, stem=one.column.text, label="") for one in boxes]
    return found


def beside(members: Sequence[Named]) -> list[Named]:
    """The boxes beside options; where there are boxes alone, they are the question."""
    boxes = [one for one in members if one.is_text]
    return boxes if len(boxes) < len(members) else []


def _asked(stem: str) -> str:
    """The question without what Qualtrics puts between it and its options."""
    head, mark, tail = stem.rpartition(MARK)
    return head if mark and plain(tail) in CHOSEN else stem


def _contacts(questions: Sequence[Sequence[Named]]) -> Contacts:
    """Which contact each field of a list of names is: by its label, or else by its order.

    The ids of fields have gaps where some were deleted while the survey was made.
    """
    texts = [one.column.text for members in questions for one in members]
    lists = {found.group(1) for text in texts for found in PIPED.finditer(text)}
    contacts = {}
    for members in questions:
        fields = [one for one in members if len(one.parts) == 1]
        if len(fields) > 1 and fields[0].question in lists:
            _, labels = split_stem((one.column.text for one in fields), MARK)
            counted = numbered(labels)
            for order, (one, label) in enumerate(zip(fields, labels, strict=True), start=1):
                told = counted.one(label) if counted and not counted.is_pairs else order
                contacts[one.question, one.parts[0]] = told
    return contacts


def _numbered_pipes(one: Labelled, contacts: Contacts) -> Labelled:
    """The same with `#3#` wherever the name of the third contact is repeated."""

    def number(found: re.Match[str]) -> str:
        return f"#{contacts.get((found.group(1), found.group(2)), int(found.group(2)))}#"

    return replace(one, stem=PIPED.sub(number, one.stem), label=PIPED.sub(number, one.label))


def numbers_in(text: str) -> list[int]:
    """The contacts named in it."""
    return [int(number) for number in dict.fromkeys(NUMBERED.findall(text))]


def shown(text: str) -> str:
    """It as people read it."""
    return NUMBERED.sub(r"[\1]", text)


def template(stem: str) -> str:
    """It with marks in place of the contacts: the same for all of them."""
    numbers = numbers_in(stem)
    marks = (SLOT,) if len(numbers) == 1 else (FIRST, SECOND)
    for number, mark in zip(numbers, marks, strict=False):
        stem = stem.replace(f"#{number}#", mark)
    return stem
