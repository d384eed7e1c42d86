"""Primary outcomes in the ledger: every choice is kept, and what can be none is refused."""

import pytest

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor
from netaudit.store.ledger import Ledger
from netaudit.store.outcomes import Outcome, choose_outcomes, outcome_choices

BY = Actor(name="Ann", role="evaluator")
SHARE = Outcome(measure="internal_share", smallest_change=0.1)
STRATEGIC = Outcome(measure="purpose_share", attribute="strategic", smallest_change=0.15)


def test_every_choice_is_kept_and_the_last_is_in_force(ledger: Ledger) -> None:
    assert outcome_choices(ledger, "2026") == ()
    choose_outcomes(ledger, "2026", [SHARE, STRATEGIC], BY)
    choose_outcomes(ledger, "2025", [STRATEGIC], BY)
    choose_outcomes(ledger, "2026", [], BY)
    first, last = outcome_choices(ledger, "2026")
    assert first.outcomes == (SHARE, STRATEGIC)
    assert (first.chosen_by, first.cohort) == ("Ann", "2026")
    assert last.outcomes == ()
    assert first.chosen_at <= last.chosen_at


@pytest.mark.parametrize(
    "outcomes",
    [
        [SHARE, SHARE],
        [SHARE, STRATEGIC, *(Outcome(measure=m, smallest_change=1) for m in ("size", "ties"))],
        [Outcome(measure="happiness", smallest_change=1)],
        [Outcome(measure="jaccard", smallest_change=0.1)],
        [Outcome(measure="purpose_share", smallest_change=0.1)],
        [Outcome(measure="size", attribute="strategic", smallest_change=1)],
        [Outcome(measure="size", smallest_change=0)],
        [Outcome(measure="size", smallest_change=float("nan"))],
    ],
    ids=["twice", "four", "no_measure", "of_two_waves", "blank", "needless", "zero", "nan"],
)
def test_what_can_be_no_primary_outcome_is_refused(
    any_ledger: Ledger, outcomes: list[Outcome]
) -> None:
    with pytest.raises(NetauditError):
        choose_outcomes(any_ledger, "2026", outcomes, BY)
    assert outcome_choices(any_ledger, "2026") == ()
