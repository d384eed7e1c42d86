"""One participant's report: their own pages on two to four sheets, to take into a conversation."""

from netaudit.analysis import person_waves
from netaudit.analysis.viewer import Viewer
from netaudit.reports import (
    person_map,
    person_mentoring,
    person_patterns,
    person_plan,
    person_words,
)
from netaudit.reports.document import Document
from netaudit.reports.person_subject import Subject, subject
from netaudit.store.database import Database
from netaudit.wording import day

KIND = "Network audit · personal report"
FOR_WHOM = "You. Nobody gets this report unless you hand it to them."
SECTIONS = (
    person_map.blocks,
    person_patterns.blocks,
    person_mentoring.blocks,
    person_plan.blocks,
    person_words.blocks,
)


def person_report(
    database: Database, viewer: Viewer, *, participant: str, wave: str | None = None
) -> Document:
    """The report as this viewer may see the participant, at the latest completed wave by default.

    NetauditError where the viewer has no such participant, or they were not asked at the wave.
    """
    about = subject(database, viewer, participant, wave)
    return Document(
        kind=KIND,
        title=about.person.title,
        running_title=f"{about.person.title} · network audit",
        facts=tuple(_front(about)),
        blocks=tuple(block for section in SECTIONS for block in section(about)),
        on=about.on,
    )


def _front(about: Subject) -> list[tuple[str, str]]:
    facts = [("Participant", " · ".join([about.person.id, *about.person.facts]))]
    facts += [(one.title, person_waves.answered(one)) for one in about.waves]
    if about.on:
        facts.append(("As of", day(about.on)))
    return [*facts, ("For", FOR_WHOM)]
