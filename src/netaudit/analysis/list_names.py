"""What the people of a list are called, and how to go on from them."""

from collections.abc import Sequence
from typing import Any

from netaudit.wording import known

TO_OPEN = "Choose a person to open their page."
"""How to go on from a list: a short one has links, a long one rows to choose."""


def name_column(rows: Sequence[dict[Any, Any]]) -> dict[str, list[str]]:
    """The column of names, with the code of whoever has none; no column where nobody has one."""
    if not any(known(row["name"]) for row in rows):
        return {}
    names = [row["name"] if known(row["name"]) else row["participant_id"] for row in rows]
    return {"Name": names}
