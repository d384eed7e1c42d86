"""The buttons at the foot of My plan, and what they make once somebody presses them."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import links
from netaudit.store.access_log import Actor
from netaudit.store.ledger import Ledger
from netaudit.ui.own import take_away
from netaudit.ui.own.take_away import Asked
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.identity import Principal

SOMEBODY = "P-2026-12"


def asked(*, may: bool = True, noted: list[str] | None = None, looking: str = SOMEBODY) -> Asked:
    notes = [] if noted is None else noted
    return Asked(
        viewer=Viewer(role="participant", participant_id=looking),
        participant=SOMEBODY,
        wave="endpoint",
        may=lambda: may,
        note=lambda: notes.append("noted"),
    )


@pytest.fixture
def _sample(sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None) -> None:
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))


def test_the_page_offers_the_report_and_the_data(open_own_page) -> None:
    app = open_own_page("my_plan", SOMEBODY)
    assert not app.exception
    words = [one.proto.label for one in app.get("download_button")]
    assert words[-3:] == ["Report to print (PDF)", "Report to read (HTML)", "All my data (ZIP)"]


@pytest.mark.usefixtures("_sample")
def test_each_button_makes_its_file_and_notes_it() -> None:
    noted: list[str] = []
    assert take_away._report(asked(noted=noted), ".pdf").startswith(b"%PDF-")
    assert take_away._report(asked(noted=noted), ".html").startswith(b"<!DOCTYPE html>")
    assert take_away._data(asked(noted=noted), ".zip").startswith(b"PK")
    assert noted == ["noted"] * 3


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize("make", [take_away._report, take_away._data])
def test_whoever_may_look_no_longer_gets_nothing(make) -> None:
    noted: list[str] = []
    with pytest.raises(NetauditError, match="not open to you any more"):
        make(asked(may=False, noted=noted), ".pdf")
    assert noted == []


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize("make", [take_away._report, take_away._data])
def test_nobody_takes_away_what_is_somebody_elses(make) -> None:
    with pytest.raises(NetauditError):
        make(asked(looking="P-2026-24"), ".pdf")


@pytest.mark.usefixtures("_sample")
def test_a_personal_link_holds_until_it_is_taken_back(tmp_path: Path, monkeypatch) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    monkeypatch.setattr(identity, "workspace", lambda: SimpleNamespace(ledger=ledger))
    by = Actor(name="admin@example.org", role="administrator")
    number = links.use(ledger, links.issue(ledger, {SOMEBODY: "2026"}, by)[SOMEBODY])
    looking = Viewer(role="participant", participant_id=SOMEBODY)
    who = Principal(name=SOMEBODY, way="link", session=str(number), viewers=(looking,))
    assert identity.still(who, looking)
    assert not identity.still(who, Viewer(role="participant", participant_id="P-2026-24"))
    links.take_back(ledger, [SOMEBODY], by)
    assert not identity.still(who, looking)
