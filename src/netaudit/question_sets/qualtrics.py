"""The questionnaire as a Qualtrics survey definition (.qsf): JSON, a block for each section.

Rows about contacts repeat what was typed into the list of contacts, as Qualtrics pipes it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netaudit.definitions.questionnaire import Questionnaire, Section
from netaudit.question_sets.qualtrics_logic import named
from netaudit.question_sets.shapes import Row, Shape, shapes_of

LONGEST_NOTE = 90
SURVEY = "SV_netauditQuestion"
NAMES = "contact_label"
"""The question into which the names of contacts are typed."""

TYPES = {
    "text": ("TE", "SL", None),
    "list": ("TE", "FORM", None),
    "single": ("MC", "SAVR", "TX"),
    "grid": ("Matrix", "Likert", "SingleAnswer"),
    "ticks": ("Matrix", "Likert", "MultipleAnswer"),
}
"""Qualtrics's type, selector and sub-selector of each shape."""

OPTIONS = {
    "BackButton": "true",
    "SaveAndContinue": "true",
    "SurveyProtection": "PublicSurvey",
    "BallotBoxStuffingPrevention": "false",
    "NoIndex": "Yes",
    "SecureResponseFiles": "true",
    "SurveyExpiration": "None",
    "SurveyTermination": "DefaultMessage",
    "Header": "",
    "Footer": "",
    "ProgressBarDisplay": "Text",
    "PartialData": "+1 week",
    "ValidationMessage": "",
    "PreviousButton": " ← ",
    "NextButton": " → ",
    "NewScoring": 1,
}


@dataclass(frozen=True, kw_only=True)
class Words:
    """A text that asks nothing."""

    name: str
    text: str


Held = Mapping[str, Sequence[Words | Shape]]
"""What stands in the block of each section, by the section's id."""


def write_qualtrics(asked: Questionnaire, path: Path) -> None:
    """The survey definition, to be imported as a survey in Qualtrics."""
    held: Held = {section.id: list(_in_block(asked, section)) for section in asked.sections}
    names = [one.name for questions in held.values() for one in questions]
    ids = {name: f"QID{number}" for number, name in enumerate(names, start=1)}
    project = {"ProjectCategory": "CORE", "SchemaVersion": "1.1.0"}
    elements = [
        _element("BL", "Survey Blocks", payload=_blocks(asked, held, ids)),
        _element("FL", "Survey Flow", payload=_flow(len(held))),
        _element("SO", "Survey Options", payload=OPTIONS),
        _element("PROJ", "CORE", third="1.1.0", payload=project),
        _element("QC", "Survey Question Count", second=str(len(ids))),
        *_questions(asked, held, ids),
    ]
    document = {"SurveyEntry": _entry(asked), "SurveyElements": elements}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def _in_block(asked: Questionnaire, section: Section) -> Iterator[Words | Shape]:
    if section is asked.sections[0]:
        yield Words(name="welcome", text=asked.welcome)
    if section.text:
        yield Words(name=f"{section.id}_words", text=section.text)
    yield from shapes_of(section)


def _entry(asked: Questionnaire) -> dict[str, Any]:
    return {
        "SurveyID": SURVEY,
        "SurveyName": asked.title,
        "SurveyDescription": None,
        "SurveyOwnerID": "",
        "SurveyBrandID": "",
        "DivisionID": None,
        "SurveyLanguage": "EN",
        "SurveyActiveResponseSet": "RS_netaudit",
        "SurveyStatus": "Inactive",
        "SurveyStartDate": "0000-00-00 00:00:00",
        "SurveyExpirationDate": "0000-00-00 00:00:00",
        "SurveyCreationDate": "2026-01-01 00:00:00",
        "CreatorID": "",
        "LastModified": "2026-01-01 00:00:00",
        "LastAccessed": "0000-00-00 00:00:00",
        "LastActivated": "0000-00-00 00:00:00",
        "Deleted": None,
    }


def _element(
    kind: str,
    first: str,
    *,
    second: str | None = None,
    third: str | None = None,
    payload: Any = None,
) -> dict[str, Any]:
    return {
        "SurveyID": SURVEY,
        "Element": kind,
        "PrimaryAttribute": first,
        "SecondaryAttribute": second,
        "TertiaryAttribute": third,
        "Payload": payload,
    }


