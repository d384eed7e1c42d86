"""From enrolment to the answers that are compared: who took part, who left, the cohort briefly."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.change.leavers import if_leavers, leavers
from netaudit.analysis.cohort import key_figures, overview
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.rounding import roughly
from netaudit.charts.flow import flow
from netaudit.reports.charts import figure
from netaudit.reports.cohort.drawings import BOTH_ALIKE, changes
from netaudit.reports.cohort.parts import Part, cards, columns_of, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Heading
from netaudit.reports.finding_blocks import lead
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, of

WAY = "From enrolment to the answers that are compared"
WIDE = 560
"""The width of the drawing in pixels."""

COLUMNS = ("Step", "Participants", "Of those enrolled")
IN_DEVIATIONS = "Standard deviations, those who stayed less those who left"
STAYED = ("Measure", "Stayed", "Left", "Stayed less left", "95% interval (Welch)", "Standardised")


def blocks(about: Subject) -> Part:
    """The section on who answered; outside the team in rough numbers."""
    found = overview.response(about.database, about.viewer, about.everybody)
    told = _rough(found) if about.leaves else found
    about.figures.append(told)
    return (*_way(told, _steps(found, rough=about.leaves)), *_briefly(about), *_left(about))


def _rough(found: Finding) -> Finding:
    """The same without exact numbers: how many answered once would show beside other figures."""
    numbers = [roughly(int(number)) for number in found.table["Participants"]]
    last = found.table["Step"].iloc[-1].lower()
    return replace(
        found,
        headline=f"Of {numbers[0]} enrolled {numbers[-1]} answered {last} wave",
        base="Base: everybody enrolled. Numbers are to the nearest 5.",
        table=found.table.assign(Participants=numbers)[["Step", "Participants"]],
    )


def _way(found: Finding, steps: pd.DataFrame) -> Part:
    said = "; ".join(
        f"{row['words']}{', beside it ' + row['beside'] if row['beside'] else ''}"
        for row in steps.to_dict("records")
    )
    drawn = figure(
        flow(steps).properties(width=WIDE),
        f"{WAY}. {found.base}",
        f"Boxes one below the other, from enrolment to the answers that are compared: {said}.",
    )
    return (Heading(text=WAY, level=2), lead(found), drawn, *columns_of(found, WAY, COLUMNS))


def _steps(found: Finding, *, rough: bool) -> pd.DataFrame:
    """Each step in words, with those beside it who are not in it."""
    rows = found.table.to_dict("records")
    enrolled = int(rows[0]["Participants"])
    first = f"{roughly(enrolled).capitalize() if rough else f'{enrolled:,}'} enrolled"
    told = [
        {
            "words": f"{_step(row)}: {roughly(int(row['Participants']))}"
            if rough
            else f"{_step(row)}: {of(int(row['Participants']), enrolled)}",
            "beside": "" if rough else _beside(row, enrolled),
        }
        for row in rows[1:]
    ]
    return pd.DataFrame([{"words": first, "beside": ""}, *told])


def _is_last(row: dict[Any, Any]) -> bool:
    """Whether it is the step of those who are compared, of whom no audit is opened."""
    return bool(row["Audits opened"] == NOTHING)


def _step(row: dict[Any, Any]) -> str:
    return f"{row['Step']} wave" if _is_last(row) else str(row["Step"])


def _beside(row: dict[Any, Any], enrolled: int) -> str:
    missing = enrolled - int(row["Participants"])
    if not missing:
        return ""
    if _is_last(row):
        return f"{missing:,} answered one of the two, or neither"
    begun = int(row["Audits opened"].replace(",", "")) - int(row["Participants"])
    more = f", of whom {begun:,} had begun" if begun else ""
    return f"{missing:,} did not answer{more}"


def _briefly(about: Subject) -> Part:
    if about.leaves:
        return ()
    found = about.choices(key_figures.key_figures)
    at = readable(about.wave).lower()
    number = counted(len(found.figures), "figure")
    return (Heading(text=f"The cohort in {number}, at {at}", level=2), cards(found))


def _left(about: Subject) -> Part:
    """Those who left beside those who stayed: for evaluators, in the team's own report alone."""
    if about.span is None or about.leaves or about.viewer.role != "evaluator":
        return ()
    asked = {"first": about.span.first, "last": about.span.last, "chosen": about.chosen}
    beside = about.figure(leavers, **asked)
    tipping = about.figure(if_leavers, **asked)
    return (
        *part(
            "Those who left",
            beside,
            changes(IN_DEVIATIONS, zero=BOTH_ALIKE),
            columns=STAYED,
            keep_table=True,
        ),
        *(() if tipping.is_empty else part("What they could have changed", tipping)),
    )
