"""The first page: who answered, and what needs attention."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Figures, Finding, SingleFigure
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, of, plain, share_of


def response(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """From enrolment to the answers that can be compared: participants at each step."""
    steps = ask(database, viewer, "response_steps", replace(selection, wave=None))
    steps["words"] = [
        _step_words(step, wave) for step, wave in zip(steps["step"], steps["wave"], strict=True)
    ]
    enrolled = int(steps["enrolled"].iloc[0])
    steps["label"] = [of(int(number), enrolled) for number in steps["participants"]]
    return Finding(
        id="response",
        headline=_headline(steps, enrolled, selection.wave),
        base=f"Base: {counted(enrolled, 'person', 'people')} enrolled. An audit counts once its"
        " list of contacts was filled in, or the participant said that there is nobody to name.",
        data=steps.rename(columns={"words": "category"})[["category", "share", "label"]].fillna(
            {"share": 0.0}
        ),
        table=_response_table(steps),
        alternative=f"Bars, one below the other, of those enrolled who answered: {_listed(steps)}.",
    )


def _step_words(step: str, wave: str | None) -> str:
    if step == "wave":
        return readable(str(wave))
    return "Enrolled" if step == "enrolled" else "First and last"


def _headline(steps: pd.DataFrame, enrolled: int, wave: str | None) -> str:
    reached = dict(zip(steps["wave"].fillna(steps["step"]), steps["participants"], strict=True))
    if wave is None or wave not in reached:
        return f"{counted(enrolled, 'person', 'people')} enrolled"
    said = f"{of(int(reached[wave]), enrolled, 'enrolled')} answered at {readable(wave).lower()}"
    if "matched" not in reached:
        return said
    return f"{said}; {reached['matched']:,} answered first and last wave"


def _response_table(steps: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Step": steps["words"],
            "Audits opened": [plain(opened) for opened in steps["due"]],
            "Participants": steps["participants"],
            "Of those enrolled": [
                share_of(int(reached), int(enrolled))
                for reached, enrolled in zip(steps["participants"], steps["enrolled"], strict=True)
            ],
        }
    )


def _listed(steps: pd.DataFrame) -> str:
    return "; ".join(
        f"{words.lower()} {label}"
        for words, label in zip(steps["words"], steps["label"], strict=True)
    )


@dataclass(frozen=True, kw_only=True)
class _Reason:
    title: str
    of_what: str


REASONS = {
    "not_answered": _Reason(
        title="Have not answered", of_what="participants still in the programme"
    ),
    "no_mentor": _Reason(
        title="Without a mentor", of_what="participants who answered about mentoring"
    ),
    "no_external": _Reason(
        title="No external contact", of_what="participants who said where contacts work"
    ),
    "watch": _Reason(title="A pattern on watch", of_what="participants with enough information"),
}


def attention(database: Database, viewer: Viewer, selection: Selection) -> Figures:
    """To how many participants each reason to look closer applies; a figure's id is the reason."""
    rows = ask(
        database, viewer, "attention", replace(selection, wave=None), now=selection.wave
    ).to_dict("records")
    minimum = minimum_group(database, viewer)
    return Figures(id="attention", figures=tuple(_reason(row, minimum) for row in rows))


def _reason(row: dict[Any, Any], minimum: int) -> SingleFigure:
    reason = REASONS[row["reason"]]
    if row["known"] < minimum:
        value, base = NOTHING, too_small(minimum, reason.of_what)
    else:
        value, base = f"{row['participants']} of {row['known']}", reason.of_what
    return SingleFigure(id=row["reason"], title=reason.title, value=value, base=base)
