"""Bars for counts and shares, each with its figures written beside it."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    FULL_SHARE,
    TEXT,
    TITLED_AXIS,
    Chart,
    category_axis,
    has_room,
    height,
    hover,
    legend_height,
    part_legend,
    share_axis,
)


def share_bars(data: pd.DataFrame, of: str = "Participants") -> Chart:
    """One bar a row on a scale from 0 to 100 %.

    Columns: category (the words), share (0 to 1), label (such as "5 of 8"), in the order shown;
    `of` names what the labels count.
    """
    base = alt.Chart(data).encode(
        y=category_axis("category", data["category"].tolist()),
        x=alt.X("share", type="quantitative", scale=FULL_SHARE, axis=share_axis()),
        tooltip=hover(category="Category", label=of),
    )
    return _with_labels(base).properties(**height(len(data)))


def count_bars(data: pd.DataFrame, title: str) -> Chart:
    """One bar a row on a scale of counts from 0; columns: category, count, label."""
    base = alt.Chart(data).encode(
        y=category_axis("category", data["category"].tolist()),
        x=alt.X(
            "count",
            type="quantitative",
            scale=alt.Scale(zero=True),
            axis=alt.Axis(title=title, tickCount=6, tickMinStep=1, format="d", domain=False),
        ),
        tooltip=hover(category="Category", label=title),
    )
    return _with_labels(base).properties(**height(len(data), axis=TITLED_AXIS))


def _with_labels(base: alt.Chart) -> alt.LayerChart | alt.FacetChart:
    bars = base.mark_bar(height={"band": 0.62}, cornerRadiusEnd=2)
    labels = base.mark_text(align="left", dx=6, color=TEXT).encode(
        text=alt.Text("label", type="nominal")
    )
    return alt.layer(bars, labels)


def stacked_shares(data: pd.DataFrame, parts: list[str]) -> Chart:
    """One full bar a row, cut into `parts` (at most six), named above in the same order.

    Columns: category (the words of the row), part, share (0 to 1 of the row), label (the count
    written over the part) and detail ("5 of 8 participants").
    """
    rows = list(dict.fromkeys(data["category"]))
    base = alt.Chart(_placed(data, parts)).encode(
        y=category_axis("category", rows),
        tooltip=hover(category="Row", part="Part", detail="Count"),
    )
    bars = base.mark_bar(height=16, yOffset=7, x2Offset=-2).encode(
        x=alt.X("start", type="quantitative", scale=FULL_SHARE, axis=share_axis()),
        x2=alt.X2("stop"),
        color=alt.Color(
            "part", type="nominal", scale=alt.Scale(domain=parts), legend=part_legend(parts)
        ),
    )
    labels = base.mark_text(align="left", dy=-10, dx=1, color=TEXT).encode(
        x=alt.X("start", type="quantitative"), text=alt.Text("written", type="nominal")
    )
    room = TITLED_AXIS + legend_height(parts)
    return alt.layer(bars, labels).properties(**height(len(rows), 46, axis=room))


def _placed(data: pd.DataFrame, parts: list[str]) -> pd.DataFrame:
    placed = data.assign(order=data["part"].map(parts.index)).sort_values("order", kind="stable")
    placed["stop"] = placed.groupby("category", sort=False)["share"].cumsum()
    placed["start"] = placed["stop"] - placed["share"]
    placed["written"] = [
        words if has_room(f"{words} ", share) else ""
        for words, share in zip(placed["label"], placed["share"], strict=True)
    ]
    return placed[placed["share"] > 0]
