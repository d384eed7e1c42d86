"""Until when a cohort's data are kept, and what is due to go, in words."""

from netaudit.store.retention import MONTHS, Due, Kept
from netaudit.wording import counted, day, moment_utc


def kept_words(kept: Kept) -> str:
    """Both dates of a cohort in a sentence."""
    return f"{names_words(kept)} {everything_words(kept)}"


def names_words(kept: Kept) -> str:
    """Until when the names of contacts are kept, and why until then."""
    if kept.labels_until is None:
        words = "Names of contacts are kept: the cohort's end is not known and no date is set."
    else:
        why = "as set" if kept.is_set else f"{MONTHS} months after its end"
        words = f"Names of contacts are kept until {day(kept.labels_until)}, {why}."
    done = f" They were dropped on {moment_utc(kept.done_at)}." if kept.done_at else ""
    return words + done


def everything_words(kept: Kept) -> str:
    """Until when all the rest is kept."""
    if kept.everything_until is None:
        return "All the rest is kept without a date."
    return f"Everything is kept until {day(kept.everything_until)}."


def due_words(due: Due) -> str:
    """What is due to go, of which cohort and since when."""
    if due.what == "labels":
        what = f"the names of {counted(due.number, 'contact')} were"
    else:
        what = f"everything about {counted(due.number, 'participant')} was"
    return f"Cohort {due.cohort}: {what} kept until {day(due.until)}."
