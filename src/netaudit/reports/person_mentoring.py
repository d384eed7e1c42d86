"""The mentoring relationships: over time, as a list, and what they help with."""

from netaudit.analysis import person_mentors
from netaudit.charts.timeline import timeline_chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Heading
from netaudit.reports.finding_blocks import finding_table, lead, notes
from netaudit.reports.person_subject import Subject

TIMELINE = 560
"""The width of the bars in pixels, without the names."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on mentoring at the wave."""
    found = about.ask(person_mentors.mentors, wave=about.at.wave)
    chart = None if found.is_empty else timeline_chart(found.data)
    drawn = (
        ()
        if chart is None
        else (figure(chart.properties(width=TIMELINE), "From when to when.", found.alternative),)
    )
    return (
        Heading(text="Mentors and mentees"),
        lead(found),
        *notes(found),
        *drawn,
        *finding_table(found, "Your mentoring relationships"),
    )
