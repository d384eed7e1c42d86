"""Each question set comes back: filled in, exported as its tool does, imported, and compared."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.importers.survey_files import tables
from tests.question_sets import layouts
from tests.question_sets.filled_in import Filled, came_back, expected, people

FILE = '[file]\ncohort = "2026"\nwave = "baseline"\n'
TOOLS = ("qualtrics", "microsoft_forms", "google_forms", "jisc", "redcap", "surveymonkey",
         "limesurvey", "odk_central", "kobo")  # fmt: skip

Layout = Callable[[Path, Sequence[Filled]], list[Path]]


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_filled_in_comes_back(tool: str, tmp_path: Path) -> None:
    layout: Layout = getattr(layouts, tool)
    filled = people()
    read, found = tables(tmp_path, FILE, *layout(tmp_path, filled))
    assert (read.platform, read.open_questions, read.refused) == (tool, (), False)
    wanted = expected(filled)
    assert came_back(found, wanted) == wanted
    assert [(a["participant_id"], a["contacts_status"]) for a in found["audits"]][2] == (
        "P-03",
        "none_to_name",
    )
