"""Where the members of a network are drawn, which clusters it has, and who is paired off."""

import math
from collections import Counter
from itertools import combinations, pairwise

import networkx as nx
import pytest

from netaudit.network import clusters, pair_off, positions, spread_out


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


def test_nobody_stands_on_somebody_else_in_a_large_network() -> None:
    graph = nx.gnm_random_graph(80, 160, seed=3)
    members = [str(name) for name in graph]
    ties = [(str(one), str(other)) for one, other in graph.edges]
    places = spread_out(members, ties)
    assert places == spread_out(members, ties)
    assert set(places) == set(members)
    nearest = min(math.dist(one, other) for one, other in combinations(places.values(), 2))
    assert nearest > 0.03
    tied = {name for tie in ties for name in tie}
    assert all((places[name][1] < 0) == (name not in tied) for name in members)
    assert all(0 <= x <= 1 and y <= 1 for x, y in places.values())
    near = sum(math.dist(places[one], places[other]) for one, other in ties) / len(ties)
    assert near < 0.35  # any two are about half the sheet apart


def test_places_of_no_network_and_of_two_people() -> None:
    assert spread_out([], []) == {}
    (one, other) = spread_out(["A", "B"], [("A", "B")]).values()
    assert one != other


def test_clusters_of_the_karate_club() -> None:
    """0.4198 is the most that any parting of it reaches (Brandes et al. 2008)."""
    graph = nx.karate_club_graph()
    found = clusters({(str(one), str(other)): 1.0 for one, other in graph.edges})
    assert found.modularity == pytest.approx(0.4198, abs=5e-5)
    assert sorted(map(len, found.groups)) == [5, 6, 11, 12]
    assert found.hold


def test_clusters_that_do_not_hold_are_not_told() -> None:
    everybody = {(one, other): 1.0 for one, other in combinations("ABCDEFGH", 2)}
    assert not clusters(everybody).hold
    assert not clusters({}).hold


def test_everybody_gets_one_partner_before_anybody_gets_a_second() -> None:
    """The two best pairs share B; the second best parting serves all four."""
    worth = {("A", "B"): 10, ("B", "C"): 9, ("C", "D"): 2, ("A", "D"): 1}
    room = dict.fromkeys("ABCD", 1)
    assert set(pair_off(worth, room)) == {("A", "B"), ("C", "D")}
    twice = pair_off(worth, dict.fromkeys("ABCD", 2))
    assert set(twice) == set(worth)


def test_nobody_is_paired_off_more_often_than_they_have_room() -> None:
    worth = {
        (f"P{one}", f"P{other}"): (one * other) % 7 for one, other in combinations(range(9), 2)
    }
    room = {f"P{number}": number % 4 for number in range(9)}
    chosen = pair_off(worth, room)
    met = Counter(name for pair in chosen for name in pair)
    assert len(set(chosen)) == len(chosen)
    assert all(met[name] <= room[name] for name in room)
    assert chosen == pair_off(dict(reversed(worth.items())), room)
    assert pair_off({}, {}) == ()
