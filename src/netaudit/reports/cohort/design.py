"""What the report asks, of whom, when and how."""

from netaudit.analysis.release.rounding import roughly
from netaudit.analysis.settings import settings
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Fact, Facts, Paragraph
from netaudit.vocabulary import readable
from netaudit.wording import counted, day, enumerated, known

QUESTION = (
    "What do the professional networks of the participants look like, how balanced are they, who"
    " has mentors, and what is different at the end from the beginning?"
)
ONE_GROUP = (
    "Every participant lists the people they turn to and answers the same questions about each of"
    " them at every wave. Figures rest on participants, each counted once however long the list."
    " The cohort is compared with itself: a difference between two waves says that something is"
    " different, and does not say what brought it about."
)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on question and design."""
    return (
        Paragraph(text=QUESTION, lead=True),
        Paragraph(text=ONE_GROUP),
        Facts(facts=_facts(about)),
    )


def _facts(about: Subject) -> tuple[Fact, ...]:
    """Outside the team numbers are rough: who completed a wave and listed nobody would show beside
    a figure's base, and no earlier report is asked.
    """
    held = settings(about.database, about.viewer)
    number = roughly if about.leaves else str
    answered = [
        f"{readable(row['wave'])}: {number(int(row['completed']))} completed"
        for row in about.asked("waves")
    ]
    enrolled = number(int(about.cohort["enrolled"]))
    said = (
        ("Who could take part", f"{enrolled} participants enrolled in {about.cohort['name']}"),
        ("When", _dates(about)),
        ("Waves", "; ".join(answered)),
        ("Latest wave", readable(about.wave)),
        ("The list", _list(int(held["contact_cap"]), int(held["recall_months"]))),
        ("Inside", f"In the same {held['internal_boundary']} as the participant"),
    )
    return tuple(fact for fact in said if fact[1])


def _dates(about: Subject) -> str:
    ends = [about.cohort[end] for end in ("start", "end")]
    return enumerated([day(one) for one in ends if known(one)]).replace(" and ", " to ")


def _list(cap: int, months: int) -> str:
    return f"At most {cap} contacts; the question looks back {counted(months, 'month')}"
