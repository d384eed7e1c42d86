"""Rows of the tables of a survey, as tests compare them."""

from netaudit.importers.survey import SubTable, Survey


def table_of(survey: Survey, name: str) -> SubTable:
    """The table of that name."""
    (found,) = [table for table in survey.tables if table.name == name]
    return found


def rows_of(survey: Survey, name: str) -> list[tuple[str, int, dict[str, str]]]:
    """Parent, number and answers of each row; of options with columns those with an answer."""
    table = table_of(survey, name)
    return [
        (row.parent, row.number, {
            question.reference: question.answer(row.cells[question.position])
            for question in table.questions
            if question.position in row.cells
        })
        for row in table.rows
    ]  # fmt: skip


def asked(survey: Survey, name: str) -> dict[str, str]:
    """What each question of a table is called and how it is worded."""
    return {one.reference: one.words for one in table_of(survey, name).questions}
