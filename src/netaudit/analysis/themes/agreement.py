"""How far two coders agree on the themes of the texts that both read."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.themes.given import Given
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.themes import EXPORT
from netaudit.wording import NOTHING, known, of, percent

ENOUGH_TEXTS = 20
WANTED_SHARE = 0.2
COMPARED = (
    "Compared is what each gave before seeing what others gave; what was changed afterwards counts"
    " for the themes, not for the agreement."
)
KAPPA = (
    "Kappa takes away the agreement that chance alone would give: 0 is no more than chance, 1 is"
    " full agreement. Where a theme is rare it can be low although the coders hardly differ, so it"
    f" cannot be compared between themes. It is left out below {ENOUGH_TEXTS} texts, and where a"
    " coder gave, or did not give, the theme fewer than 5 times."
)
ALPHA = (
    "Krippendorff's alpha looks at all themes together. By his own rule of thumb 0.80 can be relied"
    " on, and between 0.67 and 0.80 conclusions stay tentative."
)


def coder_choices(
    database: Database, viewer: Viewer, selection: Selection, *, given: Given
) -> tuple[Choice, ...]:
    """Everybody who read any of the texts, those who read most first, the export last."""
    rows = ask(database, viewer, "theme_coders", _whole(selection), **given.parameters)
    people = rows.dropna(subset="coder").sort_values(
        ["texts", "coder"], ascending=[False, True], kind="stable"
    )
    names = sorted(people["coder"], key=lambda name: name == EXPORT)
    return tuple(
        Choice(value=name, words="The export" if name == EXPORT else name) for name in names
    )


def coder_words(name: str) -> str:
    """How a coder is named; the export's themes came from somebody who is not known here."""
    return "the export" if name == EXPORT else name


def agreement(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    second: str,
    given: Given,
) -> Finding:
    """The two coders theme by theme, and on all themes together; evaluators alone get any.

    `data` has one row per theme with the four counts, the agreement and kappa.
    """
    here = _whole(selection)
    asked = {**given.parameters, "first": first, "second": second}
    rows = ask(database, viewer, "theme_agreement", here, **asked)
    overall = records(
        ask(database, viewer, "theme_alpha", here, coders=[first, second], **given.parameters)
    )[0]
    names = (coder_words(first), coder_words(second))
    if rows.empty:
        return nothing_to_show(
            "theme_agreement",
            f"Agreement of {names[0]} and {names[1]}: nothing to compare yet",
            _base(overall),
        )
    return Finding(
        id="theme_agreement",
        headline=_headline(names, overall),
        base=f"{_base(overall)} {COMPARED}",
        data=rows,
        table=_table(records(rows), names, given),
        alternative="A table of the themes: how many texts got each from both, one or neither.",
        caution=f"{ALPHA} {KAPPA}",
    )


def overall_words(database: Database, viewer: Viewer, selection: Selection, *, given: Given) -> str:
    """One sentence on how far the coders here agree, for beside the counts; blank without any."""
    coders = [
        choice.value
        for choice in coder_choices(database, viewer, selection, given=given)
        if choice.value != EXPORT
    ]
    row = records(
        ask(database, viewer, "theme_alpha", _whole(selection), coders=coders, **given.parameters)
    )[0]
    if len(coders) < 2 or not row["texts_compared"]:
        return ""
    read = f"{_share(row)} were read by two or more of the {len(coders)} coders here"
    return f"{read}. Their agreement on all themes together: {_alpha(row)}."


def _whole(selection: Selection) -> Selection:
    return replace(selection, attribute=None, category=None)


def _headline(names: tuple[str, str], overall: dict[str, Any]) -> str:
    return f"Agreement of {names[0]} and {names[1]} on all themes together: {_alpha(overall)}"


def _alpha(overall: dict[str, Any]) -> str:
    if overall["texts_compared"] < ENOUGH_TEXTS:
        return f"fewer than {ENOUGH_TEXTS} texts are too few for a figure"
    if not known(overall["alpha"]):
        return "no figure, since they gave no theme"
    return f"Krippendorff's alpha {overall['alpha']:.2f}"


def _base(overall: dict[str, Any]) -> str:
    compared, texts = int(overall["texts_compared"]), int(overall["texts"])
    enough = compared >= WANTED_SHARE * texts
    wanted = "" if enough else f" At least {percent(WANTED_SHARE)} are wanted."
    return f"Base: {_share(overall)} were read by both.{wanted}"


def _share(overall: dict[str, Any]) -> str:
    return of(int(overall["texts_compared"]), int(overall["texts"]), "texts")


def _table(rows: list[dict[str, Any]], names: tuple[str, str], given: Given) -> pd.DataFrame:
    order = {code: place for place, (code, _) in enumerate(given.words)}
    rows = sorted(rows, key=lambda row: order.get(row["theme"], len(order)))
    return pd.DataFrame([_line(row, names, given) for row in rows])


def _line(row: dict[str, Any], names: tuple[str, str], given: Given) -> dict[str, Any]:
    return {
        "Theme": given.name(row["theme"]),
        "Kappa": f"{row['kappa']:.2f}" if known(row["kappa"]) else NOTHING,
        "Same judgement": of(row["agreeing"], row["texts"]),
        "Both": row["both_gave"],
        f"Only {names[0]}": row["first_only"],
        f"Only {names[1]}": row["second_only"],
        "Neither": row["neither"],
    }
