"""The drawing of one participant's network."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from netaudit.charts.network_backdrop import (
    boundary_layer,
    key,
    leader_layer,
    ring_layer,
    ring_words_layer,
    text_layer,
    tie_layer,
    x,
    y,
)
from netaudit.charts.network_labels import labels
from netaudit.charts.network_layout import (
    WIDE,
    Canvas,
    Contact,
    Place,
    boundaries,
    places,
    rings,
)
from netaudit.charts.theme import TEXT

SELECTION = "contact"
SELECTED_FIELD = "contact_number"
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
MOST_GROUPS = len(SHAPES)

HIT_SIZE = 26
"""The side of the area that answers to a click, in pixels: wider than the mark itself."""


def network_chart(
    contacts: pd.DataFrame,
    ties: pd.DataFrame,
    groups: Sequence[str],
    *,
    group_title: str,
    chosen: int | None = None,
    canvas: Canvas = WIDE,
    is_printed: bool = False,
) -> alt.LayerChart:
    """The participant in the middle, contacts around: the closer the relationship, the nearer.

    contacts: contact_number, group, closeness (missing = not known), is_weak, label (missing = not
    shared), description. ties: low_number, high_number, works_closely. `groups` are all groups in
    the order that fixes their colours and shapes, at most MOST_GROUPS. `chosen` is the contact to
    mark. A click gives the selection SELECTION with SELECTED_FIELD, unless it `is_printed`.
    """
    members = _contacts(contacts)
    circle = rings(members, canvas)
    placed = places(members, groups, canvas)
    pairs = list(zip(ties["low_number"], ties["high_number"], strict=True))
    written = labels(placed, circle, pairs, canvas)
    marks = _marks(contacts, placed, chosen)
    names = [(label.box.x, label.box.y, label.text) for label in written]
    chart: alt.LayerChart = (
        alt.layer(
            ring_layer(circle, canvas),
            boundary_layer(boundaries(placed), circle, canvas),
            tie_layer(ties, placed, chosen, canvas),
            leader_layer(written, placed, canvas),
            ring_words_layer(circle, canvas),
            _participant_layer(canvas),
            _halo_layer(marks, canvas),
            _mark_layer(marks, groups, group_title, canvas),
            text_layer(names, canvas, canvas.type_size),
            *(() if is_printed else (_hit_layer(marks, canvas),)),
        )
        .properties(
            width=canvas.width,
            height=canvas.height,
            autosize=alt.AutoSizeParams(type="pad", contains="content"),
            usermeta={"embedOptions": {"renderer": "svg"}},
        )
        .configure_view(stroke=None)
    )
    return chart


def _contacts(contacts: pd.DataFrame) -> list[Contact]:
    return [
        Contact(
            number=int(row["contact_number"]),
            group=str(row["group"]),
            closeness=None if pd.isna(row["closeness"]) else int(row["closeness"]),
            is_weak=bool(row["is_weak"]),
            label=None if pd.isna(row["label"]) else str(row["label"]),
        )
        for row in contacts.to_dict("records")
    ]


def _marks(contacts: pd.DataFrame, placed: Sequence[Place], chosen: int | None) -> pd.DataFrame:
    at = pd.DataFrame(
        [(place.contact.number, place.x, place.y) for place in placed],
        columns=["contact_number", "x", "y"],
    )
    columns = ["contact_number", "group", "is_weak", "description"]
    marks = contacts[columns].merge(at, on="contact_number")
    return marks.assign(is_chosen=marks["contact_number"] == chosen)


def _participant_layer(canvas: Canvas) -> alt.Chart:
    data = pd.DataFrame([(0.0, 0.0, "The participant")], columns=["x", "y", "words"])
    size = canvas.mark_size**2 * 1.6
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_point(shape="circle", filled=True, size=size, color=TEXT, opacity=1)
        .encode(
            x(canvas),
            y(canvas),
            alt.Description(field="words", type="nominal"),
            tooltip=[alt.Tooltip(field="words", type="nominal", title="In the middle")],
        )
    )
    return chart


def _halo_layer(marks: pd.DataFrame, canvas: Canvas) -> alt.Chart:
    """A ring around the chosen contact."""
    chart: alt.Chart = (
        alt.Chart(marks[marks["is_chosen"]])
        .mark_point(
            shape="circle",
            filled=False,
            stroke=TEXT,
            strokeWidth=2.5,
            size=(canvas.mark_size * 1.6) ** 2,
            opacity=1,
            aria=False,
        )
        .encode(x(canvas), y(canvas))
    )
    return chart


def _mark_layer(
    marks: pd.DataFrame, groups: Sequence[str], title: str, canvas: Canvas
) -> alt.Chart:
    """Contacts by colour and shape; weak ties are hollow."""
    present = set(marks["group"])
    legend = key(
        title,
        orient="top",
        direction="vertical",
        columns=2 if canvas is WIDE else 1,
        values=[group for group in groups if group in present],
        labelLimit=canvas.width,
        symbolOpacity=1,
    )
    order = list(groups)
    colours = alt.Scale(domain=order)
    shapes = alt.Scale(domain=order, range=list(SHAPES))
    size = canvas.mark_size**2 * 0.8
    chart: alt.Chart = (
        alt.Chart(marks)
        .mark_point(size=size, filled=True, strokeWidth=2, opacity=1, aria=False)
        .encode(
            x(canvas),
            y(canvas),
            alt.Color(field="group", type="nominal", scale=colours, legend=legend),
            alt.Shape(field="group", type="nominal", scale=shapes, legend=legend),
            alt.Stroke(field="group", type="nominal", scale=colours, legend=legend),
            fillOpacity=alt.condition("datum.is_weak", alt.value(0), alt.value(1)),
        )
    )
    return chart


def _hit_layer(marks: pd.DataFrame, canvas: Canvas) -> alt.Chart:
    """Unseen discs that answer to the pointer and carry the words for each contact."""
    pick = alt.selection_point(name=SELECTION, fields=[SELECTED_FIELD], toggle=False)
    chart: alt.Chart = (
        alt.Chart(marks)
        .mark_point(shape="circle", filled=True, size=HIT_SIZE**2, opacity=0, cursor="pointer")
        .encode(
            x(canvas),
            y(canvas),
            alt.Description(field="description", type="nominal"),
            tooltip=[alt.Tooltip(field="description", type="nominal", title="Contact")],
        )
        .add_params(pick)
    )
    return chart
