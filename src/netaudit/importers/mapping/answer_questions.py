"""Questions about what answers mean: numbers of a scale, and words that nothing is known of."""

from collections.abc import Iterator, Sequence

from netaudit.importers.mapping.asking import FILE, Asking, line, pair, place
from netaudit.importers.mapping.fields import Field, field
from netaudit.importers.mapping.known_words import answer_codes, codes_of
from netaudit.importers.mapping.proposal import QUESTION, Choice, OpenQuestion, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT, TO_SAY
from netaudit.importers.mapping.sliders import scales
from netaudit.importers.plain import bare_words, plain, tidy
from netaudit.schema import Column

OWN_VIEW = "audits.self_"
RATINGS = {"4": ("1", "2", "3", "4"), "5": ("1", "2", "", "3", "4")}
"""What the numbers of a scale of four or five stand for, from least to most."""

SHOWN = 6
"""How many answers a question names; the lines of the mapping name them all."""


def answer_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """What has to be said about the answers to the questions that are read."""
    yield from _own_ratings(asking)
    for one in asking.understood:
        if one.field and (not one.field.startswith(OWN_VIEW) or _is_slider(asking)):
            yield from _scale(one)
            yield from _answers(one, asking)


def _own_ratings(asking: Asking) -> Iterator[OpenQuestion]:
    rated = [one for one in asking.understood if one.field.startswith(OWN_VIEW)]
    if asking.recipe.own_ratings or not rated or all(one.is_exact for one in rated):
        return
    if _is_slider(asking):
        return
    numbers = [float(n.replace(",", ".")) for one in rated for n in one.numbers]
    if not numbers and all(not one.unknown for one in rated):
        return
    five = max(numbers, default=0) > 4
    ranges = ("1 to 5", "5 to 1") if five else ("1 to 4", "4 to 1", "1 to 5", "5 to 1")
    yield OpenQuestion(
        id="own_ratings",
        ask="Which numbers could people rate their own network with?",
        why="The number that applies most comes last; of five the middle one counts as unknown.",
        section=FILE,
        choices=tuple(
            Choice(label=one, line=line(own_ratings=one)) for one in (*ranges, LEAVE_OUT)
        ),
        suggested=line(own_ratings=ranges[0]),
        column=rated[0].text,
    )


def _is_slider(asking: Asking) -> bool:
    """Whether people rated their own network with other numbers than 1 to 5."""
    return any(
        _as_number(n) not in range(1, 6)
        for one in asking.understood
        if one.field.startswith(OWN_VIEW)
        for n in one.numbers
    )


def _scale(one: Understood) -> Iterator[OpenQuestion]:
    """Numbers of a scale whose direction nobody can tell from the file."""
    target = field(one.field)
    if target is None or not is_scale(target.column) or one.is_exact:
        return
    numbers = sorted({f"{_as_number(n):g}" for n in one.numbers}, key=float)
    if not numbers or one.scale or any(n in one.answers for n in numbers):
        return
    ways = _ways(int(target.column.highest or 1), [float(n) for n in numbers])
    if not ways:
        yield _other_scale(one, target, [float(n) for n in numbers])
        return
    start = f"{place(one)}\n{line(field=one.field)}\n[question.answers]\n"
    yield OpenQuestion(
        id=f"scale {one.field}",
        ask=f"What do the numbers of “{tidy(one.words)}” mean?",
        why=f"netaudit keeps {target.meaning}, from 1 to {target.column.highest:g}.",
        section=QUESTION,
        choices=(
            *(
                Choice(
                    label=label,
                    line=start + "\n".join(pair(str(n), code) for n, code in enumerate(codes, 1)),
                )
                for label, codes in ways.items()
            ),
            Choice(label="Leave the question out", line=f"{place(one)}\n{line(field=LEAVE_OUT)}"),
        ),
        text=one.text,
        table=one.table,
        column=one.text,
    )


def _as_number(text: str) -> float:
    return float(text.replace(",", "."))


def _ways(high: int, numbers: Sequence[float]) -> dict[str, tuple[str, ...]]:
    """The scales that the numbers can be of, in words, with what each of their numbers stands for.

    Of five where netaudit keeps four the middle one says neither.
    """
    same = tuple(str(n) for n in range(1, high + 1))
    scales = [same, RATINGS["5"]] if high == len(RATINGS["4"]) else [same]
    return {
        words: codes
        for scale in scales
        if all(n in range(1, len(scale) + 1) for n in numbers)
        for words, codes in (
            (f"1 to {len(scale)}, {len(scale)} is the most", scale),
            (f"1 to {len(scale)}, 1 is the most", scale[::-1]),
        )
    }


