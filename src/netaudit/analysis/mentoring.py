"""How far mentoring has been taken up: who has a mentor, a sponsor, who mentors, wave by wave."""

from dataclasses import replace

from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Figures, Finding, SingleFigure
from netaudit.analysis.selection import Selection
from netaudit.analysis.uptake import Line, estimate, finding, has_interval, lines, one_line, short
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable

MAIN = {
    "any_mentor": "Has a mentor",
    "sponsor": "Has a sponsor",
    "any_mentee": "Mentors others",
    "giving_and_receiving": "Does both",
    "via_programme": "By programme",
}
CARDS = {
    "any_mentor": ("With a mentor", "At least one open relationship in which they are mentored."),
    "sponsor": ("With a sponsor", "A mentor who speaks for them and brings them into view."),
    "any_mentee": ("Mentoring others", "At least one open relationship in which they mentor."),
    "giving_and_receiving": ("Both", "They are mentored and mentor somebody themselves."),
}
KNOWING = {"why": "Knowing why", "how": "Knowing how", "whom": "Knowing whom"}
KNOWING_MEANS = (
    "Knowing why: what drives a career. Knowing how: skills. Knowing whom: contacts and access."
)
SPLITS = {
    "type": ("Type", "mentoring_type"),
    "formality": ("Formality", "formality"),
    "mode": ("How they meet", "mode"),
    "scope": ("Scope", "scope"),
}
"""What relationships can be split by: the words, and the vocabulary of its categories."""

FUTURE_COHORTS = (
    "The interval describes people like these in future cohorts: how far the share could lie from"
    " this one if others like them had enrolled. Of this cohort itself the count is exact, as far"
    " as people answered."
)
BY_PROGRAMME = "By programme: a relationship that it arranged, in whichever role."
SEVERAL_COUNT = (
    "Somebody with several relationships can count in several rows. Relationships in any role"
    " count, also those in which the participant mentors: more people can have one of a kind here"
    " than have a mentor or a sponsor."
)


def mentoring_cards(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """Four counts of those enrolled, at the wave."""
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] in CARDS)
    return Figures(id="mentoring", figures=tuple(_card(shown, what, withheld) for what in CARDS))


def _card(shown: list[Line], what: str, withheld: str) -> SingleFigure:
    title, help_text = CARDS[what]
    line = one_line(shown, what)
    base = (
        withheld
        if line is None
        else f"Of everybody enrolled, of whom {line['n_answered']} answered"
    )
    return SingleFigure(id=what, title=title, value=short(line), base=base, help=help_text)


def was_asked(database: Database, viewer: Viewer, selection: Selection) -> bool:
    """Whether anybody of the selection answered about mentoring."""
    return bool(lines(database, viewer, selection, lambda line: line["what"] == "any_mentor")[0])


def _caution(shown: list[Line]) -> str:
    if not shown:
        return ""
    return f"{BY_PROGRAMME} {FUTURE_COHORTS}" if has_interval(shown[0]) else BY_PROGRAMME


def uptake(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who has a mentor, a sponsor, mentors, or both, of those enrolled; for share_points."""
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] in MAIN)
    ordered = [line for what in MAIN if (line := one_line(shown, what)) is not None]
    mentored = one_line(shown, "any_mentor")
    return finding(
        "uptake",
        "How many have a mentor" if mentored is None else _mentored(mentored, selection.wave),
        ordered,
        lambda line: MAIN[line["what"]],
        first="What",
        caution=_caution(ordered),
        withheld=withheld,
    )


def _mentored(line: Line, wave: str | None) -> str:
    share = estimate(line).removeprefix(short(line))
    return f"{short(line)} enrolled have a mentor{at_wave(wave)}{share}"


def along_waves(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The same at every wave at which mentoring was asked about; for share_points_by_wave."""
    everyone = replace(selection, wave=None)
    shown, withheld = lines(database, viewer, everyone, lambda line: line["what"] in MAIN)
    order = list(MAIN)
    ordered = sorted(shown, key=lambda line: (order.index(line["what"]), line["wave_no"]))
    said = "; ".join(
        f"{readable(line['wave']).lower()} {short(line)}"
        for line in ordered
        if line["what"] == "any_mentor"
    )
    return finding(
        "uptake_by_wave",
        f"With a mentor, of those enrolled: {said}" if said else "Uptake wave by wave",
        ordered,
        lambda line: MAIN[line["what"]],
        first="What",
        base="Base: everybody enrolled, the same number at every wave; whoever did not answer a"
        " wave counts as without. How many answered stands in the table.",
        by_wave=True,
        caution=f"Fewer answers at a later wave lower the count by themselves. {BY_PROGRAMME}",
        withheld=withheld,
    )


def by_kind(database: Database, viewer: Viewer, selection: Selection, *, split: str) -> Finding:
    """Participants with an open relationship of each kind; `split` is one of SPLITS."""
    title, vocabulary = SPLITS[split]
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] == split)
    most = max(shown, key=lambda line: line["k"], default=None)
    return finding(
        f"uptake_{split}",
        title
        if most is None
        else f"{title}: {label(vocabulary, most['category']).lower()} is most common,"
        f" {short(most)} enrolled",
        shown,
        lambda line: label(vocabulary, line["category"]),
        first=title,
        caution=SEVERAL_COUNT if shown else "",
        withheld=withheld,
    )


def knowing(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Participants whose open mentors help with knowing why, how and whom."""
    shown, withheld = lines(database, viewer, selection, lambda line: line["what"] == "knowing")
    least = min(shown, key=lambda line: line["k"], default=None)
    return finding(
        "uptake_knowing",
        "What mentors help with"
        if least is None
        else f"Mentors help least with {KNOWING[least['category']].lower()}: {short(least)}"
        " enrolled have one who does",
        shown,
        lambda line: KNOWING[line["category"]],
        first="Help with",
        caution=KNOWING_MEANS,
        withheld=withheld,
    )
