"""The questions of a LimeSurvey export: arrays, lists of fields and options with a column each."""

from collections.abc import Sequence
from dataclasses import replace

from netaudit.importers.grids import in_grid
from netaudit.importers.mapping.asked_again import only_once, put_together
from netaudit.importers.numbered import numbered
from netaudit.importers.survey import Kind, Question
from netaudit.importers.tools.coded_rows import (
    Values,
    are_statements,
    as_statement,
    contact_numbers,
)
from netaudit.importers.tools.limesurvey_header import Heading

OTHER, COMMENT = "other", "comment"
NOT_SHOWN = "N/A"
"""What stands for an option that was not shown, where answers are given in words."""

YES = ({"Y"}, {"Yes"}, {"Ja"}, {"Oui"}, {"Sí"}, {"Sì"}, {"Sim"})
NO = {"No", "Nein", "Non", "Não", "Nee"}


def questions_of(headings: Sequence[Heading], values: Values) -> list[Question]:
    """The questions with family, slot, pair and choice, in the order of the file."""
    groups = _groups(headings)
    contacts = contact_numbers(
        [_question(one) for one in members if not _is_beside(one)] for members in groups
    )
    bases = only_once(members[0].code or members[0].stem for members in groups)
    found: list[Question] = []
    for base, members in zip(bases, groups, strict=True):
        found += _placed(base, members, values, contacts)
    return put_together(sorted(found, key=lambda one: one.position))


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
        return [replace(_question(others[0]), group=""), *alone]
    kind = _kind(others, values)
    questions = [_question(one, kind) for one in others]
    if are_statements(questions, values, contacts):
        return [*(as_statement(base, one) for one in questions), *alone]
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