def _other_scale(one: Understood, target: Field, numbers: Sequence[float]) -> OpenQuestion:
    """From which end to which the numbers of a scale go that is none of netaudit's."""
    points = int(target.column.highest or 1)
    return OpenQuestion(
        id=f"scale {one.field}",
        ask=f"From which number to which could people answer “{tidy(one.words)}”?",
        why=f"netaudit keeps {target.meaning}, from 1 to {points}; the scale is cut in {points}"
        " equal parts.",
        section=QUESTION,
        choices=(
            *(
                Choice(
                    label=_in_words(scale),
                    line=f"{place(one)}\n{line(field=one.field, scale=scale)}",
                )
                for scale in scales(numbers)
            ),
            Choice(label="Leave the question out", line=f"{place(one)}\n{line(field=LEAVE_OUT)}"),
        ),
        text=one.text,
        table=one.table,
        column=one.text,
    )


def _in_words(scale: str) -> str:
    first, _, last = scale.partition(" to ")
    least, most = sorted((first, last), key=_as_number)
    return f"{least} to {most}, {last} is the most"


def points_of(column: Column) -> dict[str, str]:
    """The points of a scale with their words; none where the column holds no scale."""
    if not is_scale(column) or column.highest is None:
        return {}
    high = int(column.highest)
    ends = {1: "1, the least", high: f"{high}, the most"}
    return {str(n): ends.get(n, str(n)) for n in range(1, high + 1)}


def is_scale(column: Column) -> bool:
    """Whether a column holds points of a scale, from 1 up."""
    return column.kind == "integer" and column.lowest == 1 and column.highest is not None


def _answers(one: Understood, asking: Asking) -> Iterator[OpenQuestion]:
    target = field(one.field)
    if target is None:
        return
    unknown = [*one.unknown, *_not_to_be_guessed(one, asking)]
    if not unknown:
        return
    codes = codes_of(target.column) or points_of(target.column)
    about = f"one of: {', '.join(codes)}" if codes else "a number"
    likely = {each: _likely(one, each) for each in unknown}
    start = f"{place(one)}\n[question.answers]\n"
    yield OpenQuestion(
        id=f"answers {one.field}",
        ask=f"What do these answers to “{tidy(one.words)}” mean: {_quoted(unknown)}?",
        why=f"Put beside each {about}; blank means unknown. Or leave the question out with"
        f" {line(field=LEAVE_OUT)}.",
        section=QUESTION,
        choices=tuple(Choice(label=words, line=code) for code, words in codes.items()),
        suggested=start + "\n".join(pair(*each) for each in likely.items()),
        text=one.text,
        table=one.table,
        column=one.text,
        answers=likely,
        advice=_advice(one, asking),
    )


def _likely(one: Understood, answer: str) -> str:
    """The code that an answer most likely has; a bare "no" says nothing of where else."""
    is_no = answer_codes("yes_no", "").get(bare_words(answer)) == "no"
    if one.field == "contacts.affiliation" and is_no:
        return TO_SAY
    return one.hinted.get(answer, TO_SAY)


def _advice(one: Understood, asking: Asking) -> str:
    if one.field != "contacts.affiliation":
        return ""
    if asking.background.settings.internal_boundary == "sector":
        return "Whoever is in the same sector counts as internal here."
    return (
        "Every other organisation counts as external here, whatever its sector. Where the survey"
        " did not ask for the sector, choose the one that is true of most."
    )


def _not_to_be_guessed(one: Understood, asking: Asking) -> list[str]:
    """Answers to where contacts work that only look clear."""
    if one.field != "contacts.affiliation" or one.confidence == "said":
        return []
    said = {
        plain(answer)
        for mapped in asking.background.mapping.questions
        if mapped.text == one.text
        for answer in mapped.answers
    }
    open_ones = [answer for answer in one.hinted if plain(answer) not in said]
    sector = asking.background.settings.internal_boundary == "sector"
    yes_no = answer_codes("yes_no", "")
    return [answer for answer in open_ones if sector or bare_words(answer) in yes_no]


def _quoted(answers: Sequence[str]) -> str:
    shown = ", ".join(f"“{tidy(answer)}”" for answer in answers[:SHOWN])
    return shown if len(answers) <= SHOWN else f"{shown} and {len(answers) - SHOWN} more"
