"""All question sets in one folder, with a page on how to use them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from netaudit.definitions.questionnaire import Questionnaire, questionnaire
from netaudit.question_sets.document import write_document
from netaudit.question_sets.google_forms import write_google_forms
from netaudit.question_sets.how_to import page
from netaudit.question_sets.limesurvey import write_limesurvey
from netaudit.question_sets.qualtrics import write_qualtrics
from netaudit.question_sets.redcap import write_redcap
from netaudit.question_sets.xlsform import write_xlsform

HOW_TO_FILE = "README.txt"

WRITERS: Mapping[str, Callable[[Questionnaire, Path], None]] = {
    "questions.docx": write_document,
    "google-forms.gs": write_google_forms,
    "qualtrics.qsf": write_qualtrics,
    "redcap.csv": write_redcap,
    "limesurvey.txt": write_limesurvey,
    "xlsform.xlsx": write_xlsform,
}


def write_question_sets(folder: Path) -> tuple[Path, ...]:
    """The files written to the folder, which is made: one for each tool, and the page on them."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = questionnaire()
    for name, write in WRITERS.items():
        write(asked, folder / name)
    (folder / HOW_TO_FILE).write_text(page(asked), encoding="utf-8")
    return tuple(folder / name for name in (*WRITERS, HOW_TO_FILE))
