"""Proposes what the questions of a survey are, where no mapping says so."""

from collections.abc import Iterable
from dataclasses import replace

from netaudit.importers.answers import NUMBER, most_used
from netaudit.importers.background import Background
from netaudit.importers.families import Family
from netaudit.importers.mapping.answer_questions import OWN_VIEW, is_scale
from netaudit.importers.mapping.answered import Answered, answered
from netaudit.importers.mapping.asking import Asking
from netaudit.importers.mapping.changed import changed
from netaudit.importers.mapping.costs import missing_fields
from netaudit.importers.mapping.fields import Field, field
from netaudit.importers.mapping.guesses import chosen, is_coded
from netaudit.importers.mapping.known_words import codes_of
from netaudit.importers.mapping.open_questions import open_questions, settled
from netaudit.importers.mapping.ordered_pairs import families_under
from netaudit.importers.mapping.proposal import AskedPair, Confidence, Proposal, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT, LINES, TO_SAY, MappedQuestion, Recipe
from netaudit.importers.mapping.tell_answers import Told, told
from netaudit.importers.mapping.tell_fields import WITHIN, Guess
from netaudit.importers.plain import plain, tidy
from netaudit.importers.survey import Question, Survey

SAMPLES = 5


def proposed(survey: Survey, background: Background) -> Proposal:
    """The mapping as far as it can be told, and what a person has to say before it can be used."""
    given = background.mapping
    families = {family.place: family for family in families_under(survey, given.pairs)}
    said = {place: _said(family, families.values(), given) for place, family in families.items()}
    held = {place: answered(survey, family) for place, family in families.items()}
    guesses = chosen(families, held, said)
    pairs = [
        _mapped(held[place], guesses.get(place), said[place], given.own_ratings)
        for place in families
    ]
    asking = Asking(
        survey=survey,
        recipe=replace(given, tool=survey.tool, questions=tuple(mapped for mapped, _ in pairs)),
        background=background,
        answered=held,
        understood=tuple(shown for _, shown in pairs),
    )
    asking = settled(asking)
    return Proposal(
        recipe=asking.recipe,
        understood=asking.understood,
        questions=tuple(open_questions(asking)),
        missing=missing_fields(asking.recipe),
        changed=tuple(changed(given, asking)),
        notes=survey.notes,
        responses=len(survey.responses),
    )


def _said(family: Family, families: Iterable[Family], mapping: Recipe) -> MappedQuestion | None:
    """What the given mapping says of a family; one table alone with the text need not be named."""
    alone = sum(other.text == family.text for other in families) == 1
    found = None
    for one in mapping.questions:
        if one.text == family.text and (one.table == family.table or (alone and not one.table)):
            found = one if found is None else replace(
                found, field=one.field or found.field, answers={**found.answers, **one.answers},
                separator=one.separator or found.separator, scale=one.scale or found.scale,
            )  # fmt: skip
    return found


def _mapped(
    answered: Answered, guess: Guess | None, said: MappedQuestion | None, own_ratings: str
) -> tuple[MappedQuestion, Understood]:
    family = answered.family
    name = said.field if said and said.field else guess.field.id if guess else ""
    target = field(name)
    wording = family.words if family.members[0].name else ""
    mapped = MappedQuestion(text=family.text, table=family.table, field=name, wording=wording)
    confidence: Confidence = "said" if said and said.field else "missing"
    answers: Told = Told()
    if target:
        given = {a: code for a, code in said.answers.items() if code != TO_SAY} if said else {}
        separator = (said.separator if said else "") or _separator(answered, target)
        options = {one: "" for one in (*given, *(o.label for o in family.options))}
        each = answered.each("" if separator == LINES else separator, options)
        known = {plain(one) for one in given}
        answers = told(target.column, [one for one in each if plain(one) not in known])
        codes = {**answers.codes, **given} if _takes_codes(target, answers) else given
        scale = said.scale if said and is_scale(target.column) else ""
        mapped = replace(mapped, separator=separator, answers=codes, scale=scale)
        is_rated = bool(own_ratings) and target.id.startswith(OWN_VIEW)
        confidence = "said" if is_rated else confidence
        confidence = confidence if confidence == "said" else _confidence(guess, answers)
        if confidence == "sure" and is_scale(target.column) and _numbers(answered, guess):
            confidence = "proposed"
    shown = Understood(
        text=family.text,
        table=family.table,
        words=family.words,
        level=family.level,
        field="" if name == LEAVE_OUT else name,
        confidence=confidence,
        reason=_reason(guess, confidence),
        places=len({(member.slot, member.pair) for member in family.members}),
        samples=tuple(most_used(answered.counts, SAMPLES)),
        answers=mapped.answers,
        scale=mapped.scale,
        hinted=answers.hinted | answers.bands,
        unknown=tuple(answers.open),
        numbers=tuple(one for one in answered.counts if NUMBER.match(one)),
        is_exact=bool(guess and guess.is_exact),
        pairs=_pairs(family),
        choices=tuple(dict.fromkeys(one.choice for one in family.members if one.choice)),
    )
    return mapped, shown


def _pairs(family: Family) -> tuple[AskedPair, ...]:
    """Two questions of a family about pairs, from its middle and its end."""
    named = [(member, member.pair) for member in family.members if member.pair]
    # The first question is about 1 and 2 in any order, and tells nothing.
    places = sorted({len(named) // 2, len(named) - 1}) if named else []
    return tuple(
        AskedPair(words=_words(member, pair), first=pair[0], second=pair[1])
        for member, pair in (named[place] for place in places)
    )


def _words(member: Question, pair: tuple[int, int]) -> str:
    """What is asked about a pair; the wording alone where it names both contacts."""
    is_told = all(str(number) in member.wording for number in pair)
    return tidy(member.wording if is_told else member.words)


def _takes_codes(target: Field, answers: Told) -> bool:
    return is_coded(target) or target.column.kind == "codes" or bool(answers.sure)


def _separator(answered: Answered, target: Field) -> str:
    if target.id == "contacts.label" and answered.family.level == "person":
        lines = any("\n" in one for one in answered.counts) and not answered.family.table
        return LINES if lines else ""
    return answered.separator(target.column.kind, codes_of(target.column))


def _confidence(guess: Guess | None, answers: Told) -> Confidence:
    if guess is None:
        return "missing"
    if guess.is_exact or (guess.is_worded and guess.score >= WITHIN and not answers.hinted):
        return "proposed" if answers.open else "sure"
    return "proposed"


def _numbers(answered: Answered, guess: Guess | None) -> bool:
    """Whether numbers were answered of which a person has to say which is the most."""
    exact = guess is not None and guess.is_exact
    return not exact and any(NUMBER.match(one) for one in answered.counts)


def _reason(guess: Guess | None, confidence: Confidence) -> str:
    if confidence == "said":
        return "The mapping says so."
    if guess is None:
        return "Nothing in its words or answers says what it is."
    if guess.is_exact:
        return "It has netaudit's own name."
    if not guess.is_worded:
        return "Its answers are those of this field; its words do not say so."
    return "Its words say so, and its answers fit." if guess.told.codes else "Its words say so."
