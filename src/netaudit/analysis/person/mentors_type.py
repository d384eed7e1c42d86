"""The kind of developmental network one participant has, after Higgins and Kram (2001)."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import OTHER, OWN
from netaudit.definitions import registry
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, known, plain

KINDS = {
    (True, True): "entrepreneurial",
    (True, False): "opportunistic",
    (False, True): "traditional",
    (False, False): "receptive",
}
"""The kinds by whether range and closeness are high."""

ABOUT = (
    "Higgins and Kram ask two things about those who help somebody along: how wide the circle is"
    " they come from, and how close they are. That makes four kinds, none better than another."
)


@dataclass(frozen=True, kw_only=True)
class DevelopmentalNetwork:
    """What is told of it: `code` is the kind, or None where there is none to tell.

    `coordinates` are the two questions with their answers, `near` says how close to the line it
    lies, `possible` the kinds it may be, where answers are missing; `cautions` go with it.
    """

    headline: str
    code: str | None
    coordinates: dict[str, str]
    near: str
    possible: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def texts(self) -> dict[str, str]:
        """What the kind is, what it brings and what could be a next move; empty without a kind."""
        return guidance("developmental_type")[self.code] if self.code else {}


def developmental_network(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> DevelopmentalNetwork | None:
    """The kind at the wave; None for everybody but the participant, and where nobody mentors them.

    None too where mentoring was not asked.
    """
    rows = records(ask(database, viewer, "person_developers", participant=participant))
    row = next((row for row in rows if row["wave"] == wave), None)
    if row is None or (row["state"] == "too_few" and not row["developers"]):
        return None
    if row["state"] == "too_few":
        return _one_alone()
    return DevelopmentalNetwork(
        headline=_headline(row),
        code=row["type"] if known(row["type"]) else None,
        coordinates={"Range": _range(row), "Closeness": _closeness(row)},
        near=_near(row) if known(row["type"]) else "",
        possible=() if known(row["type"]) else _possible(row),
        cautions=_cautions(row),
    )


def _one_alone() -> DevelopmentalNetwork:
    return DevelopmentalNetwork(
        headline="One person mentors you at present: it takes two to look at them as a circle",
        code=None,
        coordinates={},
        near="",
        possible=(),
        cautions=(),
    )


def _headline(row: dict[str, Any]) -> str:
    people = counted(row["developers"], "person", "people")
    if known(row["type"]):
        return f"{label('developmental_type', row['type'])}, with {people} who mentor you"
    return f"Not enough information to tell the kind, with {people} who mentor you"


def _range(row: dict[str, Any]) -> str:
    parts = counted(row["systems"], "part of life", "parts of life")
    unsaid = row["unknown_systems"]
    rest = f" (for {unsaid} not told)" if unsaid else ""
    said = f"They come from {parts}{rest}; {_pairs(row)}."
    if known(row["is_diverse"]):
        return f"{'Wide' if row['is_diverse'] else 'Narrow'}. {said}"
    return f"Not sure. {said}"


def _pairs(row: dict[str, Any]) -> str:
    pairs, tied, unknown = row["pairs"], row["tied_pairs"], row["unknown_pairs"]
    if unknown == pairs:
        return "whether they know each other is not known, as they are not all on your list"
    of_pairs = f"{tied} of {counted(pairs, 'pair')} know each other"
    if pairs == 1:
        of_pairs = "the two know each other" if tied else "the two do not know each other"
    return f"{of_pairs}, {unknown} not known" if unknown else of_pairs


def _closeness(row: dict[str, Any]) -> str:
    if not known(row["closeness_mean"]):
        said = f"How close you are is not told for {row['unknown_closeness']} of them."
    else:
        said = f"On average {plain(row['closeness_mean'])} of 4; the line is at 3."
    if known(row["is_close"]):
        return f"{'High' if row['is_close'] else 'Low'}. {said}"
    return f"Not sure. {said}"


def _near(row: dict[str, Any]) -> str:
    """What would have to be different for another kind, as far as the answers tell."""
    is_diverse, is_close = bool(row["is_diverse"]), bool(row["is_close"])
    said = []
    if known(row["closeness_gap"]):
        points = counted(row["closeness_gap"], "point of closeness", "points of closeness")
        way = "lower" if is_close else "higher"
        said.append(f"{points} {way} would make it {KINDS[is_diverse, not is_close]}")
    if known(row["pair_gap"]):
        pairs = counted(row["pair_gap"], "pair")
        way = "more" if is_diverse else "fewer"
        other = KINDS[not is_diverse, is_close]
        said.append(f"{pairs} {way} who know each other would make it {other}")
    elif row["systems"] == 1:
        other = KINDS[True, is_close]
        said.append(f"somebody from another part of life could make it {other}")
    start = "This is near the line: " if row["is_near_line"] else "How far from the line: "
    return f"{start}{'; '.join(said)}." if said else ""


def _possible(row: dict[str, Any]) -> tuple[str, ...]:
    """The kinds that missing answers leave open; none where all are, or who counts is not sure."""
    if row["unknown_roles"] or not (known(row["is_diverse"]) or known(row["is_close"])):
        return ()
    wide = [bool(row["is_diverse"])] if known(row["is_diverse"]) else [True, False]
    near = [bool(row["is_close"])] if known(row["is_close"]) else [True, False]
    return tuple(KINDS[diverse, close] for diverse in wide for close in near)


def _cautions(row: dict[str, Any]) -> tuple[str, ...]:
    said = ["Where the lines run is our own choice, and no study gives them."]
    if row["developers"] <= 3:
        said.append(
            f"With {row['developers']} people, a single answer can turn it: take it as a question"
            " to think about."
        )
    if row["via_programme"]:
        said.append(
            "Somebody whom the programme chose is not close at first; it may read more"
            " opportunistic for a while."
        )
    return tuple(said)


def method() -> tuple[str, tuple[str, ...]]:
    """How the kind is worked out, said to the participant, and what it follows."""
    profile = registry.profiles()["developmental_network"]
    rule = profile.rule.replace(OTHER.who, OWN.who)
    return " ".join(rule.split()), profile.references
