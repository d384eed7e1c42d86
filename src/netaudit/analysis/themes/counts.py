"""Strengths and weaknesses by theme: how many participants wrote of each, as people coded it."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import release_counts, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.themes.given import Given
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.themes import AGREED, EXPORT, TOGETHER
from netaudit.wording import counted, enumerated, known, of, share_of

ITEMS = {"strength": ("Strengths", "a strength"), "weakness": ("Weaknesses", "a weakness")}
NOT_SHOWN = "Not shown"
BY_PEOPLE = (
    "People read the texts and gave the themes; no text is judged by a machine. Somebody counts"
    " once under each theme they wrote of, so that the rows add up to more than everybody."
)
WHOLE_COHORT = "Themes are counted for a whole cohort, never for a group of it."


def readers(
    database: Database, viewer: Viewer, selection: Selection, *, given: Given
) -> tuple[Choice, ...]:
    """Whose coding counts can rest on; the default is everybody's together where anybody coded."""
    found = ask(
        database, viewer, "theme_coders", _whole(database, viewer, selection), **given.parameters
    )
    names = found["coder"].dropna().tolist()
    people = [name for name in names if name != EXPORT]
    choices = []
    if people:
        choices.append(
            Choice(value=TOGETHER, words="Coders here, else the export", is_default=True)
        )
    if len(people) > 1:
        choices.append(Choice(value=AGREED, words="Agreed by two coders here"))
    if EXPORT in names:
        choices.append(Choice(value=EXPORT, words="From the export"))
    return (*choices, *(Choice(value=name, words=f"Coder {name}") for name in people))


def themes(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    item: str,
    reader: str,
    given: Given,
) -> Finding:
    """Participants per theme at one wave; `item` is of ITEMS, `reader` one that readers offers.

    `data` is for share_bars and holds the themes that may be shown; `table` names all of them.
    """
    here = _whole(database, viewer, selection)
    found = ask(database, viewer, "theme_counts", here, reader=reader, **given.parameters)
    rows = records(found[found["item"] == item])
    whole = next((row for row in rows if not known(row["theme"])), None)
    readers = audience(database, viewer)
    minimum = readers.minimum
    title, _ = ITEMS[item]
    if whole is None or whole["participants"] < minimum or not whole["texts_read"]:
        return nothing_to_show(f"themes_{item}", f"{title} by theme", *_why(item, whole, minimum))
    counts = _counts(rows, given)
    people = int(whole["participants"])
    shown = release_counts(counts, readers, whole=people)
    hidden = sorted(given.name(code) for code in counts.index[~shown])
    kept = [(given.name(code), int(counts[code])) for code in counts.index[shown]]
    return Finding(
        id=f"themes_{item}",
        headline=_headline(f"{title}{at_wave(here.wave)}", kept, people),
        base=_base(item, whole, reader),
        data=pd.DataFrame([_bar(words, number, people) for words, number in kept]),
        table=_table(kept, hidden, people),
        alternative=_alternative(kept, people),
        caution=f"{_not_read(whole)}{BY_PEOPLE} {WHOLE_COHORT}",
        withheld=_withheld(len(hidden), minimum),
    )


def _whole(database: Database, viewer: Viewer, selection: Selection) -> Selection:
    """The cohort at one wave: a group's counts, taken from everybody's, would tell the others'."""
    return at_one_wave(database, viewer, replace(selection, attribute=None, category=None))


def _why(item: str, whole: dict[str, Any] | None, minimum: int) -> tuple[str, str]:
    """The base, and what is withheld, where no theme is shown at all."""
    _, one = ITEMS[item]
    base = f"Base: the participants who wrote {one}."
    if whole is None:
        return f"{base} Nobody did here.", ""
    if whole["participants"] < minimum:
        return base, too_small(minimum, f"participants who wrote {one}")
    return f"{base} None of their texts has been coded yet.", ""


def _counts(rows: list[dict[str, Any]], given: Given) -> pd.Series:
    """Participants by theme, most first; those of the codebook that nobody wrote of have 0."""
    counted_ones = {row["theme"]: int(row["participants"]) for row in rows if known(row["theme"])}
    every = {**dict.fromkeys(given.offered, 0), **counted_ones}
    return pd.Series(every, dtype="int64").sort_values(ascending=False, kind="stable")


def _headline(title: str, kept: list[tuple[str, int]], people: int) -> str:
    if not kept:
        return f"{title}: no theme that enough participants wrote of"
    most = [words for words, number in kept if number == kept[0][1]]
    named = enumerated(most) if len(most) < 3 else f"{len(most)} themes alike"
    return f"{title}: most write of {named}, {of(kept[0][1], people)}"


def _alternative(kept: list[tuple[str, int]], people: int) -> str:
    said = "; ".join(f"{words} {number} of {people}" for words, number in kept)
    return f"Bars, one a theme: {said}." if kept else ""


def _base(item: str, whole: dict[str, Any], reader: str) -> str:
    _, one = ITEMS[item]
    people = counted(int(whole["participants"]), "participant")
    texts = f"{int(whole['texts_read'])} of their {counted(int(whole['texts']), 'text')}"
    return f"Base: {people} who wrote {one}. {texts} are coded: {_rests_on(reader)}."


def _rests_on(reader: str) -> str:
    return {
        TOGETHER: "a theme counts where everybody who coded the text here gave it; where nobody"
        " did, the export's own counts",
        AGREED: "only texts that two or more coded here, and themes that all of them gave",
        EXPORT: "the themes came with the export",
    }.get(reader, f"the themes are those that {reader} gave")


def _not_read(whole: dict[str, Any]) -> str:
    missing = int(whole["texts"] - whole["texts_read"])
    if not missing:
        return ""
    texts = counted(missing, "text is", "texts are")
    return f"{texts} not coded yet, so counts can still rise. "


def _bar(words: str, number: int, people: int) -> dict[str, Any]:
    return {"category": words, "share": number / people, "label": of(number, people)}


def _table(kept: list[tuple[str, int]], hidden: list[str], people: int) -> pd.DataFrame:
    lines = [(words, str(number), share_of(number, people)) for words, number in kept]
    lines += [(words, NOT_SHOWN, NOT_SHOWN) for words in hidden]
    return pd.DataFrame(lines, columns=["Theme", f"Participants, of {people}", "Share"])


def _withheld(hidden: int, minimum: int) -> str:
    if not hidden:
        return ""
    return (
        f"{counted(hidden, 'theme')} not shown: fewer than {minimum} participants, or all but so"
        " few, wrote of each, or such a number could be worked out from it."
    )
