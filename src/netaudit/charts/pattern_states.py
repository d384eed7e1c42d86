"""What is shown of each pattern: the ways to be on watch in colours, everything else in grey."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    AXIS,
    FULL_SHARE,
    LINE,
    TEXT,
    Chart,
    category_axis,
    has_room,
    height,
    hover,
    share_axis,
)

ROW, LEGEND = 46, 66
BAR: dict[str, Any] = {"height": 16, "yOffset": 8, "x2Offset": -2}


def pattern_states(data: pd.DataFrame, watch: Sequence[str]) -> Chart:
    """One full bar a pattern; the parts in `watch` have a legend, the others carry their words.

    Columns: category, part, start, stop (0 to 1), label (a count and, after a blank, words: written
    over the part as far as there is room), side (left or right: where in the part) and detail.
    """
    rows = list(dict.fromkeys(data["category"]))
    base = alt.Chart(data.assign(written=_written(data))).encode(
        y=category_axis("category", rows),
        tooltip=hover(category="Pattern", part="Shown as", detail="Count"),
    )
    start = alt.X("start", type="quantitative", scale=FULL_SHARE, axis=share_axis())
    legend = alt.Legend(orient="top", direction="vertical", title=None, columns=1)
    on_watch = alt.FieldOneOfPredicate(field="part", oneOf=list(watch))
    parts = (
        base.transform_filter(on_watch)
        .mark_bar(**BAR)
        .encode(
            x=start,
            x2=alt.X2("stop"),
            color=alt.Color(
                "part",
                type="nominal",
                scale=alt.Scale(domain=list(watch)),
                legend=legend,
            ),
        )
    )
    others = [part for part in data["part"].unique() if part not in watch]
    grey = base.transform_filter(alt.FieldOneOfPredicate(field="part", oneOf=others))
    rest = grey.mark_bar(**BAR, color=LINE, stroke=LINE).encode(
        x=start,
        x2=alt.X2("stop"),
        fillOpacity=alt.condition("datum.side === 'left'", alt.value(0.3), alt.value(0)),
    )
    return alt.layer(parts, rest, _words(base, "left"), _words(base, "right")).properties(
        **height(len(rows), ROW, axis=AXIS + LEGEND)
    )


def _written(data: pd.DataFrame) -> list[str]:
    """The label, its count alone, or nothing."""
    return [
        next((words for words in (label, label.partition(" ")[0]) if has_room(words, share)), "")
        for label, share in zip(data["label"], data["stop"] - data["start"], strict=True)
    ]


def _words(base: alt.Chart, side: Literal["left", "right"]) -> alt.Chart:
    """The counts over the parts; those of the last part end where the bar ends."""
    words: alt.Chart = (
        base.transform_filter(alt.FieldEqualPredicate(field="side", equal=side))
        .mark_text(align=side, dy=-11, dx=1 if side == "left" else -2, color=TEXT)
        .encode(
            x=alt.X("start" if side == "left" else "stop", type="quantitative"),
            text=alt.Text("written", type="nominal"),
        )
    )
    return words
