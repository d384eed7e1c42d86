"""How far mentoring has been taken up: who has a mentor, a sponsor, who mentors, wave by wave."""

from collections.abc import Callable, Iterable

from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Figures, Finding, SingleFigure, nothing_to_show
from netaudit.analysis.mentoring.uptake import (
    Line,
    base_words,
    estimate,
    finding,
    has_interval,
    inside,
    lines,
    of_answered,
    one_line,
    short,
)
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import enumerated

MAIN = {
    "any_mentor": "Has a mentor",
    "sponsor": "Has a sponsor",
    "outside_mentor": "From outside",
    "any_mentee": "Mentors others",
    "giving_and_receiving": "Does both",
    "via_programme": "By programme",
}
APART = ("any_mentor", "any_mentee")
"""Neither is a part of the other, so that outside the team nobody can take one from the other."""

CARDS = {
    "any_mentor": ("With a mentor", "At least one open relationship in which they are mentored."),
    "sponsor": ("With a sponsor", "A mentor who speaks for them and brings them into view."),
    "any_mentee": ("Mentoring others", "At least one open relationship in which they mentor."),
    "giving_and_receiving": ("Both", "They are mentored and mentor somebody themselves."),
}
KNOWING = {"why": "Knowing why", "how": "Knowing how", "whom": "Knowing whom"}
ALL_THREE = "All three"
KNOWING_MEANS = (
    "Knowing why: what drives a career. Knowing how: skills. Knowing whom: contacts and access. One"
    " mentor or several together may cover them."
)
SPLITS = {
    "type": ("Type", "mentoring_type"),
    "formality": ("Formality", "formality"),
    "mode": ("How they meet", "mode"),
    "role": ("Own role", "mentoring_role"),
    "scope": ("Scope", "scope"),
}
WAYS = {
    "source": ("Where found", "mentor_source"),
    "approach": ("How approached", "approach"),
}
"""What relationships can be split by, and those with a mentor: the words, and the vocabulary of its
categories."""

FUTURE_COHORTS = (
    "The interval describes people like these in future cohorts: how far the share could lie from"
    " this one if others like them had enrolled. Of this cohort itself the count is exact, as far"
    " as people answered."
)
OF_ENROLLED = "Base: everybody enrolled, whether or not they answered."
BY_PROGRAMME = "By programme: a relationship that it arranged, in whichever role."
FROM_OUTSIDE = (
    "From outside: a mentor who is not of the own organisation, by what is said of the relationship"
    " or by the contact it is linked to."
)
SEVERAL_COUNT = (
    "Somebody with several relationships can count in several rows. Relationships in any role"
    " count, also those in which the participant mentors: more people can have one of a kind here"
    " than have a mentor or a sponsor."
)
MENTORS_ONLY = (
    "Somebody with several mentors can count in several rows. Only relationships in which the"
    " participant is mentored count."
)


def mentoring_cards(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """Four counts of those enrolled, at the wave."""
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] in CARDS)
    return Figures(id="mentoring", figures=tuple(_card(shown, what, withheld) for what in CARDS))


def _card(shown: list[Line], what: str, withheld: str) -> SingleFigure:
    title, help_text = CARDS[what]
    line = one_line(shown, what)
    base = withheld if line is None else f"Of those enrolled; {line['n_answered']} answered"
    return SingleFigure(id=what, title=title, value=short(line), base=base, help=help_text)


def was_asked(database: Database, viewer: Viewer, selection: Selection) -> bool:
    """Whether anybody of the selection answered about mentoring."""
    return bool(lines(database, viewer, selection, lambda line: line["what"] == "any_mentor")[0])


def _caution(shown: list[Line]) -> str:
    if not shown:
        return ""
    means = f"{FROM_OUTSIDE} {BY_PROGRAMME}"
    return f"{means} {FUTURE_COHORTS}" if has_interval(shown[0]) else means


