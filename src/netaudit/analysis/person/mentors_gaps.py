"""What may be missing among one participant's mentors, where to look and whom to ask."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.contact_words import contact_description
from netaudit.analysis.person.names import Names, names
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import enumerated

PLACES = {
    "no_mentor": ("former_boss", "friend_of_friend", "professional_body", "programme_matched"),
    "why": ("former_teacher", "immediate_circle_other", "accredited_programme"),
    "how": ("coworker_other_department", "former_boss", "professional_body"),
    "whom": ("friend_of_friend", "professional_body", "linkedin"),
    "no_sponsor": ("former_boss", "coworker_other_department", "friend_of_friend"),
    "only_internal": ("professional_body", "former_boss", "linkedin", "accredited_programme"),
    "only_programme": ("former_boss", "former_teacher", "friend_of_friend"),
    "only_formal": ("immediate_circle_other", "former_teacher", "former_boss"),
    "only_receiving": ("programme_matched", "professional_body", "accredited_programme"),
}
"""Where a look is worth while, by what is missing; codes of mentor_source."""

REASONS = {
    "personal": "you turn to them for your own growth",
    "other_department": "works in another part of your organisation",
    "strategic_outside": "works elsewhere, and you turn to them for strategic matters",
    "senior": "has more of a say",
    "from_before": "you know them from an earlier job or from your education",
    "junior": "might be glad of what you know",
    "supported": "you support them already",
}
FIRST_TALK = (
    "Nobody has to be asked at once whether they would be your mentor. Ask for one talk: what they"
    " do, how they came to it, whether they were mentored themselves or have mentored others. After"
    " that, both of you know better whether there is to be a second one."
)
MOST = 3
"""So many of the participant's own contacts are named for each gap."""


@dataclass(frozen=True, kw_only=True)
class Idea:
    """A contact of the participant's own who could be asked, and why."""

    who: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """Somewhere to look beyond the list of contacts."""

    title: str
    texts: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that nobody covers: what it is, whom to ask (or to offer something), where else
    to look.
    """

    code: str
    title: str
    texts: dict[str, str]
    ideas: tuple[Idea, ...]
    places: tuple[Place, ...]

    @property
    def whom(self) -> str:
        """What the participant could do with the contacts named."""
        asks = self.code != "only_receiving"
        return "whom you could ask" if asks else "whom you could offer something"


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way of getting in touch with somebody."""

    title: str
    texts: dict[str, str]


def gaps(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> tuple[Gap, ...]:
    """The gaps at the wave in a fixed order; an unanswered question is none.

    Contacts are named to the participant alone.
    """
    rows = records(ask(database, viewer, "person_mentor_portfolio", participant=participant))
    here = next(row for row in rows if row["wave"] == wave)
    if not here["is_known"]:
        return ()
    found = records(
        ask(database, viewer, "person_mentor_candidates", participant=participant, most=MOST)
    )
    called = names(database, viewer, participant)
    candidates = [row for row in found if row["wave"] == wave]
    return tuple(_gap(code, candidates, called) for code in _missing(here))


def _missing(row: dict[str, Any]) -> list[str]:
    if _is(row["has_mentor"], False):
        return ["no_mentor"]
    missing = [code for code in ("why", "how", "whom") if _is(row[f"helps_{code}"], False)]
    others = {
        "no_sponsor": _is(row["has_sponsor"], False),
        "only_internal": _is(row["has_outside"], False),
        "only_programme": _is(row["has_own_find"], False),
        "only_formal": row["only_formal"] and not _is(row["has_own_find"], False),
        "only_receiving": _is(row["has_mentor"], True) and _is(row["has_mentee"], False),
    }
    return [*missing, *(code for code, is_missing in others.items() if is_missing)]


def _is(answer: Any, value: bool) -> bool:
    """Whether the answer is surely that; a missing one is neither."""
    return answer is value or (answer == value) is True


def _gap(code: str, candidates: list[dict[str, Any]], called: Names) -> Gap:
    return Gap(
        code=code,
        title=label("mentor_gap", code),
        texts=guidance("mentor_gap")[code],
        ideas=tuple(_idea(row, called) for row in candidates if row["gap"] == code),
        places=tuple(
            Place(title=label("mentor_source", place), texts=guidance("mentor_source")[place])
            for place in PLACES[code]
        ),
    )


def _idea(row: dict[str, Any], called: Names) -> Idea:
    why = REASONS[row["reason"]]
    if len(row["knows_mentors"]):
        mentors = enumerated([called[int(number)] for number in row["knows_mentors"]])
        why = f"{why}, and knows your mentor {mentors}, whom you could ask first"
    return Idea(who=contact_description(row), why=why)


def ways() -> tuple[Way, ...]:
    """The ways of getting in touch, in the order in which they are offered."""
    return tuple(
        Way(title=label("approach", code), texts=texts)
        for code, texts in guidance("approach").items()
    )


def everywhere() -> tuple[Place, ...]:
    """Every place to look, for somebody who has no mentor."""
    return tuple(
        Place(title=label("mentor_source", code), texts=texts)
        for code, texts in guidance("mentor_source").items()
    )
