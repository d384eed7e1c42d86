"""Which wave a page of one wave looks at, and what it says where there is nothing to say."""

from dataclasses import replace

import pandas as pd

from netaudit.analysis.choices import wave_choices
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable


def at_one_wave(database: Database, viewer: Viewer, selection: Selection) -> Selection:
    """The selection at its wave; at the latest with answers where it names none."""
    if selection.wave is not None:
        return selection
    choices = wave_choices(database, viewer, selection)
    return replace(selection, wave=next((c.value for c in choices if c.is_default), None))


def wave_words(selection: Selection) -> str:
    """The wave as it stands inside a sentence."""
    return readable(selection.wave).lower() if selection.wave else "any wave"


def nothing_to_show(finding_id: str, headline: str, base: str, withheld: str = "") -> Finding:
    """A finding without figures, which says why."""
    return Finding(
        id=finding_id,
        headline=headline,
        base=base,
        data=pd.DataFrame(),
        table=pd.DataFrame(),
        alternative="",
        withheld=withheld,
    )


def too_few(finding_id: str, about: str, minimum: int) -> Finding:
    """A finding that is held back because too few participants stand behind it."""
    return nothing_to_show(
        finding_id,
        f"{about}: not shown",
        f"Fewer than {minimum} participants stand behind it.",
    )
