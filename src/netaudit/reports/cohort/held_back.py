"""What was held back in this report, figure by figure, and by which rule."""

import re
from collections.abc import Sequence

from netaudit.analysis.finding import Finding
from netaudit.analysis.release.rounding import ROUNDED
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Paragraph, Table
from netaudit.store.database import Database

NOTHING_HELD = "In this report nothing had to be held back."
CAPTION = "What was held back, by reason"
COUNTED = re.compile(r"(?P<number>\d+|One) (?P<what>\w+) (?:is |are )?not shown: (?P<reason>.*)")
TEAM_ONLY = (
    "This version is for readers outside the team. It holds a fixed choice of figures on whole"
    " cohorts; plans, reflection and figures on small groups stay with those who run the programme."
)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on what is not shown."""
    said = rules(about.database, about.viewer, leaves=about.leaves)
    return (*(Paragraph(text=words) for words in said), *_table(told(about.figures)))


def rules(database: Database, viewer: Viewer, *, leaves: bool) -> tuple[str, ...]:
    """By which rules figures are held back from these readers."""
    minimum = audience(database, viewer.for_release if leaves else viewer).minimum
    rule = (
        f"No figure rests on fewer than {minimum} participants, and none is shown that could be"
        " worked out to tell of fewer."
    )
    return (rule, TEAM_ONLY, ROUNDED) if leaves else (rule,)


def told(figures: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """Figure by figure what was held back, and why; that all of them are rounded is said once."""
    said = [
        (found.headline, why)
        for found in figures
        if (why := found.withheld.replace(ROUNDED, "").strip())
    ]
    return tuple(dict.fromkeys(said))


def _table(rows: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """By reason, each with the figures that it holds for and how many of theirs."""
    if not rows:
        return (Paragraph(text=NOTHING_HELD),)
    by_reason: dict[str, list[str]] = {}
    for figure, why in rows:
        number, reason = _parts(why)
        name = figure.partition(":")[0]
        by_reason.setdefault(reason, []).append(f"{name} ({number})" if number else name)
    told = tuple((why, "; ".join(dict.fromkeys(names))) for why, names in by_reason.items())
    return (Table(caption=CAPTION, columns=("Why", "Figures"), rows=told, widths=(1, 1)),)


def _parts(why: str) -> tuple[str, str]:
    """How many things were held back, "4 groups", and the reason alone."""
    found = COUNTED.fullmatch(why)
    if found is None:
        return "", why
    reason = found["reason"]
    return f"{found['number'].lower()} {found['what']}", f"{reason[:1].upper()}{reason[1:]}"
