"""Charts for paper: the same drawings in fixed colours, as SVG with texts that stay texts."""

import hashlib
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import vl_convert

from netaudit.charts.theme import TEXT, Chart
from netaudit.reports.document import Fact, Figure
from netaudit.reports.fonts import FAMILY, font_folders

INK, SOFT_INK = "#1d2329", "#5b6670"
COLOURS = ("#00598c", "#c04a00", "#00735c", "#7b3f86", "#6b5600", "#3f4a54")
"""For categories: told apart by those who do not see colours as others do, and 4.5:1 on white.
Copied in black and white they look alike, so that shapes, fills and words tell the same."""

NAMED = re.compile(r'\bid="([^"]+)"')
NAME_OR_USE = re.compile(r'(\bid="|url\(#|href="#)([^")]+)')
"""Where a part of a drawing is given a name, and where it is used by it."""

DIGITS = 12

LONG_NUMBER = re.compile(r"-?\d+\.\d{7,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-\d+")
"""A number whose last digits come from the order in which others were summed up."""

LINE = 860
"""A chart of so many pixels fills the line; narrower ones are set as much smaller, so that texts
are of one size in all of them."""

CONFIG: dict[str, Any] = {
    "background": None,
    "font": FAMILY,
    "range": {"category": list(COLOURS)},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": "#d5dadf",
        "domainColor": SOFT_INK,
        "tickColor": SOFT_INK,
        "labelFontSize": 12,
        "titleFontSize": 12,
    },
    "legend": {
        "labelColor": INK,
        "titleColor": INK,
        "titleFontWeight": 600,
        "labelFontSize": 12,
        "titleFontSize": 12,
    },
    "view": {"stroke": None},
    "bar": {"color": COLOURS[0]},
    "point": {"color": COLOURS[0]},
    "text": {"fontSize": 12},
}


def figure(chart: Chart, caption: str, alternative: str, facts: tuple[Fact, ...] = ()) -> Figure:
    """The chart as a figure of a document: no script, no style, nothing from elsewhere in it."""
    use_fonts()
    drawn = vl_convert.vegalite_to_svg(
        chart.to_dict(validate=False), config=CONFIG, allowed_base_urls=[]
    )
    return Figure(
        svg=_with_own_names(_rounded(drawn.replace(TEXT, INK))),
        caption=caption,
        alternative=alternative,
        width=min(1.0, pixels_wide(drawn) / LINE),
        facts=facts,
    )


def _rounded(drawn: str) -> str:
    """The drawing to a millionth of a pixel: several threads sum up in no fixed order, and the same
    data would be another file now and then.
    """
    return LONG_NUMBER.sub(lambda found: f"{round(float(found[0]), 6) + 0.0:.6f}", drawn)


def _with_own_names(drawn: str) -> str:
    """The drawing with names inside it that come from itself alone.

    The converter counts on from drawing to drawing: the same one would be another file each time.
    """
    names = list(dict.fromkeys(NAMED.findall(drawn)))
    counted = {name: f"n{number}" for number, name in enumerate(names)}
    plain = NAME_OR_USE.sub(lambda found: found[1] + counted.get(found[2], found[2]), drawn)
    digest = hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]
    own = {name: f"d{digest}{counted[name]}" for name in names}
    return NAME_OR_USE.sub(lambda found: found[1] + own.get(found[2], found[2]), drawn)


def pixels_wide(drawn: str) -> float:
    """The width of a drawing as it says itself."""
    return float(ElementTree.fromstring(drawn).attrib["width"])


@cache
def use_fonts() -> None:
    """Lets the converter measure the texts by the fonts they are printed in."""
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
