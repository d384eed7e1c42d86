"""Documents to render: one with every kind of block, all of whose texts are the same."""

from datetime import date

from netaudit.reports.document import (
    Document,
    Facts,
    Figure,
    Heading,
    Items,
    Note,
    Paragraph,
    Prompts,
    Table,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="#00598c"/></svg>'
)


def saying(words: str) -> Document:
    """A document that says the words wherever a document can say something."""
    return Document(
        kind="Kind",
        title=f"Title {words}",
        running_title=words,
        facts=((words, words),),
        blocks=(
            Heading(text=f"Section {words}"),
            Heading(text=f"Part {words}", level=2),
            Paragraph(text=words, lead=True),
            Paragraph(text=words),
            Note(text=words),
            Facts(facts=((words, words),)),
            Items(texts=(words, words)),
            Items(texts=(words, words), numbered=True),
            Table(caption=words, columns=(words, "Other"), rows=((words, words),) * 2),
            Figure(svg=SVG, caption=words, alternative=f"Drawn {words}", facts=((words, words),)),
            Prompts(questions=(words, words), lines=2),
        ),
        on=date(2026, 3, 4),
    )
