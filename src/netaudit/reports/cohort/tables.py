"""The annex of tables: the figures behind drawings and sentences, section by section."""

from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Heading, Paragraph

NONE = "No table was set aside: every one stands where it is told of."


def blocks(about: Subject) -> tuple[Block, ...]:
    """Under each section's title the tables that were set aside from it."""
    told = tuple(
        block
        for title, tables in about.asides.items()
        if tables
        for block in (Heading(text=title, level=2), *tables)
    )
    return told or (Paragraph(text=NONE),)
