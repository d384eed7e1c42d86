"""What lies under the contacts of a network drawing: rings, sectors, ties, words."""

from collections.abc import Sequence
from math import cos, sin
from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.network_labels import Label, ring_label_box
from netaudit.charts.network_layout import Canvas, Place, Ring
from netaudit.charts.theme import TEXT

TIE_WORDS = {True: "work closely together", False: "are acquainted"}
TIE_WIDTHS = (3.5, 1.2)

Segment = tuple[float, float, float, float]


def x(canvas: Canvas, field: str = "x") -> alt.X:
    """Pixels from the middle to the right."""
    scale = alt.Scale(domain=[-canvas.width / 2, canvas.width / 2], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", scale=scale, axis=None)


def y(canvas: Canvas, field: str = "y") -> alt.Y:
    """Pixels from the middle upwards."""
    scale = alt.Scale(domain=[-canvas.height / 2, canvas.height / 2], nice=False, zero=False)
    return alt.Y(field=field, type="quantitative", scale=scale, axis=None)


def ring_layer(circle: Sequence[Ring], canvas: Canvas) -> alt.Chart:
    """Circles, the outermost first: each lies on the next, so that the middle is the darkest."""
    rows = [
        (0.0, 0.0, (2 * ring.radius) ** 2, ring.is_scale)
        for ring in sorted(circle, key=lambda ring: -ring.radius)
    ]
    data = pd.DataFrame(rows, columns=["x", "y", "square", "is_scale"])
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_point(
            shape="circle",
            filled=True,
            fill=TEXT,
            fillOpacity=0.03,
            stroke=TEXT,
            strokeOpacity=0.3,
            strokeWidth=1,
            opacity=1,
            aria=False,
            tooltip=None,
        )
        .encode(
            x=x(canvas),
            y=y(canvas),
            size=alt.Size(field="square", type="quantitative", scale=None, legend=None),
            strokeDash=alt.condition("datum.is_scale", alt.value([1, 0]), alt.value([2, 4])),
        )
    )
    return chart


def boundary_layer(angles: Sequence[float], circle: Sequence[Ring], canvas: Canvas) -> alt.Chart:
    """The lines between the sectors."""
    near, far = circle[0].radius / 2, circle[-1].radius
    rows = [(near * cos(a), near * sin(a), far * cos(a), far * sin(a)) for a in angles]
    return _segments(rows, canvas, opacity=0.35, strokeDash=[1, 3])


def leader_layer(written: Sequence[Label], placed: Sequence[Place], canvas: Canvas) -> alt.Chart:
    """Thin lines from the marks to the labels that found no room beside them."""
    at = {place.contact.number: place for place in placed}
    rows = [
        (at[label.number].x, at[label.number].y, label.box.x, label.box.y)
        for label in written
        if label.is_far
    ]
    return _segments(rows, canvas, opacity=0.5, strokeWidth=0.7)


def _segments(rows: Sequence[Segment], canvas: Canvas, **looks: Any) -> alt.Chart:
    data = pd.DataFrame(rows, columns=["x", "y", "x2", "y2"], dtype=float)
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_rule(color=TEXT, aria=False, **looks)
        .encode(x(canvas), y(canvas), alt.X2(field="x2"), alt.Y2(field="y2"))
    )
    return chart


def tie_layer(
    ties: pd.DataFrame, placed: Sequence[Place], chosen: int | None, canvas: Canvas
) -> alt.Chart:
    """The contacts who know each other; those of the chosen contact stand out."""
    at = {place.contact.number: place for place in placed}
    ends = ties[["low_number", "high_number", "works_closely"]].itertuples(index=False)
    rows = [
        (*_between(at[low], at[high]), TIE_WORDS[bool(close)], chosen in (low, high))
        for low, high, close in ends
        if low in at and high in at
    ]
    data = pd.DataFrame(rows, columns=["x", "y", "x2", "y2", "tie", "is_chosen"])
    scale = alt.Scale(domain=list(TIE_WORDS.values()), range=list(TIE_WIDTHS))
    legend = key("Contacts who", orient="bottom", direction="horizontal", symbolType="stroke")
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_rule(color=TEXT, strokeCap="round", aria=False)
        .encode(
            x(canvas),
            y(canvas),
            alt.X2(field="x2"),
            alt.Y2(field="y2"),
            alt.StrokeWidth(field="tie", type="ordinal", scale=scale, legend=legend),
            opacity=alt.condition("datum.is_chosen", alt.value(0.95), alt.value(0.45)),
        )
    )
    return chart


def _between(one: Place, other: Place) -> Segment:
    return one.x, one.y, other.x, other.y


def ring_words_layer(circle: Sequence[Ring], canvas: Canvas) -> alt.Chart:
    """What each ring stands for, at the top of the drawing where no contact is put."""
    rows = [(0.0, ring_label_box(ring, canvas).y, ring.words) for ring in circle]
    return text_layer(rows, canvas, canvas.type_size - 2, opacity=0.8)


def text_layer(
    rows: Sequence[tuple[float, float, str]], canvas: Canvas, size: int, opacity: float = 1
) -> alt.Chart:
    """Texts around their middles."""
    data = pd.DataFrame(rows, columns=["x", "y", "words"])
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_text(fontSize=size, color=TEXT, opacity=opacity, aria=False)
        .encode(x(canvas), y(canvas), alt.Text(field="words", type="nominal"))
    )
    return chart


def key(title: str, **where: Any) -> alt.Legend:
    """A legend in the colour of the page's text."""
    return alt.Legend(title=title, labelColor=TEXT, titleColor=TEXT, **where)
