"""Which measures can be bound to a logic model, and what the report tells of it to whom."""

from datetime import date

import pytest

from netaudit.analysis.evaluation import bound, levels
from netaudit.analysis.evaluation.naming import outcomes_naming
from netaudit.analysis.my_data import my_data
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.logic_model import Box, starter
from netaudit.reports.cohort.making import make
from netaudit.reports.cohort.subject import subject
from netaudit.store.access_log import Actor, entries
from netaudit.store.evaluation.harvest import Observed, add_outcome
from netaudit.store.evaluation.logic_model import LogicModel, check_model, write_model
from netaudit.store.ledger import Ledger
from netaudit.store.releases import releases
from netaudit.store.workspace import Workspace

BY = Actor(name="Ann", role="evaluator")
SHARED = Observed(
    what="A joint clinic",
    who="Two trusts",
    happened_on=date(2026, 6, 2),
    substantiated_by="The medical director",
    may_leave=True,
)
KEPT = Observed(what="A reading group of P-2026-12", who="Six participants")


@pytest.fixture
def ledger(tmp_path) -> Ledger:
    made = Ledger.of(tmp_path)
    model = LogicModel(boxes=starter(), notes={"reaction": "Our own form says more."})
    write_model(made, "2026", model, BY, seen=0)
    for outcome in (SHARED, KEPT):
        add_outcome(made, "2026", outcome, BY)
    return made


def test_whatever_is_offered_can_be_bound_and_the_starter_binds_what_is_offered() -> None:
    offered = [one.value for one in bound.choices()]
    assert len(offered) == len(set(offered))
    boxes = [Box(kind="impact", words="x", measures=(one,)) for one in offered]
    for box in boxes:
        check_model(LogicModel(boxes=(box,)))
    assert {one for box in starter() for one in box.measures} <= set(offered)


def test_a_bound_measure_says_its_change_or_its_level(sample_workspace) -> None:
    database = Workspace(sample_workspace).database()
    asked = (database, Viewer.local(), Selection(cohort="2026"))
    said = bound.bound(*asked, values=("internal_share", "retention", "purpose_share:strategic"))
    assert list(said) == ["internal_share", "retention", "purpose_share:strategic"]
    # netaudit change --from baseline --to endpoint --cohort 2026 gives the same.
    assert said["internal_share"].says.startswith("63% at baseline, 57% at endpoint (−6.1 points)")
    assert said["retention"].says == "74% at endpoint in 18 participants"


@pytest.mark.parametrize("audience", ["team", "release"])
def test_readers_outside_get_what_may_leave_and_it_is_noted_when_it_does(
    audience, ledger: Ledger, sample_workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of the four patterns, which are asked in the same way, one will do.
    monkeypatch.setitem(levels.AT_ONE_WAVE, "reaction", levels.AT_ONE_WAVE["reaction"][:2])
    database = Workspace(sample_workspace).database()
    about = subject(database, Viewer.local(), ledger, cohort="2026", audience=audience)
    steps: list[str] = []
    made = make(about, ["evaluation"], [".html"], steps.append)
    text = made.files[".html"].decode()
    leaves = audience == "release"
    assert steps == ["Logic model, levels and outcomes", "the HTML file"]
    assert "A joint clinic" in text
    assert "2 June 2026" in text
    assert ("reading group" in text) != leaves
    assert ("medical director" in text) != leaves
    assert ("Our own form" in text) != leaves
    assert ("63% at baseline" in text) != leaves
    assert [one.text for one in made.headings][1] == "Logic model"
    assert not releases(ledger)
    made.hand_over(BY)
    made.hand_over(BY)
    given = [figure for one in releases(ledger) for figure in one.figures]
    assert given.count("internal_share") == (3 if leaves else 0)  # a line for each wave
    assert entries(ledger)[0].what.startswith("report for")


def test_a_level_that_nothing_speaks_to_says_what_is_missing() -> None:
    found = levels.level("results", lambda *_, **__: pytest.fail("asked"), span=None, chosen=None)  # type: ignore[arg-type]
    assert not found.found
    assert "harvested" in found.beyond


def test_participants_get_the_outcomes_that_name_them(ledger: Ledger, sample_workspace) -> None:
    database = Workspace(sample_workspace).database()
    for participant, named in (("P-2026-12", 1), ("P-2026-24", 0)):
        looking = Viewer(role="participant", participant_id=participant)
        held = my_data(database, looking, EVERYTHING, participant=participant)
        tables = outcomes_naming(ledger, held)
        assert len(tables) == named
        for table in tables:
            assert table.rows["what"].tolist() == [KEPT.what]
            assert set(table.columns) == set(table.rows)
