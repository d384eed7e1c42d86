"""Agreement of partitions against published figures, and shuffled labels against all of them."""

from itertools import permutations

import numpy as np
import pytest

from netaudit.statistics.label_permutation import crossing
from netaudit.statistics.partitions import adjusted_mutual_information


def test_agreement_of_partitions() -> None:
    """0.27821 is what scikit-learn's own tests expect, after the code of Vinh et al. (2010)."""
    one = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]
    other = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2]
    assert adjusted_mutual_information(one, other) == pytest.approx(0.27821, abs=5e-6)
    assert adjusted_mutual_information(one, [9 - label for label in one]) == pytest.approx(1)
    assert adjusted_mutual_information([0, 0, 0, 0], [0, 1, 2, 3]) == pytest.approx(0)
    assert adjusted_mutual_information([0, 0], [1, 1]) == 1


def test_chance_depends_on_the_sizes_of_groups() -> None:
    """Of 5, 4 and 3 people: 1 - 2 · (20 + 12 + 6) ÷ 132."""
    groups = ["a"] * 5 + ["b"] * 4 + ["c"] * 3
    assert crossing(groups, [(0, 1), (0, 6)]).expected == pytest.approx(0.4242, abs=5e-5)


def test_shuffled_labels_give_what_all_ways_of_dealing_give() -> None:
    groups, ties = ["a", "a", "a", "b", "b"], [(0, 1), (1, 2), (2, 3), (3, 4)]
    every = [
        2 * np.mean([dealt[one] != dealt[other] for one, other in ties]) - 1
        for dealt in permutations(groups)
    ]
    found = crossing(groups, ties)
    assert found.observed == pytest.approx(-0.5)
    assert found.expected == pytest.approx(np.mean(every))
    assert (found.low, found.high) == (min(every), max(every))
    assert found.is_within


def test_without_ties_or_with_one_group_nothing_is_said() -> None:
    assert crossing(["a", "b"], []).is_undefined
    assert crossing(["a", "a"], [(0, 1)]).is_undefined
