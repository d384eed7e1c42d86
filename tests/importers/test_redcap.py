"""REDCap: rows of forms and instances, events, boxes with a column each, with the dictionary."""

from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.tools import redcap
from tests.importers.survey_files import answers, families, survey_of, tables, write
from tests.importers.survey_rows import rows_of, table_of

HEADER = ["studie_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance",
          "ueber_mich_timestamp", "mail", "abteilung", "grund___1", "grund___x_9",
          "ueber_mich_complete", "wer", "naehe", "wofuer___1", "wofuer___2", "person_complete",
          "p_eins", "p_zwei", "kennen", "paar_complete"]  # fmt: skip

DICTIONARY = [
    ["Variable / Field Name", "Form Name", "Field Type", "Field Label",
     "Choices, Calculations, OR Slider Labels"],
    ["mail", "ueber_mich", "text", "E-Mail", ""],
    ["abteilung", "ueber_mich", "text", "<b>Ihre</b> Abteilung", ""],
    ["grund", "ueber_mich", "checkbox", "Warum dabei?", "1, Neugier | X-9, Rat, auch Trost"],
    ["wer", "person", "text", "Wer?", ""],
    ["naehe", "person", "radio", "Wie nah?", "1, fern | 2, nah, sehr nah"],
    ["wofuer", "person", "checkbox", "Wofür?", "1, Alltag | 2, Zukunft"],
    ["p_eins", "paar", "text", "Die eine", ""],
    ["p_zwei", "paar", "text", "Die andere", ""],
    ["kennen", "paar", "yesno", "Bekannt?", ""],
]  # fmt: skip


def base(record: str, event: str, **cells: object) -> list[object]:
    return [{"studie_id": record, "redcap_event_name": event, **cells}.get(n, "") for n in HEADER]


def instance(record: str, event: str, form: str, number: object, **cells: object) -> list[object]:
    own = {"redcap_repeat_instrument": form, "redcap_repeat_instance": number}
    return base(record, event, **own, **cells)


ROWS = [
    base("1", "start_arm_1", ueber_mich_timestamp="2026-03-01 10:00:00", mail="ute@example.org",
         abteilung="Chirurgie", grund___1=1, grund___x_9=0, ueber_mich_complete=2),
    instance("1", "start_arm_1", "person", 2, wer="Bo", naehe=2, wofuer___1=0, wofuer___2=1),
    instance("1", "start_arm_1", "person", 1, wer="Al", naehe=1, wofuer___1=1, wofuer___2=0),
    instance("1", "start_arm_1", "paar", 1, p_eins=1, p_zwei=2, kennen=1, paar_complete=2),
    base("1", "spaeter_arm_1", ueber_mich_timestamp="2026-09-01 10:00:00", abteilung="Labor",
         grund___1=0, grund___x_9=0, ueber_mich_complete=2),
    base("2", "start_arm_1", ueber_mich_timestamp="[not completed]", mail="vera@example.org",
         grund___1=0, grund___x_9=0, ueber_mich_complete=0),
]  # fmt: skip


def files(folder: Path, *rows: list[object], dictionary: bool = True) -> list[Path]:
    found = [write(folder / "export.csv", [HEADER, *(rows or ROWS)])]
    if dictionary:
        found.append(write(folder / "fields.csv", DICTIONARY))
    return found


def test_events_are_waves_and_an_address_given_once_holds_for_all(tmp_path: Path) -> None:
    survey = survey_of(redcap, tmp_path, *files(tmp_path))
    assert [(r.email, r.wave, r.completed) for r in survey.responses] == [
        ("ute@example.org", "start_arm_1", "2026-03-01 10:00:00"),
        ("ute@example.org", "spaeter_arm_1", "2026-09-01 10:00:00"),
        ("vera@example.org", "start_arm_1", ""),
    ]
    assert [r.participant for r in survey.responses] == ["", "", ""]
    assert [r.state for r in survey.responses] == ["complete", "complete", "partial"]


