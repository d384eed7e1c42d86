"""Questions of their own that are asked once more for each contact, told by their wordings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from netaudit.importers.numbered import Numbered, alike
from netaudit.importers.plain import plain
from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT, Question


def put_together(questions: Sequence[Question]) -> list[Question]:
    """The questions, those with a family untouched, in the order given.

    Wordings that differ in a number get it as slot, or two as pair; those of tick-boxes as well.
    The same words again are counted in their order. What is asked once is left as it is.
    """
    alone = [one for one in questions if not one.family]
    repeats = Counter(plain(one.wording) for one in alone)
    told = alike(one.wording for one in alone if repeats[plain(one.wording)] == 1)
    boxes = alike(one.group for one in questions if _is_box(one))
    order: Counter[str] = Counter()
    found = []
    for one in questions:
        text = plain(one.wording)
        if _is_box(one) and one.group in boxes and not boxes[one.group].is_pairs:
            told_of = boxes[one.group]
            family = f"{told_of.marked(one.group, SLOT)} [{CHOICE}]"
            found.append(replace(one, family=family, slot=told_of.one(one.group)))
        elif one.family:
            found.append(one)
        elif one.wording in told:
            found.append(_numbered(one, told[one.wording]))
        elif text and repeats[text] > 1:
            order[text] += 1
            found.append(replace(one, family=f"{one.wording} ({SLOT})", slot=order[text]))
        else:
            found.append(one)
    return found


def _is_box(one: Question) -> bool:
    """Whether it is a tick-box of a question that seems to be asked once."""
    return bool(one.choice and one.group) and one.slot is None and one.pair is None


def _numbered(one: Question, told: Numbered) -> Question:
    numbers = told.numbers[one.wording]
    if len(numbers) == 1:
        return replace(one, family=told.marked(one.wording, SLOT), slot=numbers[0])
    family = told.marked(one.wording, FIRST, SECOND)
    return replace(one, family=family, pair=(numbers[0], numbers[1]))


def only_once(names: Iterable[str]) -> list[str]:
    """Names of questions, with a number behind those that were there before."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return found
