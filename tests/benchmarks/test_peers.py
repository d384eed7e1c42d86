"""The peers of the benchmark compute what netaudit computes."""

import pytest

from tests.benchmarks.jobs import JOBS
from tests.benchmarks.parity import differences, netaudit_values
from tests.benchmarks.population import write_population

PEERS = {
    "numpy": "numpy",
    "plain": "networkx",
    "igraph": "igraph",
    "networkx": "networkx",
    "polars": "polars",
}


@pytest.fixture(scope="module")
def population(tmp_path_factory):
    folder = tmp_path_factory.mktemp("population")
    write_population(120, folder)
    return folder, netaudit_values(folder)


@pytest.mark.parametrize("name", [name for name in JOBS if name in PEERS])
def test_peers_give_the_same_values(population, name):
    pytest.importorskip(PEERS[name])
    folder, ours = population
    assert len(ours) > 8_000
    assert differences(name, folder, ours) == []
