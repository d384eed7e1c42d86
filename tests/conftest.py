"""What tests of more than one folder share."""

from pathlib import Path

import pytest

from tests.stored import stored

SAMPLE = Path(__file__).parents[1] / "data" / "sample"


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample programme, to be read and left as it is."""
    root = tmp_path_factory.mktemp("sample") / "workspace"
    stored(root, SAMPLE)
    return root
