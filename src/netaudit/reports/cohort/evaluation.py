"""What the programme is meant to bring about, level by level what speaks for it, and outcomes."""

from netaudit.analysis.evaluation.bound import Bound, bound, title
from netaudit.analysis.evaluation.levels import LEVELS, NO_HARVEST, Level, level
from netaudit.analysis.evaluation.outcome_words import facts_of
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Facts, Heading, Items, Note, Paragraph, Table
from netaudit.reports.finding_blocks import sentence
from netaudit.store.evaluation.harvest import Harvested, harvest
from netaudit.store.evaluation.logic_model import LogicModel, State, states
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, counted, day

NO_MODEL = "Nobody has written a logic model for this cohort yet."
NO_PROOF = (
    "A measure beside a step says what became of it in those who answered. That one step led to the"
    " next is the programme's own view."
)
NOTHING_SPEAKS = "Nothing here speaks to this level."
NOT_FOR_OUTSIDE = "What speaks to this level stays with those who run the programme."
WRITTEN_DOWN = (
    "Outcomes are written down by those who run or evaluate the programme, and tell what they saw."
    " netaudit works out none of them."
)
COLUMNS, WIDTHS = ("Step", "In this programme", "What the measures say"), (1.3, 2.5, 3.5)
COLUMNS_OUTSIDE = ("Step", "In this programme", "Measures that speak of it")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on logic model, levels and outcomes."""
    kept = states(about.ledger, about.cohort["cohort"])
    notes = kept[-1].model.notes if kept and not about.leaves else {}
    return (
        *_model(about, kept),
        *(
            block
            for number, code in enumerate(LEVELS, start=1)
            for block in _level(about, number, code, notes.get(code, ""))
        ),
        *_outcomes(about),
    )


def _model(about: Subject, kept: tuple[State, ...]) -> tuple[Block, ...]:
    heading = Heading(text="Logic model", level=2)
    if not kept or not kept[-1].model.boxes:
        return (heading, Paragraph(text=NO_MODEL))
    model = kept[-1].model
    columns = COLUMNS_OUTSIDE if about.leaves else COLUMNS
    rows = _rows(model, {} if about.leaves else _said(about, model))
    table = Table(caption="What leads to what", columns=columns, rows=rows, widths=WIDTHS)
    return (heading, table, Note(text=f"As of {day(kept[-1].at.date())}. {NO_PROOF}"))


def _said(about: Subject, model: LogicModel) -> dict[str, Bound]:
    values = tuple(dict.fromkeys(one for box in model.boxes for one in box.measures))
    found: dict[str, Bound] = about.choices(bound, values=values, chosen=about.chosen)
    return found


def _rows(model: LogicModel, said: dict[str, Bound]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            label("logic_box", box.kind),
            box.words,
            ". ".join(_measure(one, said.get(one)) for one in box.measures) or NOTHING,
        )
        for box in model.boxes
    )


def _measure(value: str, said: Bound | None) -> str:
    return title(value) if said is None else f"{said.title}: {said.says}"


def _level(about: Subject, number: int, code: str, note: str) -> tuple[Block, ...]:
    heading = Heading(text=f"Level {number}: {label('evaluation_level', code).lower()}", level=2)
    found = level(code, about.figure, span=about.span, chosen=about.chosen, leaves=about.leaves)
    return (
        heading,
        Paragraph(text=found.asks, lead=True),
        *_evidence(about, found),
        *((Paragraph(text=note),) if note else ()),
        Note(text=found.beyond),
    )


def _evidence(about: Subject, found: Level) -> tuple[Block, ...]:
    said = [sentence(one.headline) for one in found.found if not one.is_empty]
    if found.code == "results":
        said.append(_harvested(about))
    if said:
        return (Items(texts=tuple(said)),)
    return (Paragraph(text=NOT_FOR_OUTSIDE if about.leaves else NOTHING_SPEAKS),)


def _harvested(about: Subject) -> str:
    number = len(_shown(about))
    return f"{counted(number, 'outcome')} below." if number else NO_HARVEST


def _shown(about: Subject) -> tuple[Harvested, ...]:
    """The outcomes that the report's readers may have."""
    held = harvest(about.ledger, about.cohort["cohort"])
    return tuple(one for one in held if one.outcome.may_leave or not about.leaves)


def _outcomes(about: Subject) -> tuple[Block, ...]:
    shown = _shown(about)
    if not shown:
        return ()
    return (
        Heading(text="Outcomes harvested", level=2),
        *(block for one in shown for block in _outcome(about, one)),
        Note(text=WRITTEN_DOWN),
    )


def _outcome(about: Subject, one: Harvested) -> tuple[Block, ...]:
    facts = facts_of(one.outcome, leaves=about.leaves)
    return (Paragraph(text=one.outcome.what, lead=True), Facts(facts=facts))
