"""What cannot be known of a survey's file, as plain questions with choices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import tomli_w

from netaudit.importers.background import Background
from netaudit.importers.dates import moment, orders
from netaudit.importers.families import families_of
from netaudit.importers.fields import field
from netaudit.importers.known_words import answer_codes, codes_of
from netaudit.importers.plain import bare_words, plain, tidy
from netaudit.importers.proposal import Choice, OpenQuestion, Understood
from netaudit.importers.recipe import LEAVE_OUT, DateOrder, MappedQuestion, Recipe
from netaudit.importers.survey import Survey
from netaudit.schema import Column

FILE, WAVES, QUESTION = "[file]", "[file.waves]", "[[question]]"
OWN_VIEW = "audits.self_"
RATINGS = {"4": ("1", "2", "3", "4"), "5": ("1", "2", "", "3", "4")}
"""What the numbers of a scale of four or five stand for, from least to most."""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What the questions are asked about."""

    survey: Survey
    recipe: Recipe
    background: Background
    understood: Sequence[Understood]

    def answers_to(self, name: str) -> list[str]:
        """The answers to the question that goes to a field, in the order of the file."""
        mapped = self.recipe.of(name)
        if mapped is None:
            return []
        for family in families_of(self.survey):
            if (family.table, family.text) == mapped.place:
                return [
                    cell
                    for member in family.members
                    for cell in self.survey.cells(family.table, member.position)
                ]
        return []


def open_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """Everything a person has to say, in the order in which it is asked."""
    yield from _contacts(asking)
    yield from _who(asking)
    yield from _cohort(asking)
    yield from _wave(asking)
    yield from _dates(asking)
    yield from _own_ratings(asking)
    for one in asking.understood:
        if one.field and not one.field.startswith(OWN_VIEW):
            yield from _scale(one)
            yield from _answers(one, asking)


def settled(recipe: Recipe, survey: Survey, background: Background) -> Recipe:
    """The mapping with what needs no asking: the only cohort, the only wave, dates of one order."""
    settings = background.settings
    asking = Asking(survey=survey, recipe=recipe, background=background, understood=())
    possible = orders(_moments(asking))
    sure: DateOrder = possible.pop() if len(possible) == 1 else ""
    if len(possible) == 2 and not _is_ambiguous(asking):
        sure = "year first"
    return replace(
        recipe,
        cohort=recipe.cohort or (settings.cohorts[0].id if len(settings.cohorts) == 1 else ""),
        wave=recipe.wave or (settings.waves[0] if len(settings.waves) == 1 else ""),
        dates=recipe.dates or sure,
        questions=tuple(_rated(one, recipe) for one in recipe.questions),
    )


def _rated(one: MappedQuestion, recipe: Recipe) -> MappedQuestion:
    """A participant's own rating with what its numbers stand for, once that is said."""
    if not one.field.startswith(OWN_VIEW) or not recipe.own_ratings:
        return one
    if recipe.own_ratings == LEAVE_OUT:
        return replace(one, field=LEAVE_OUT)
    first, _, last = recipe.own_ratings.partition(" to ")
    codes = RATINGS[max(first, last)]
    numbers = [str(n) for n in range(1, len(codes) + 1)]
    if first > last:
        numbers.reverse()
    return replace(one, answers={**dict(zip(numbers, codes, strict=True)), **one.answers})


def _contacts(asking: Asking) -> Iterator[OpenQuestion]:
    held = any(one.field.startswith(("contacts.", "ties.")) for one in asking.understood)
    if held or asking.recipe.without_contacts:
        return
    none = Choice(label="The file asks for none", line=_line(without_contacts="yes"))
    columns = (one for one in asking.understood if not one.field and one.samples)
    yield OpenQuestion(
        id="contacts",
        ask="Which question asks for the contacts?",
        why="Without contacts the audits of this wave count as not done.",
        section=FILE,
        choices=(none, *(_as(one, "contacts.label") for one in columns)),
        suggested=none.line,
    )


def _as(one: Understood, name: str) -> Choice:
    """The choice that a question goes to a field."""
    line = f"{QUESTION}\n{_line(text=one.text, field=name)}"
    return Choice(label=tidy(one.words), line=line)


