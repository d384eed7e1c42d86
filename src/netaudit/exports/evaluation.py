"""A cohort's logic model, notes and outcomes as files."""

import csv
from io import StringIO
from typing import Any

import tomli_w

from netaudit.analysis.evaluation.outcome_words import COLUMNS, outcome_rows
from netaudit.output_files import without_formula
from netaudit.store.evaluation.harvest import Harvested, harvest
from netaudit.store.evaluation.logic_model import states
from netaudit.store.ledger import Ledger

SPREADSHEET_MARK = "\ufeff"


def as_csv(ledger: Ledger, cohort: str) -> str:
    """The outcomes that count, one a row; the headings alone where there is none."""
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in outcome_rows(harvest(ledger, cohort)):
        writer.writerow({name: without_formula(cell) for name, cell in row.items()})
    return SPREADSHEET_MARK + text.getvalue()


def as_toml(ledger: Ledger, cohort: str) -> str:
    """The logic model in force, the notes on the levels and the outcomes that count."""
    kept = states(ledger, cohort)
    document: dict[str, Any] = {"cohort": cohort}
    if kept:
        model = kept[-1].model
        document |= {
            "changed_on": kept[-1].at.date(),
            "notes": dict(model.notes),
            "boxes": [{**vars(box), "measures": list(box.measures)} for box in model.boxes],
        }
    document["outcomes"] = [_outcome(one) for one in harvest(ledger, cohort)]
    return tomli_w.dumps(document)


def _outcome(one: Harvested) -> dict[str, Any]:
    """What was filled in, in the fields' own names."""
    given = {name: value for name, value in vars(one.outcome).items() if value not in (None, "")}
    del given["is_set_aside"]
    return {"number": one.number, **given, "written_on": one.at.date(), "written_by": one.by}
