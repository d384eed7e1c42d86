"""What every personal report says alike: how to read it, and what happens with the data."""

from netaudit.reports.document import Block, Heading, Items
from netaudit.reports.person.subject import Subject

GOOD_TO_KNOW = (
    "The report counts what you wrote down. It cannot tell whether a network is good: that hangs on"
    " what you want to do next.",
    "A pattern on watch is a question to talk about, no verdict. In a short list one person more or"
    " less can turn it, and where your own rating differs, you may well be right.",
    "Your contacts' labels, your ratings and your own words are for you. Those who run the"
    " programme see labels only if you said that you share them.",
    "The people you named did not ask to be here: keep this report where you keep letters. You can"
    " take along everything that is held about you, and ask for it to be erased.",
)


def blocks(_: Subject) -> tuple[Block, ...]:
    """The last section."""
    return (Heading(text="Good to know"), Items(texts=GOOD_TO_KNOW))
