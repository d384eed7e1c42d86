"""How a measure is spread over participants, without showing any one of them in a small cohort.

From 20 participants on the whole spread may be drawn; below that only the middle and, from ten, the
median (measures of fewer people would be somebody's own).
"""

import altair as alt
import pandas as pd

from netaudit.charts.theme import TEXT, TITLED_AXIS, Chart, category_axis, height, hover


def histogram(data: pd.DataFrame, title: str, number_format: str = ".0%") -> Chart:
    """Participants per band of values; columns: lower, upper, participants, label.

    For 20 participants or more: whoever calls has looked.
    """
    values = alt.Axis(title=title, format=number_format, labelAngle=0, tickCount=6, domain=False)
    counts = alt.Axis(title="Participants", tickMinStep=1, format="d", domain=False)
    bars: alt.Chart = alt.Chart(data).mark_rect(x2Offset=-2)
    placed: alt.Chart = bars.encode(
        x=alt.X("lower", type="quantitative", axis=values, scale=alt.Scale(zero=False)),
        x2=alt.X2("upper"),
        y=alt.Y("participants", type="quantitative", axis=counts),
        y2=alt.Y2Datum(0),
        tooltip=hover(label="Values", participants="Participants"),
    )
    return placed.properties(height=260)


def ladder(
    data: pd.DataFrame, title: str, scale: tuple[float, float] | None, number_format: str = ".0%"
) -> Chart:
    """One row a group: a bar over the middle half of the participants and a mark at the middle.

    Columns: category, middle (median or mean), lower_quartile, upper_quartile (missing: not drawn)
    and label, which says in words what is drawn. `scale` None fits the data.
    """
    domain = alt.Scale(zero=True) if scale is None else alt.Scale(domain=list(scale), nice=False)
    axis = alt.Axis(title=title, format=number_format, tickCount=6, domain=False)
    base = alt.Chart(data).encode(
        y=category_axis("category", data["category"].tolist()),
        tooltip=hover(category="Group", label="Spread"),
    )
    half = base.mark_bar(height=8, yOffset=4, opacity=0.45, cornerRadius=4).encode(
        x=alt.X("lower_quartile", type="quantitative", scale=domain, axis=axis),
        x2=alt.X2("upper_quartile"),
    )
    middle = base.mark_tick(thickness=4, height=20, yOffset=4, opacity=1).encode(
        x=alt.X("middle", type="quantitative", scale=domain, axis=axis)
    )
    words = base.mark_text(align="left", dx=2, dy=-16, color=TEXT).encode(
        x=alt.value(0), text=alt.Text("label", type="nominal")
    )
    return alt.layer(half, middle, words).properties(**height(len(data), 50, axis=TITLED_AXIS))


def banded(
    data: pd.DataFrame, title: str, scale: tuple[float, float] | None, number_format: str = ".0%"
) -> Chart:
    """A ladder of others with a dot at the own value; columns as ladder's, and own (missing: none).

    The dot differs from the mark by its shape.
    """
    domain = alt.Scale(zero=True) if scale is None else alt.Scale(domain=list(scale), nice=False)
    own = (
        alt.Chart(data.dropna(subset=["own"]))
        .mark_point(size=120, filled=True, opacity=1, color=TEXT, yOffset=4)
        .encode(
            y=category_axis("category", data["category"].tolist()),
            x=alt.X("own", type="quantitative", scale=domain),
            tooltip=hover(category="Group", label="Mean"),
        )
    )
    return alt.layer(ladder(data, title, scale, number_format), own).properties(
        **height(len(data), 50, axis=TITLED_AXIS)
    )
