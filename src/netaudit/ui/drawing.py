"""Findings whose chart is drawn from their own rows."""

from collections.abc import Callable

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.charts.theme import Chart
from netaudit.ui.chart import Drawing
from netaudit.ui.figure import show


def draw(finding: Finding, chart: Callable[[pd.DataFrame], Chart]) -> None:
    """The finding with `chart` of its data; without a chart where there is nothing to draw."""
    show(finding, None if finding.is_empty else Drawing(chart, finding.data))
