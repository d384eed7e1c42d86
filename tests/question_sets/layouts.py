"""The questionnaire's answers as each survey tool exports them, laid out from the tool's own file.

Names, wordings and options are taken from the generated files, as the tool would take them.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from docx import Document

from netaudit.definitions.questionnaire import questionnaire
from netaudit.question_sets.document import write_document
from netaudit.question_sets.google_forms import write_google_forms
from netaudit.question_sets.limesurvey import code, write_limesurvey
from netaudit.question_sets.qualtrics import write_qualtrics
from netaudit.question_sets.redcap import REPEATED, write_redcap
from netaudit.question_sets.xlsform import write_xlsform
from tests.importers.survey_files import Written, write
from tests.question_sets.filled_in import Filled

DONE = datetime(2026, 3, 17, 9, 30)
"""When the first of them was done; no day of March before the thirteenth is asked for."""

BOXES = "tick-boxes"
"""How the document calls questions with several answers."""

QUOTED = Written(quoting=csv.QUOTE_ALL, line_end="\r\n")
Cell = Callable[[Filled], object]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of an export: what stands over it, in one row or several, and its cells."""

    over: tuple[str, ...]
    cell: Cell


def moment(turn: int) -> datetime:
    return DONE + timedelta(days=turn)


NUMBER = re.compile(r"\d+")
BY_SENTENCE = {
    asked.ask: asked.name
    for section, asked in questionnaire()
    if section.grid
}  # fmt: skip
BY_NAME = {asked.name: asked for _, asked in questionnaire()}


def words(name: str, places: Sequence[int], joined: str = ", ") -> Cell:
    return lambda person: person.words(name, *places, joined=joined)


def box(name: str, places: Sequence[int], label: str, ticked: object, not_: object = "") -> Cell:
    return lambda person: ticked if label in person.chosen(name, *places) else not_


def places_in(text: str) -> list[int]:
    return sorted(map(int, NUMBER.findall(text)))