def test_forms_that_repeat_are_tables_with_redcaps_own_numbers(tmp_path: Path) -> None:
    survey = survey_of(redcap, tmp_path, *files(tmp_path))
    assert rows_of(survey, "person") == [
        ("1 / start_arm_1", 1, {"wer": "Al", "naehe": "fern", "wofuer [Alltag]": "1",
                                "wofuer [Zukunft]": "0"}),
        ("1 / start_arm_1", 2, {"wer": "Bo", "naehe": "nah, sehr nah", "wofuer [Alltag]": "0",
                                "wofuer [Zukunft]": "1"}),
    ]  # fmt: skip
    assert rows_of(survey, "paar")[0][2] == {"p_eins": "1", "p_zwei": "2", "kennen": "Yes"}
    assert [one.choice for one in families(survey)["wofuer [{choice}]"]] == ["Alltag", "Zukunft"]


def test_the_ends_of_pairs_are_told_by_the_numbers_in_them(tmp_path: Path) -> None:
    survey = survey_of(redcap, tmp_path, *files(tmp_path))
    ends = {one.name: one.row for one in table_of(survey, "paar").questions}
    assert ends == {"p_eins": "First contact", "p_zwei": "Second contact", "kennen": ""}
    to_nobody = instance("1", "start_arm_1", "paar", 2, p_eins=1, p_zwei=7, kennen=0)
    survey = survey_of(redcap, tmp_path, *files(tmp_path, *ROWS, to_nobody))
    assert {one.row for one in table_of(survey, "paar").questions} == {""}


def test_options_and_wordings_come_from_the_dictionary(tmp_path: Path) -> None:
    survey = survey_of(redcap, tmp_path, *files(tmp_path))
    wordings = {question.name: question.wording for question in survey.questions}
    assert wordings["abteilung"] == "Ihre Abteilung"
    assert answers(survey, 2)["grund [Neugier]"] == "1"
    assert "grund [Rat, auch Trost]" in answers(survey, 2)
    without = survey_of(redcap, tmp_path, files(tmp_path, dictionary=False)[0])
    assert {"grund [1]", "grund [x_9]"} <= {question.name for question in without.questions}
    assert "data dictionary" in without.notes[0]
    assert survey.notes == ()


def test_boxes_of_a_form_nobody_filled_in_say_nothing(tmp_path: Path) -> None:
    only_boxes = base("3", "start_arm_1", grund___1=0, grund___x_9=0, ueber_mich_complete=0)
    handed_in = base("4", "start_arm_1", grund___1=0, grund___x_9=0, ueber_mich_complete=2)
    survey = survey_of(redcap, tmp_path, *files(tmp_path, *ROWS, only_boxes, handed_in))
    assert answers(survey, 8) == {}
    assert answers(survey, 9) == {"grund [Neugier]": "0", "grund [Rat, auch Trost]": "0"}


def test_a_record_is_the_person_where_it_is_a_code_or_all_there_is(tmp_path: Path) -> None:
    row = base("K-07", "start_arm_1", abteilung="A")
    coded = survey_of(redcap, tmp_path, *files(tmp_path, row))
    assert coded.responses[0].participant == "K-07"
    bare = survey_of(redcap, tmp_path, *files(tmp_path, ["7", *row[1:]]))
    assert bare.responses[0].participant == "7"
    assert "record numbers" in bare.notes[0]


def test_instances_alone_are_a_response_too(tmp_path: Path) -> None:
    only = instance("5", "start_arm_1", "person", 1, wer="Cy")
    survey = survey_of(redcap, tmp_path, *files(tmp_path, only))
    assert [(r.key, r.cells) for r in survey.responses] == [("5 / start_arm_1", {})]
    assert rows_of(survey, "person") == [("5 / start_arm_1", 1, {"wer": "Cy"})]


def test_a_form_that_repeats_at_one_event_only_counts_once_at_others(tmp_path: Path) -> None:
    once = base("1", "ende_arm_1", abteilung="Labor", wer="Di", naehe=2)
    survey = survey_of(redcap, tmp_path, *files(tmp_path, *ROWS, once))
    di = {"wer": "Di", "naehe": "nah, sehr nah"}
    assert ("1 / ende_arm_1", 1, di) in rows_of(survey, "person")


