"""Logic models and outcomes in the ledger: every state is kept, and names can be taken out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netaudit.definitions.logic_model import Box, starter
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, entries
from netaudit.store.erasing.gone import Gone
from netaudit.store.evaluation import naming
from netaudit.store.evaluation.harvest import (
    Observed,
    add_outcome,
    change_outcome,
    delete_outcome,
    harvest,
    history,
)
from netaudit.store.evaluation.logic_model import LogicModel, check_model, states, write_model
from netaudit.store.ledger import Ledger

BY = Actor(name="Ann", role="evaluator")
JOINT = Observed(what="A joint clinic, run by Zed Poplar", who="Two trusts")
BOX = Box(kind="impact", words="What Zed hoped for", measures=("purpose_share:strategic",))


def test_every_state_of_a_model_is_kept_and_nobody_writes_over_another(ledger: Ledger) -> None:
    first = LogicModel(boxes=starter(), notes={"reaction": "Asked in a form of our own."})
    write_model(ledger, "2026", first, BY, seen=0)
    second = first.with_kind("impact", [BOX])
    write_model(ledger, "2026", second, BY, seen=1)
    with pytest.raises(NetauditError, match="meanwhile"):
        write_model(ledger, "2026", first, BY, seen=1)
    one, two = states(ledger, "2026")
    assert (one.model, two.model) == (first, second)
    assert two.model.of("impact") == (BOX,)
    assert (two.by, two.revision) == ("Ann", 2)
    assert states(ledger, "2025") == ()


@pytest.mark.parametrize(
    "model",
    [
        LogicModel(boxes=(Box(kind="impact", words=" "),)),
        LogicModel(boxes=(Box(kind="impact", words="x", measures=("happiness",)),)),
        LogicModel(boxes=(Box(kind="impact", words="x", measures=("purpose_share",)),)),
        LogicModel(boxes=(Box(kind="impact", words="x", measures=("size:strategic",)),)),
        LogicModel(boxes=(Box(kind="impact", words="x"),) * 9),
        LogicModel(notes={"joy": "much"}),
        LogicModel(notes={"results": "x" * 1001}),
    ],
    ids=["blank", "no_measure", "whole", "needless", "nine", "no_level", "long"],
)
def test_what_is_no_model_is_refused(model: LogicModel) -> None:
    with pytest.raises(NetauditError):
        check_model(model)


def test_an_outcome_is_added_changed_set_aside_and_deleted(ledger: Ledger) -> None:
    number = add_outcome(ledger, "2026", JOINT, BY)
    earlier = replace(JOINT, what="Letters", happened_on=date(2026, 3, 4))
    other = add_outcome(ledger, "2026", earlier, BY)
    assert [one.number for one in harvest(ledger, "2026")] == [other, number]
    changed = replace(JOINT, evidence="Minutes of the board")
    change_outcome(ledger, "2026", number, changed, BY, seen=1)
    with pytest.raises(NetauditError, match="meanwhile"):
        change_outcome(ledger, "2026", number, JOINT, BY, seen=1)
    with pytest.raises(NetauditError, match="no outcome"):
        change_outcome(ledger, "2025", number, JOINT, BY, seen=2)
    aside = replace(earlier, is_set_aside=True)
    change_outcome(ledger, "2026", other, aside, BY, seen=1)
    (left,) = harvest(ledger, "2026")
    assert (left.number, left.outcome) == (number, changed)
    assert len(history(ledger, "2026")) == 4
    delete_outcome(ledger, "2026", number, BY)
    assert {one.number for one in history(ledger, "2026")} == {other}
    assert entries(ledger)[0].action == "erased"


@pytest.mark.parametrize(
    "outcome",
    [
        replace(JOINT, what=""),
        replace(JOINT, who=" "),
        replace(JOINT, evidence="x" * 1001),
        replace(JOINT, happened_on=date.today() + timedelta(days=2)),
    ],
    ids=["what", "who", "long", "tomorrow"],
)
def test_what_is_no_outcome_is_refused(any_ledger: Ledger, outcome: Observed) -> None:
    with pytest.raises(NetauditError):
        add_outcome(any_ledger, "2026", outcome, BY)
    assert not history(any_ledger, "2026")


def test_names_go_from_every_state_of_the_cohorts_concerned(ledger: Ledger) -> None:
    """A contact's name counts in the cohort where it was used; a participant's own everywhere."""
    number = add_outcome(ledger, "2026", JOINT, BY)
    change_outcome(ledger, "2026", number, replace(JOINT, evidence="P-7 says so"), BY, seen=1)
    add_outcome(ledger, "2025", replace(JOINT, evidence="P-7 says so"), BY)
    write_model(ledger, "2026", LogicModel(boxes=(BOX,)), BY, seen=0)
    gone = Gone(words=(("P-1", "Zed Poplar"), ("P-1", "Zed"), (None, "P-7")), cohorts=("2026",))
    with ledger.writing() as connection:
        said = naming.counts(connection, gone, None)
        naming.forget(connection, gone, None)
        assert not naming.counts(connection, gone, None)
    assert list(said.values()) == [2, 1]
    assert f"number {number}, {number + 2}" in next(iter(said))
    assert {one.outcome.what for one in history(ledger, "2026")} == {
        "A joint clinic, run by (erased)"
    }
    assert history(ledger, "2026")[-1].outcome.evidence == "(erased) says so"
    (other,) = history(ledger, "2025")
    assert (other.outcome.what, other.outcome.evidence) == (JOINT.what, "(erased) says so")
    assert states(ledger, "2026")[0].model.boxes[0].words == "What (erased) hoped for"


def test_with_a_whole_cohort_its_outcomes_go(any_ledger: Ledger) -> None:
    for cohort in ("2025", "2026"):
        add_outcome(any_ledger, cohort, JOINT, BY)
    with any_ledger.writing() as connection:
        assert naming.counts(connection, Gone(), "2026") == {"outcomes harvested": 1}
        naming.forget(connection, Gone(), "2026")
    assert not harvest(any_ledger, "2026")
    assert harvest(any_ledger, "2025")


def test_outcomes_that_name_somebody_are_found(any_ledger: Ledger) -> None:
    add_outcome(any_ledger, "2026", JOINT, BY)
    add_outcome(any_ledger, "2026", replace(JOINT, what="Zedekia's group"), BY)
    with any_ledger.reading() as connection:
        assert [row["what"] for row in naming.naming(connection, ["zed poplar"])] == [JOINT.what]


def test_a_name_can_be_taken_out_of_all_of_it(any_ledger: Ledger) -> None:
    add_outcome(any_ledger, "2026", JOINT, BY)
    write_model(any_ledger, "2025", LogicModel(notes={"results": "Zed  Poplar's view"}), BY, seen=0)
    assert list(naming.named(any_ledger, "zed poplar").values()) == [1, 1]
    naming.take_out(any_ledger, "zed poplar", BY)
    assert not naming.named(any_ledger, "Zed")
    assert states(any_ledger, "2025")[0].model.notes == {"results": "(erased)'s view"}
    assert entries(any_ledger)[0].what == "a name in outcomes"