def qualtrics(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Choice texts under three header rows, with what was typed shown as Qualtrics shows it."""
    path = folder / "survey.qsf"
    write_qualtrics(questionnaire(), path)
    document = json.loads(path.read_text("utf-8"))
    parts = document["SurveyElements"]
    asked = {one["PrimaryAttribute"]: one["Payload"] for one in parts if one["Element"] == "SQ"}
    (blocks,) = [one["Payload"] for one in parts if one["Element"] == "BL"]
    order = [q["QuestionID"] for block in blocks for q in block.get("BlockElements", ())]
    columns = [column for one in order for column in _qualtrics(one, asked[one])]
    own = {"StartDate": "", "EndDate": "", "Status": "IP Address", "Progress": "100",
           "Finished": "True", "RecordedDate": "", "ResponseId": "", "DistributionChannel":
           "anonymous", "UserLanguage": "EN"}  # fmt: skip
    head = [
        [*own, *(c.over[0] for c in columns)],
        [*own, *(c.over[1] for c in columns)],
        [*(json.dumps({"ImportId": name}) for name in own),
         *(json.dumps({"ImportId": c.over[2]}) for c in columns)],
    ]  # fmt: skip
    rows = []
    for turn, person in enumerate(people):
        when = f"{moment(turn):%Y-%m-%d %H:%M:%S}"
        mine = {**own, "StartDate": when, "EndDate": when, "RecordedDate": when,
                "ResponseId": f"R_{turn}"}  # fmt: skip
        rows.append([*mine.values(), *(column.cell(person) for column in columns)])
    return [write(folder / "qualtrics.csv", [*head, *rows])]


def _qualtrics(question: str, payload: dict[str, Any]) -> Iterator[Column]:
    tag, text = payload["DataExportTag"], payload["QuestionText"]
    rows = {
        number: re.sub(r"\$\{q://(QID\d+)/(\w+)/(\d+)\}", r"[\1-\2-\3]", row["Display"])
        for number, row in payload.get("Choices", {}).items()
    }
    if payload["QuestionType"] == "DB":
        return
    if payload["Selector"] in ("SL", "SAVR"):
        end = "_TEXT" if payload["Selector"] == "SL" else ""
        yield Column(over=(tag, text, f"{question}{end}"), cell=words(tag, ()))
        return
    for number, row in rows.items():
        name = BY_SENTENCE.get(row, tag)
        at = () if row in BY_SENTENCE else places_in(re.sub(r"QID\d+", "", row))
        over = (f"{tag}_{number}", f"{text} - {row}", f"{question}_{number}")
        if payload.get("SubSelector") != "MultipleAnswer":
            yield Column(over=over, cell=words(name, at))
            continue
        for place, answer in payload["Answers"].items():
            label = answer["Display"]
            yield Column(
                over=(f"{over[0]}_{place}", f"{over[1]} - {label}", f"{over[2]}_{place}"),
                cell=box(name, at, label, label),
            )


def limesurvey(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Codes and wordings in the header, full answers."""
    path = folder / "structure.txt"
    write_limesurvey(questionnaire(), path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = [line for line in csv.DictReader(stream, delimiter="\t") if line["class"] != "S"]
    columns = list(_limesurvey([line for line in lines if line["class"] in ("Q", "SQ", "A")]))
    own = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
           "startlanguage. Start language", "seed. Seed"]  # fmt: skip
    rows = [
        [turn + 1, f"{moment(turn):%Y-%m-%d %H:%M:%S}", 9, "en", 123456 + turn,
         *(column.cell(person) for column in columns)]
        for turn, person in enumerate(people)
    ]  # fmt: skip
    return [write(folder / "results.csv", [[*own, *(c.over[0] for c in columns)], *rows], QUOTED)]


def _limesurvey(lines: Sequence[dict[str, str]]) -> Iterator[Column]:
    names = {code(name): name for name in BY_NAME}
    starts = [place for place, line in enumerate(lines) if line["class"] == "Q"]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        question, parts = lines[start], lines[start + 1 : end]
        name = names.get(question["name"], "")
        rows = [p for p in parts if p["class"] == "SQ" and p["type/scale"] == "0"]
        over = [p for p in parts if p["class"] == "SQ" and p["type/scale"] == "1"]
        if not rows:
            yield Column(over=(f"{question['name']}. {question['text']}",), cell=words(name, ()))
        for row in rows:
            sentence = BY_SENTENCE.get(row["text"])
            at = () if sentence else places_in(row["name"])
            stem = f"{question['text']} [{row['text']}]"
            head = f"{question['name']}[{row['name']}"
            if not over:
                cell = words(sentence or name, at)
                yield Column(over=(f"{head}]. {stem}",), cell=cell)
            for one in over:
                cell = box(name, at, one["text"], "1")
                title = f"{head}_{one['name']}]. {stem}[{one['text']}]"
                yield Column(over=(title,), cell=cell)


def redcap(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Raw codes: one row for what is asked once, one for each instance of what repeats."""
    dictionary = folder / "dictionary.csv"
    write_redcap(questionnaire(), dictionary)
    with dictionary.open(encoding="utf-8", newline="") as stream:
        fields = list(csv.DictReader(stream))[1:]
    header = ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance"]
    forms = dict.fromkeys(one["Form Name"] for one in fields)
    for form in forms:
        for one in fields:
            header += _redcap_columns(one) if one["Form Name"] == form else []
        header.append(f"{form}_complete")
    rows = [row for turn, person in enumerate(people) for row in _records(person, turn, fields)]
    table = [[row.get(name, "") for name in header] for row in rows]
    return [write(folder / "data.csv", [header, *table]), dictionary]


def _redcap_codes(one: dict[str, str]) -> list[str]:
    choices = one["Choices, Calculations, OR Slider Labels"].split("|")
    return [choice.partition(",")[0].strip() for choice in choices]


def _redcap_columns(one: dict[str, str]) -> list[str]:
    name = one["Variable / Field Name"]
    if one["Field Type"] != "checkbox":
        return [name]
    return [f"{name}___{each}" for each in _redcap_codes(one)]


def _records(
    person: Filled, turn: int, fields: Sequence[dict[str, str]]
) -> Iterator[dict[str, object]]:
    record = {"record_id": turn + 1}
    once = [one for one in fields if one["Form Name"] not in REPEATED]
    complete = {f"{one['Form Name']}_complete": 2 for one in once}
    yield {**record, **complete, **_redcap_cells(person, once, ())}
    for form in REPEATED:
        mine = [one for one in fields if one["Form Name"] == form]
        for number in range(1, 11):
            cells = _redcap_cells(person, mine, (number,))
            if any(cells.values()):
                own = {"redcap_repeat_instrument": form, "redcap_repeat_instance": number}
                yield {**record, **own, **cells, f"{form}_complete": 2}


def _redcap_cells(
    person: Filled, fields: Sequence[dict[str, str]], at: tuple[int, ...]
) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in fields:
        name = one["Variable / Field Name"]
        base, places = (name, at) if name in BY_NAME else numbered(name)
        codes = person.codes(base, *places).split() if one["Field Type"] == "checkbox" else []
        if one["Field Type"] == "checkbox":
            found |= {f"{name}___{each}": int(each in codes) for each in _redcap_codes(one)}
        else:
            found[name] = person.codes(base, *places)
    return found


def numbered(name: str) -> tuple[str, tuple[int, ...]]:
    """The name of a question and the numbers that follow it: `tie_1_2`."""
    numbers = re.search(r"((?:_\d+)+)$", name)
    assert numbers
    return name[: numbers.start()], tuple(map(int, NUMBER.findall(numbers.group())))


def _form(folder: Path) -> tuple[list[tuple[str, str, str]], Path]:
    """Group, type and name of each question of the XLSForm."""
    path = folder / "form.xlsx"
    write_xlsform(questionnaire(), path)
    sheet = openpyxl.load_workbook(path)["survey"]
    group, found = "", []
    for kind, name, *_ in list(sheet.iter_rows(values_only=True))[1:]:
        if kind.startswith(("begin", "end")) and kind != "end":
            group = name if kind.startswith("begin") else ""
        elif kind not in ("start", "end", "note"):
            found.append((group, kind, name))
    return found, path


def _typed(person: Filled, kind: str, name: str, at: tuple[int, ...]) -> str:
    if kind == "calculate":
        return person.words("contact_label", *numbered(name)[1])
    base, places = (name, at) if name in BY_NAME else numbered(name)
    return person.codes(base, *places)


def odk_central(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """The zip's tables: submissions, and one for each repeating group."""
    form, definition = _form(folder)
    once = [one for one in form if one[0] not in REPEATED]
    header = ["SubmissionDate", "start", "end", *(f"{g}-{n}" if g else n for g, _, n in once),
              "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "Status", "ReviewState",
              "DeviceID", "Edits", "FormVersion"]  # fmt: skip
    rows = []
    for turn, person in enumerate(people):
        when, key = f"{moment(turn):%Y-%m-%dT%H:%M:%S.000Z}", f"uuid:{turn}"
        rows.append([when, when, when, *(_typed(person, k, n, ()) for _, k, n in once),
                     key, key, 1, "x", "", "", "", 0, 1])  # fmt: skip
    paths = [write(folder / "audit.csv", [header, *rows]), definition]
    for group in REPEATED:
        mine = [one for one in form if one[0] == group]
        table = [[*(n for _, _, n in mine), "PARENT_KEY", "KEY"]]
        for turn, person in enumerate(people):
            for number, cells in _instances(person, mine):
                key = f"uuid:{turn}"
                table.append([*cells, key, f"{key}/{group}[{number}]"])
        paths.append(write(folder / f"audit-{group}.csv", table))
    return paths


def _instances(
    person: Filled, mine: Sequence[tuple[str, str, str]]
) -> Iterator[tuple[int, list[str]]]:
    for number in range(1, 11):
        cells = [_typed(person, kind, name, (number,)) for _, kind, name in mine]
        if any(cells):
            yield number, cells


def kobo(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """One workbook, a sheet for the submissions and one for each repeating group, in codes."""
    form, definition = _form(folder)
    once = [one for one in form if one[0] not in REPEATED]
    book = openpyxl.Workbook()
    main = book.active
    main.title = "audit"
    main.append(["start", "end", *(f"{g}/{n}" if g else n for g, _, n in once), "_id", "_uuid",
                 "_submission_time", "_validation_status", "_index"])  # fmt: skip
    for turn, person in enumerate(people, start=1):
        when = f"{moment(turn):%Y-%m-%dT%H:%M:%S.000+00:00}"
        main.append([when, when, *(_typed(person, k, n, ()) for _, k, n in once), turn,
                     f"u-{turn}", when, "", turn])  # fmt: skip
    for group in REPEATED:
        mine = [one for one in form if one[0] == group]
        sheet = book.create_sheet(group)
        sheet.append([*(f"{group}/{n}" for _, _, n in mine), "_index", "_parent_table_name",
                      "_parent_index"])  # fmt: skip
        index = 0
        for turn, person in enumerate(people, start=1):
            for _, cells in _instances(person, mine):
                index += 1
                sheet.append([*cells, index, "audit", turn])
    book.save(folder / "kobo.xlsx")
    return [folder / "kobo.xlsx", definition]


def _google(folder: Path) -> Iterator[Column]:
    path = folder / "form.gs"
    write_google_forms(questionnaire(), path)
    start = "const QUESTIONNAIRE = "
    script = path.read_text("utf-8").partition(start)[2]
    document, _ = json.JSONDecoder().raw_decode(script)
    names = {text: asked.name for _, asked in questionnaire() for text in (asked.ask, asked.each)}
    for section in document["sections"]:
        for question in section["questions"]:
            name = names.get(question["title"], "")
            for row in question["rows"] or [""]:
                sentence = BY_SENTENCE.get(row, "")
                alone = question["kind"] == "list"
                title = row if alone else f"{question['title']} [{row}]"
                yield Column(
                    over=(title if row else question["title"],),
                    cell=words(sentence or name, () if sentence else places_in(row)),
                )


def google_forms(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """The linked sheet, with a British date."""
    columns = list(_google(folder))
    rows = [
        [f"{moment(turn):%d/%m/%Y %H:%M:%S}", *(column.cell(person) for column in columns)]
        for turn, person in enumerate(people)
    ]
    return [write(folder / "sheet.csv", [["Timestamp", *(c.over[0] for c in columns)], *rows])]


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A question of the document: what stands over it, how it is answered, its lists."""

    wording: str
    how: str
    lists: tuple[tuple[str, ...], ...]


@cache
def printed() -> tuple[Printed, ...]:
    """The questions as somebody reads them in the document."""
    with TemporaryDirectory() as folder:
        write_document(questionnaire(), Path(folder) / "questions.docx")
        paragraphs = Document(str(Path(folder) / "questions.docx")).paragraphs
    found: list[dict[str, Any]] = []
    for one in paragraphs:
        style = one.style.name
        if style == "Heading 2":
            found.append({"wording": one.text.partition(". ")[2], "how": "", "lists": [[]]})
        elif style == "Subtitle" and found:
            found[-1]["how"] = one.text
        elif style == "List Bullet" and found:
            found[-1]["lists"][-1].append(one.text)
        elif found and not one.text:
            found[-1]["lists"].append([])
    return tuple(
        Printed(
            wording=one["wording"],
            how=one["how"],
            lists=tuple(tuple(lines) for lines in one["lists"] if lines),
        )
        for one in found
    )


def by_hand() -> Iterator[tuple[Printed, list[tuple[str, str, list[int]]]]]:
    """Each question put together by hand: its rows with the name and places they are about."""
    names = {text: asked.name for _, asked in questionnaire() for text in (asked.ask, asked.each)}
    for one in printed():
        rows = one.lists[0] if len(one.lists) == 2 or "each line" in one.how else ()
        name = names.get(one.wording, "")
        yield (
            one,
            [
                (row, BY_SENTENCE.get(row, name), [] if row in BY_SENTENCE else places_in(row))
                for row in rows
            ]
            or [("", name, [])],
        )


def microsoft_forms(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """A grid's rows stand over its columns without the question; several answers end in `;`."""
    book = openpyxl.Workbook()
    sheet = book.active
    columns: list[Column] = []
    for one, rows in by_hand():
        several = BOXES in one.how
        for row, name, at in rows:
            cell = _semicolons(name, at) if several else words(name, at)
            columns.append(Column(over=(row or one.wording,), cell=cell))
    sheet.append(["Id", "Start time", "Completion time", "Email", "Name",
                  *(c.over[0] for c in columns)])  # fmt: skip
    for turn, person in enumerate(people):
        when = moment(turn)
        sheet.append([turn + 1, when, when, "anonymous", "",
                      *(column.cell(person) for column in columns)])  # fmt: skip
    book.save(folder / "forms.xlsx")
    return [folder / "forms.xlsx"]


def _semicolons(name: str, places: Sequence[int]) -> Cell:
    return lambda person: "".join(f"{one};" for one in person.chosen(name, *places))


def surveymonkey(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Two header rows; a question stands over the first of its columns only."""
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
           "Email Address", "First Name", "Last Name", "Custom Data 1"]  # fmt: skip
    columns: list[Column] = []
    for one, rows in by_hand():
        if BOXES in one.how or one.how.startswith("Short"):
            for row, name, at in rows:
                columns += _own_question(row, one, name, at)
        elif rows[0][0]:
            for place, (row, name, at) in enumerate(rows):
                over = (one.wording if not place else "", row)
                columns.append(Column(over=over, cell=words(name, at)))
        else:
            what = "Response" if one.lists else "Open-Ended Response"
            columns.append(Column(over=(one.wording, what), cell=words(rows[0][1], ())))
    head = [[*own, *(c.over[0] for c in columns)], [*[""] * 9, *(c.over[1] for c in columns)]]
    body = []
    for turn, person in enumerate(people):
        when = f"{moment(turn):%m/%d/%Y %I:%M:%S %p}"
        cells = (column.cell(person) for column in columns)
        body.append([11410000000 + turn, 4310000, when, when, *[""] * 5, *cells])
    return [write(folder / "monkey.csv", [*head, *body])]


def _own_question(row: str, one: Printed, name: str, at: Sequence[int]) -> Iterator[Column]:
    """A question for one contact: a field, or options with a column each."""
    if len(one.lists) == 1:
        yield Column(over=(row, "Open-Ended Response"), cell=words(name, at))
        return
    for place, label in enumerate(one.lists[1]):
        yield Column(over=(row if not place else "", label), cell=box(name, at, label, label))


def jisc(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Codes, with the key that names questions, rows and options."""
    columns: list[Column] = []
    key: list[tuple[str, str]] = [("URN", "Unique Response Number")]
    number = 0
    for one, rows in by_hand():
        options = one.lists[-1] if one.how.startswith(("One", "A grid")) else ()
        if BOXES in one.how or one.how.startswith("Short"):
            for row, name, at in rows:
                number += 1
                columns += _jisc_alone(number, name, at, options, several=BOXES in one.how)
                key += _jisc_key(f"Q{number}", row, options)
            continue
        number += 1
        if not rows[0][0]:
            columns += _jisc_alone(number, rows[0][1], (), options, several=False)
            key += _jisc_key(f"Q{number}", one.wording, options)
            continue
        key.append((f"Q{number}", one.wording))
        columns.append(Column(over=(f"Q{number}",), cell=lambda person: ""))
        for place, (row, name, at) in enumerate(rows, start=1):
            over = f"Q{number}_{place}_a"
            columns.append(Column(over=(over,), cell=_jisc_code(name, at, options)))
            key += _jisc_key(over, row, options)
    header = ["URN", *(c.over[0] for c in columns), "CompletionDate"]
    rows = [
        [f"638954-638945-{turn}", *(column.cell(person) for column in columns),
         f"{moment(turn):%Y-%m-%d}"]
        for turn, person in enumerate(people)
    ]  # fmt: skip
    name = "results-for-your-network-2026-03-20-0900"
    return [
        write(folder / f"{name}.csv", [header, *rows], QUOTED),
        write(folder / f"{name}-key.csv", key, QUOTED),
    ]


def _jisc_key(name: str, text: str, options: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, text), *((str(n), label) for n, label in enumerate(options, start=1))]


def _jisc_code(name: str, at: Sequence[int], options: Sequence[str]) -> Cell:
    codes = {label: n for n, label in enumerate(options, start=1)}
    return lambda person: codes.get(person.words(name, *at), "")


def _jisc_alone(
    number: int, name: str, at: Sequence[int], options: Sequence[str], *, several: bool
) -> Iterator[Column]:
    if several:
        for place, label in enumerate(options, start=1):
            yield Column(over=(f"Q{number}_{place}",), cell=box(name, at, label, 1, 0))
    elif options:
        yield Column(over=(f"Q{number}",), cell=_jisc_code(name, at, options))
    else:
        yield Column(over=(f"Q{number}",), cell=words(name, at))
