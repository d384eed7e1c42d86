"""Exports of Network Canvas: interviews, their contacts and the ties drawn between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from netaudit.importers.mapping.tell_fields import word_score
from netaudit.importers.plain import bare_words
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, State, Survey
from netaudit.importers.tools.network_canvas_columns import columns_of, doubled
from netaudit.importers.tools.network_canvas_files import (
    CASE,
    Contents,
    Entry,
    answers_of,
    contents_of,
    is_network_canvas,
)
from netaudit.importers.tools.network_canvas_protocol import (
    EGO,
    NODE,
    Protocol,
    Variable,
    protocol_of,
)
from netaudit.importers.tools.network_canvas_tables import (
    cells_of,
    node_tables,
    questions_of,
    tie_tables,
)
from netaudit.importers.wide import tables_of

NAME = "network_canvas"
TITLE = "Network Canvas"

START, FINISH = "sessionStart", "sessionFinish"
OUTCOME, COMPLETED = "networkCanvasFinishOutcome", "completed"


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table names its rows by the ids of Network Canvas."""
    return any(is_network_canvas(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Interviews, contacts and ties; wordings and options where the protocol is given as well.

    Everything is joined on the tool's long ids. NetauditError where the interviews are missing.
    """
    protocol = protocol_of(files)
    held = contents_of(tables_of(files, folder))
    columns = columns_of(answers_of(held.egos), protocol.of(EGO))
    questions = questions_of(columns, start=1, numbered=True)
    waves = {} if _asks_for_wave(questions.values()) else _waves(held.egos)
    return Survey(
        tool=NAME,
        file=held.egos[0].file,
        questions=tuple(questions.values()),
        responses=tuple(
            _response(entry, questions, waves.get(entry.ego, "")) for entry in held.egos
        ),
        tables=(*node_tables(held, protocol), *tie_tables(held, protocol)),
        notes=tuple(_notes(held, protocol)),
        bad_rows=tuple(held.astray),
    )


def _response(entry: Entry, questions: Mapping[str, Question], wave: str) -> Response:
    state, reason = _state(entry)
    return Response(
        file=entry.file,
        row=entry.row,
        key=entry.ego,
        cells=cells_of(entry, questions),
        participant=entry.cells.get(CASE, ""),
        started=entry.cells.get(START, ""),
        completed=entry.cells.get(FINISH, ""),
        state=state,
        reason=reason,
        wave=wave,
    )


def _state(entry: Entry) -> tuple[State, str]:
    if not entry.cells.get(FINISH):
        return "partial", "The interview was not finished, so its ties may not have been asked for."
    outcome = entry.cells.get(OUTCOME, "") or COMPLETED
    if outcome.lower() != COMPLETED:
        return "partial", f"The interview ended as {outcome}."
    return "complete", ""


def _asks_for_wave(questions: Iterable[Question]) -> bool:
    texts = [bare_words(text) for one in questions for text in (one.name, one.wording)]
    return word_score(texts, "person", "audits.wave") > 0


def _waves(egos: Sequence[Entry]) -> dict[str, str]:
    """Interviews of one case counted in the order of time; none where nobody has several.

    One that was not finished counts with the one that took its place.
    """
    finished = _finished(egos)
    if not _has_several(finished):
        return {}
    found = {}
    for entry in egos:
        earlier = sum(begun < entry.cells.get(START, "") for begun in finished[entry.cells[CASE]])
        found[entry.ego] = f"interview {earlier + 1}"
    return found


def _finished(egos: Sequence[Entry]) -> dict[str, list[str]]:
    """When the finished interviews of each case were begun."""
    finished: dict[str, list[str]] = defaultdict(list)
    for entry in egos:
        if _state(entry)[0] == "complete":
            finished[entry.cells[CASE]].append(entry.cells.get(START, ""))
    return finished


def _has_several(finished: Mapping[str, Sequence[str]]) -> bool:
    return any(len(begun) > 1 for begun in finished.values())


def _notes(held: Contents, protocol: Protocol) -> Iterator[str]:
    if held.edges:
        yield (
            "Network Canvas notes ties only where one was drawn:"
            " every other pair of contacts counts as not tied."
        )
    if _has_several(_finished(held.egos)):
        yield "A contact is taken for the same in two interviews where the name is the same."
    if held.again:
        yield f"{held.again} interviews are in the files twice, and are read once."
    if held.encrypted:
        yield "Some answers are encrypted in the export and stay unknown."
    yield from _notes_on_columns(held, protocol)


def _notes_on_columns(held: Contents, protocol: Protocol) -> Iterator[str]:
    grouped: dict[str, None] = {}
    for entries, variables in _kinds(held, protocol):
        answers = answers_of(entries)
        columns = columns_of(answers, variables)
        known = {one.name for one in variables}
        grouped |= {c.variable: None for c in columns if c.option and c.variable not in known}
        for variable, short, long in doubled(columns, answers):
            yield (
                f"{variable}: wherever “{long}” is ticked, “{short}” is as well."
                " An older version of the tool did this by mistake; look at the answers."
            )
    if grouped:
        yield (
            "Columns of true and false were taken for the options of one question each:"
            f" {', '.join(grouped)}. The protocol (.netcanvas) beside the export would tell."
        )


def _kinds(
    held: Contents, protocol: Protocol
) -> Iterator[tuple[Sequence[Entry], Sequence[Variable]]]:
    yield held.egos, protocol.of(EGO)
    for kind, entries in held.nodes.items():
        yield entries, protocol.of(NODE, kind)
