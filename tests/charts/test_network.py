"""The drawing of a network: everything inside, nothing on top of another, the right words."""

import itertools
import random

import pandas as pd
import pytest

from netaudit.charts.network import MOST_GROUPS, SELECTED_FIELD, SELECTION, network_chart
from netaudit.charts.network_labels import Box, labels, mark_box, ring_label_box, shortened
from netaudit.charts.network_layout import NARROW, WIDE, Contact, boundaries, places, rings
from netaudit.vocabulary import VOCABULARIES

GROUPS = tuple(VOCABULARIES["affiliation"].values())
NAMES = ("Grace O'Neill", "J.K.", "The new head of research at Northside", "Bartholomew F.-Smith")
SIZES = (0, 1, 2, 8, 10, 12)
CANVASES = pytest.mark.parametrize("canvas", [WIDE, NARROW], ids=["wide", "narrow"])


def network(size, *, weak=0, closeness="mixed", named=True, group=None, seed=1):
    """Contacts and ties drawn at random, always the same ones for the same arguments."""
    dice = random.Random(seed)
    level = {"mixed": lambda: dice.choice([4, 4, 3, 3, 2, 1, None])}.get(closeness)
    contacts = [
        Contact(
            number=number,
            group=group or dice.choice(GROUPS),
            closeness=level() if level else closeness,
            is_weak=number > size,
            label=NAMES[number % len(NAMES)] if named else None,
        )
        for number in range(1, size + weak + 1)
    ]
    pairs = itertools.combinations(range(1, size + 1), 2)
    return contacts, [pair for pair in pairs if dice.random() < 0.32]


KINDS = {
    "mixed": {},
    "weak ties": {"weak": 5},
    "all very close": {"closeness": 4},
    "closeness not known": {"closeness": None},
    "one group": {"group": GROUPS[0]},
    "numbers only": {"named": False, "weak": 3},
}


def frames(contacts, ties):
    columns = ["contact_number", "group", "closeness", "is_weak", "label", "description"]
    rows = [
        (c.number, c.group, c.closeness, c.is_weak, c.label, f"Contact {c.number}")
        for c in contacts
    ]
    tie_rows = [(low, high, low % 2 == 0) for low, high in ties]
    return (
        pd.DataFrame(rows, columns=columns),
        pd.DataFrame(tie_rows, columns=["low_number", "high_number", "works_closely"]),
    )


def spec(contacts, ties, canvas=WIDE, **more):
    drawn, tied = frames(contacts, ties)
    return network_chart(
        drawn, tied, GROUPS, group_title="Affiliation", canvas=canvas, **more
    ).to_dict()


def rows_of(chart, layer):
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


@CANVASES
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_overlaps_or_leaves_the_canvas(canvas, kind, size, seed):
    contacts, ties = network(size, seed=seed, **KINDS[kind])
    circle = rings(contacts, canvas)
    placed = places(contacts, GROUPS, canvas)
    written = labels(placed, circle, ties, canvas)
    marks = [mark_box(place, canvas) for place in placed]
    texts = [label.box for label in written] + [ring_label_box(ring, canvas) for ring in circle]
    assert len(written) == len(contacts)
    for one, other in itertools.combinations(texts, 2):
        assert not one.overlaps(other)
    for text, mark in itertools.product([label.box for label in written], marks):
        assert not text.overlaps(mark)
    for one, other in itertools.combinations(marks, 2):
        assert not one.overlaps(other)
    assert all(box.is_inside(canvas.width, canvas.height) for box in [*marks, *texts])


@CANVASES
def test_closer_contacts_are_nearer_and_the_unknown_have_a_ring_of_their_own(canvas):
    levels = [4, 3, 2, 1, None]
    contacts = [
        Contact(number=number, group=GROUPS[0], closeness=level)
        for number, level in enumerate(levels, start=1)
    ]
    weak = Contact(number=6, group=GROUPS[0], closeness=4, is_weak=True)
    placed = {p.contact.number: p for p in places([*contacts, weak], GROUPS, canvas)}
    distances = [(placed[n].x ** 2 + placed[n].y ** 2) ** 0.5 for n in range(1, 7)]
    assert distances == sorted(distances)
    assert len({round(distance) for distance in distances}) == 6
    assert distances[-1] == pytest.approx(canvas.outer)