def _who(asking: Asking) -> Iterator[OpenQuestion]:
    recipe, responses = asking.recipe, asking.survey.responses
    held = {one.field for one in recipe.questions}
    known = {"participants.participant_id", "participants.email"} & held
    if known or recipe.people or any(r.email or r.participant for r in responses):
        return
    columns = [one for one in asking.understood if one.level == "person" and not one.table]
    yield OpenQuestion(
        id="who",
        ask="Which question says who answered?",
        why="Without it nobody can be found again at the next wave.",
        section=FILE,
        choices=(
            Choice(
                label="Nobody says; every response is another person",
                line=_line(people="anonymous"),
            ),
            *(_as(one, "participants.participant_id") for one in columns if not one.field),
        ),
    )


def _cohort(asking: Asking) -> Iterator[OpenQuestion]:
    recipe, background = asking.recipe, asking.background
    if recipe.cohort or recipe.of("participants.cohort") or _all_known(asking):
        return
    cohorts = [cohort.id for cohort in background.settings.cohorts]
    yield OpenQuestion(
        id="cohort",
        ask="Which cohort are the people of this file?",
        why="The file does not say.",
        section=FILE,
        choices=tuple(Choice(label=one, line=_line(cohort=one)) for one in cohorts),
        suggested="" if cohorts else _line(cohort=""),
    )


def _all_known(asking: Asking) -> bool:
    """Whether everybody is in the programme already, so that their cohorts are known."""
    background = asking.background
    ids = [tidy(cell) for cell in asking.answers_to("participants.participant_id")]
    emails = [*(r.email for r in asking.survey.responses if r.email),
              *asking.answers_to("participants.email")]  # fmt: skip
    codes = ids or [background.participant_of(email) for email in emails]
    return bool(codes) and all(code in background.participants for code in codes)


def _wave(asking: Asking) -> Iterator[OpenQuestion]:
    recipe, background = asking.recipe, asking.background
    waves = background.settings.waves
    names = [*asking.answers_to("audits.wave"), *(r.wave for r in asking.survey.responses)]
    unknown = [
        name
        for name in dict.fromkeys(tidy(name) for name in names if name)
        if name not in waves and name not in recipe.waves
    ]
    for name in unknown:
        yield OpenQuestion(
            id=f"wave {name}",
            ask=f"Which wave is “{name}”?",
            why=f"The programme's waves are {', '.join(waves)}.",
            section=WAVES,
            choices=tuple(Choice(label=wave, line=_pair(name, wave)) for wave in waves),
            suggested=_pair(name, _next_wave(waves, background.waves)),
        )
    if not any(names) and not recipe.wave:
        yield OpenQuestion(
            id="wave",
            ask="Which wave is this file?",
            why="The file does not say.",
            section=FILE,
            choices=tuple(Choice(label=wave, line=_line(wave=wave)) for wave in waves),
            suggested=_line(wave=_next_wave(waves, background.waves)),
        )


def _next_wave(waves: Sequence[str], held: Sequence[str]) -> str:
    return next((wave for wave in waves if wave not in held), waves[-1])


def _moments(asking: Asking) -> list[str]:
    found = [r.completed for r in asking.survey.responses if r.completed]
    found += [r.started for r in asking.survey.responses if r.started]
    for name in ("audits.completed_on", "participants.role_started"):
        found += asking.answers_to(name)
    return found


def _is_ambiguous(asking: Asking) -> bool:
    return any(
        moment(text, "day first") != moment(text, "month first") for text in _moments(asking)
    )


def _dates(asking: Asking) -> Iterator[OpenQuestion]:
    if asking.recipe.dates or not _is_ambiguous(asking):
        return
    texts = _moments(asking)
    text = next(t for t in texts if moment(t, "day first") != moment(t, "month first"))
    choices: tuple[DateOrder, ...] = ("day first", "month first")
    yield OpenQuestion(
        id="dates",
        ask=f"Which day is “{tidy(text)}”?",
        why="No date in the file tells whether the day or the month comes first.",
        section=FILE,
        choices=tuple(
            Choice(label=f"{found:%d.%m.%Y} ({order})", line=_line(dates=order))
            for order in choices
            if (found := moment(text, order))
        ),
        suggested=_line(dates=_likely(texts)),
    )


