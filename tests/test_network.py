"""Where the members of a small network are drawn."""

import math
from itertools import pairwise

from netaudit.network import positions


def test_the_same_network_is_drawn_the_same_each_time() -> None:
    members, ties = list("ABCDE"), [("A", "B"), ("B", "C")]
    assert positions(members, ties) == positions(members, ties)


def test_everybody_has_a_place_of_their_own_on_the_circle() -> None:
    places = positions(list("ABCDEFGH"), [("A", "E")])
    assert len({(round(x, 6), round(y, 6)) for x, y in places.values()}) == 8
    assert all(math.isclose(math.hypot(*place), 1, abs_tol=1e-6) for place in places.values())


def test_members_of_one_component_stand_side_by_side() -> None:
    places = positions(list("ABCDEF"), [("A", "D"), ("D", "F"), ("B", "E")])
    around = sorted(places, key=lambda m: math.atan2(places[m][1], places[m][0]) % math.tau)
    component = {"A": 1, "D": 1, "F": 1, "B": 2, "E": 2, "C": 3}
    runs = [component[member] for member in around]
    assert sum(a != b for a, b in pairwise([*runs, runs[0]])) == 3


def test_nobody_is_drawn_nowhere() -> None:
    assert positions([], []) == {}
