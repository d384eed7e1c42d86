"""The methods page says what the definition files say."""

import pytest

from netaudit.analysis import methods
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import default_settings
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.workspace import Workspace
from tests.ui.conftest import OpenPage


def test_every_measure_has_an_entry_with_all_its_examples() -> None:
    entries = {entry.id: entry for entry in methods.measure_entries()}
    assert entries.keys() == registry.measures().keys()
    for name, measure in registry.measures().items():
        assert len(entries[name].examples) == len(measure.examples)
        assert measure.undefined_when in dict(entries[name].facts)["Undefined when"]


def test_every_profile_has_an_entry_whose_examples_say_what_comes_out() -> None:
    entries = {entry.id: entry for entry in methods.profile_entries()}
    assert entries.keys() == registry.profiles().keys()
    overlap = [example.outcome for example in entries["mentoring_overlap"].examples]
    assert overlap[2] == "Most at once 1, Days with several 0, Days 171"
    assert overlap[-1] == "Undefined"


def test_the_themes_come_in_the_order_in_which_people_meet_them() -> None:
    sections = [entry.section.lower() for entry in methods.measure_entries()]
    assert list(dict.fromkeys(sections)) == [t for t in methods.THEMES if t in sections]


def test_a_worked_example_reads_as_sentences() -> None:
    density = next(entry for entry in methods.measure_entries() if entry.id == "density")
    first = density.examples[0]
    assert first.given == (
        "Contacts: A, B, C, D.",
        "Know each other: A and B, B and C, A and C.",
    )
    assert first.outcome == "0.5"
    assert density.examples[1].outcome == "Undefined"


def test_the_cut_offs_are_those_in_force(sample_workspace: object) -> None:
    database = Workspace(sample_workspace).database()
    entries = methods.pattern_entries(database, Viewer.local(), Selection())
    facts = {entry.id: dict(entry.facts) for entry in entries}
    assert facts.keys() == registry.patterns().keys()
    assert "Internal contacts, at least 80%" in facts["echo_chamber"]["Cut-offs in force"]


@pytest.mark.parametrize("part", ["Measures", "Patterns", "Settings and small groups"])
def test_before_any_import_the_defaults_are_explained(open_empty_page: OpenPage, part: str) -> None:
    page = open_empty_page("methods")
    page.get("button_group")[0].set_value(part).run()
    assert not page.exception
    assert page.table or page.expander
    assert not page.get("page_link")


def test_the_defaults_are_those_of_an_export_that_sets_nothing() -> None:
    entries = {e.id: dict(e.facts) for e in methods.pattern_entries_under(default_settings())}
    assert (
        "Internal contacts, at least 80% (as netaudit sets it out)"
        in entries["echo_chamber"]["Cut-offs in force"]
    )


def test_every_check_is_listed() -> None:
    assert len(methods.check_table()) == len(registry.checks())


@pytest.mark.parametrize(("words", "is_found"), [("pairs KNOW", True), ("pairs zebra", False)])
def test_a_search_wants_every_word_in_any_case(words: str, is_found: bool) -> None:
    density = next(entry for entry in methods.measure_entries() if entry.id == "density")
    assert density.mentions(words) is is_found


def test_a_search_leaves_few_entries_and_opens_them(open_page: OpenPage) -> None:
    page = open_page("methods")
    page.text_input[0].input("Everett Borgatti betweenness").run()
    assert not page.exception
    assert 1 <= len(page.expander) <= 3
    assert any("Example 1" in text.value for text in page.markdown)


def test_a_search_without_a_result_says_so(open_page: OpenPage) -> None:
    page = open_page("methods")
    page.text_input[0].input("zebra").run()
    assert page.info[0].value.startswith("Nothing here mentions that.")


@pytest.mark.parametrize("part", ["Patterns", "Checks of an import", "Settings and small groups"])
def test_each_part_opens(open_page: OpenPage, part: str) -> None:
    page = open_page("methods")
    page.get("button_group")[0].set_value(part).run()
    assert not page.exception
    assert page.table or page.expander or page.dataframe
