"""The mentoring relationships: over time, as a list, and what they help with."""

from netaudit.analysis import person_mentors
from netaudit.charts.theme import Chart
from netaudit.charts.timeline import timeline_chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Heading
from netaudit.reports.finding_blocks import finding_table, lead, notes
from netaudit.reports.person_subject import Subject

CAPTION = "From when to when, as far as you gave dates."
TIMELINE = 560
"""The width of the bars in pixels, without the names."""

BAR = 24
"""The height of a bar with its gap, in pixels."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on mentoring at the wave."""
    found = about.ask(person_mentors.mentors, wave=about.at.wave)
    chart = None if found.is_empty else timeline_chart(found.data)
    drawn = (
        ()
        if chart is None
        else (figure(_for_paper(chart, len(found.data)), CAPTION, found.alternative),)
    )
    return (
        Heading(text="Mentors and mentees"),
        lead(found),
        *notes(found),
        *drawn,
        *finding_table(found, "Your mentoring relationships"),
    )


def _for_paper(chart: Chart, relationships: int) -> Chart:
    """As wide as the line, and lower than on a screen, where the height holds the axis too."""
    sized: Chart = chart.properties(width=TIMELINE, height=BAR * max(relationships, 2))
    return sized
