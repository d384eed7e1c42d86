"""The mentoring relationships: over time, as a list, what they help with and what is missing."""

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import mentors_gaps, mentors_knowing, mentors_portfolio, mentors_type
from netaudit.analysis.person.mentors_knowing import COVER_WORDS
from netaudit.analysis.person.mentors_portfolio import STANDING_WORDS
from netaudit.analysis.person.mentors_type import DevelopmentalNetwork
from netaudit.charts.theme import Chart
from netaudit.charts.timeline import timeline_chart
from netaudit.definitions.guidance import guidance
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Fact, Facts, Heading, Paragraph, Prompts
from netaudit.reports.finding_blocks import finding_table, lead, sentence
from netaudit.reports.person.subject import Subject

CAPTION = (
    "An arrow: still running. A question mark: the start is not known. Shaded: two or more at one"
    " time."
)
TIMELINE = 640
"""The width of the bars in pixels, without the names."""

BAR = 24
"""The height of a bar with its gap, in pixels."""


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on mentoring at the wave."""
    standing = about.ask(mentors_portfolio.standing, wave=about.at.wave)
    heading = Heading(text="Mentors and mentees")
    if standing == "some":
        return (heading, *_portfolio(about), Facts(facts=_facts(about)))
    said, _ = STANDING_WORDS[standing]
    questions = tuple(one["asks"] for one in guidance("preparation_question").values())
    return (
        heading,
        Paragraph(text=sentence(said.format(when=about.at.title.lower())), lead=True),
        Heading(text="Before you look for a mentor", level=2),
        Prompts(questions=questions, lines=1),
    )


def _portfolio(about: Subject) -> tuple[Block, ...]:
    found = about.ask(person_mentors.mentors, wave=about.at.wave)
    overlap = about.ask(mentors_portfolio.overlap, wave=about.at.wave)
    return (
        lead(found),
        *_drawn(found, overlap),
        *finding_table(found, "As told at this wave, those that were open first."),
    )


def _drawn(found: Finding, overlap: Finding) -> tuple[Block, ...]:
    chart = timeline_chart(found.data, overlap.data)
    if chart is None:
        return ()
    described = "; ".join(found.data["described"])
    return (
        figure(
            _for_paper(chart, found.data["relationship"].nunique()),
            CAPTION,
            f"{found.alternative} {described}.",
        ),
    )


def _for_paper(chart: Chart, relationships: int) -> Chart:
    """As wide as the line, and lower than on a screen, where the height holds the axis too."""
    sized: Chart = chart.properties(width=TIMELINE, height=BAR * max(relationships, 2))
    return sized


def _facts(about: Subject) -> tuple[Fact, ...]:
    """Why, how and whom; both directions; how many at once; the kind of circle; what is missing."""
    here = {"wave": about.at.wave}
    knowing = about.ask(mentors_knowing.knowing, **here)
    giving = about.ask(mentors_knowing.giving, **here)
    circle = about.ask(mentors_type.developmental_network, **here)
    gaps = about.ask(mentors_gaps.gaps, **here)
    told = (
        *((one.title, f"{COVER_WORDS[one.cover]}. {one.said}".strip()) for one in knowing.parts),
        ("Giving, receiving", sentence(giving.headline)),
        ("At one time", sentence(about.ask(mentors_portfolio.overlap, **here).headline)),
        ("Kind of circle", "" if circle is None else _circle(circle)),
        ("What could be added", sentence("; ".join(gap.title for gap in gaps))),
    )
    return tuple(fact for fact in told if fact[1])


def _circle(circle: DevelopmentalNetwork) -> str:
    """The kind with what speaks for it; where it cannot be told, that alone."""
    parts = [f"{title}: {_lowered(said)}" for title, said in circle.coordinates.items()]
    return " ".join([sentence(circle.headline), *(parts if circle.code else [])])


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
