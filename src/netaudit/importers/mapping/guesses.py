"""Which field each family of questions most likely is, no field twice."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from netaudit.importers.families import Family
from netaudit.importers.mapping.answered import Answered
from netaudit.importers.mapping.fields import About, Field, field
from netaudit.importers.mapping.known_words import codes_of
from netaudit.importers.mapping.plausible import PERMISSIONS, is_plausible
from netaudit.importers.mapping.recipe import MappedQuestion
from netaudit.importers.mapping.tell_answers import Told, are_years, told
from netaudit.importers.mapping.tell_fields import (
    ACTION_WORDS,
    BY_ANSWERS,
    ENDS,
    EXACT,
    MENTORING_WORDS,
    WHOLE,
    WITHIN,
    Guess,
    is_exact,
    mentoring_fits,
    possible,
    speaks_of_mentoring,
    texts_of,
    word_score,
)
from netaudit.importers.plain import bare_words

FEW_WORDS = 15.0
POOR_FIT = 0.3
MOST_CODED = 40
"""More different answers than that are no codes."""

MOST_OPTIONS = 8
"""So few different answers are options, even if they are in other words than are known."""

WORDED_OTHERWISE = 5.0
"""What it weighs against a field that a question speaks of plainly when its options are unknown."""

TELLING = (
    "affiliation",
    "seniority",
    "closeness",
    "purpose",
    "tie",
    "distance",
    "frequency",
    "years_known",
    "knowing",
    "mentoring_type",
)
"""Vocabularies and columns whose answers tell a question by themselves; "yes" and "no" do not."""

PLANS = ("actions", "activities")
"""Tables whose questions are told by their words alone."""

Place = tuple[str, str]
"""The table and the text of a family."""


def chosen(
    families: Mapping[Place, Family],
    answered: Mapping[Place, Answered],
    said: Mapping[Place, MappedQuestion | None],
) -> dict[Place, Guess]:
    """The best guess for each family, no field twice; families and fields that are said are out."""
    taken = {one.field for one in said.values() if one and one.field}
    guesses = [
        guess
        for place in families
        if not ((one := said[place]) and one.field)
        for guess in _guesses(answered[place])
    ]
    names = list(dict.fromkeys(table for table, _ in families if table))
    sizes = {one.family.table: sum(one.counts.values()) for one in answered.values()}
    listed = {
        table
        for (table, _), one in said.items()
        if table and one and (target := field(one.field)) and target.about == "contact"
    }
    about = _of_contacts_once(
        {name: _about(name, guesses) for name in names}, guesses, sizes, listed
    )
    guesses = [g for g in guesses if not g.family.table or about[g.family.table] == g.field.about]
    guesses.sort(key=lambda guess: -guess.score)
    found: dict[Place, Guess] = {}
    for guess in guesses:
        place = guess.family.place
        if place not in found and guess.field.id not in taken:
            found[place] = guess
            taken.add(guess.field.id)
    return found


def _of_contacts_once(
    about: Mapping[str, About],
    guesses: Sequence[Guess],
    sizes: Mapping[str, int],
    listed: Collection[str],
) -> dict[str, About | None]:
    """What each table is about, contacts but once: others would be contacts without names.

    The table with most to say about contacts is the one, of two alike that with more answers;
    those that are `listed` are said to be, and then no other is.
    """

    def fit(table: str) -> tuple[float, int, int]:
        mine = [g for g in guesses if g.family.table == table and g.field.about == "contact"]
        names = (g.score for g in mine if g.field.id == "contacts.label")
        return max(names, default=0.0), len({g.family.text for g in mine}), sizes[table]

    listing = [table for table, one in about.items() if one == "contact"]
    listing += [table for table in listed if table not in listing]
    main = max(listed or listing, key=fit, default="")
    return {table: None if table in listing and table != main else one
            for table, one in about.items()}  # fmt: skip


def _about(table: str, guesses: Sequence[Guess]) -> About:
    """What the rows of a table are about: pairs where both ends are named, else by its name."""
    ends = {
        guess.field.id
        for guess in guesses
        if guess.family.table == table and guess.is_worded and guess.score >= WITHIN
    }
    if set(ENDS) <= ends:
        return "pair"
    words = bare_words(table).split()
    if any(word.startswith(MENTORING_WORDS) for word in words):
        return "relationship"
    if any(word.startswith(ACTION_WORDS) for word in words):
        return "action"
    return "contact"


def _guesses(answered: Answered) -> Iterator[Guess]:
    """The fields that a family may be, but those that its answers speak against.

    Where they tell a coded field by themselves, free ones are out, and so is one whose words alone
    fit: people who answer "inside" and "outside" were not asked for a place.
    """
    found = list(_possible_guesses(answered))
    alone = [one for one in found if not one.is_worded]
    for one in found:
        is_contradicted = bool(one.told.open) and not one.told.number and not one.is_exact
        if alone and is_contradicted:
            continue
        if not alone or one in alone or is_coded(one.field) or one.score >= WHOLE:
            yield one


def _possible_guesses(answered: Answered) -> Iterator[Guess]:
    family = answered.family
    texts = texts_of(family)
    named = speaks_of_mentoring(texts)
    for target in possible(family.level, family.table):
        if not mentoring_fits(family, target, named=named):
            continue
        exact = is_exact(texts, target)
        words = EXACT if exact else word_score(texts, target.about, target.id)
        if target.id == "ties.tie" and family.level == "pair":
            # What is asked of pairs is this, in whatever words or numbers it was answered.
            words = max(words, WITHIN + FEW_WORDS)
        # Of actions and activities there are too many answers that others are given as well.
        telling = target.table not in PLANS and (
            target.column.vocabulary in TELLING or target.column.name in TELLING
        )
        if not words and not telling:
            continue
        if exact and _is_of_others(answered, target):
            exact, words = False, word_score(texts, target.about, target.id)
        guess = _guess(answered, target, words, exact=exact)
        if guess:
            yield guess
    if listing := _listing(answered, texts):
        yield listing


def _is_of_others(answered: Answered, target: Field) -> bool:
    """Whether no answer is one of the field's, whose words netaudit's own questions offer."""
    told_so = _told(answered, target)
    return target.column.vocabulary is not None and bool(told_so.open) and not told_so.number


def _guess(answered: Answered, target: Field, words: float, *, exact: bool) -> Guess | None:
    answers = _told(answered, target)
    score = words
    if is_coded(target) and (answers.codes or answers.open):
        few = words < min(WHOLE, WITHIN + FEW_WORDS)
        weight = 2 * BY_ANSWERS * (answers.fit - 0.5)
        # Options in other words than are known can still be asked about.
        as_options = not few and answers.number + len(answers.open) <= MOST_OPTIONS
        score += max(weight, -WORDED_OTHERWISE) if as_options else weight
        if (few and answers.fit < POOR_FIT) or len(answers.open) > MOST_CODED:
            return None
        if not words and not _tell_alone(target, answers):
            return None
    elif not words:
        return None
    if not is_plausible(target, answered.counts) or words < _least(target):
        return None
    return Guess(
        family=answered.family,
        field=target,
        score=score,
        told=answers,
        is_exact=exact,
        is_worded=words > 0,
    )


def _tell_alone(target: Field, answers: Told) -> bool:
    """Whether the answers alone, two at least and every one of them, say what the question is."""
    if target.column.name == "years_known":
        return len(answers.bands) > 1 and not answers.open and all(map(are_years, answers.bands))
    return bool(answers.sure) and answers.number > 1 and answers.fit == 1


def _least(target: Field) -> float:
    """How plainly a question must speak of a field; by what people permit others may see them."""
    return WITHIN if target.column.name.startswith(PERMISSIONS) else 0.0


def is_coded(target: Field) -> bool:
    """Whether answers have to be turned into codes or numbers."""
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
