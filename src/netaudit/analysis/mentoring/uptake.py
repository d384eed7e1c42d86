"""Mentoring uptake, line by line, as every figure of it is worded and drawn."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from netaudit.analysis import shares
from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import Cells, release_cells, release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import ENOUGH_FOR_PERCENT, NOTHING, counted, share_of

Line = dict[Any, Any]

ONE_LINE = ("wave", "what", "category")

NOT_ASKED = "Mentoring was not asked about here, so nobody counts as without."


def lines(
    database: Database, viewer: Viewer, selection: Selection, keep: Callable[[Line], bool]
) -> tuple[list[Line], str]:
    """The lines to keep whose answers reach the smallest group, and a sentence on the others."""
    found = ask(database, viewer, "mentoring_lines", selection)
    wanted = found.loc[
        [row for row, line in zip(found.index, records(found), strict=True) if keep(line)]
    ]
    readers = audience(database, viewer)
    shown, withheld = release_rows(wanted, base="n_answered", audience=readers)
    if wanted.empty:
        return [], NOT_ASKED
    if withheld:
        withheld = f"Not shown where fewer than {readers.minimum} participants answered."
    few = []
    for base in ("n_enrolled", "n_answered"):
        shown, said = release_cells(shown, Cells(count="k", base=base, tables=ONE_LINE), readers)
        few.append(said)
    return records(shown), " ".join(dict.fromkeys(filter(None, (withheld, *few))))


def has_interval(line: Line) -> bool:
    """Whether enough people stand behind the share for an interval to say something."""
    return bool(line["n_enrolled"] >= ENOUGH_FOR_PERCENT)


def interval(line: Line) -> str:
    """The 95% interval in words: "51% to 85%"; a dash where too few stand behind the share."""
    return shares.interval(line["ci_low"], line["ci_high"], line["n_enrolled"])


def estimate(line: Line) -> str:
    """Count, share and interval: "17 of 24 (71%; 95% interval 51% to 85%)"."""
    return shares.estimate(line, "k", "n_enrolled")


def of_answered(line: Line) -> Line:
    """The line with those whose answer is known as its base, instead of everybody enrolled."""
    return {
        **line,
        "n_enrolled": line["n_answered"],
        "share": line["share_answered"],
        "ci_low": line["ci_low_answered"],
        "ci_high": line["ci_high_answered"],
    }


def base_words(shown: Sequence[Line]) -> str:
    """On whom the lines of one wave rest."""
    if not shown:
        return "Base: everybody enrolled."
    first = shown[0]
    return (
        f"Base: {counted(first['n_enrolled'], 'person', 'people')} enrolled, of whom"
        f" {first['n_known']} answered about mentoring; whoever did not answer counts as without."
    )


def point(line: Line, words: str, by_wave: bool) -> dict[str, Any]:
    """One row for charts.share_points; `by_wave` writes the wave beside its figures."""
    wave, drawn = readable(line["wave"]), shares.point(line, "k", "n_enrolled")
    label = f"{wave}: {drawn['label']}" if by_wave else drawn["label"]
    return {"category": words, "wave": wave, **drawn, "label": label}


def table(shown: Sequence[Line], words: Callable[[Line], str], first: str) -> pd.DataFrame:
    """The lines for reading; the column of their words is headed `first`."""
    return pd.DataFrame(
        [
            {
                first: words(line),
                "Wave": readable(line["wave"]),
                "Participants": line["k"],
                "Enrolled": line["n_enrolled"],
                "Share of enrolled": share_of(line["k"], line["n_enrolled"]),
                "95% interval": interval(line),
                "Answered": line["n_answered"],
                "Share of answered": share_of(line["k"], line["n_answered"]),
                "95% interval of answered": interval(of_answered(line)),
            }
            for line in shown
        ]
    )


def finding(
    name: str,
    headline: str,
    shown: Sequence[Line],
    words: Callable[[Line], str],
    *,
    first: str,
    caution: str = "",
    withheld: str = "",
    base: str = "",
    by_wave: bool = False,
) -> Finding:
    """The finding that shows these lines as points with intervals."""
    return Finding(
        id=name,
        headline=headline,
        base=base or base_words(shown),
        data=pd.DataFrame([point(line, words(line), by_wave) for line in shown]),
        table=table(shown, words, first),
        alternative="Points with intervals on a scale from 0 to 100%: "
        + "; ".join(
            f"{words(line)}, {readable(line['wave']).lower()}, {estimate(line)}" for line in shown
        )
        + ".",
        caution=caution,
        withheld=withheld,
    )


def inside(words: str) -> str:
    """A label as it stands inside a sentence: names with a capital of their own keep theirs."""
    return words if words[1:] != words[1:].lower() else words.lower()


def one_line(shown: Sequence[Line], what: str) -> Line | None:
    """The line of that name, if it is shown."""
    return next((line for line in shown if line["what"] == what), None)


def short(line: Line | None) -> str:
    """The count as a card says it, such as 17 of 24; a dash without one."""
    return NOTHING if line is None else f"{line['k']} of {line['n_enrolled']}"
