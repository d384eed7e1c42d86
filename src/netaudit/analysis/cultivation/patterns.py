"""What people on watch for a pattern do about it: who planned an action against it."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice, wave_choices
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.words import listed
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import release_rows, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.shares import Row, estimate, interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import known, share_of

SINCE_CHOICES = (
    Choice(value="previous", words="The wave before", is_default=True),
    Choice(value="first", words="Their first wave"),
    Choice(value="now", words="This wave"),
)
THEN = {
    "previous": "at the wave before",
    "first": "at their first wave",
    "now": "at this wave",
}
ON_WATCH = "participants who were on watch and answered about actions"
ANY = "Any of them"
ANY_MEANS = "Any of them: an action against at least one pattern that they are on watch for."
PROCESS = (
    "This says what people set out to do, and nothing about whether it helped. An action can help"
    " without naming a pattern, and somebody on watch may have good reasons to leave things be."
)


def since_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The waves of the watch that there are: at the first wave there is no other."""
    chosen = at_one_wave(database, viewer, selection)
    everyone = replace(selection, wave=None)
    waves = [choice.value for choice in wave_choices(database, viewer, everyone)]
    return SINCE_CHOICES if chosen.wave in waves[1:] else SINCE_CHOICES[-1:]


def against_patterns(
    database: Database, viewer: Viewer, selection: Selection, *, since: str
) -> Finding:
    """Of those on watch then, who has an action against it now; for share_points.

    `since` is one of SINCE_CHOICES: the wave at which they were on watch.
    """
    chosen = at_one_wave(database, viewer, selection)
    everyone = replace(chosen, wave=None)
    found = ask(database, viewer, "cultivation_patterns", everyone, now=chosen.wave, since=since)
    readers = audience(database, viewer)
    shown, withheld = release_rows(found, base="watched", audience=readers)
    rows = records(shown)
    if not rows:
        withheld = too_small(readers.minimum, ON_WATCH) if len(found) else _nobody(since)
    return Finding(
        id=f"against_patterns_{since}",
        headline=_headline(rows, chosen.wave, since),
        base=f"Base: participants on watch for the pattern {THEN[since]} who answered about actions"
        f"{at_wave(chosen.wave)}. An action counts from the wave of the watch on.",
        data=pd.DataFrame(
            [{"category": _name(row), **point(row, "with_action", "watched")} for row in rows]
        ),
        table=pd.DataFrame([_line(row) for row in rows]),
        alternative="Points with intervals on a scale from 0 to 100%: "
        + listed({_name(row): estimate(row, "with_action", "watched") for row in rows}),
        caution=f"{ANY_MEANS} {PROCESS}" if rows else "",
        withheld=withheld,
    )


def _headline(rows: list[dict[str, Any]], wave: str | None, since: str) -> str:
    if not rows:
        return "Actions against the patterns on watch"
    # The row of any pattern counts at least as many people as each of the others.
    when = at_wave(wave) if since != "now" else ""
    said = f"on watch for a pattern {THEN[since]} have an action against it{when}"
    return estimate(rows[0], "with_action", "watched", said)


def _name(row: Row) -> str:
    return label("pattern", row["pattern"]) if known(row["pattern"]) else ANY


def _nobody(since: str) -> str:
    if since == "now":
        return "Nobody was on watch for a pattern at this wave."
    return "Nobody was on watch for a pattern at an earlier wave."


def _line(row: Row) -> dict[str, Any]:
    return {
        "Pattern": _name(row),
        "On watch then": row["watched"],
        "With an action against it": row["with_action"],
        "Share": share_of(row["with_action"], row["watched"]),
        "95% interval": interval(row["ci_low"], row["ci_high"], row["watched"]),
        "Actions": row["actions"],
        "Done": row["done"],
        "On watch, not answered now": row["silent"],
    }
