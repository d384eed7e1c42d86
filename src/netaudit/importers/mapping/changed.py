"""What a mapping from an earlier wave speaks of and a file does not hold any more."""

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import process

from netaudit.importers.families import Family
from netaudit.importers.mapping.asking import Asking
from netaudit.importers.mapping.proposal import Change, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT, MappedQuestion, Recipe
from netaudit.importers.plain import plain, tidy
from netaudit.wording import enumerated

NEAR = 70
"""How alike (of 100) a question must be to be named instead of one that is gone."""

NAMED = 4
"""How many questions or answers a sentence names."""

Place = tuple[str, str]


def changed(given: Recipe, asking: Asking) -> Iterator[Change]:
    """How the file differs from the mapping: questions gone, reworded and new, answers, dates."""
    families = {place: answered.family for place, answered in asking.answered.items()}
    understood = {one.place: one for one in asking.understood}
    known: set[Place] = set()
    for one in given.questions:
        place = _place(one, families)
        if place is None:
            yield from _gone(one, families, {mapped.place for mapped in given.questions})
            continue
        known.add(place)
        if one.wording and families[place].words != one.wording:
            yield Change(
                sentence=f"The wording of {one.text} has changed from “{one.wording}” to"
                f" “{families[place].words}”.",
                place=one.place,
            )
        if given.tool and one.field != LEAVE_OUT:
            yield from _answers(one, families[place], understood[place])
    if given.tool:
        yield from _new([understood[place] for place in families if place not in known])
    if given.dates and asking.recipe.dates != given.dates:
        yield Change(sentence=f"The dates of this file are not {given.dates}, as they were before.")


def _place(one: MappedQuestion, families: Mapping[Place, Family]) -> Place | None:
    """The question of the file that is meant; of one text alone the table need not be named."""
    if one.place in families:
        return one.place
    same = [place for place in families if place[1] == one.text]
    return same[0] if len(same) == 1 and not one.table else None


def _gone(
    one: MappedQuestion, families: Mapping[Place, Family], held: set[Place]
) -> Iterator[Change]:
    texts = {family.text: place for place, family in families.items() if place not in held}
    near = process.extractOne(one.text, texts.keys(), score_cutoff=NEAR)
    instead = f" Nearest to it: “{near[0]}”." if near else ""
    yield Change(
        sentence=f"The mapping's question “{one.text}” is not in the file.{instead}",
        place=one.place,
        near=texts[near[0]] if near else ("", ""),
    )


def _answers(one: MappedQuestion, family: Family, now: Understood) -> Iterator[Change]:
    """Answers that were not there before, and options that are offered no more."""
    asked = tidy(now.words if one.wording else one.text)
    before = {plain(answer) for answer in one.answers}
    new = [answer for answer in (*now.answers, *now.unknown) if plain(answer) not in before]
    if before and new:
        yield Change(
            sentence=f"“{asked}” has answers that were not there before: {_named(new)}.",
            place=one.place,
        )
    offered = [member.choice for member in family.members if member.choice]
    offered += [option.label for option in family.options]
    left = {plain(option) for option in offered}
    gone = [answer for answer in one.answers if left and plain(answer) not in left]
    if gone:
        yield Change(sentence=f"“{asked}” no longer offers {_named(gone)}.", place=one.place)


def _new(others: Sequence[Understood]) -> Iterator[Change]:
    asked = [one for one in others if one.samples]
    if asked:
        words = _named([one.words for one in asked])
        yield Change(sentence=f"The file asks what the mapping does not know: {words}.")


def _named(words: Sequence[str]) -> str:
    shown = [f"“{tidy(each)}”" for each in words[:NAMED]]
    more = len(words) - NAMED
    return enumerated([*shown, f"{more} more"] if more > 0 else shown)
