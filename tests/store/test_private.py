"""What lies on the disk is for whoever runs netaudit; a database takes no more than its share."""

import os
import stat
from pathlib import Path

import pytest

from netaudit.store.database import limits
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, write_export

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("made_before", "expected"), [(None, 0o700), (0o755, 0o750)])
def test_other_people_on_the_computer_cannot_look_into_a_workspace(
    made_before: int | None, expected: int, tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    if made_before is not None:
        root.mkdir()
        root.chmod(made_before)
    Workspace(root).import_paths([write_export(tmp_path / "export", FIRST)])
    assert (mode(root), mode(root / "imports")) == (expected, 0o700)


def test_a_database_has_limits_that_nobody_can_lift(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    workspace.import_paths([write_export(tmp_path / "export", FIRST)])
    database = workspace.database()
    asked = "SELECT current_setting('temp_directory') AS place,"
    asked += " current_setting('max_temp_directory_size') AS room"
    row = database.query(asked).iloc[0]
    assert row["place"] == limits(database.path)["temp_directory"]
    assert row["room"] == "18.6 GiB"  # 20 GB, as DuckDB says it
    with pytest.raises(Exception, match="locked"):
        database.query("SET memory_limit = '90%'")
