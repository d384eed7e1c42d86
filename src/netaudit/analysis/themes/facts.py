"""What a participant's list counts of the themes that their own words were read under.

THEMES is the one place that says which counts belong to a theme. Themes are given by a person who
reads; those that stand for nothing a list can count, such as time, have no line here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netaudit.schema import PURPOSES
from netaudit.vocabulary import label
from netaudit.wording import counted, enumerated, known

Rows = Sequence[Mapping[str, Any]]
"""The rows of one fact at one wave: summaries/person_theme_facts.sql."""

KNOW_EACH_OTHER = "all your contacts know each other"
ALIKE_WORDS = {"distance": "place"}
BOUNDARIES = {"team": "your team", "organisation": "your organisation", "sector": "your sector"}

THEMES: Mapping[str, tuple[str, ...]] = {
    "variety": ("functions",),
    "similarity": ("alike",),
    "external_reach": ("outside",),
    "bridging": ("apart",),
    "closed_circle": ("tied",),
    "trust": ("close",),
    "closeness": ("close",),
    "seniority": ("senior",),
    "sponsorship": ("sponsors", "senior"),
    "support": ("helpful",),
    "future_fit": ("future",),
    "seen_in_one_role": ("fixed",),
    "over_reliance": ("resting",),
    "getting_things_done": ("operational",),
    "personal_growth": ("personal",),
    "longer_view": ("strategic",),
}


def theme_sentence(theme: str, facts: Mapping[str, Rows]) -> str:
    """What the list says of the theme, blank where no count belongs to it.

    `facts` holds the rows of one wave by their fact.
    """
    said = [SENTENCES[fact](facts) for fact in THEMES.get(theme, ())]
    known_ones = [words for words in said if words]
    if said and not known_ones:
        return "the audit holds no answer about it"
    return "; ".join(known_ones)


def _contacts(
    fact: str, one: str, many: str, detail: str | None = None
) -> Callable[[Mapping[str, Rows]], str]:
    """A sentence "3 of 10 contacts …", `one` its verb after a single contact, `many` otherwise."""

    def said(facts: Mapping[str, Rows]) -> str:
        for row in facts.get(fact, ()):
            if row["whole"] and detail in (None, row["detail"]):
                verb = one if row["part"] == 1 else many
                return f"{row['part']} of {counted(row['whole'], 'contact')} {verb}"
        return ""

    return said


def _apart(facts: Mapping[str, Rows]) -> str:
    row = _single(facts, "apart")
    if row is None:
        return ""
    if not row["part"]:
        return KNOW_EACH_OTHER
    return f"{_pairs_of(row)} do not know each other, and you know both"


def _tied(facts: Mapping[str, Rows]) -> str:
    row = _single(facts, "tied")
    if row is None:
        return ""
    return KNOW_EACH_OTHER if row["part"] == row["whole"] else f"{_pairs_of(row)} know each other"


def _pairs_of(row: Mapping[str, Any]) -> str:
    return f"{row['part']} of {counted(row['whole'], 'pair')} of contacts"


def _single(facts: Mapping[str, Rows], fact: str) -> Mapping[str, Any] | None:
    return next((row for row in facts.get(fact, ()) if row["whole"]), None)


def _functions(facts: Mapping[str, Rows]) -> str:
    row = _single(facts, "functions")
    if row is None:
        return ""
    return f"{counted(row['part'], 'function')} among {counted(row['whole'], 'contact')}"


def _alike(facts: Mapping[str, Rows]) -> str:
    same = [
        f"{ALIKE_WORDS.get(row['detail'], row['detail'])} ({row['part']} of {row['whole']})"
        for row in facts.get("alike", ())
        if row["whole"]
    ]
    return f"contacts like you in {enumerated(same)}" if same else ""


def _outside(facts: Mapping[str, Rows]) -> str:
    row = _single(facts, "outside")
    if row is None:
        return ""
    where = f"outside {BOUNDARIES[row['detail']]}"
    return _contacts("outside", f"is {where}", f"are {where}")(facts)


def _sponsors(facts: Mapping[str, Rows]) -> str:
    row = next((row for row in facts.get("sponsors", ()) if known(row["whole"])), None)
    if row is None:
        return ""
    if not row["whole"]:
        return "no mentor is recorded"
    verb = "is a sponsor" if row["part"] == 1 else "are sponsors"
    return f"{row['part']} of {counted(row['whole'], 'mentor')} {verb}"


def _resting(facts: Mapping[str, Rows]) -> str:
    served = {row["detail"]: row["part"] for row in facts.get("purpose", ()) if row["whole"]}
    if not served:
        return ""
    names = [label("purpose", name).lower() for name in PURPOSES if served[name] == 1]
    if not names:
        return "no purpose rests on one contact"
    noun = "purpose rests" if len(names) == 1 else "purposes rest"
    return f"the {enumerated(names)} {noun} on one contact"


SENTENCES: Mapping[str, Callable[[Mapping[str, Rows]], str]] = {
    "functions": _functions,
    "alike": _alike,
    "outside": _outside,
    "apart": _apart,
    "tied": _tied,
    "close": _contacts("close", "is close or very close to you", "are close or very close to you"),
    "senior": _contacts("senior", "is more senior than you", "are more senior than you"),
    "sponsors": _sponsors,
    "helpful": _contacts("helpful", "gives you support", "give you support"),
    "future": _contacts("future", "matters for what comes next", "matter for what comes next"),
    "fixed": _contacts(
        "fixed", "could not picture you in another role", "could not picture you in another role"
    ),
    "resting": _resting,
    "operational": _contacts(
        "purpose", "helps you get things done", "help you get things done", "operational"
    ),
    "personal": _contacts("purpose", "helps you grow", "help you grow", "personal"),
    "strategic": _contacts("purpose", "helps you see further", "help you see further", "strategic"),
}
"""How each fact reads inside a sentence; blank where it is not known."""
