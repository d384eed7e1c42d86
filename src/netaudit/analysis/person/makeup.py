"""How the core contacts of one participant spread over one aspect, such as closeness."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.cohort.attribute_words import SCALES, category_words, in_order
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES
from netaudit.wording import counted

TITLES = {
    "closeness": "How close",
    "years_known": "Known for how long",
    "function": "Kind of work",
    "knowledge_flow": "Who learns from whom",
}
UNANSWERED = {
    "closeness": "How close the contacts are was not answered",
    "years_known": "How long the contacts have been known was not answered",
    "function": "What kind of work the contacts do is not known",
    "knowledge_flow": "Who learns from whom was not answered",
}


def makeup(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str, aspect: str
) -> Finding:
    """The contacts in each category of one of TITLES; `data` has category, count and label.

    Categories of a scale are there though nobody is in them.
    """
    rows = ask(database, viewer, "person_makeup", participant=participant)
    here = rows[(rows["wave"] == wave) & (rows["aspect"] == aspect)]
    finding_id = f"{aspect}_{participant}_{wave}"
    if here.empty:
        return nothing_to_show(finding_id, UNANSWERED[aspect], "")
    held = dict(zip(here["category"], here["contacts"], strict=True))
    order = in_order(aspect, {*held, *_scale(aspect)}) if _scale(aspect) else list(held)
    bars = pd.DataFrame(
        {
            "category": [category_words(aspect, code) for code in order],
            "count": [int(held.get(code, 0)) for code in order],
        }
    )
    bars["label"] = bars["count"].map(str)
    known = int(here["known"].iloc[0])
    headline = SENTENCES[aspect](held, known, voice(viewer))
    return Finding(
        id=finding_id,
        headline=headline,
        base=f"Base: {counted(known, 'contact')} with an answer.",
        data=bars,
        table=bars[["category", "count"]].set_axis([TITLES[aspect], "Contacts"], axis="columns"),
        alternative=f"A bar a category. {headline}.",
    )


def _scale(aspect: str) -> dict[str, str]:
    """The categories to be named in any case; a free attribute has none."""
    answers = {**SCALES.get(aspect, {}), **VOCABULARIES.get(aspect, {})}
    return {code: words for code, words in answers.items() if code != "unknown"}


def _closeness(held: dict[str, Any], known: int, _: Voice) -> str:
    close = held.get("3", 0) + held.get("4", 0)
    return f"{close} of {counted(known, 'contact')} {_verb(close)} close or very close"


def _years(held: dict[str, Any], known: int, _: Voice) -> str:
    long = held.get("from_5", 0) + held.get("from_10", 0)
    return f"{long} of {counted(known, 'contact')} known for five years or longer"


def _function(held: dict[str, Any], known: int, _: Voice) -> str:
    kinds = counted(len(held), "kind")
    return f"{kinds} of work among {counted(known, 'contact')}"


def _knowledge(held: dict[str, Any], known: int, speaks: Voice) -> str:
    both, get, give = (held.get(code, 0) for code in ("both", "i_get", "i_give"))
    get_it, give_it = (
        speaks.says("you only get it", "it is only got"),
        speaks.says("you only give it", "it is only given"),
    )
    parts = [f"Knowledge goes both ways with {both} of {counted(known, 'contact')}"]
    parts += [f"from {get} {get_it}"] if get else []
    parts += [f"to {give} {give_it}"] if give else []
    return "; ".join(parts)


def _verb(number: int) -> str:
    return "is" if number == 1 else "are"


SENTENCES: dict[str, Callable[[dict[str, Any], int, Voice], str]] = {
    "closeness": _closeness,
    "years_known": _years,
    "function": _function,
    "knowledge_flow": _knowledge,
}
