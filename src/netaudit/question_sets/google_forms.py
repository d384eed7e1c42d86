"""The questionnaire as an Apps Script that makes a Google Form of it."""

import json
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from netaudit.definitions.questionnaire import Questionnaire
from netaudit.question_sets.shapes import Shape, shapes_of

DATA = "/* QUESTIONS */"
"""Where the script has its place for the questions."""


def write_google_forms(asked: Questionnaire, path: Path) -> None:
    """The script, to be pasted into a project of script.google.com and run once."""
    script = files("netaudit.question_sets").joinpath("google_forms.js").read_text("utf-8")
    held = json.dumps(_document(asked), ensure_ascii=False, indent=1)
    path.write_text(script.replace(DATA, held), encoding="utf-8")


def _document(asked: Questionnaire) -> dict[str, Any]:
    return {
        "title": asked.title,
        "welcome": asked.welcome,
        "thanks": asked.thanks,
        "sections": [
            {
                "title": section.title,
                "text": section.text,
                "questions": [_question(shape) for shape in shapes_of(section)],
            }
            for section in asked.sections
        ],
    }


def _question(shape: Shape) -> dict[str, Any]:
    whole = shape.kind == "list"
    return {
        "kind": shape.kind,
        "title": shape.wording,
        "help": shape.help,
        "required": shape.required,
        "rows": [row.whole if whole else row.text for row in shape.rows],
        "choices": [asdict(choice)["label"] for choice in shape.choices],
    }
