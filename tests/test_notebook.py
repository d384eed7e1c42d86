"""netaudit from Python: the tutorial runs as it stands, and mistakes are said."""

import doctest
from pathlib import Path

import pandas as pd
import pytest

import netaudit
from netaudit.errors import NetauditError

TUTORIAL = Path(__file__).parents[1] / "docs" / "notebook.md"


def test_the_tutorial_does_what_it_says(
    sample_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_workspace.parent)
    failed, tried = doctest.testfile(str(TUTORIAL), module_relative=False)
    assert (failed, tried > 20) == (0, True)


def test_what_is_not_there_is_named(sample_workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(NetauditError, match="no audits in"):
        netaudit.open(tmp_path)
    with pytest.raises(NetauditError, match="no cohort 1999") as unknown:
        netaudit.open(sample_workspace, cohort="1999")
    assert unknown.value.hint == "There are: 2026, 2025."
    programme = netaudit.open(sample_workspace)
    with pytest.raises(NetauditError, match="no wave summer"):
        programme.measures(wave="summer")
    with pytest.raises(NetauditError, match="endpoint does not come before baseline"):
        programme.change("endpoint", "baseline")


def test_an_export_is_imported_and_opened_in_one_go(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "participants.csv").write_text("participant_id,cohort\nP1,2026\n")
    (folder / "audits.csv").write_text("participant_id,wave\nP1,baseline\n")
    (folder / "contacts.csv").write_text(
        "participant_id,wave,contact_id\nP1,baseline,c1\nP1,baseline,c2\n"
    )
    audits = netaudit.import_exports(folder, workspace=tmp_path / "workspace")
    size = audits.measures().query("measure == 'size'")
    assert size["value"].tolist() == [2.0]
    assert isinstance(audits.tables()["contacts"], pd.DataFrame)
    assert repr(audits).startswith("<audits of 2026; waves: ")
