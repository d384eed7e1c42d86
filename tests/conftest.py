"""What tests of more than one folder share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stored import stored
from tests.two_codes import write_workspace

SAMPLE = Path(__file__).parents[1] / "data" / "sample"


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace with the sample programme, to be read and left as it is."""
    root = tmp_path_factory.mktemp("sample") / "workspace"
    # While one holds the database, it opens at once for the next.
    held = stored(root, SAMPLE).database()
    yield root
    del held


@pytest.fixture(scope="session")
def two_codes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which one participant has two codes, to be copied before it is changed."""
    return write_workspace(tmp_path_factory.mktemp("two_codes"))