def _blocks(asked: Questionnaire, held: Held, ids: Mapping[str, str]) -> list[dict[str, Any]]:
    found = [
        {
            "Type": "Standard" if number else "Default",
            "Description": section.title,
            "ID": _block(number),
            "BlockElements": [
                {"Type": "Question", "QuestionID": ids[one.name]} for one in held[section.id]
            ],
        }
        for number, section in enumerate(asked.sections)
    ]
    trash = {"Type": "Trash", "Description": "Trash / Unused Questions", "ID": "BL_netauditTrash"}
    return [*found, trash]


def _block(number: int) -> str:
    return f"BL_netaudit{number:02}"


def _flow(number: int) -> dict[str, Any]:
    return {
        "Type": "Root",
        "FlowID": "FL_1",
        "Flow": [
            {"Type": "Standard", "ID": _block(place), "FlowID": f"FL_{place + 2}", "Autofill": []}
            for place in range(number)
        ],
        "Properties": {"Count": number + 1},
    }


def _questions(
    asked: Questionnaire, held: Held, ids: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for section in asked.sections:
        for one in held[section.id]:
            question = ids[one.name]
            if isinstance(one, Words):
                payload, text = _words(one, question), one.text
            else:
                payload, text = _question(one, section, ids), one.wording
            yield _element("SQ", question, second=text[:LONGEST_NOTE], payload=payload)


def _words(words: Words, question: str) -> dict[str, Any]:
    return {
        "QuestionText": words.text,
        "DefaultChoices": False,
        "DataExportTag": words.name,
        "QuestionType": "DB",
        "Selector": "TB",
        "Configuration": {"QuestionDescriptionOption": "UseText"},
        "QuestionDescription": words.text[:LONGEST_NOTE],
        "ChoiceOrder": [],
        "Validation": {"Settings": {"Type": "None"}},
        "GradingData": [],
        "Language": [],
        "QuestionID": question,
    }


def _question(shape: Shape, section: Section, ids: Mapping[str, str]) -> dict[str, Any]:
    kind, selector, sub = TYPES[shape.kind]
    found: dict[str, Any] = {
        "QuestionText": shape.wording,
        "DefaultChoices": False,
        "DataExportTag": shape.name,
        "QuestionType": kind,
        "Selector": selector,
        "Configuration": {"QuestionDescriptionOption": "UseText"},
        "QuestionDescription": shape.wording[:LONGEST_NOTE],
        "Validation": {
            "Settings": {
                "ForceResponse": "ON" if shape.required else "OFF",
                "ForceResponseType": "ON",
                "Type": "None",
            }
        },
        "GradingData": [],
        "Language": [],
        "QuestionID": ids[shape.name],
    }
    if sub:
        found["SubSelector"] = sub
    if shape.rows:
        found |= _numbered("Choice", [_row(row, shape, section, ids) for row in shape.rows])
        found["ChoiceDataExportTags"] = False
        if _is_of_contacts(shape, section):
            _show_named(found, shape.rows, ids[NAMES])
    if shape.choices:
        labels = [choice.label for choice in shape.choices]
        found |= _numbered("Answer" if shape.rows else "Choice", labels)
    return found


def _numbered(what: str, texts: list[str]) -> dict[str, Any]:
    return {
        f"{what}s": {str(n): {"Display": text} for n, text in enumerate(texts, start=1)},
        f"{what}Order": [str(n) for n in range(1, len(texts) + 1)],
        f"Next{what}Id": len(texts) + 1,
    }


def _is_of_contacts(shape: Shape, section: Section) -> bool:
    """Whether its rows are the contacts who were typed in before, or pairs of them."""
    return section.id in ("contacts", "ties") and shape.name != NAMES


def _show_named(found: dict[str, Any], rows: Sequence[Row], names: str) -> None:
    """Leaves out rows about places where nobody was named, and the question where nobody was."""
    for number, row in enumerate(rows, start=1):
        found["Choices"][str(number)]["DisplayLogic"] = named(names, row.places, together=True)
    places = sorted({place for row in rows for place in row.places})
    found["DisplayLogic"] = named(names, places, together=False)


def _row(row: Row, shape: Shape, section: Section, ids: Mapping[str, str]) -> str:
    """Its text; of a contact or a pair what was typed as their names."""
    if not _is_of_contacts(shape, section):
        return row.text
    return " and ".join(
        f"${{q://{ids[NAMES]}/ChoiceTextEntryValue/{place}}}" for place in row.places
    )
