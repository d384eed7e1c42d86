"""The templates say all there is to say, and the settings among them are the defaults."""

import tomllib
from dataclasses import asdict

import pytest
from openpyxl import load_workbook

from netaudit.programme import Programme, read_programme
from netaudit.schema import TABLES
from netaudit.templates import SETTING_WORDS, explanation, settings_template
from netaudit.vocabulary import VOCABULARIES
from netaudit.wide_workbook import wide_columns, write_wide_workbook


def test_settings_template_is_the_defaults():
    assert read_programme(settings_template()) == (Programme(), ())


def test_cohort_entry_of_the_settings_template_can_be_switched_on():
    lines = settings_template().splitlines()
    start = lines.index("# [[cohorts]]")
    entry = "\n".join(line.removeprefix("# ") for line in lines[start:])
    programme, problems = read_programme(entry)
    assert problems == ()
    assert (programme.cohorts[0].id, programme.cohorts[0].enrolled) == ("2026", 24)


def test_every_setting_has_a_comment_above_it():
    lines = settings_template().splitlines()
    programme = asdict(Programme())
    names = {*programme, *programme["patterns"]} - {"patterns", "cohorts"}
    assert set(SETTING_WORDS) == names
    for name in names - {"name"}:
        place = next(i for i, line in enumerate(lines) if line.startswith(f"{name} = "))
        assert lines[place - 1] == f"# {SETTING_WORDS[name]}"
    assert tomllib.loads(settings_template())["programme"].keys() == names - {
        "name",
        *programme["patterns"],
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_explanation_names_every_column_and_code(table):
    text = explanation()
    for column in table.columns:
        assert column.meaning in text
        for code in VOCABULARIES.get(column.vocabulary or "", ()):
            assert code in text


def test_wide_columns_have_different_names_and_cover_ten_contacts():
    names = [column.name for column in wide_columns()]
    assert len(names) == len(set(names))
    assert {"participant_id", "wave", "contact_10_affiliation", "tie_1_10", "tie_9_10"} <= set(
        names
    )
    # 10 · 9 ÷ 2 pairs of ten contacts.
    assert sum(name.startswith("tie_") for name in names) == 45


def test_wide_workbook_offers_the_codes(tmp_path):
    write_wide_workbook(tmp_path / "wide.xlsx")
    workbook = load_workbook(tmp_path / "wide.xlsx")
    answers, codes = workbook["answers"], workbook["codes"]
    header = [cell.value for cell in answers[1]]
    assert header == [column.name for column in wide_columns()]
    place = header.index("contact_3_affiliation") + 1
    rule = next(
        rule
        for rule in answers.data_validations.dataValidation
        if answers.cell(2, place).coordinate in rule.cells
    )
    cells = codes[rule.formula1.removeprefix("codes!").replace("$", "")]
    assert [cell.value for (cell,) in cells] == list(VOCABULARIES["affiliation"])
    assert workbook["columns"].max_row == len(header) + 1
