"""Cells taken apart, dates read, answers told by their words."""

from datetime import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netaudit.importers.answers import parts_without_list, split
from netaudit.importers.dates import moment, orders
from netaudit.importers.listed import is_placeholder
from netaudit.importers.mapping.fields import field
from netaudit.importers.mapping.recipe import PLACEHOLDERS
from netaudit.importers.mapping.tell_answers import told, years_of
from netaudit.importers.plain import plain

WORDS = st.text(st.sampled_from("abcXYZ äß-"), min_size=1, max_size=6).map(str.strip).filter(bool)
OPTION = st.lists(WORDS, min_size=1, max_size=3)


@given(st.lists(OPTION, min_size=1, max_size=6), st.sampled_from([", ", ";", "|"]), st.data())
@settings(max_examples=150, deadline=None)
def test_options_that_hold_the_separator_come_back(
    words: list[list[str]], separator: str, data: st.DataObject
) -> None:
    options = list({plain(one): one for one in (separator.join(parts) for parts in words)}.values())
    chosen = data.draw(st.lists(st.sampled_from(options), unique=True))
    # Where one option is the beginning of another, two of them can read as the longer one.
    assume(not any(plain(a) != plain(b) and plain(b).startswith(plain(a))
                   for a in options for b in options))  # fmt: skip
    assert [plain(one) for one in split(separator.join(chosen), options, separator)] == [
        plain(one) for one in chosen
    ]


@pytest.mark.parametrize(
    ("cell", "separator", "parts"),
    [
        ("GIS;Maps;", ";", ["GIS", "Maps"]),
        ("Why (values, aims), How", ", ", ["Why (values, aims)", "How"]),
        ("Advice, help and support, Plans", ", ", ["Advice, help and support", "Plans"]),
        ("plans, advice", ", ", ["plans", "advice"]),
        ("one two", " ", ["one", "two"]),
        (";;", ";", []),
    ],
)
def test_cells_without_an_option_list(cell: str, separator: str, parts: list[str]) -> None:
    assert parts_without_list(cell, separator) == parts


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("2027-02-09T09:02:11.000Z", "", datetime(2027, 2, 9, 9, 2, 11)),
        ("2027/02/09 12:05:40 AM GMT", "", datetime(2027, 2, 9, 0, 5, 40)),
        ("2/9/27 4:58", "month first", datetime(2027, 2, 9, 4, 58)),
        ("09/02/2027 16:58:00", "day first", datetime(2027, 2, 9, 16, 58)),
        ("09/02/2027", "", None),
        ("9.2.2027", "month first", datetime(2027, 2, 9)),
        ("4 March 2027", "", datetime(2027, 3, 4)),
        ("Mar 4, 2027 1:00 PM", "", datetime(2027, 3, 4, 13)),
        ("46427.5", "", datetime(2027, 2, 9, 12)),
        ("31/02/2027", "day first", None),
        ("soon", "day first", None),
        ("2027-02-09 99:99", "", datetime(2027, 2, 9)),
    ],
)
def test_moments(text: str, order: str, found: datetime | None) -> None:
    assert moment(text, order) == found


def test_the_order_of_dates_is_told_by_all_of_them() -> None:
    assert orders(["3/4/2027", "13/4/2027"]) == {"day first"}
    assert orders(["3/4/2027", "4/13/2027"]) == {"month first"}
    assert orders(["3/4/2027", "4/5/2027"]) == {"day first", "month first"}
    assert orders(["13/4/2027", "4/13/2027"]) == set()


@pytest.mark.parametrize(
    ("answer", "years"),
    [
        ("Less than 1 year", "0.5"), ("1-4 years", "2.5"), ("more than 10 years", "10"),
        ("6 months", "0.5"), ("unter 2 Jahren", "1"), ("7", "7"), ("a while", None),
        ("1-2-3", None),
    ],
)  # fmt: skip
def test_bands_of_years(answer: str, years: str | None) -> None:
    assert years_of(answer) == years


def column(name: str):  # noqa: ANN201
    found = field(name)
    assert found
    return found.column


def test_answers_are_sure_likely_or_open() -> None:
    found = told(column("contacts.seniority"), ["Peer", "More senior than I am", "Uncle"])
    assert found.sure == {"Peer": "same_level"}
    assert found.hinted == {"More senior than I am": "more_senior"}
    assert found.open == ["Uncle"]


def test_a_word_that_turns_an_answer_keeps_it_from_being_told() -> None:
    answers = ["Hardly close", "Close to me"]
    found = told(column("contacts.closeness"), answers)
    assert (found.open, found.hinted) == (["Hardly close"], {"Close to me": "3"})


def test_do_not_know_is_unknown_where_another_answer_says_no() -> None:
    tie = column("ties.tie")
    assert told(tie, ["Don't know"]).codes == {"Don't know": "unknown"}
    both = told(tie, ["No", "Do not know"])
    assert both.codes == {"No": "do_not_know", "Do not know": "unknown"}
    assert told(tie, ["Yes", "Do not know"]).hinted == {"Do not know": "do_not_know"}


def test_bare_numbers_of_a_tie_are_for_a_person_to_say() -> None:
    assert told(column("ties.tie"), ["0", "1", "2"]).open == ["0", "1", "2"]


def test_words_between_two_codes_are_for_a_person_to_say() -> None:
    answers = ["auerhalb meiner Organisation", "ausserhalb_meiner_organisation"]
    found = told(column("contacts.affiliation"), answers)
    assert found.open == [answers[0]]
    assert found.hinted == {answers[1]: "other_org_other_sector"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("contacts.closeness", ["", ""]),
        ("contacts.years_known", ["", ""]),
        ("contacts.seniority", ["unknown", ""]),
        ("contacts.future_relevance", ["not_sure", ""]),
        ("contacts.purposes", ["", ""]),
        ("ties.tie", ["unknown", ""]),
    ],
)
def test_answers_that_say_nothing_need_no_question(name: str, codes: list[str]) -> None:
    found = told(column(name), ["Weiß nicht", "Prefer not to say"])
    assert (list(found.codes.values()), found.open) == (codes, [])


@pytest.mark.parametrize(
    ("label", "stands_for_nobody"),
    [
        ("N / A", True), ("TBC", True), ("...", True), ("Nobody.", True), ("niemand sonst", True),
        ("My old boss", False), ("Nadia", False), ("X. Y.", False), ("", False), ("李伟", False),
    ],
)  # fmt: skip
def test_names_that_stand_for_nobody(label: str, stands_for_nobody: bool) -> None:
    assert is_placeholder(label, PLACEHOLDERS) is stands_for_nobody
