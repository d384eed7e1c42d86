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
    bars, words = sides(DATA, ["Internal", "External"]).layer
    assert words.data["label"].tolist() == [
        "Operational: 5 internal, 1 external",
        "Strategic: nobody",
    ]
    assert bars.encoding.color.scale.domain == ["Internal", "External"]
    assert bars.data["order"].tolist() == [0, 1, 0, 1]
