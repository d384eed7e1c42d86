"""How a Word file looks: the paper, the styles by name, the foot of the page, its language."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from netaudit.reports.document import LANGUAGE, REGION
from netaudit.reports.docx_parts import element, field

FONT = "Arial"
"""On every computer that opens Word files; the drawings bring their own."""

INK, SOFT, ACCENT = (
    RGBColor(0x1D, 0x23, 0x29),
    RGBColor(0x52, 0x5C, 0x66),
    RGBColor(0x0B, 0x4F, 0x6C),
)
HAIR = "B9C1C8"
MARGIN, LINE = Mm(18), Mm(210 - 2 * 18)
FACT = Mm(38)
"""How far the sentences beside short titles stand in."""

SIZES = {
    "Normal": (10, INK, False),
    "Title": (24, ACCENT, True),
    "Subtitle": (9.5, SOFT, False),
    "Heading 1": (15, ACCENT, True),
    "Heading 2": (11.5, INK, True),
    "Caption": (9, SOFT, False),
    "List Bullet": (10, INK, False),
    "List Number": (10, INK, False),
    "Lead": (11, INK, True),
    "Note": (9, SOFT, False),
    "Fact": (10, INK, False),
    "Cell": (9, INK, False),
    "Kept cell": (9, INK, False),
    "After table": (4, INK, False),
    "Contents heading": (15, ACCENT, True),
    "Contents entry": (10.5, INK, False),
    "Footer": (8.5, SOFT, False),
}
"""Size in points, colour and weight of every style in use; new ones are made."""

SPACES = {
    "Normal": (0, 6),
    "Title": (0, 8),
    "Subtitle": (0, 2),
    "Heading 1": (20, 6),
    "Heading 2": (14, 4),
    "Caption": (6, 4),
    "Lead": (4, 6),
    "Note": (2, 5),
    "Fact": (0, 4),
    "Cell": (2, 2),
    "Kept cell": (2, 2),
    "After table": (0, 4),
    "Contents heading": (14, 6),
    "Contents entry": (0, 3),
}
"""Space before and after, in points."""


def dress(word: WordFile, running_title: str) -> None:
    """Sets paper, styles, language and the foot of every page."""
    _paper(word)
    for name in SIZES:
        _style(word, name)
    fact = word.styles["Fact"].paragraph_format
    fact.left_indent, fact.first_line_indent = FACT, Length(-FACT)
    fact.tab_stops.add_tab_stop(FACT)
    for name in ("Lead", "Contents heading", "Kept cell"):
        word.styles[name].paragraph_format.keep_with_next = True
    _table_style(word)
    _language(word)
    _foot(word, running_title)


def _paper(word: WordFile) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN


def _style(word: WordFile, name: str) -> None:
    styles = word.styles
    is_there = name in [style.name for style in styles]
    style: Any = styles[name] if is_there else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    size, colour, bold = SIZES[name]
    font = style.font
    font.name, font.size, font.color.rgb = FONT, Pt(size), colour
    # Nothing said lets a table's own style make its column titles bold.
    font.bold, font.italic = bold or None, None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)
    if name in SPACES:
        before, after = SPACES[name]
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.12


def _table_style(word: WordFile) -> None:
    """Hairlines between the rows, the column titles bold above a stronger line."""
    style = word.styles.add_style("Report table", WD_STYLE_TYPE.TABLE).element
    properties = element("tblPr")
    borders = element("tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=HAIR))
    properties.append(borders)
    style.append(properties)
    first = element("tblStylePr", type="firstRow")
    bold, cells, below = element("rPr"), element("tcPr"), element("tcBorders")
    bold.append(element("b"))
    below.append(element("bottom", val="single", sz="8", space="0", color=str(INK)))
    cells.append(below)
    first.append(bold)
    first.append(cells)
    style.append(first)


def _language(word: WordFile) -> None:
    """British English for everything, so that spelling and screen readers know."""
    found = word.styles.element.iter(qn("w:lang"))
    for language in found:
        language.set(qn("w:val"), f"{LANGUAGE}-{REGION}")


def _foot(word: WordFile, running_title: str) -> None:
    foot = word.sections[0].footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.add_run(f"{running_title} · Page ")
    field(foot, "PAGE", "1")
    foot.add_run(" of ")
    field(foot, "NUMPAGES", "1")
