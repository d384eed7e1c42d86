"""Tables nobody would make: they are read, asked about or refused, and every response counted."""

import tempfile
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.importers.background import Background
from netaudit.importers.export import read_export
from netaudit.importers.mapping.recipe import Recipe
from netaudit.programme import Programme
from tests.importers.survey_files import write

TITLES = st.sampled_from(
    [
        "ID", "Start time", "Completion time", "Email", "Name", "Name2", "Timestamp", "code",
        "wave", "date", "contact 1 name", "contact 2 name", "contact 2 closeness", "closeness2",
        "Initials of person 3", "person 1 and person 2", "purpose [operational]", "Strength 1",
        "pair 1", "pair 2", "pair 3", "from", "to", "alter nr", "mentors", "echo chamber", "",
        "{n}",
        "how many mentors", "which kinds of mentoring", "1 to 2", "[1]", "years known", "\u00a0",
    ]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", "yes", "n/a", "1", "5", "3/4/2027", "13/4/2027", "a;b;", "A, b, C", "x@example.org",
     "very close", "don't know", "=1+1", "\n", "a\nb", "-99", "0x7f", "9" * 30, "é|",
     "more than 10"]
)  # fmt: skip
TABLE = st.lists(TITLES, min_size=1, max_size=9).flatmap(
    lambda header: st.tuples(
        st.just(header), st.lists(st.lists(CELLS, max_size=len(header)), max_size=4)
    )
)
SAID = Recipe(cohort="c", wave="baseline", dates="day first", own_ratings="1 to 5",
              people="anonymous", without_contacts="yes", pairs="by row")  # fmt: skip


@pytest.mark.parametrize("platform", ["generic_wide", None])
@given(table=TABLE)
@settings(max_examples=8, deadline=None)
def test_nothing_ends_in_a_traceback(
    platform: str | None, table: tuple[list[str], list[list[str]]]
) -> None:
    header, rows = table
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name) / "answers.csv", [header, *rows])
        for mapping in (Recipe(), SAID):
            known = Background(mapping=mapping)
            read = read_export(
                [path], Path(name) / "tables", Programme(), platform=platform,
                leave_out_bad_rows=True, background=lambda k=known: k,
            )  # fmt: skip
            if read.flow:
                fates = asdict(read.flow)
                assert fates.pop("read") == sum(fates.values())
            if not read.refused:
                assert read.flow is not None
                assert read.rows["audits"] <= read.flow.imported
