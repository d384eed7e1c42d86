"""A list of people whose names are as long as names can be, or look like something else."""

from streamlit.testing.v1 import AppTest


def two_people() -> None:
    import pandas as pd

    from netaudit.analysis.choices import Size
    from netaudit.analysis.finding import Finding
    from netaudit.analysis.selection import Selection
    from netaudit.analysis.viewer import Viewer
    from netaudit.store.database import Database
    from netaudit.ui.frame import View
    from netaudit.ui.people.table import people_table

    finding = Finding(
        id="two",
        headline="Two people",
        base="Both.",
        data=pd.DataFrame({"participant_id": ["P1", "P2"]}),
        table=pd.DataFrame(
            {"Name": ["Ada " * 20, "*Bo* <b>"], "Why": ["No mentor.", "No sponsor."]}
        ),
        alternative="Two people.",
    )
    view = View(
        database=Database.__new__(Database),
        viewer=Viewer.local(),
        selection=Selection(),
        size=Size(participants=2, due=2, completed=2),
    )
    people_table(view, finding)


def test_a_long_name_heads_its_card_and_the_reason_stands_below() -> None:
    page = AppTest.from_function(two_people, default_timeout=30).run()
    assert not page.exception
    assert [text.value for text in page.text] == [("Ada " * 20).strip(), "*Bo* <b>"]
    assert [text.value for text in page.markdown] == ["No mentor\\.", "No sponsor\\."]
