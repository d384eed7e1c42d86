"""What every personal report says alike: how to read it, and what happens with the data."""

from netaudit.reports.document import Block, Heading, Items
from netaudit.reports.person_subject import Subject

HOW_TO_READ = (
    "The report counts what you wrote down. It cannot tell whether a network is good: that hangs on"
    " what you want to do next.",
    "A pattern on watch is a question to talk about, no verdict. Where your own rating differs, you"
    " may well be right: you know what the list leaves out.",
    "In a short list one person more or less can turn a figure, and names are forgotten. The"
    " distance from the line says how many it would take.",
)
THE_DATA = (
    "Your contacts' labels, your ratings and your own words are for you. Those who run the"
    " programme see labels only if you said that you share them.",
    "The people you named did not ask to be here: keep this report where you keep letters. You can"
    " take along everything that is held about you, and ask for it to be erased.",
)


def blocks(_: Subject) -> tuple[Block, ...]:
    """The last section."""
    return (Heading(text="Good to know"), Items(texts=(*HOW_TO_READ, *THE_DATA)))
