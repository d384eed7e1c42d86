"""A report made: its document, the files of it, and what is noted once somebody takes it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netaudit.engine.duckdb import Progress, quiet
from netaudit.reports.cohort.held_back import told
from netaudit.reports.cohort.report import cohort_report
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Document, Figure, Heading, Table
from netaudit.reports.files import rendered
from netaudit.store import access_log
from netaudit.store.access_log import Actor

FORMATS = {".pdf": "PDF", ".docx": "Word", ".html": "HTML"}
WHAT = {False: "report for the team", True: "report for readers outside the team"}


@dataclass(kw_only=True)
class Made:
    """A report on one cohort; `files` by their endings."""

    about: Subject
    document: Document
    files: Mapping[str, bytes]
    _has_left: bool = field(default=False, init=False)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in order."""
        return tuple(one for one in self.document.blocks if isinstance(one, Heading))

    @property
    def drawn(self) -> tuple[int, int]:
        """How many figures and tables it holds."""
        blocks = self.document.blocks
        kinds = (Figure, Table)
        figures, tables = (sum(isinstance(one, kind) for one in blocks) for kind in kinds)
        return figures, tables

    @property
    def held_back(self) -> tuple[tuple[str, str], ...]:
        """Which figures were held back, and why."""
        return told(self.about.figures)

    def hand_over(self, by: Actor) -> None:
        """Notes that it is taken away, and of one that leaves the team what it holds.

        NetauditError where it must not stand beside what was given out meanwhile.
        """
        outgoing, cohort = self.about.outgoing, self.about.cohort["cohort"]
        if outgoing is not None and not self._has_left:
            outgoing.leaves(by)
            self._has_left = True
        what = WHAT[self.about.leaves]
        access_log.record(self.about.ledger, by, "exported", what=what, cohort=cohort)


def make(
    about: Subject,
    sections: Sequence[str],
    endings: Sequence[str],
    progress: Progress = quiet,
) -> Made:
    """The report with these sections (all, if none is named) in each of the formats.

    `progress` is told what is being written. NetauditError as cohort_report raises it.
    """
    document = cohort_report(about, sections, progress)
    files = {}
    for ending in endings:
        progress(f"the {FORMATS[ending]} file")
        files[ending] = rendered(document, ending)
    return Made(about=about, document=document, files=files)
