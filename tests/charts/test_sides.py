"""Small counts in parts: what stands over each bar, and the order of the parts."""

import pandas as pd

from netaudit.charts.sides import sides

DATA = pd.DataFrame(
    {
        "category": ["Operational", "Operational", "Strategic", "Strategic"],
        "part": ["Internal", "External"] * 2,
        "count": [5, 1, 0, 0],
        "label": ["Operational: 5 internal, 1 external"] * 2 + ["Strategic: nobody"] * 2,
    }
)


def test_each_row_has_its_words_once_and_the_parts_keep_their_order():
    spec = sides(DATA, ["Internal", "External"]).to_dict()
    bars, words = (
        (layer["encoding"], spec["datasets"][layer["data"]["name"]]) for layer in spec["layer"]
    )
    assert [row["label"] for row in words[1]] == [
        "Operational: 5 internal, 1 external",
        "Strategic: nobody",
    ]
    assert bars[0]["color"]["scale"]["domain"] == ["Internal", "External"]
    assert bars[0]["x"]["stack"] == "zero"
    assert [row["order"] for row in bars[1]] == [0, 1, 0, 1]
