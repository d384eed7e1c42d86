"""Relationships over time: one bar each, the day of the audit, and when two or more ran at once."""

from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.theme import AXIS, LINE, TEXT, Chart, category_axis, height, hover

DAYS = "%b %Y"
STATES = ["Open", "Ended", "Not told of since"]
DASHES = [[1, 0], [1, 0], [4, 3]]
LEGEND = 76
"""Height of the legend and the gap below it, in pixels."""

MARGIN = 18
"""Pixels left free at both ends of the time axis, for the marks of unknown and open ends."""


def timeline_chart(data: pd.DataFrame, spans: pd.DataFrame | None = None) -> Chart | None:
    """One bar a relationship, from its start to its end, hollow where it is no longer open.

    data: relationship, state, started, ended, is_start_known, audit_day, described, in the order of
    the rows. A row without both dates is left to the table; None where no row has them. An open one
    ends in an arrow, a start that is not known in a question mark. spans: from_day and to_day of
    the times with two or more at once, which are shaded.
    """
    dated = data.dropna(subset=["started", "ended"])
    if dated.empty:
        return None
    shaded = [] if spans is None or spans.empty else [_shade(spans)]
    chart: alt.LayerChart = alt.layer(
        *shaded,
        _bars(dated),
        _arrows(dated[dated["state"] == STATES[0]]),
        _question_marks(dated[~dated["is_start_known"].astype(bool)]),
        *_audit_day(dated),
    ).properties(**height(len(dated), axis=AXIS + LEGEND))
    return chart


def _time(field: str) -> alt.X:
    axis = alt.Axis(title=None, format=DAYS, labelAngle=0, tickCount=4, domain=False)
    scale = alt.Scale(padding=MARGIN)
    return alt.X(field=field, type="temporal", axis=axis, scale=scale)


def _row(dated: pd.DataFrame) -> alt.Y:
    return category_axis("relationship", list(dated["relationship"]))


def _colour() -> dict[str, Any]:
    scale = alt.Scale(domain=STATES)
    legend = alt.Legend(title=None, orient="top")
    return {
        "color": alt.Color(field="state", type="nominal", scale=scale, legend=legend),
        "stroke": alt.Stroke(field="state", type="nominal", scale=scale, legend=legend),
    }


def _bars(dated: pd.DataFrame) -> alt.Chart:
    legend = alt.Legend(title=None, orient="top")
    fills = alt.Scale(domain=STATES, range=[1, 0.12, 0.12])
    dashes = alt.Scale(domain=STATES, range=DASHES)
    return (
        alt.Chart(dated)
        .mark_bar(height=14, cornerRadius=3, strokeWidth=1.5)
        .encode(
            _time("started"),
            alt.X2(field="ended"),
            _row(dated),
            alt.FillOpacity(field="state", type="ordinal", scale=fills, legend=legend),
            alt.StrokeDash(field="state", type="nominal", scale=dashes, legend=legend),
            tooltip=hover(described="Relationship"),
            **_colour(),
        )
    )


def _arrows(open_ones: pd.DataFrame) -> alt.Chart:
    """What is still running runs on beyond the day of the audit."""
    return (
        alt.Chart(open_ones)
        .mark_point(shape="triangle-right", size=110, filled=True, opacity=1, xOffset=7)
        .encode(
            _time("ended"),
            alt.Y(field="relationship", type="nominal"),
            alt.Color(field="state", type="nominal", scale=alt.Scale(domain=STATES), legend=None),
            tooltip=hover(described="Relationship"),
        )
    )


def _question_marks(undated: pd.DataFrame) -> alt.Chart:
    return (
        alt.Chart(undated)
        .mark_text(text="?", dx=-9, fontSize=14, fontWeight="bold", color=TEXT)
        .encode(
            _time("started"),
            alt.Y(field="relationship", type="nominal"),
            tooltip=hover(described="Relationship"),
        )
    )


def _audit_day(dated: pd.DataFrame) -> tuple[alt.Chart, alt.Chart]:
    day = dated[["audit_day"]].dropna().drop_duplicates()
    rule = alt.Chart(day).mark_rule(color=LINE, strokeDash=[4, 3], strokeWidth=1.5)
    words = alt.Chart(day).mark_text(
        text="Audit", align="right", baseline="bottom", dx=-4, dy=-2, color=TEXT
    )
    return rule.encode(_time("audit_day")), words.encode(_time("audit_day"), y=alt.value(0))


def _shade(spans: pd.DataFrame) -> alt.Chart:
    return (
        alt.Chart(spans)
        .mark_rect(color=LINE, opacity=0.18)
        .encode(_time("from_day"), alt.X2(field="to_day"))
    )
