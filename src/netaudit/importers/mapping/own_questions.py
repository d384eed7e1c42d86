"""Questions for what participants are themselves, where contacts can only be told beside that."""

from collections.abc import Iterator
from datetime import date

from netaudit.importers.mapping.asking import FILE, Asking, goes_to, line, place
from netaudit.importers.mapping.plausible import YEAR
from netaudit.importers.mapping.proposal import QUESTION, Choice, OpenQuestion, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT

OWN = {
    "contacts.gender": ("participants.gender", "gender"),
    "contacts.ethnic_group": ("participants.ethnic_group", "ethnicity"),
    "contacts.age": ("participants.age_band", "age"),
}
"""For each answer about contacts the field of the participant's own, and its name."""


def own_questions(asking: Asking) -> Iterator[OpenQuestion]:
    """Which question is the participant's own gender and the like; it may stay unanswered."""
    held = {one.field for one in asking.understood}
    for one in asking.understood:
        own, name = OWN.get(one.field, ("", ""))
        if own and own not in held and not _is_known(asking, own):
            yield _question(asking, one, own, name)


def year_question(asking: Asking) -> Iterator[OpenQuestion]:
    """In which year people answered, where only that turns "known since" into years known."""
    since = list(asking.answers_to("contacts.known_since"))
    dated = any(response.completed for response in asking.survey.responses)
    if not since or asking.recipe.year or dated or asking.recipe.of("audits.completed_on"):
        return
    latest = max(int(found.group()) for one in since if (found := YEAR.search(one)))
    years = range(max(latest, date.today().year), latest - 1, -1)
    yield OpenQuestion(
        id="year",
        ask="In which year were these audits answered?",
        why="The file has no date, and the years that contacts are known count until then.",
        section=FILE,
        choices=tuple(Choice(label=str(one), line=line(year=str(one))) for one in years),
        is_required=False,
        costs="Without it the years known stay unknown.",
    )


def _is_known(asking: Asking, own: str) -> bool:
    column = own.partition(".")[2]
    return any(person.get(column) for person in asking.background.participants.values())


def _question(asking: Asking, one: Understood, own: str, name: str) -> OpenQuestion:
    columns = (
        each
        for each in asking.understood
        if each.level == "person" and not each.table and not each.field and each.samples
    )
    return OpenQuestion(
        id=f"own {name}",
        ask=f"Which question asks for the participants' own {name}?",
        why=f"netaudit keeps of a contact's {name} only how it compares with the participant's.",
        section=QUESTION,
        choices=(
            *(_bare(goes_to(each, own)) for each in columns),
            Choice(
                label=f"None: leave the contacts' {name} out",
                line=f"{place(one)}\n{line(field=LEAVE_OUT)}",
            ),
        ),
        text=one.text,
        table=one.table,
        column=one.text,
        is_required=False,
        costs=f"Without it the contacts' {name} stays out.",
    )


def _bare(choice: Choice) -> Choice:
    """The same within the section of a question, which is written once."""
    return Choice(label=choice.label, line=choice.line.removeprefix(f"{QUESTION}\n"))
