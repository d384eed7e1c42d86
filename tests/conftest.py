"""What tests of more than one folder share."""

from pathlib import Path

import pytest

from tests.stored import stored
from tests.two_codes import write_workspace

SAMPLE = Path(__file__).parents[1] / "data" / "sample"


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample programme, to be read and left as it is."""
    root = tmp_path_factory.mktemp("sample") / "workspace"
    stored(root, SAMPLE)
    return root


@pytest.fixture(scope="session")
def two_codes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which one participant has two codes, to be copied before it is changed."""
    return write_workspace(tmp_path_factory.mktemp("two_codes"))
