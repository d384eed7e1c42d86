"""An export of a survey tool as canonical tables: its questions understood, its answers put in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from netaudit.errors import NetauditError, Problem
from netaudit.importers.assemble import assembled
from netaudit.importers.background import Background
from netaudit.importers.mapping.proposal import OpenQuestion, Proposal, Understood
from netaudit.importers.mapping.propose import proposed
from netaudit.importers.mapping.wrong_codes import wrong_codes
from netaudit.importers.plain import tidy
from netaudit.importers.reading import ExportFile, Reading
from netaudit.importers.survey import Survey

ReadFiles = Callable[[Sequence[ExportFile], Path], Survey]


def read_survey(
    read: ReadFiles, files: Sequence[ExportFile], folder: Path, background: Background
) -> Reading:
    """The canonical tables of a survey, or what is open before there can be any."""
    try:
        survey = read(files, folder)
    except NetauditError as error:
        return Reading(problems=[_refused(files, error)])
    proposal = proposed(survey, background)
    changes = (change.sentence for change in proposal.changed)
    problems = [_note(survey, note) for note in (*survey.notes, *changes)]
    problems += [_unanswered(survey, one) for one in proposal.questions if not one.is_required]
    asked = {(one.table, one.text) for one in proposal.open_questions if one.text}
    problems += [
        _assumed(survey, one)
        for one in proposal.understood
        if one.hinted and (one.table, one.text) not in asked
    ]
    problems += _not_read(survey, proposal, asked)
    wrong = [_wrong(survey, *found) for found in wrong_codes(proposal.recipe)]
    if proposal.open_questions or wrong:
        problems += wrong
        problems += [_asked(survey, one) for one in proposal.open_questions]
        return Reading(problems=[*problems, *survey.bad_rows], mapping=proposal)
    reading = assembled(survey, proposal.recipe, folder, background)
    return replace(
        reading,
        problems=[*problems, *reading.problems],
        bad_rows=[*survey.bad_rows, *reading.bad_rows],
        mapping=proposal,
    )


def _refused(files: Sequence[ExportFile], error: NetauditError) -> Problem:
    """The error under the file it is about; under no file's name where it may be any of several."""
    name = error.file or (files[0].name if len(files) == 1 else "the export")
    return Problem(
        severity="error", file=name, row=error.row, message=error.message, hint=error.hint
    )


def _note(survey: Survey, note: str) -> Problem:
    return Problem(severity="warning", file=survey.file, message=note, hint="")


def _unanswered(survey: Survey, question: OpenQuestion) -> Problem:
    return Problem(
        severity="warning",
        file=survey.file,
        column=question.column or None,
        message=f"{question.ask} {question.costs}",
        hint=_lines(question),
    )


def _assumed(survey: Survey, one: Understood) -> Problem:
    said = ", ".join(f"“{answer}” as {code or 'unknown'}" for answer, code in one.hinted.items())
    return Problem(
        severity="warning",
        file=survey.file,
        column=one.text,
        message=f"Read so, as is likely: {said}.",
        hint="Where that is wrong, the mapping can say otherwise.",
    )


def _not_read(
    survey: Survey, proposal: Proposal, asked: Collection[tuple[str, str]]
) -> list[Problem]:
    """One warning that names every question with answers that nothing is known of."""
    texts = [
        f"“{one.text}”" if " " in one.text else f"“{one.text}” ({tidy(one.words)})"
        for one in proposal.understood
        if one.confidence == "missing" and one.samples and one.place not in asked
    ]
    if not texts:
        return []
    hint = "The mapping can name a field for each."
    message = f"Not read: {', '.join(texts)}."
    return [Problem(severity="warning", file=survey.file, message=message, hint=hint)]


def _wrong(survey: Survey, text: str, message: str, hint: str) -> Problem:
    return Problem(severity="error", file=survey.file, column=text, message=message, hint=hint)


def _asked(survey: Survey, question: OpenQuestion) -> Problem:
    return Problem(
        severity="error",
        file=survey.file,
        column=question.column or None,
        message=f"{question.ask} {question.why}".strip(),
        hint=_lines(question),
    )


def _lines(question: OpenQuestion) -> str:
    return f"Answer it in the mapping: {' ⏎ '.join(question.lines)}"
