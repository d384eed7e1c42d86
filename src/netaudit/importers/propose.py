"""Proposes what the questions of a survey are, where no mapping says so."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netaudit.importers.answers import NUMBER, most_used, parts_without_list, split
from netaudit.importers.background import Background
from netaudit.importers.costs import missing_fields
from netaudit.importers.families import Family, families_of
from netaudit.importers.fields import About, Field, field
from netaudit.importers.known_words import codes_of
from netaudit.importers.open_questions import Asking, open_questions, settled
from netaudit.importers.plain import bare_words, tidy
from netaudit.importers.proposal import Confidence, Proposal, Understood
from netaudit.importers.recipe import LEAVE_OUT, LINES, MappedQuestion, Recipe
from netaudit.importers.survey import Survey
from netaudit.importers.tell_answers import Told, told
from netaudit.importers.tell_fields import (
    BY_ANSWERS,
    EXACT,
    MENTORING_WORDS,
    WHOLE,
    WITHIN,
    Guess,
    is_exact,
    mentoring_fits,
    possible,
    texts_of,
    word_score,
)

SEPARATORS = ("|", ";", ", ", "\n", ",")
FEW_WORDS = 15.0
POOR_FIT = 0.3
MOST_CODED = 40
"""More different answers than that are no codes."""

TELLING = ("affiliation", "seniority", "closeness", "purpose", "tie", "distance", "frequency")
"""Vocabularies whose answers tell a question by themselves; "yes" and "no" do not."""

SAMPLES = 5


@dataclass(frozen=True, kw_only=True)
class Answered:
    """The answers that a family was given, as people read them, with how often."""

    family: Family
    counts: Mapping[str, int]

    def separator(self, column_kind: str, options: Mapping[str, str]) -> str:
        """What joins several answers in a cell; blank where nothing does."""
        given = next((m.separator for m in self.family.members if m.separator), "")
        if self.family.is_ticked or column_kind != "codes":
            return ""
        if given:
            return given
        found = (mark for mark in SEPARATORS if any(mark.strip() in one for one in self.counts))
        return max(found, key=lambda mark: self._known(mark, options), default="")

    def _known(self, mark: str, options: Mapping[str, str]) -> int:
        return sum(part in options for one in self.counts for part in split(one, options, mark))

    def each(self, separator: str, options: Mapping[str, str]) -> list[str]:
        """Every single answer, once; cells of several taken apart."""
        if self.family.is_ticked:
            return list(dict.fromkeys(member.choice for member in self.family.members))
        if not separator:
            return list(self.counts)
        parts = [
            part
            for cell in self.counts
            for part in (
                split(cell, options, separator) if options else parts_without_list(cell, separator)
            )
        ]
        return list(dict.fromkeys(parts))


def proposed(survey: Survey, background: Background) -> Proposal:
    """The mapping as far as it can be told, and what a person has to say before it can be used."""
    families = families_of(survey)
    said = {family.text: _said(family, families, background.mapping) for family in families}
    answered = {(family.table, family.text): _answered(survey, family) for family in families}
    guesses = _chosen(families, answered, said)
    understood, questions = [], []
    for family in families:
        place = (family.table, family.text)
        mapped, shown = _mapped(answered[place], guesses.get(place), said[family.text])
        questions.append(mapped)
        understood.append(shown)
    given = background.mapping
    recipe = replace(given, tool=survey.tool, questions=tuple(questions))
    recipe = settled(recipe, survey, background)
    asking = Asking(survey=survey, recipe=recipe, background=background, understood=understood)
    return Proposal(
        recipe=recipe,
        understood=tuple(understood),
        questions=tuple(open_questions(asking)),
        missing=missing_fields(recipe),
        changed=tuple(_changed(given, families, answered)),
    )


def _said(family: Family, families: tuple[Family, ...], mapping: Recipe) -> MappedQuestion | None:
    """What the given mapping says of a family; one table alone with the text need not be named."""
    alone = sum(other.text == family.text for other in families) == 1
    found = None
    for one in mapping.questions:
        if one.text == family.text and (one.table == family.table or (alone and not one.table)):
            found = one if found is None else replace(
                found, field=one.field or found.field, answers={**found.answers, **one.answers},
                separator=one.separator or found.separator,
            )  # fmt: skip
    return found


def _answered(survey: Survey, family: Family) -> Answered:
    counts: Counter[str] = Counter()
    for member in family.members:
        counts.update(
            "\n".join(tidy(line) for line in member.answer(cell.strip()).splitlines())
            for cell in survey.cells(family.table, member.position)
        )
    return Answered(family=family, counts=counts)


def _chosen(
    families: tuple[Family, ...],
    answered: Mapping[tuple[str, str], Answered],
    said: Mapping[str, MappedQuestion | None],
) -> dict[tuple[str, str], Guess]:
    """The best guess for each family, no field twice; families and fields that are said are out."""
    taken = {one.field for one in said.values() if one and one.field}
    guesses = [
        guess
        for family in families
        if not ((one := said[family.text]) and one.field)
        for guess in _guesses(answered[family.table, family.text])
    ]
    about = {table: _about(table, guesses) for table in {f.table for f in families if f.table}}
    guesses = [g for g in guesses if about.get(g.family.table) in (None, g.field.about)]
    guesses.sort(key=lambda guess: -guess.score)
    found: dict[tuple[str, str], Guess] = {}
    for guess in guesses:
        place = (guess.family.table, guess.family.text)
        if place not in found and guess.field.id not in taken:
            found[place] = guess
            taken.add(guess.field.id)
    return found


def _about(table: str, guesses: Sequence[Guess]) -> About:
    """What the rows of a table are about: pairs where both ends are named, else mentors by name."""
    ends = {
        guess.field.id
        for guess in guesses
        if guess.family.table == table and guess.is_worded and guess.score >= WITHIN
    }
    if {"ties.contact_a", "ties.contact_b"} <= ends:
        return "pair"
    if any(word.startswith(MENTORING_WORDS) for word in bare_words(table).split()):
        return "relationship"
    return "contact"


def _guesses(answered: Answered) -> Iterator[Guess]:
    family = answered.family
    texts = texts_of(family)
    for target in possible(family):
        if not mentoring_fits(family, target):
            continue
        exact = is_exact(family, target)
        words = EXACT if exact else word_score(texts, target.about, target.id)
        telling = target.column.vocabulary in TELLING or target.column.name in TELLING
        if not words and not telling:
            continue
        guess = _guess(answered, target, words, exact=exact)
        if guess:
            yield guess
    if listing := _listing(answered, texts):
        yield listing


def _guess(answered: Answered, target: Field, words: float, *, exact: bool) -> Guess | None:
    answers = _told(answered, target)
    score = words
    if _is_coded(target) and (answers.codes or answers.open):
        score += 2 * BY_ANSWERS * (answers.fit - 0.5)
        few = words < min(WHOLE, WITHIN + FEW_WORDS)
        if (few and answers.fit < POOR_FIT) or len(answers.open) > MOST_CODED:
            return None
        if not words and (answers.fit < 1 or len(answers.sure) < 2):
            return None
    elif not words:
        return None
    if target.id == "participants.email" and not any("@" in one for one in answered.counts):
        return None
    return Guess(
        family=answered.family,
        field=target,
        score=score,
        told=answers,
        is_exact=exact,
        is_worded=words > 0,
    )


def _is_coded(target: Field) -> bool:
    return target.column.vocabulary is not None or target.column.kind in ("integer", "number")


def _told(answered: Answered, target: Field) -> Told:
    options = codes_of(target.column)
    separator = answered.separator(target.column.kind, options)
    return told(target.column, answered.each(separator, {}))


def _listing(answered: Answered, texts: list[str]) -> Guess | None:
    """Names of contacts, one a line in one cell."""
    family = answered.family
    if family.level != "person" or family.table:
        return None
    words = word_score(texts, "list", "contacts.label")
    target = field("contacts.label")
    if not words or target is None or not any("\n" in one for one in answered.counts):
        return None
    return Guess(
        family=family,
        field=target,
        score=words + WHOLE,
        told=Told(),
        is_exact=False,
        is_worded=True,
    )


def _mapped(
    answered: Answered, guess: Guess | None, said: MappedQuestion | None
) -> tuple[MappedQuestion, Understood]:
    family = answered.family
    name = said.field if said and said.field else guess.field.id if guess else ""
    target = field(name)
    wording = family.words if family.members[0].name else ""
    mapped = MappedQuestion(text=family.text, table=family.table, field=name, wording=wording)
    confidence: Confidence = "said" if said and said.field else "missing"
    answers: Told = Told()
    if target:
        given = dict(said.answers) if said else {}
        separator = (said.separator if said else "") or _separator(answered, target)
        options = {one: "" for one in (*given, *(o.label for o in family.options))}
        each = answered.each("" if separator == LINES else separator, options)
        answers = told(target.column, [one for one in each if one not in given])
        codes = {**answers.codes, **given} if _takes_codes(target, answers) else given
        mapped = replace(mapped, separator=separator, answers=codes)
        confidence = confidence if confidence == "said" else _confidence(guess, answers)
    shown = Understood(
        text=family.text,
        table=family.table,
        words=family.words,
        level=family.level,
        field="" if name == LEAVE_OUT else name,
        confidence=confidence,
        reason=_reason(guess, confidence),
        places=len(family.members),
        samples=tuple(most_used(answered.counts, SAMPLES)),
        answers=mapped.answers,
        hinted=answers.hinted | answers.bands,
        unknown=tuple(answers.open),
        numbers=tuple(one for one in answered.counts if NUMBER.match(one)),
        is_exact=bool(guess and guess.is_exact),
    )
    return mapped, shown


def _takes_codes(target: Field, answers: Told) -> bool:
    return _is_coded(target) or target.column.kind == "codes" or bool(answers.sure)


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


def _changed(
    given: Recipe, families: tuple[Family, ...], answered: Mapping[tuple[str, str], Answered]
) -> Iterator[str]:
    """What the given mapping speaks of and the file does not hold, in sentences."""
    from rapidfuzz import process

    texts = {family.text: family for family in families}
    for one in given.questions:
        family = texts.get(one.text)
        if family is None:
            near = process.extractOne(one.text, texts.keys(), score_cutoff=70)
            instead = f" Nearest to it: “{near[0]}”." if near else ""
            yield f"The mapping's question “{one.text}” is not in the file.{instead}"
        elif one.wording and family.words != one.wording:
            yield (
                f"The wording of {one.text} has changed from “{one.wording}” to “{family.words}”."
            )