def uptake(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who has a mentor, a sponsor, mentors, or both, of those enrolled; for share_points.

    Of those alone who answered certain waves there is no such figure: change.binary tells theirs.
    """
    if selection.answered is not None:
        return nothing_to_show("uptake", "How many have a mentor", OF_ENROLLED)
    wanted = APART if viewer.audience == "release" else tuple(MAIN)
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] in wanted)
    ordered = [line for what in MAIN if (line := one_line(shown, what)) is not None]
    mentored = one_line(shown, "any_mentor")
    return finding(
        "uptake",
        "How many have a mentor" if mentored is None else _mentored(mentored, selection.wave),
        ordered,
        lambda line: MAIN[line["what"]],
        first="What",
        base="" if mentored is None else f"{base_words(ordered)} {_among_answers(mentored)}",
        caution=_caution(ordered),
        withheld=withheld,
    )


def _among_answers(mentored: Line) -> str:
    return f"Of those who answered, {estimate(of_answered(mentored))} have a mentor."


def _mentored(line: Line, wave: str | None) -> str:
    share = estimate(line).removeprefix(short(line))
    return f"{short(line)} enrolled have a mentor{at_wave(wave)}{share}"


def by_kind(database: Database, viewer: Viewer, selection: Selection, *, split: str) -> Finding:
    """Participants with an open relationship of each kind; `split` is of SPLITS or WAYS."""
    title, vocabulary = {**SPLITS, **WAYS}[split]
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] == split)
    return finding(
        f"uptake_{split}",
        _most_common(title, vocabulary, shown),
        shown,
        lambda line: label(vocabulary, line["category"]),
        first=title,
        caution=_who_counts(split) if shown else "",
        withheld=withheld,
    )


def _most_common(title: str, vocabulary: str, shown: list[Line]) -> str:
    if not shown:
        return title
    top = _extreme(shown, max)
    if not top[0]["k"]:
        return f"{title}: nobody is known to have any of these"
    names = enumerated([inside(label(vocabulary, line["category"])) for line in top])
    verb, each = ("is", "") if len(top) == 1 else ("are", " each")
    return f"{title}: {names} {verb} most common, {short(top[0])} enrolled{each}"


def _extreme(shown: list[Line], pick: Callable[[Iterable[int]], int]) -> list[Line]:
    """The lines with the most or the fewest people (`pick` is max or min), several on a tie."""
    count = pick(line["k"] for line in shown)
    return [line for line in shown if line["k"] == count]


def _who_counts(split: str) -> str:
    return MENTORS_ONLY if split in WAYS else SEVERAL_COUNT


def knowing(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants whose open mentors help with knowing why, how and whom, and with all three."""
    shown, withheld = lines(
        database, viewer, selection, lambda line: line["what"] in ("knowing", "knowing_all")
    )
    return finding(
        "uptake_knowing",
        _help(shown),
        shown,
        lambda line: KNOWING.get(line["category"], ALL_THREE),
        first="Help with",
        caution=KNOWING_MEANS,
        withheld=withheld,
    )


def _help(shown: list[Line]) -> str:
    single = [line for line in shown if line["what"] == "knowing"]
    if not single:
        return "What mentors help with"
    least, most = _extreme(single, min), _extreme(single, max)
    whole = one_line(shown, "knowing_all")
    all_three = "" if whole is None else f"; {short(whole)} are helped with all three"
    if not most[0]["k"]:
        return "Nobody is known to have a mentor who helps with knowing why, how or whom"
    if least[0]["k"] == most[0]["k"]:
        return f"Mentors help equally with why, how and whom, {short(most[0])} each{all_three}"
    names = enumerated([KNOWING[line["category"]].lower() for line in least])
    each = "" if len(least) == 1 else " each"
    return (
        f"Mentors help least with {names}: {short(least[0])} enrolled have one who"
        f" does{each}{all_three}"
    )
