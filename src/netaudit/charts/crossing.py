"""Where ties lie between all within groups and all between them, beside what chance would give."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT, Chart, height

SCALE = alt.Scale(domain=[-1, 1], nice=False)


def crossing_chart(data: pd.DataFrame) -> Chart:
    """The range of chance as a band with a tick in it, the ties as a point.

    One row: observed, expected, low, high, all from -1 to 1.
    """
    axis = alt.Axis(
        title="−1: all ties within, 1: all between",
        values=[-1, -0.5, 0, 0.5, 1],
        domain=False,
    )
    base = alt.Chart(data)

    def across(field: str) -> alt.X:
        return alt.X(field, type="quantitative", scale=SCALE, axis=axis)

    band = base.mark_bar(height=14, color=LINE, opacity=0.35).encode(
        x=across("low"), x2=alt.X2("high")
    )
    chance = base.mark_tick(thickness=2, size=22, color=TEXT).encode(x=across("expected"))
    ties = base.mark_point(size=130, filled=True, opacity=1).encode(x=across("observed"))
    words = _words(base, "observed", "These ties", -18), _words(base, "expected", "Chance", 24)
    return alt.layer(band, chance, ties, *words).properties(**height(1, 56, axis=64))


def _words(base: alt.Chart, field: str, words: str, up: int) -> alt.Chart:
    written: alt.Chart = base.mark_text(dy=up, color=TEXT, fontSize=12).encode(
        x=alt.X(field, type="quantitative", scale=SCALE), text=alt.value(words)
    )
    return written
