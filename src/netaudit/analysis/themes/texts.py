"""The texts that a coder reads one by one, without whose they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.selection import Selection
from netaudit.analysis.themes.given import Given
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import counted, enumerated

TO_DO, SHARED, EVERY, MINE, DIFFERING = "to_do", "shared", "all", "mine", "differing"
SHOW_CHOICES = (
    Choice(value=TO_DO, words="Not yet coded by me", is_default=True),
    Choice(value=SHARED, words="The fifth that every coder reads"),
    Choice(value=MINE, words="Coded by me"),
    Choice(value=DIFFERING, words="Where we differ"),
    Choice(value=EVERY, words="All"),
)
ITEM_CHOICES = (
    Choice(value="both", words="Strengths and weaknesses", is_default=True),
    Choice(value="strength", words="Strengths"),
    Choice(value="weakness", words="Weaknesses"),
)


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text: `key` and `writer` are for the ledger, everything else is for the coder.

    `mine` is what the coder gave, None before that; `others` what every other coder gave.
    """

    key: str
    writer: str
    wave: str
    item: str
    words: str
    is_shared: bool
    mine: tuple[str, ...] | None
    others: tuple[tuple[str, tuple[str, ...]], ...]
    differs: bool


def texts(
    database: Database, viewer: Viewer, selection: Selection, *, coder: str, given: Given
) -> tuple[Text, ...]:
    """Every text of the selection in the order in which all coders read; evaluators alone get any.

    The shared fifth comes first. Groups do not narrow it: the fifth is of a whole cohort.
    """
    here = replace(selection, attribute=None, category=None)
    rows = ask(database, viewer, "theme_texts", here, coder=coder, **given.parameters)
    return tuple(_text(row) for row in records(rows))


def narrowed(found: Sequence[Text], *, item: str, show: str) -> tuple[Text, ...]:
    """Those of one item, and of one of SHOW_CHOICES."""
    return tuple(text for text in found if item in ("both", text.item) and _is_in(text, show))


def _is_in(text: Text, show: str) -> bool:
    if show == TO_DO:
        return text.mine is None
    if show == MINE:
        return text.mine is not None
    return show == EVERY or (text.is_shared if show == SHARED else text.differs)


def following(found: Sequence[Text], among: Sequence[Text], key: str) -> str | None:
    """The key of the text after `key` that is among those wanted; the first of them at the end.

    None where no other is left.
    """
    place = {text.key: number for number, text in enumerate(found)}
    here = place.get(key, -1)
    others = [text.key for text in among if text.key != key]
    later = [one for one in others if place[one] > here]
    return next(iter(later or others), None)


def progress(found: Sequence[Text]) -> str:
    """How far the coder is, in words; with how far the shared fifth is read."""
    done = sum(text.mine is not None for text in found)
    shared = [text for text in found if text.is_shared]
    read = sum(text.mine is not None for text in shared)
    if not found:
        return "There are no texts here."
    words = f"{done:,} of {counted(len(found), 'text')} coded by you"
    left = f"{read:,} of the {len(shared):,} that every coder reads"
    return f"{words}, among them {left}."


def coded_by_others(found: Sequence[Text]) -> str:
    """Who else has coded how many of the texts, such as "Ann 31 and Bo 12"; blank without any."""
    others = Counter(coder for text in found for coder, _ in text.others)
    return enumerated([f"{name} {number:,}" for name, number in sorted(others.items())] or [""])


def _text(row: dict[str, Any]) -> Text:
    return Text(
        key=row["text_key"],
        writer=row["writer_key"],
        wave=row["wave"],
        item=row["item"],
        words=row["words"],
        is_shared=bool(row["is_shared"]),
        mine=_listed(row["mine"]),
        others=tuple(
            (other["coder"], tuple(other["themes"])) for other in _listed(row["others"]) or ()
        ),
        differs=bool(row["differs"]),
    )


def _listed(cell: Any) -> tuple[Any, ...] | None:
    """A list of a result as a tuple; what is missing there is a single value of some kind."""
    return tuple(cell) if hasattr(cell, "__len__") else None
