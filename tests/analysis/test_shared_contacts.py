"""The cohort as one network, against an example worked by hand and against NetworkX."""

import math
import re

import networkx as nx
import pytest

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.introductions import suggestions
from netaudit.analysis.selection import Selection
from netaudit.analysis.shared import bridging, drawing, leaning, overlap, roster
from netaudit.analysis.shared.roster_network import roster_drawing
from netaudit.analysis.shared.shared_network import shared_drawing
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from netaudit.store.database import Database
from tests.invented_cohort import computed

WAVE = Selection(cohort="2026", wave="endpoint")
LOCAL, EVALUATOR = Viewer.local(), Viewer(role="evaluator")
LISTS = {
    "P1": "a c p",
    "P2": "a c q",
    "P3": "a r s",
    "P4": "a b t",
    "P5": "b x u",
    "P6": "b x v w",
    "P7": "a b c x",
}
"""Six who consent name twelve people in 19 mentions; P7 does not let contacts be matched."""

KEEPS_LABELS = ("P2", "P6")
KNOWS = {
    "P1": "P2 P3",
    "P2": "P1",
    "P3": "P1 P4 P7",
    "P4": "",
    "P5": "P6",
    "P6": "P5",
    "P7": "P1 P2",
}
ORGANISATION = {"P1": "x", "P2": "x", "P3": "x", "P4": "y", "P5": "y", "P6": "z", "P7": "z"}


def rows() -> Rows:
    return {
        "participants": [
            {
                "participant_id": name,
                "cohort": "2026",
                "name": f"Name {name}",
                "organisation": ORGANISATION[name],
                "consent_matching": "no" if name == "P7" else "yes",
                "consent_introductions": "no" if name == "P6" else "yes",
                "share_with_coordinator": "no" if name in KEEPS_LABELS else "yes",
            }
            for name in LISTS
        ],
        "audits": [
            {"participant_id": name, "wave": "endpoint", "contacts_status": "complete"}
            for name in LISTS
        ],
        "contacts": [
            {
                "participant_id": name,
                "wave": "endpoint",
                "contact_id": f"{name}-{key}",
                "label": f"{key.upper()}.",
                "person_key": key,
                "affiliation": "same_org" if name == "P1" else "other_org_other_sector",
                # P1 has nobody for strategic questions; P2 and P4 have three and two.
                "purposes": "strategic" if name in ("P2", "P4") and key != "b" else "operational",
            }
            for name, keys in LISTS.items()
            for key in keys.split()
        ],
        "cohort_ties": [
            {
                "participant_id": one,
                "wave": "endpoint",
                "other_participant_id": other,
                "relation": "know",
            }
            for one, others in KNOWS.items()
            for other in others.split()
        ],
    }


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Without the measures and patterns, which nothing here asks for."""
    results = {"same_person": registry.results()["same_person"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "results", lambda: results)
        for name in ("create_measures", "create_patterns", "create_sensitivity"):
            patch.setattr(engine, name, lambda *_: None)
        folder = tmp_path_factory.mktemp("shared")
        return computed(folder / "shared.duckdb", rows(), Programme())


def consenting() -> nx.Graph:
    """Participants and whom they name, without P7."""
    graph = nx.Graph()
    for name, keys in LISTS.items():
        if name != "P7":
            graph.add_edges_from((name, key) for key in keys.split())
    return graph


def test_how_far_they_lean_on_the_same_few(database: Database) -> None:
    """By hand: a is named by 4, b by 3, c and x by 2; 41 ÷ 361 and its inverse."""
    (row,) = records(ask(database, LOCAL, "shared_totals", WAVE))
    assert (row["completed"], row["participants"]) == (7, 6)
    assert (row["mentions"], row["people"], row["shared"], row["most"]) == (19, 12, 4, 4)
    assert (row["leaned_on"], row["leaning_mentions"], row["leaning_participants"]) == (4, 11, 6)
    assert row["concentration"] == pytest.approx(41 / 361)
    assert row["effective"] == pytest.approx(8.8, abs=0.01)
    assert (row["overlapping"], row["pairs"]) == (9, 15)


def test_overlap_is_that_of_the_projected_network(database: Database) -> None:
    graph, people = consenting(), [name for name in LISTS if name != "P7"]
    weights = nx.bipartite.collaboration_weighted_projected_graph(graph, people)
    shares = nx.bipartite.overlap_weighted_projected_graph(graph, people, jaccard=True)
    found = records(ask(database, LOCAL, "shared_pairs", WAVE))
    assert len(found) == weights.number_of_edges() == 9
    for row in found:
        pair = row["participant_id"], row["other_participant_id"]
        assert row["weight"] == pytest.approx(weights.edges[pair]["weight"])
        assert row["jaccard"] == pytest.approx(shares.edges[pair]["weight"])
        assert row["shared"] == len(list(nx.common_neighbors(graph, *pair)))
    first = next(row for row in found if row["other_participant_id"] == "P2")
    assert (first["shared"], first["jaccard"]) == (2, 0.5)
    assert first["weight"] == pytest.approx(4 / 3)


def test_ties_inside_the_cohort(database: Database) -> None:
    """Without P7, of whom P3 says that they know each other."""
    directed = nx.DiGraph(
        (one, other)
        for one, others in KNOWS.items()
        for other in others.split()
        if "P7" not in (one, other)
    )
    directed.add_nodes_from(name for name in LISTS if name != "P7")
    row = records(ask(database, LOCAL, "roster_waves", Selection(cohort="2026")))[0]
    either, both = directed.to_undirected(), directed.to_undirected(reciprocal=True)
    assert row["pairs"] == math.comb(6, 2)
    assert (row["tied"], row["returned"]) == (either.number_of_edges(), both.number_of_edges())
    assert row["tied"] / row["pairs"] == pytest.approx(nx.density(either))
    assert (row["participants"], row["alone"]) == (6, len(list(nx.isolates(either))))
    crossed = bridging.bridging(database, LOCAL, WAVE).data.iloc[0]
    assert crossed["observed"] == pytest.approx((2 - 2) / 4)


def test_a_label_is_not_given_away_by_somebody_elses(database: Database) -> None:
    """P2 and P6 keep theirs: with their names beside it, another's label would be theirs too."""
    shown = records(ask(database, LOCAL, "shared_people", WAVE))
    assert {tuple(row["names"]): tuple(row["labels"]) for row in shown} == {
        ("Name P1", "Name P3", "Name P4"): ("A.",),
        ("Name P4", "Name P5"): ("B.",),
    }
    pairs = overlap.overlap(database, LOCAL, WAVE)
    assert not set(pairs.table["Participant"]) & {"Name P2", "Name P6"}
    drawn = shared_drawing(database, LOCAL, WAVE)
    words = " ".join(drawn.nodes["description"])
    assert "Name P1" in words
    assert "Name P2" not in words
    assert "Name P6" not in words
    assert leaning.named_by_several(database, LOCAL, WAVE).withheld.startswith("2 of the 4")