def test_labels_instead_of_codes(tmp_path: Path) -> None:
    rows = [["Record", "Event Name", "Repeat Instrument", "Repeat Instance", "Town", "Complete?",
             "Who?", "What for? (choice=Work)", "What for? (choice=Life)", "Complete?"],
            ["A1", "First", "", "", "Ayr", "Complete", "", "", "", ""],
            ["A1", "First", "Helpers", 1, "", "", "Ed", "Checked", "Unchecked", "Complete"],
            ["A1", "First", "Helpers", 2, "", "", "Flo", "Unchecked", "Checked", "Complete"],
            ]  # fmt: skip
    survey = survey_of(redcap, tmp_path, write(tmp_path / "labels.csv", rows))
    assert [one.reference for one in survey.questions] == ["Town"]
    assert [row[2]["Who?"] for row in rows_of(survey, "Helpers")] == ["Ed", "Flo"]
    boxes = families(survey)["What for? [{choice}]"]
    assert [box.choice for box in boxes] == ["Work", "Life"]


def test_whole_events_that_repeat_are_times_of_their_own(tmp_path: Path) -> None:
    rows = [base("1", "audit_arm_1", redcap_repeat_instance=n, abteilung=f"A{n}") for n in (1, 2)]
    survey = survey_of(redcap, tmp_path, *files(tmp_path, *rows))
    assert [r.wave for r in survey.responses] == ["audit_arm_1 1", "audit_arm_1 2"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "start_arm_1", "person", 9, *base("", "")[4:]], "names no record"),
        (instance("1", "start_arm_1", "person", "x", wer="Q"), "is an instance"),
    ],
)
def test_a_row_that_cannot_be_placed_is_named(row: list[object], said: str, tmp_path: Path) -> None:
    (problem,) = survey_of(redcap, tmp_path, *files(tmp_path, *ROWS, row)).bad_rows
    assert said in problem.message
    assert (problem.file, problem.row) == ("export.csv", 8)


def test_a_torn_row_is_named(tmp_path: Path) -> None:
    row = [*base("1", "start_arm_1"), "torn"]
    with pytest.raises(NetauditError, match="Row 8 has 20 cells") as error:
        survey_of(redcap, tmp_path, *files(tmp_path, *ROWS, row))
    assert (error.value.file, error.value.row) == ("export.csv", 8)


def test_a_dictionary_alone_is_no_export(tmp_path: Path) -> None:
    path = write(tmp_path / "fields.csv", DICTIONARY)
    with pytest.raises(NetauditError, match="None of the files holds answers"):
        survey_of(redcap, tmp_path, path)


MAPPING = """
[file]
cohort = "2026"
[file.waves]
start_arm_1 = "baseline"
spaeter_arm_1 = "endpoint"
[[question]]
text = "kennen"
field = "ties.tie"
[question.answers]
Yes = "acquainted"
No = "do_not_know"
[[question]]
text = "wofuer [{choice}]"
field = "contacts.purposes"
[question.answers]
Alltag = "operational"
Zukunft = "strategic"
[[question]]
text = "wer"
field = "contacts.label"
[[question]]
text = "naehe"
field = "leave out"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    later = instance("1", "spaeter_arm_1", "person", 1, wer="Bo", naehe=1, wofuer___1=1)
    read, found = tables(tmp_path, MAPPING, *files(tmp_path, *ROWS, later))
    assert [p.message for p in read.problems if p.severity == "error"] == []
    assert [(c["wave"], c["label"], c["purposes"]) for c in found["contacts"]] == [
        ("baseline", "Al", "operational"), ("baseline", "Bo", "strategic"),
        ("endpoint", "Bo", "operational"),
    ]  # fmt: skip
    assert found["contacts"][1]["contact_id"] == found["contacts"][2]["contact_id"]
    assert [tie["tie"] for tie in found["ties"]] == ["acquainted"]
    assert {audit["wave"]: audit["ties_status"] for audit in found["audits"]} == {
        "baseline": "all_pairs_asked", "endpoint": None,
    }  # fmt: skip
    assert len({audit["participant_id"] for audit in found["audits"]}) == 1
    assert read.flow is not None
    assert (read.flow.read, read.flow.partial, read.flow.imported) == (3, 1, 2)