def test_known_closeness_without_weak_ties_has_four_rings():
    contacts, _ = network(8, closeness=3)
    words = [ring.words for ring in rings(contacts, WIDE)]
    assert words == ["very close", "close", "less close", "distant"]


def test_groups_stand_in_sectors():
    contacts, _ = network(12)
    placed = places(contacts, GROUPS, WIDE)
    order = [place.contact.group for place in sorted(placed, key=lambda p: -p.angle)]
    assert [group for group, _ in itertools.groupby(order)] == [g for g in GROUPS if g in order]
    assert len(boundaries(placed)) == len(set(order))


def test_one_group_has_no_boundaries():
    contacts, _ = network(5, group=GROUPS[0])
    assert boundaries(places(contacts, GROUPS, WIDE)) == ()


def test_same_list_is_always_drawn_the_same_way():
    contacts, ties = network(12, weak=4)
    assert spec(contacts, ties) == spec(contacts, ties)


def test_long_label_is_shortened_with_an_ellipsis():
    assert shortened("The new head of research", 12) == "The new hea…"
    assert shortened("J.K.", 12) == "J.K."


def test_label_without_any_room_is_left_out():
    crowd, _ = network(50, closeness=4, group=GROUPS[0])
    placed = places(crowd, GROUPS, NARROW)
    written = labels(placed, rings(crowd, NARROW), [], NARROW)
    boxes = [label.box for label in written]
    assert len(written) < 50
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))


def test_circle_cannot_be_squashed():
    chart = spec(*network(8))
    assert chart["autosize"] == {"type": "pad", "contains": "content"}
    for axis, side in (("x", "width"), ("y", "height")):
        for layer in chart["layer"]:
            domain = layer["encoding"][axis]["scale"]["domain"]
            assert domain[1] - domain[0] == chart[side]


def test_group_is_told_by_colour_and_by_shape():
    chart = spec(*network(8))
    marks = chart["layer"][7]["encoding"]
    assert marks["color"]["field"] == marks["shape"]["field"] == "group"
    assert marks["color"]["scale"]["domain"] == marks["shape"]["scale"]["domain"] == list(GROUPS)
    assert len(set(marks["shape"]["scale"]["range"])) == len(GROUPS) == MOST_GROUPS


def test_weak_ties_are_hollow():
    chart = spec(*network(3, weak=2))
    marks = chart["layer"][7]
    assert [row["is_weak"] for row in rows_of(chart, 7)].count(True) == 2
    condition = marks["encoding"]["fillOpacity"]
    assert condition["condition"] == {"test": "datum.is_weak", "value": 0}
    assert condition["value"] == 1


def test_working_closely_is_drawn_thicker():
    contacts, _ = network(4)
    chart = spec(contacts, [(1, 2), (2, 3)])
    width = chart["layer"][2]["encoding"]["strokeWidth"]
    thickness = dict(zip(width["scale"]["domain"], width["scale"]["range"], strict=True))
    assert thickness["work closely together"] > thickness["are acquainted"]
    assert [row["tie"] for row in rows_of(chart, 2)] == ["are acquainted", "work closely together"]


def test_tie_to_somebody_who_is_not_drawn_is_left_out():
    contacts, _ = network(2)
    assert len(rows_of(spec(contacts, [(1, 2), (1, 9)]), 2)) == 1


def test_chosen_contact_and_its_ties_stand_out():
    contacts, _ = network(4)
    chart = spec(contacts, [(1, 2), (3, 4)], chosen=2)
    assert [row["contact_number"] for row in rows_of(chart, 6)] == [2]
    assert [row["is_chosen"] for row in rows_of(chart, 2)] == [True, False]


def test_click_gives_the_contact_and_every_contact_has_words():
    chart = spec(*network(3))
    hits = chart["layer"][-1]
    assert hits["encoding"]["description"]["field"] == "description"
    assert [param["name"] for param in chart["params"]] == [SELECTION]
    assert chart["params"][0]["select"]["fields"] == [SELECTED_FIELD]


def test_boxes_that_only_touch_do_not_overlap():
    box = Box(x=0, y=0, width=10, height=10)
    assert not box.overlaps(Box(x=10, y=0, width=10, height=10))
    assert box.overlaps(Box(x=9, y=9, width=10, height=10))