def test_evaluators_get_codes_and_no_drawing_of_few(database: Database) -> None:
    found = leaning.named_by_several(database, EVALUATOR, WAVE)
    assert len(found.table) == 4
    words = found.table.to_csv() + overlap.overlap(database, EVALUATOR, WAVE).table.to_csv()
    assert not re.search(r"\bP[1-7]\b|\bName P|\bA\.", words)
    for draw in (shared_drawing, roster_drawing):
        assert draw(database, EVALUATOR, WAVE).finding.is_empty


def test_of_few_nothing_is_told(database: Database) -> None:
    few = Viewer(role="coordinator", audience="release")  # ten are asked for
    told: list[Finding] = [
        question(database, few, WAVE)
        for question in (
            leaning.named_by_several,
            overlap.overlap,
            overlap.shared_clusters,
            roster.ties_by_wave,
            roster.change,
            bridging.bridging,
        )
    ]
    assert all(one.is_empty and one.table.empty for one in told)
    assert leaning.cards(database, few, WAVE).figures == ()
    assert roster_drawing(database, few, WAVE).finding.is_empty


def test_the_same_network_is_placed_once_for_all(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = roster_drawing(database, LOCAL, WAVE).nodes
    monkeypatch.setattr(drawing, "spread_out", None)
    assert roster_drawing(database, LOCAL, WAVE).nodes.equals(first)


def test_who_lacks_what_another_could_offer(database: Database) -> None:
    """P1 has nobody for strategic questions nor outside; P2 and P3 know P1, P6 does not agree."""
    found = suggestions.candidates(database, LOCAL, WAVE)
    assert set(found.people) == set(LISTS) - {"P6"}
    gains = {
        pair: {(topic["kind"], topic["topic"]) for topic in row["gains"]}
        for pair, row in found.rows.items()
        if pair[0] == "P1"
    }
    assert gains == {
        ("P1", "P4"): {("purpose", "strategic"), ("outside", "outside")},
        ("P1", "P5"): {("outside", "outside")},
    }
    assert suggestions.candidates(database, EVALUATOR, WAVE).rows == {}
