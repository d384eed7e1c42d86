"""What cannot be known of a survey's file, as plain questions with choices."""

from collections.abc import Iterator
from dataclasses import replace

from netaudit.importers.mapping.answer_questions import OWN_VIEW, RATINGS, answer_questions
from netaudit.importers.mapping.asking import FILE, WAVES, Asking, goes_to, line, pair
from netaudit.importers.mapping.date_questions import date_questions, order_of_dates, stands
from netaudit.importers.mapping.ordered_pairs import pair_questions
from netaudit.importers.mapping.own_questions import own_questions, year_question
from netaudit.importers.mapping.proposal import Choice, OpenQuestion
from netaudit.importers.mapping.recipe import LEAVE_OUT, MappedQuestion, Recipe
from netaudit.importers.mapping.unnamed_columns import column_questions
from netaudit.importers.plain import tidy
from netaudit.vocabulary import readable


def open_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """Everything a person has to say, in the order in which it is asked."""
    for questions in (_contacts, _names, _who, _cohort, _wave, own_questions, year_question):
        yield from questions(asking)
    for questions in (date_questions, pair_questions, column_questions, answer_questions):
        yield from questions(asking)


def settled(asking: Asking) -> Asking:
    """The same with what needs no asking: the only cohort, the only wave, dates of one order."""
    settings, recipe = asking.background.settings, asking.recipe
    recipe = replace(
        recipe,
        cohort=recipe.cohort or (settings.cohorts[0].id if len(settings.cohorts) == 1 else ""),
        wave=recipe.wave or (settings.waves[0] if len(settings.waves) == 1 else ""),
        dates=recipe.dates if stands(asking) else order_of_dates(asking),
        questions=tuple(_rated(one, recipe) for one in recipe.questions),
    )
    return replace(asking, recipe=recipe)


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
    none = Choice(label="The file asks for none", line=line(without_contacts="yes"))
    columns = (one for one in asking.understood if not one.field and one.samples)
    yield OpenQuestion(
        id="contacts",
        ask="Which question asks for the contacts?",
        why="Without contacts the audits of this wave count as not done.",
        section=FILE,
        choices=(none, *(goes_to(one, "contacts.label") for one in columns)),
        suggested=none.line,
    )


def _names(asking: Asking) -> Iterator[OpenQuestion]:
    """Which question names the contacts that others ask about."""
    fields = {one.field for one in asking.understood}
    held = any(name.startswith("contacts.") for name in fields)
    if not held or fields & {"contacts.label", "contacts.contact_id"} or asking.recipe.nameless:
        return
    table = next((one.table for one in asking.understood if one.field.startswith("contacts.")), "")
    columns = [
        one
        for one in asking.understood
        if not one.field and one.samples and one.table == table and (table or one.level == "slot")
    ]
    yield OpenQuestion(
        id="names",
        ask="Which question asks for the contacts' names or initials?",
        why="By their names contacts are found again at the next wave.",
        section=FILE,
        choices=(
            *(goes_to(one, "contacts.label") for one in columns),
            Choice(label="None; contacts have no names here", line=line(nameless="yes")),
        ),
    )


def _who(asking: Asking) -> Iterator[OpenQuestion]:
    recipe, responses = asking.recipe, asking.survey.responses
    held = {one.field for one in recipe.questions}
    known = {"participants.participant_id", "participants.email"} & held
    if known or recipe.people or any(r.email or r.participant for r in responses):
        return
    columns = [
        one
        for one in asking.understood
        if one.level == "person" and not one.table and len(one.samples) > 1
    ]
    yield OpenQuestion(
        id="who",
        ask="Which question says who answered?",
        why="Without it nobody can be found again at the next wave.",
        section=FILE,
        choices=(
            *(goes_to(one, "participants.participant_id") for one in columns if not one.field),
            Choice(label="None; every response is another person", line=line(people="anonymous")),
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
        choices=tuple(Choice(label=one, line=line(cohort=one)) for one in cohorts),
        suggested="" if cohorts else line(cohort=""),
    )


def _all_known(asking: Asking) -> bool:
    """Whether everybody is in the programme already, so that their cohorts are known."""
    background = asking.background
    ids = [tidy(answer) for answer in asking.answers_to("participants.participant_id")]
    ids += [tidy(r.participant) for r in asking.survey.responses if r.participant]
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
    cohorts = {one.get("cohort") for one in background.participants.values()}
    # A cohort that is new here begins with the first wave, whatever others have answered.
    held = background.waves if not recipe.cohort or recipe.cohort in cohorts else ()
    taken = (*held, *recipe.waves.values())
    left = [wave for wave in waves if wave not in taken] or [waves[-1]]
    for place, name in enumerate(sorted(unknown)):
        yield OpenQuestion(
            id=f"wave {name}",
            ask=f"Which wave is “{name}”?",
            why=f"The programme's waves are {', '.join(readable(one).lower() for one in waves)}.",
            section=WAVES,
            choices=tuple(Choice(label=readable(wave), line=pair(name, wave)) for wave in waves),
            suggested=pair(name, left[min(place, len(left) - 1)]),
        )
    if not any(names) and not recipe.wave:
        yield OpenQuestion(
            id="wave",
            ask="Which wave is this file?",
            why="The file does not say.",
            section=FILE,
            choices=tuple(Choice(label=readable(wave), line=line(wave=wave)) for wave in waves),
            suggested=line(wave=left[0]),
        )
