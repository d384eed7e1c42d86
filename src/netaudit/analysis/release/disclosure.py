"""What may be shown of groups of participants, to whom; docs/disclosure.md gives the reasons.

The team sees participants one by one: what is withheld from it are figures on small groups, and
counts of a few in what it does not see one by one. What leaves the team obeys every rule. Each
function gives back what is shown and a sentence on the rest, empty when nothing was held back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.release.suppression import merged_counts, shown_counts
from netaudit.analysis.viewer import AudienceName
from netaudit.wording import counted

ENOUGH_FOR_MEDIAN = 10
ENOUGH_FOR_QUARTILES = 20
"""The middle value of fewer people lies close to one person's own; so do the quartiles."""

ENOUGH_FOR_PLACES = 20
"""Among fewer people a mark a person, even without a name, is known by its place."""


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Who reads a figure, and how many participants must stand behind it at least."""

    name: AudienceName
    minimum: int

    @property
    def is_outside(self) -> bool:
        """Whether the figure leaves the team."""
        return self.name == "release"


def release_rows(frame: pd.DataFrame, *, base: str, audience: Audience) -> tuple[pd.DataFrame, str]:
    """The rows whose base reaches the minimum.

    `base` names the column that counts participants behind each row.
    """
    kept = frame[frame[base] >= audience.minimum].reset_index(drop=True)
    held_back = len(frame) - len(kept)
    if not held_back:
        return kept, ""
    rows, it = ("One row is", "it") if held_back == 1 else (f"{held_back} rows are", "each")
    return kept, f"{rows} not shown: fewer than {audience.minimum} participants stand behind {it}."


@dataclass(frozen=True, kw_only=True)
class Cells:
    """How the rows of a frame are counts of the same people.

    `count` and `base` name the columns of a count and of the people it is a count of. Rows that
    share the values of `tables` are one table, with one base. `parts`: within a table nobody is
    counted twice. `sensitive`: that all or none of the people are counted is itself an answer of
    each. `seen_by_team`: the team sees it person by person. `other` is a code of the column
    `category` under which counts may be taken together. `of_what` names what is counted.
    """

    count: str
    base: str
    tables: tuple[str, ...] = ()
    sensitive: bool = False
    seen_by_team: bool = True
    parts: bool = True
    category: str = ""
    other: str = ""
    of_what: str = "participants"


def release_cells(
    frame: pd.DataFrame, cells: Cells, audience: Audience
) -> tuple[pd.DataFrame, str]:
    """The rows that tell nobody of a few people; they keep their index.

    Inside the team the base has to be large enough. Counts of what the team does not see one by
    one, and whatever leaves it, have to be so too, like those they leave out, and none that is held
    back may be worked out from the others. A row of counts taken together has no further values.
    """
    groups = frame.groupby(list(cells.tables), sort=False, dropna=False) if cells.tables else None
    tables = [frame] if groups is None else [table for _, table in groups]
    kept = [_one_table(table, cells, audience) for table in tables if len(table)]
    if not kept:
        return frame, ""
    shown = pd.concat([table for table, _, _ in kept])
    hidden, merged = (sum(numbers) for numbers in list(zip(*kept, strict=True))[1:])
    return shown, _of_cells(hidden, merged, audience.minimum, cells.of_what)


def _one_table(
    table: pd.DataFrame, cells: Cells, audience: Audience
) -> tuple[pd.DataFrame, int, int]:
    """The rows of one table that are shown, how many are hidden and how many taken together."""
    whole, minimum = int(table[cells.base].iloc[0]), audience.minimum
    if whole < minimum:
        return table.head(0), len(table), 0
    if cells.seen_by_team and not audience.is_outside:
        return table, 0, 0
    counts = table[cells.count]
    if cells.other and cells.parts:
        other = table[cells.category] == cells.other
        merged = merged_counts(counts, whole, minimum, sensitive=cells.sensitive, other=other)
        if merged.any():
            return _taken_together(table, merged, cells), 0, int(merged.sum())
    shown = shown_counts(counts, whole, minimum, sensitive=cells.sensitive, parts=cells.parts)
    return table[shown], int((~shown).sum()), 0


def _taken_together(table: pd.DataFrame, merged: pd.Series, cells: Cells) -> pd.DataFrame:
    together = table[merged].tail(1)
    kept = [cells.base, *cells.tables]
    row = together[kept].assign(
        **{cells.count: table.loc[merged, cells.count].sum(), cells.category: cells.other}
    )
    return pd.concat([table[~merged], row])


def release_whole(
    frame: pd.DataFrame,
    *,
    parts: Sequence[str],
    base: str,
    audience: Audience,
    sensitive: bool = False,
) -> tuple[pd.DataFrame, str]:
    """The rows all of whose `parts` may be shown: columns of counts which make up the base.

    For bars of parts, where one that is missing could be read from the place of the others.
    """
    kept, withheld = release_rows(frame, base=base, audience=audience)
    if not audience.is_outside or kept.empty:
        return kept, withheld
    is_whole = [
        bool(
            shown_counts(
                row[list(parts)].astype("int64"),
                int(row[base]),
                audience.minimum,
                sensitive=sensitive,
            ).all()
        )
        for _, row in kept.iterrows()
    ]
    shown = kept[is_whole].reset_index(drop=True)
    hidden = len(kept) - len(shown)
    return shown, " ".join(filter(None, (withheld, _of_cells(hidden, 0, audience.minimum))))


def _of_cells(hidden: int, merged: int, minimum: int, of_what: str = "participants") -> str:
    said = []
    if merged:
        said.append(f"{merged} small categories are shown together as one.")
    if hidden:
        figures = counted(hidden, "figure is", "figures are")
        said.append(
            f"{figures} not shown: fewer than {minimum} {of_what} in it or outside it, or such a"
            " number could be worked out from it."
        )
    return " ".join(said)


def release_counts(counts: pd.Series, audience: Audience, *, whole: int) -> pd.Series:
    """Which sensitive counts of overlapping groups of the same `whole` people may be shown."""
    return shown_counts(counts, whole, audience.minimum, sensitive=True, parts=False)


def release_groups(
    groups: pd.DataFrame, whole: int, audience: Audience, *, base: str = "participants"
) -> tuple[pd.DataFrame, str]:
    """The groups that may be shown beside the figure of everybody.

    A group, and everybody outside it, must reach the minimum. Whoever is in no group shown could be
    worked out from the rest: while they are fewer than that, the smallest group shown is held back
    as well. `base` names the column that counts a group's participants.
    """
    minimum = audience.minimum
    kept = groups[groups[base].between(minimum, whole - minimum)]
    while len(kept) and 0 < whole - int(kept[base].sum()) < minimum:
        kept = kept.drop(index=kept[base].idxmin())
    return kept.reset_index(drop=True), groups_held_back(len(groups) - len(kept), audience)


def groups_held_back(number: int, audience: Audience) -> str:
    """Why so many groups are not shown; empty for none."""
    if not number:
        return ""
    return (
        f"{counted(number, 'group')} not shown: fewer than {audience.minimum} participants in the"
        " group, outside it, or between it and another group shown."
    )


def may_stand_beside(part: int, whole: int, audience: Audience) -> bool:
    """Whether a figure of `part` of the people may be shown beside the same figure of the `whole`.

    Outside the team the people that the two do not share must be nobody, or enough of them.
    """
    if part < audience.minimum:
        return False
    return not audience.is_outside or not 0 < whole - part < audience.minimum


def release_shape(
    frame: pd.DataFrame,
    *,
    base: str,
    audience: Audience,
    medians: Sequence[str] = ("median",),
    quartiles: Sequence[str] = ("lower_quartile", "upper_quartile"),
    extremes: Sequence[str] = ("minimum", "maximum"),
) -> tuple[pd.DataFrame, str]:
    """The rows without the figures that would be close to one person's own value.

    Medians stay from 10 participants, quartiles from 20; the smallest and the largest value, each
    of them one person's, stay inside the team.
    """
    shape = frame.copy()
    too_few = {
        **dict.fromkeys(medians, frame[base] < max(ENOUGH_FOR_MEDIAN, audience.minimum)),
        **dict.fromkeys(quartiles, frame[base] < max(ENOUGH_FOR_QUARTILES, audience.minimum)),
        **dict.fromkeys(extremes, pd.Series(audience.is_outside, index=frame.index)),
    }
    held_back = False
    for column, few in too_few.items():
        if column in shape:
            held_back |= bool((few & shape[column].notna()).any())
            shape[column] = shape[column].where(~few)
    return shape, ONLY_OF_ENOUGH if held_back else ""


ONLY_OF_ENOUGH = (
    f"Medians are shown of {ENOUGH_FOR_MEDIAN} participants or more, quartiles of"
    f" {ENOUGH_FOR_QUARTILES} or more: of fewer they come close to one person's own value."
)


def may_draw_persons(people: int, audience: Audience) -> bool:
    """Whether each participant may have a mark of their own, without a name."""
    return not audience.is_outside or people >= max(ENOUGH_FOR_PLACES, audience.minimum)


def too_small(minimum: int, of_what: str = "participants") -> str:
    """Why a single figure is held back; `of_what` says whom it would have counted."""
    return f"Not shown for fewer than {minimum} {of_what}."
