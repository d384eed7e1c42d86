"""The evaluation page: a model is changed, an outcome written down; both are kept with a name."""

from pathlib import Path

import pytest

from netaudit.analysis.evaluation import levels
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.evaluation.harvest import harvest
from netaudit.store.evaluation.logic_model import LogicModel, states
from netaudit.store.ledger import Ledger
from netaudit.ui.evaluation import kept
from netaudit.ui.sign_in import identity
from tests.ui.conftest import OpenPage


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own beside the sample programme."""
    url = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("NETAUDIT_LEDGER", url)
    return Ledger(url)


def test_a_model_and_an_outcome_are_written_down(
    ledger: Ledger, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of the four patterns, which are asked in the same way, one will do.
    monkeypatch.setitem(levels.AT_ONE_WAVE, "reaction", levels.AT_ONE_WAVE["reaction"][:2])
    page = open_page("evaluation", cohort="2026")
    assert any("a model to begin with" in one.value for one in page.info)
    page.text_input(key="inputs 0 words 2").set_value("A coach")
    page.multiselect(key="inputs 0 measures 2").set_value(["size"])
    save = next(one for one in page.button if one.label == "Save")
    save.click().run()
    assert not page.exception
    (state,) = states(ledger, "2026")
    assert [(box.words, box.measures) for box in state.model.of("inputs")][2] == (
        "A coach",
        ("size",),
    )
    assert state.by == identity.LOCAL
    page.segmented_control(key="frame").select("outcomes").run()
    page.text_input(key="new outcome 0 what").set_value("A *joint* clinic")
    page.text_input(key="new outcome 0 who").set_value("Two trusts")
    next(one for one in page.button if one.label == "Save").click().run()
    assert not page.exception
    (one,) = harvest(ledger, "2026")
    assert (one.outcome.what, one.outcome.may_leave) == ("A *joint* clinic", False)
    assert r"A \*joint\* clinic" in [title.value for title in page.subheader]
    page.segmented_control(key="frame").select("levels").run()
    assert not page.exception
    assert [title.value for title in page.subheader] == [
        "1. Reaction", "2. Learning", "3. Behaviour", "4. Results",
    ]  # fmt: skip


def test_who_looks_at_one_cohort_writes_for_no_other(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Viewer(role="evaluator", cohorts=("2026",))
    monkeypatch.setattr(identity, "viewer", lambda: mine)
    monkeypatch.setattr(identity, "acting_as", lambda _: mine)
    monkeypatch.setattr(kept, "workspace", lambda: type("Here", (), {"ledger": ledger}))
    with pytest.raises(NetauditError, match="not open"):
        kept.keep("2025", LogicModel(), 0)
    kept.keep("2026", LogicModel(), 0)
    assert len(states(ledger, "2026")) == 1
