"""p-values of primary outcomes, where somebody asks for them: one family, adjusted together."""

from dataclasses import replace
from typing import Any

from netaudit.analysis.ask import ask
from netaudit.analysis.change.verdict import ENOUGH_FOR_MORE
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.holm import holm
from netaudit.statistics.paired import sign_flip
from netaudit.store.database import Database
from netaudit.wording import known


def with_p_values(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    rows: list[dict[str, Any]],
    *,
    first: str,
    last: str,
) -> list[dict[str, Any]]:
    """The rows with `p`, of the sign-flip test, and `p_holm`, adjusted over all of them that have
    one. None below ENOUGH_FOR_MORE pairs, where rows are held back, and where nobody changed.
    """
    everyone = replace(selection, wave=None)
    found: list[float | None] = []
    for row in rows:
        p = None
        if row["is_shown"] and row["n_paired"] >= ENOUGH_FOR_MORE:
            pairs = ask(
                database,
                viewer,
                "change_pairs",
                everyone,
                measure=row["measure"],
                attribute=row["attribute"] if known(row["attribute"]) else None,
                first=first,
                last=last,
            )
            value = sign_flip(pairs["difference"].to_numpy())
            p = value if known(value) else None
        found.append(p)
    adjusted = iter(holm([p for p in found if p is not None]))
    return [
        {**row, "p": p, "p_holm": None if p is None else next(adjusted)}
        for row, p in zip(rows, found, strict=True)
    ]
