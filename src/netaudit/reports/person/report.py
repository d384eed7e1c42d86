"""One participant's report: their own pages on two to four sheets, to take into a conversation."""

from netaudit.analysis.person.waves import PersonWave
from netaudit.analysis.viewer import Viewer
from netaudit.reports.document import Document, Fact
from netaudit.reports.person import map, mentoring, patterns, plan, words, writing
from netaudit.reports.person import waves as person_waves
from netaudit.reports.person.subject import Subject, subject
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import day, known

KIND = "Network audit · personal report"
FOR_WHOM = "You. Nobody gets this report unless you hand it to them."
SECTIONS = (
    map.blocks,
    patterns.blocks,
    person_waves.blocks,
    mentoring.blocks,
    plan.blocks,
    writing.blocks,
    words.blocks,
)


def person_report(
    database: Database, viewer: Viewer, *, participant: str, wave: str | None = None
) -> Document:
    """The report as this viewer may see the participant, at the latest completed wave by default.

    NetauditError where the viewer has no such participant, or they were not asked at the wave.
    """
    about = subject(database, viewer, participant, wave)
    return Document(
        kind=f"{KIND} · {day(about.on)}" if about.on else KIND,
        title=about.person.title,
        running_title=f"{about.person.title} · network audit",
        facts=tuple(_front(about)),
        blocks=tuple(block for section in SECTIONS for block in section(about)),
        on=about.on,
    )


def _front(about: Subject) -> list[Fact]:
    facts = [
        ("Participant", " · ".join([about.person.id, *about.person.facts])),
        ("Answered", "; ".join(_answered(one) for one in about.waves)),
    ]
    return [*facts, ("For", FOR_WHOM)]


def _answered(wave: PersonWave) -> str:
    """When and with whom: "Baseline: 4 February 2026, alone"."""
    if not wave.is_completed:
        return f"{wave.title}: not done"
    on, company = wave.counts["completed_on"], wave.counts["completed_with"]
    parts = [day(on) if known(on) else "without a date"]
    if known(company):
        parts.append(label("completed_with", company).lower())
    return f"{wave.title}: {', '.join(parts)}"
