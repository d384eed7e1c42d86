"""Which wave a page of one wave looks at, and how a sentence names it."""

from dataclasses import replace

from netaudit.analysis.choices import wave_choices
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


def at_wave(wave: str | None) -> str:
    """The wave as a sentence ends in it: " at midpoint"; blank without one."""
    return f" at {readable(wave).lower()}" if wave else ""
