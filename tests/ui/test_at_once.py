"""Many people at once: what is kept for one is never given to another."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from netaudit.analysis.my_data import my_data
from netaudit.analysis.person import header
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.ui import data

PEOPLE, TIMES = 8, 4


@pytest.mark.usefixtures("_fresh_caches")
def test_answers_that_are_kept_go_to_whom_they_are_about(
    sample_workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    database = data.database()
    everybody = header.listing(database, Viewer.local(), EVERYTHING).data["participant_id"]
    visits = [
        (one, other)
        for one in everybody[:PEOPLE]
        for other in (one, random.Random(one).choice(list(everybody)))
    ] * TIMES
    random.Random(4).shuffle(visits)

    def seen(visit: tuple[str, str]) -> set[str]:
        """Whose rows somebody meets who asks about themselves or, in vain, about another."""
        viewer = Viewer(role="participant", participant_id=visit[0])
        found = set(data.answer(header.listing, database, viewer, EVERYTHING).data.participant_id)
        try:
            shown = data.answer(header.person, database, viewer, EVERYTHING, participant=visit[1])
            held = data.answer(my_data, database, viewer, EVERYTHING, participant=visit[1])
        except NetauditError:
            return found
        tables = [one.rows for one in held if "participant_id" in one.rows]
        return {*found, shown.id, *(who for rows in tables for who in rows["participant_id"])}

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(seen, visits)) == [{who} for who, _ in visits]