def _likely(texts: Sequence[str]) -> str:
    """The order under which the responses follow one another in time, as they mostly do."""
    days = [moment(text, "day first") for text in texts]
    months = [moment(text, "month first") for text in texts]
    return "day first" if _steps_back(days) <= _steps_back(months) else "month first"


def _steps_back(days: Sequence[object]) -> int:
    known = [day for day in days if day is not None]
    return sum(later < earlier for earlier, later in zip(known, known[1:], strict=False))  # type: ignore[operator]


def _own_ratings(asking: Asking) -> Iterator[OpenQuestion]:
    rated = [one for one in asking.understood if one.field.startswith(OWN_VIEW)]
    if asking.recipe.own_ratings or not rated or all(one.is_exact for one in rated):
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
            Choice(label=one, line=_line(own_ratings=one)) for one in (*ranges, LEAVE_OUT)
        ),
        suggested=_line(own_ratings=ranges[0]),
        column=rated[0].text,
    )


def _scale(one: Understood) -> Iterator[OpenQuestion]:
    """Numbers of a scale whose direction nobody can tell from the file."""
    target = field(one.field)
    if target is None or not _is_scale(target.column) or one.is_exact:
        return
    numbers = sorted({int(float(n.replace(",", "."))) for n in one.numbers})
    if not numbers or any(str(n) in one.answers for n in numbers):
        return
    low, high = int(target.column.lowest or 1), int(target.column.highest or 1)
    start = f"{_line(text=one.text)}\n[question.answers]\n"
    up = "\n".join(_pair(str(n), str(n)) for n in range(low, high + 1))
    down = "\n".join(_pair(str(n), str(low + high - n)) for n in range(low, high + 1))
    fitting = max(numbers) <= high
    yield OpenQuestion(
        id=f"scale {one.field}",
        ask=f"What do the numbers of “{tidy(one.words)}” mean?",
        why=f"netaudit keeps {target.meaning}, from {low} to {high}.",
        section=QUESTION,
        choices=(
            *((Choice(label=f"{high} is the most", line=start + up),) if fitting else ()),
            *((Choice(label=f"{low} is the most", line=start + down),) if fitting else ()),
            Choice(label="Leave the question out", line=_line(text=one.text, field=LEAVE_OUT)),
        ),
        text=one.text,
        column=one.text,
    )


def _is_scale(column: Column) -> bool:
    return column.kind == "integer" and column.lowest == 1 and column.highest is not None


def _answers(one: Understood, asking: Asking) -> Iterator[OpenQuestion]:
    target = field(one.field)
    if target is None:
        return
    unknown = [*one.unknown, *_not_to_be_guessed(one, asking)]
    if not unknown:
        return
    codes = codes_of(target.column)
    about = f"one of: {', '.join(codes)}" if codes else "a number"
    start = f"{_line(text=one.text)}\n[question.answers]\n"
    yield OpenQuestion(
        id=f"answers {one.field}",
        ask=f"What do these answers to “{tidy(one.words)}” mean: {_quoted(unknown)}?",
        why=f"Write beside each {about}; blank means unknown.",
        section=QUESTION,
        choices=tuple(Choice(label=words, line=code) for code, words in codes.items()),
        suggested=start + "\n".join(_pair(each, one.hinted.get(each, "")) for each in unknown),
        text=one.text,
        table=one.table,
        column=one.text,
    )


def _not_to_be_guessed(one: Understood, asking: Asking) -> list[str]:
    """Answers to where contacts work that only look clear."""
    if one.field != "contacts.affiliation" or one.confidence == "said":
        return []
    sector = asking.background.settings.internal_boundary == "sector"
    said = {plain(answer) for mapped in asking.background.mapping.questions
            if mapped.text == one.text for answer in mapped.answers}  # fmt: skip
    yes_no = answer_codes("yes_no", "")
    hinted = [answer for answer in one.hinted if sector or bare_words(answer) in yes_no]
    return [answer for answer in hinted if plain(answer) not in said]


def _quoted(answers: Sequence[str]) -> str:
    shown = ", ".join(f"“{tidy(answer)}”" for answer in answers[:6])
    return shown if len(answers) <= 6 else f"{shown} and {len(answers) - 6} more"


def _line(**settings: str) -> str:
    return tomli_w.dumps(settings).strip()


def _pair(answer: str, code: str) -> str:
    return tomli_w.dumps({answer: code}).strip()
