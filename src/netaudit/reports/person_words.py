"""What every personal report says alike: when the audit was answered, how to read it, the data."""

from netaudit.reports.document import Block, Heading, Items
from netaudit.reports.person_subject import Subject

HOW_TO_READ = (
    "The report says what you wrote down, counted. It cannot tell whether a network is good: that"
    " hangs on what you want to do next.",
    "A pattern on watch is a question to talk about, no verdict. Where your own rating differs from"
    " the list, you may well be right: you know what the list leaves out.",
    "One or two contacts more or less can turn a figure, the more so in a short list. The distance"
    " from the line says how many it would take.",
    "People forget names. A contact who is missing from a later list may still be there.",
)
THE_DATA = (
    "Your contacts' labels, your ratings and what you wrote are for you. Those who run the"
    " programme see them only if you said that you share them.",
    "The people you named did not ask to be here. Keep this report where you keep letters, and let"
    " no copy lie about.",
    "You can take along everything that is held about you, and ask for it to be erased: the"
    " programme team tells you how.",
)


def blocks(_: Subject) -> tuple[Block, ...]:
    """The last section."""
    return (
        Heading(text="How to read this"),
        Items(texts=HOW_TO_READ),
        Heading(text="What happens with the data"),
        Items(texts=THE_DATA),
    )
