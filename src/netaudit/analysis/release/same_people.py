"""Of whom figures tell that leave the team: the same people at every wave, where changes are told.

Whoever has the mean of all who answered a wave and the mean change of those who answered both can
work out something of the few who answered one of them. So all figures rest on the latter.
"""

from dataclasses import replace

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.choices import Span
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database


def same_people(
    database: Database, viewer: Viewer, selection: Selection, span: Span | None
) -> Selection:
    """The selection narrowed to those who answered both waves, if changes of theirs may leave.

    Otherwise, as where there is one wave or there are too few pairs, the selection as it is.
    """
    if span is None:
        return selection
    whole = replace(selection, wave=None)
    rows = records(
        ask(database, viewer, "change_flow", whole, first=span.first, last=span.last),
    )
    paired = int(rows[-1]["people"])
    if paired < audience(database, viewer.for_release).minimum:
        return selection
    return replace(selection, answered=(span.first, span.last))
