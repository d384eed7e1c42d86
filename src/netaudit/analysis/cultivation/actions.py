"""The actions that participants plan: who has one, a first step, something overdue."""

from datetime import date

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.dates import JudgedOn, judged_on
from netaudit.analysis.cultivation.words import TO_DATE, people_bars, withheld_because
from netaudit.analysis.finding import Figures, Finding, SingleFigure, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import ENOUGH_FOR_PERCENT, NOTHING, counted, of, plain

ABOUT = "actions"
NO_BASE = "Base: those who answered about actions."
BANDS = {"none": "None", "one": "One", "two": "Two", "three": "Three", "more": "Four or more"}


def nothing_because(database: Database, viewer: Viewer, selection: Selection) -> str:
    """Why there are no figures on actions; blank where there are."""
    answered = _answered(database, viewer, selection)
    return withheld_because(answered, minimum_group(database, viewer), ABOUT)


def nobody_answered(database: Database, viewer: Viewer, selection: Selection) -> str:
    """The same for a list of people, which few answers do not hinder."""
    return withheld_because(_answered(database, viewer, selection), 1, ABOUT)


def _answered(database: Database, viewer: Viewer, selection: Selection) -> int:
    chosen = at_one_wave(database, viewer, selection)
    row = records(ask(database, viewer, "cultivation_planners", chosen, as_of=date.max))[0]
    return int(row["participants"])


def action_cards(
    database: Database, viewer: Viewer, selection: Selection, *, today: date
) -> Figures:
    """Four figures on the people who answered about actions at the wave."""
    row, because, judged = _planners(database, viewer, selection, today)
    whole = row["participants"]
    answered = "Of those who answered about actions"
    enough = whole >= ENOUGH_FOR_PERCENT
    cards = (
        ("With an action", f"{row['with_action']} of {whole}", answered),
        (
            "With a first step",
            f"{row['with_first_step']} of {row['first_step_known']}",
            "Of those for whom it is known; nobody without an action has one",
        ),
        (
            "Actions a person",
            plain(row["median_actions"]) if enough else NOTHING,
            f"Median of {counted(whole, 'participant')}, those without one too"
            if enough
            else f"A median needs {ENOUGH_FOR_PERCENT} participants",
        ),
        ("Overdue action", f"{row['with_overdue']} of {whole}", f"As of {judged.words}"),
    )
    return Figures(
        id="actions",
        figures=tuple(
            SingleFigure(title=title, value=NOTHING if because else value, base=because or base)
            for title, value, base in cards
        ),
    )


def per_person(database: Database, viewer: Viewer, selection: Selection, *, today: date) -> Finding:
    """How many actions participants have in their plans; for share_bars."""
    row, because, _ = _planners(database, viewer, selection, today)
    if because:
        return nothing_to_show(
            "actions_per_person", "How many actions people have", NO_BASE, because
        )
    when = at_wave(at_one_wave(database, viewer, selection).wave)
    whole = row["participants"]
    return people_bars(
        "actions_per_person",
        row,
        BANDS,
        headline=f"{of(row['with_action'], whole, 'participants')} have at least one action{when}",
        base=f"Base: {counted(whole, 'participant')} who answered about actions. {TO_DATE}",
        first="Actions",
        caution="One small action that happens is worth more than four that do not.",
    )


def _planners(
    database: Database, viewer: Viewer, selection: Selection, today: date
) -> tuple[Row, str, JudgedOn]:
    judged = judged_on(database, viewer, selection, today=today)
    chosen = at_one_wave(database, viewer, selection)
    row = records(ask(database, viewer, "cultivation_planners", chosen, as_of=judged.on))[0]
    because = withheld_because(row["participants"], minimum_group(database, viewer), ABOUT)
    return row, because, judged
