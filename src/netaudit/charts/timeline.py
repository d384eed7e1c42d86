"""Relationships over time: one bar each, the day of the audit, and when two or more ran at once."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    AXIS,
    LINE,
    TEXT,
    Chart,
    category_axis,
    height,
    hover,
    legend_height,
    part_legend,
)

DAYS = "%b %Y"
STATES = ["Open", "Ended", "Not told of since"]
LOOKS: dict[str, dict[str, Any]] = {
    "Open": {"fillOpacity": 1},
    "Ended": {"fillOpacity": 0.12},
    "Not told of since": {"fillOpacity": 0.12, "strokeDash": [4, 3]},
}
"""Bars differ in their fill and rim too, for those who see no colours."""

ROOM = 30
"""Height of the word on the day of the audit and the gaps around the legend, in pixels."""

MARGIN = 18
"""Pixels left free at both ends of the time axis, for the marks of unknown and open ends."""


def timeline_chart(data: pd.DataFrame, spans: pd.DataFrame | None = None) -> Chart | None:
    """One bar a relationship, from its start to its end, hollow where it is no longer open.

    data: relationship, state, started, ended, is_start_known, audit_day, described, in the order of
    the rows. A row without both dates is left to the table; None where no row has them, or where
    none lasts: that is a start that is not known, on the day of the audit. An open one
    ends in an arrow, a start that is not known in a question mark. spans: from_day and to_day of
    the times with two or more at once, which are shaded.
    """
    dated = data.dropna(subset=["started", "ended"])
    if (dated["started"] == dated["ended"]).all():
        return None
    shaded = [] if spans is None or spans.empty else [_shade(spans)]
    there = [state for state in STATES if (dated["state"] == state).any()]
    chart: Chart = alt.layer(
        *shaded,
        *(_bars(dated, state, there) for state in there),
        *_arrows(dated, there),
        *_question_marks(dated),
        *_audit_day(dated),
    ).properties(**height(len(dated), axis=AXIS + ROOM + legend_height(there)))
    return chart


def _time(field: str) -> alt.X:
    axis = alt.Axis(title=None, format=DAYS, labelAngle=0, tickCount=4, domain=False)
    return alt.X(field=field, type="temporal", axis=axis, scale=alt.Scale(padding=MARGIN))


def _row(dated: pd.DataFrame) -> alt.Y:
    return category_axis("relationship", list(dated["relationship"]))


def _colours(there: list[str]) -> dict[str, Any]:
    """The same legend in every layer that has a colour, or the browser warns of a conflict."""
    legend = part_legend(there)
    legend.values = there
    scale = alt.Scale(domain=STATES)
    return {
        "color": alt.Color(field="state", type="nominal", scale=scale, legend=legend),
        "stroke": alt.Stroke(field="state", type="nominal", scale=scale, legend=legend),
    }


def _bars(dated: pd.DataFrame, state: str, there: list[str]) -> alt.Chart:
    bars: alt.Chart = (
        alt.Chart(dated[dated["state"] == state])
        .mark_bar(height=14, cornerRadius=3, strokeWidth=1.5, **LOOKS[state])
        .encode(
            _time("started"),
            alt.X2(field="ended"),
            _row(dated),
            tooltip=hover(described="Relationship"),
            **_colours(there),
        )
    )
    return bars


def _arrows(dated: pd.DataFrame, there: list[str]) -> Iterator[alt.Chart]:
    """What is still running runs on beyond the day of the audit."""
    running = dated[dated["state"] == STATES[0]]
    if not running.empty:
        yield (
            alt.Chart(running)
            .mark_point(shape="triangle-right", size=110, filled=True, opacity=1, xOffset=7)
            .encode(
                _time("ended"),
                _row(dated),
                tooltip=hover(described="Relationship"),
                **_colours(there),
            )
        )


def _question_marks(dated: pd.DataFrame) -> Iterator[alt.Chart]:
    unknown = dated[~dated["is_start_known"].astype(bool)]
    if not unknown.empty:
        yield (
            alt.Chart(unknown)
            .mark_text(text="?", dx=-9, fontSize=14, fontWeight="bold", color=TEXT)
            .encode(_time("started"), _row(dated), tooltip=hover(described="Relationship"))
        )


def _audit_day(dated: pd.DataFrame) -> tuple[alt.Chart, alt.Chart]:
    day = dated[["audit_day"]].dropna().drop_duplicates()
    rule = alt.Chart(day).mark_rule(color=LINE, strokeDash=[4, 3], strokeWidth=1.5)
    words = alt.Chart(day).mark_text(
        text="Audit", align="right", baseline="bottom", dx=-4, dy=-2, color=TEXT
    )
    return rule.encode(_time("audit_day")), words.encode(_time("audit_day"), y=alt.value(0))


def _shade(spans: pd.DataFrame) -> alt.Chart:
    shade: alt.Chart = (
        alt.Chart(spans)
        .mark_rect(color=LINE, opacity=0.18)
        .encode(_time("from_day"), alt.X2(field="to_day"))
    )
    return shade
