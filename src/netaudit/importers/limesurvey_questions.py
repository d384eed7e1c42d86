"""The questions of a LimeSurvey export: arrays, lists of fields and options with a column each."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.grids import in_grid
from netaudit.importers.limesurvey_header import Heading
from netaudit.importers.numbered import alike, numbered
from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT, Kind, Question

OTHER, COMMENT = "other", "comment"
NOT_SHOWN = "N/A"
"""What stands for an option that was not shown, where answers are given in words."""

YES = ({"Y"}, {"Yes"}, {"Ja"}, {"Oui"}, {"Sí"}, {"Sì"}, {"Sim"})
NO = {"No", "Nein", "Non", "Não", "Nee"}
CODE = re.compile(r"^(-oth-|-?[A-Za-z]{0,4}\d{0,3})$")
CODE_LABEL = re.compile(r"^[A-Za-z]{0,4}\d{1,4}$")

Values = Mapping[int, Collection[str]]
"""The different answers in each column."""


def questions_of(headings: Sequence[Heading], values: Values) -> list[Question]:
    """The questions with family, slot, pair and choice, in the order of the file."""
    groups = _groups(headings)
    contacts = _contact_numbers(groups, values)
    bases = Counter(_base(members) for members in groups)
    found: list[Question] = []
    again: Counter[str] = Counter()
    for members in groups:
        base = _base(members)
        again[base] += 1
        if bases[base] > 1:
            base = f"{base} ({again[base]})"
        found += _placed(base, members, values, contacts)
    return sorted(_numbered_alone(found), key=lambda one: one.position)


def _groups(headings: Sequence[Heading]) -> list[list[Heading]]:
    """The columns of each question: of one code, or side by side under one wording."""
    groups: list[list[Heading]] = []
    for one in headings:
        last = groups[-1][-1] if groups else None
        same_code = last is not None and last.code == one.code and one.code
        same_stem = last is not None and not one.code and one.labels and last.labels
        if last is not None and (same_code or (same_stem and last.stem == one.stem)):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _base(members: Sequence[Heading]) -> str:
    return members[0].code or members[0].stem


def _labels(one: Heading) -> tuple[str, str]:
    """Row and column as they are worded; as they are coded where they have no words."""
    worded = dict(enumerate(one.labels))
    places = range(max(len(one.parts), len(one.labels)))
    coded = dict(enumerate(one.parts))
    held = [worded.get(place) or coded.get(place, "") for place in places]
    row, column, *_ = (*held, "", "")
    return row, column


def _question(one: Heading, kind: Kind = "") -> Question:
    row, column = _labels(one)
    return Question(
        position=one.position,
        name=one.name,
        wording=one.stem,
        group=one.stem or one.code,
        row=row,
        column=column,
        kind=kind,
    )


def _placed(
    base: str, members: Sequence[Heading], values: Values, contacts: frozenset[int]
) -> list[Question]:
    beside = [one for one in members if _is_beside(one) and len(members) > 1]
    others = [one for one in members if one not in beside]
    alone = [
        replace(_question(one, "text"), family=f"{base} [{_labels(one)[0]}]") for one in beside
    ]
    if len(others) == 1 and not others[0].labels and not others[0].parts:
        return [replace(_question(others[0]), family=base, group=""), *alone]
    kind = _kind(others, values)
    questions = [_question(one, kind) for one in others]
    if _are_statements(questions, values, contacts):
        return [*(_as_statement(base, one) for one in questions), *alone]
    return [*in_grid(base, questions, values.keys()), *alone]


def _is_beside(one: Heading) -> bool:
    """Whether it is the box beside an option: for another one, or for a comment on it."""
    last = one.parts[-1] if one.parts else ""
    return last == OTHER or last.endswith(COMMENT)


def _kind(members: Sequence[Heading], values: Values) -> Kind:
    """`tick` where every column says yes or nothing, or yes and no of the options of a question.

    A column of a grid with rows and columns that holds a 1 or nothing is a tick-box too.
    """
    held = {answer for one in members for answer in values.get(one.position, ())} - {NOT_SHOWN}
    if not held:
        return ""
    in_rows = all(len(one.parts or one.labels) > 1 for one in members)
    if held in YES or (in_rows and held <= {"0", "1"}):
        return "tick"
    is_list = numbered(_labels(one)[0] for one in members) is not None
    said_no = held & NO and (held - NO) in (*YES, set())
    return "tick" if said_no and (in_rows or not is_list or not members[0].labels) else ""


def _contact_numbers(groups: Sequence[Sequence[Heading]], values: Values) -> frozenset[int]:
    """The numbers by which contacts are counted where only codes stand over the columns.

    They are those of the grids with rows and columns, or else those that most grids have.
    """
    sets: Counter[frozenset[int]] = Counter()
    for members in groups:
        counted = numbered(_labels(one)[0] for one in members if not _is_beside(one))
        if counted and not counted.is_pairs and len(counted.numbers) > 1:
            in_rows = any(len(one.parts or one.labels) > 1 for one in members)
            numbers = frozenset(number for (number,) in counted.numbers.values())
            sets[numbers] += 2 if in_rows else 1
    return max(sets, key=lambda one: (sets[one], len(one)), default=frozenset())


def _are_statements(
    questions: Sequence[Question], values: Values, contacts: frozenset[int]
) -> bool:
    """Whether rows that are only coded are statements or options, rather than contacts.

    Texts that people write are lists all the same: of strengths, of names.
    """
    if not all(CODE_LABEL.match(one.row) for one in questions) or any(o.column for o in questions):
        return False
    counted = numbered(one.row for one in questions)
    if counted is None or counted.is_pairs:
        return False
    answers = [answer for one in questions for answer in values.get(one.position, ())]
    coded = all(CODE.match(answer) or answer in NO or {answer} in YES for answer in answers)
    return coded and {number for (number,) in counted.numbers.values()} != contacts


def _as_statement(base: str, question: Question) -> Question:
    if question.kind == "tick":
        return replace(question, family=f"{base} [{CHOICE}]", choice=question.row)
    return replace(question, family=f"{base} [{question.row}]")


def _numbered_alone(questions: Sequence[Question]) -> list[Question]:
    """The same, with questions of their own that are asked once for each contact put together."""
    alone = {one.position: one for one in questions if not one.group}
    by_text: dict[str, list[Question]] = defaultdict(list)
    for one in alone.values():
        by_text[one.wording or one.name].append(one)
    told = alike(text for text, held in by_text.items() if len(held) == 1)
    found = []
    for one in questions:
        text = one.wording or one.name
        if one.position in alone and text in told:
            numbers = told[text].numbers[text]
            if len(numbers) == 2:
                family = told[text].marked(text, FIRST, SECOND)
                one = replace(one, family=family, pair=(numbers[0], numbers[1]))
            else:
                one = replace(one, family=told[text].marked(text, SLOT), slot=numbers[0])
        found.append(one)
    return found
