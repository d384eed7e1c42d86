"""Each question set comes back: filled in, exported as its tool does, imported, and compared."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.importers.survey_files import tables
from tests.question_sets import by_hand, in_one_table, in_tables
from tests.question_sets.filled_in import Filled, came_back, expected, people

FILE = '[file]\ncohort = "2026"\nwave = "baseline"\n'

Layout = Callable[[Path, Sequence[Filled]], list[Path]]
LAYOUTS: list[Layout] = [
    in_one_table.qualtrics, in_one_table.limesurvey, in_one_table.google_forms,
    in_tables.redcap, in_tables.odk_central, in_tables.kobo,
    by_hand.microsoft_forms, by_hand.surveymonkey, by_hand.jisc,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_what_is_filled_in_comes_back(layout: Layout, tmp_path: Path) -> None:
    filled = people()
    read, found = tables(tmp_path, FILE, *layout(tmp_path, filled))
    assert (read.platform, read.open_questions) == (layout.__name__, ())
    wanted = expected(filled)
    assert came_back(found, wanted) == wanted
    assert [a["contacts_status"] for a in found["audits"]][2] == "none_to_name"


def test_only_cohort_and_wave_are_asked_for(tmp_path: Path) -> None:
    read, _ = tables(tmp_path, "", *in_one_table.google_forms(tmp_path, people()))
    assert [one.id for one in read.open_questions] == ["cohort", "wave"]


def test_workbook_of_the_templates_comes_back_without_a_question(tmp_path: Path) -> None:
    filled = people()
    read, found = tables(tmp_path, "", *in_one_table.generic_wide(tmp_path, filled))
    assert (read.platform, read.open_questions) == ("generic_wide", ())
    wanted = expected(filled)
    assert came_back(found, wanted) == wanted
