"""The commands about one person."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, data_in_force
from netaudit.errors import NetauditError

if TYPE_CHECKING:
    from netaudit.store.database import Database

Participant = Annotated[str, typer.Argument(metavar="ID", help="The participant's code.")]
Document = Annotated[Path, typer.Option("--out", help="The file to write, .html or .pdf.")]
AtWave = Annotated[
    str | None, typer.Option("--wave", help="The wave to report on: the latest one if not given.")
]

NEAR, MOST = 60, 3
"""How alike two codes must be, of 100, for the one to be proposed for the other; so many are."""


def participant(
    participant_id: Participant,
    out: Document,
    wave: AtWave = None,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Write one participant's own pages as a document to print."""
    from netaudit.output_files import check_target, write_whole

    check_target(out, (".html", ".pdf"))
    database = data_in_force(workspace, wave)
    _check_participant(database, participant_id)
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say, working
    from netaudit.reports.files import rendered
    from netaudit.reports.person.report import person_report

    viewer = Viewer(role="participant", participant_id=participant_id)
    with working("writing the report"):
        report = person_report(database, viewer, participant=participant_id, wave=wave)
        write_whole(out, rendered(report, out.suffix.lower()))
    say(f"Written to {out}.")


def _check_participant(database: "Database", code: str) -> None:
    """NetauditError, with those whose code or name looks like it, where nobody has this code."""
    from rapidfuzz import fuzz, process

    from netaudit.analysis.person import header
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer

    everybody = header.listing(database, Viewer.local(), EVERYTHING).data
    names = dict(zip(everybody["participant_id"], everybody["title"], strict=True))
    if code in names:
        return
    codes = {word: known for known, name in names.items() for word in (known, name)}
    alike = process.extract(code, list(codes), scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    near = dict.fromkeys(codes[word] for word, *_ in alike)
    meant = [one if names[one] == one else f"{one} ({names[one]})" for one in near]
    hint = f"Did you mean {' or '.join(meant)}?" if meant else "Codes are as in participants.csv."
    raise NetauditError(f"There is no participant {code}.", hint)
