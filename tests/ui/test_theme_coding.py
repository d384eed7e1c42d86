"""Reading and coding one text after another, comparing, and the codebook, as people do it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.store.codebook import Theme, change_theme, read_codebook
from netaudit.store.ledger import Ledger
from netaudit.ui.coding import coder
from netaudit.ui.sign_in import view_as
from tests.sample_rows import rows
from tests.ui.conftest import OpenPage

EVALUATOR = {view_as.ROLE: "evaluator"}
WRITTEN = set(rows("reflections").query("item in ('strength', 'weakness')")["text"])


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own beside the sample programme."""
    url = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("NETAUDIT_LEDGER", url)
    return Ledger(url)


def plain(words: str) -> str:
    return words.replace("\\", "")


def words_shown(page: AppTest) -> str | None:
    return next((plain(m.value) for m in page.markdown if plain(m.value) in WRITTEN), None)


def text_shown(page: AppTest) -> tuple[str, str] | None:
    """The key and the words of the text: two people may have written the same."""
    words = words_shown(page)
    return words and (page.session_state[coder.LOADED], words)


def button(page: AppTest, words: str) -> object:
    return next(one for one in page.button if one.label == words)


def press(page: AppTest, words: str) -> AppTest:
    button(page, words).click().run()  # type: ignore[attr-defined]
    assert not page.exception
    return page


def coding(open_page: OpenPage, name: str = "Ann", **address: str) -> AppTest:
    page = open_page("coding", EVALUATOR, **address)
    page.text_input(key="name typed").input(name).run()
    assert not page.exception
    return page


def code(page: AppTest, *themes: str) -> AppTest:
    page.button_group(key="themes given").set_value(list(themes)).run()
    return press(page, "Save and next")


def progress(page: AppTest) -> str:
    return page.get("progress")[0].proto.text


def test_no_text_before_the_coder_has_a_name(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding", EVALUATOR)
    assert text_shown(page) is None
    assert any("name or initials above" in info.value for info in page.info)


def test_a_coordinator_gets_the_codebook_and_no_text(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding")
    page.text_input(key="name typed").input("Ann").run()
    assert not page.exception
    assert text_shown(page) is None
    assert not page.button_group
    assert any("read by evaluators" in info.value for info in page.info)
    assert [one.value for one in page.subheader] == ["Change a theme"]


def test_texts_are_coded_one_after_another(open_page: OpenPage, ledger: Ledger) -> None:
    page = coding(open_page, cohort="2026")
    first = text_shown(page)
    assert first is not None
    assert progress(page).startswith("0 of ")
    code(page, "trust", "time")
    assert progress(page).startswith("1 of ")
    second = text_shown(page)
    assert second not in (None, first)
    assert page.button_group(key="themes given").value == []
    press(page, "No theme fits")
    assert progress(page).startswith("2 of ")
    press(page, "Back")
    assert text_shown(page) == second
    press(page, "Back")
    assert text_shown(page) == first
    assert set(page.button_group(key="themes given").value) == {"trust", "time"}
    code(page, "support")
    assert progress(page).startswith("2 of ")


def test_nothing_is_saved_without_a_theme(open_page: OpenPage, ledger: Ledger) -> None:
    page = coding(open_page)
    first = text_shown(page)
    press(page, "Save and next")
    assert text_shown(page) == first
    assert any("Choose at least one theme" in warning.value for warning in page.warning)
    assert progress(page).startswith("0 of ")


def test_a_skipped_text_is_left_for_later(open_page: OpenPage, ledger: Ledger) -> None:
    page = coding(open_page)
    first = text_shown(page)
    press(page, "Skip")
    assert text_shown(page) != first
    assert progress(page).startswith("0 of ")
    press(page, "Back")
    assert text_shown(page) == first


def test_two_coders_read_the_same_texts_in_the_same_order(
    open_page: OpenPage, ledger: Ledger
) -> None:
    page = coding(open_page, cohort="2025")
    first = text_shown(page)
    code(page, "trust")
    page = coding(open_page, "Bo", cohort="2025")
    assert text_shown(page) == first
    assert page.button_group(key="themes given").value == [], "what Ann gave is not shown"
    assert not any("Ann gave" in one.value for one in page.markdown)
    assert any("Coded by others: Ann 1" in plain(one.value) for one in page.caption)


def test_a_name_in_other_letters_is_the_same_coder(open_page: OpenPage, ledger: Ledger) -> None:
    code(coding(open_page), "trust")
    page = coding(open_page, "ann")
    assert progress(page).startswith("1 of ")


def test_where_coders_differ_both_are_shown_and_agreement_stays(
    open_page: OpenPage, ledger: Ledger
) -> None:
    code(coding(open_page, cohort="2026"), "trust")
    code(coding(open_page, "Bo", cohort="2026"), "time")
    page = coding(open_page, "Bo", cohort="2026", coding_show="differing")
    assert any(plain(one.value) == "Ann gave: Closeness and trust" for one in page.markdown)
    code(page, "trust")
    assert any("No text is left here" in info.value for info in page.info)
    page.button_group(key="do").set_value("compare").run()
    assert not page.exception
    found = page.table[0].value
    assert found.set_index("Theme").loc["Closeness and trust", "Both"] == 0
    assert plain(page.subheader[0].value).startswith("Agreement of Ann and Bo on all themes")


def test_agreement_needs_two(open_page: OpenPage, ledger: Ledger) -> None:
    page = coding(open_page)
    page.button_group(key="do").set_value("compare").run()
    assert any("Two coders are needed" in info.value for info in page.info)


def test_texts_are_narrowed_by_wave_and_item(open_page: OpenPage, ledger: Ledger) -> None:
    page = coding(open_page, coding_wave="baseline", coding_item="weakness", cohort="2026")
    cohorts = rows("participants").set_index("participant_id")["cohort"]
    wanted = rows("reflections").query("wave == 'baseline' and item == 'weakness'")
    wanted = wanted[wanted["participant_id"].map(cohorts) == "2026"]
    assert words_shown(page) in set(wanted["text"])
    assert any(plain(one.value) == "Weakness · Baseline" for one in page.caption)


def test_a_theme_is_reworded_retired_and_used_again(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding", theme="time")
    page.text_input(key="name typed").input("Ann").run()
    page.text_input(key="words time 1").input("Hours")
    press(page, "Save")
    assert read_codebook(ledger).words("time") == "Hours"
    assert any("version 2: last changed on" in plain(one.value) for one in page.caption)
    press(page, "Retire")
    assert "time" not in {one.code for one in read_codebook(ledger).offered}
    press(page, "Use it again")
    assert "time" in {one.code for one in read_codebook(ledger).offered}
    page.button(key="put back time 1").click().run()
    assert read_codebook(ledger).words("time") == "Time and capacity"
    assert {one.by for one in read_codebook(ledger).history} == {"", "Ann"}


def test_merging_is_asked_first_and_can_be_taken_back(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding", theme="support")
    page.text_input(key="name typed").input("Ann").run()
    press(page, "Merge into another …")
    page.selectbox(key="merge into").select("trust").run()
    assert any("Merge Support into Closeness and trust?" in w.value for w in page.warning)
    assert read_codebook(ledger).merged == {}
    press(page, "Yes, merge")
    assert read_codebook(ledger).merged == {"support": "trust"}
    page.button(key="put back support 1").click().run()
    assert read_codebook(ledger).merged == {}


def test_a_theme_is_added_once(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding")
    page.text_input(key="name typed").input("Ann").run()
    page.text_input(key="words of a new theme").input("Peer learning")
    press(page, "Add")
    assert read_codebook(ledger).latest["peer_learning"].theme.words == "Peer learning"
    page.text_input(key="words of a new theme").input("peer learning")
    press(page, "Add")
    assert any("meanwhile" in w.value or "already" in w.value for w in page.warning)


def test_a_change_without_a_name_is_refused(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("coding", theme="time")
    press(page, "Retire")
    assert any("A change needs a name" in plain(w.value) for w in page.warning)
    assert read_codebook(ledger).version == 1


def test_a_theme_changed_by_somebody_else_meanwhile_is_left_alone(
    open_page: OpenPage, ledger: Ledger
) -> None:
    page = open_page("coding", theme="time")
    page.text_input(key="name typed").input("Ann").run()
    change_theme(ledger, Theme(code="time", words="Hours"), by="Bo", seen=1)
    press(page, "Retire")
    assert any("meanwhile" in w.value for w in page.warning)
    assert read_codebook(ledger).words("time") == "Hours"


def test_cultivation_counts_themes_and_shows_no_text(open_page: OpenPage, ledger: Ledger) -> None:
    page = open_page("cultivation", see="written", cohort="2025", wave="midpoint")
    assert not page.exception
    headlines = [plain(one.value) for one in page.subheader]
    assert any(said.startswith("Strengths at midpoint: most write of ") for said in headlines)
    assert any(said.startswith("Weaknesses at midpoint: most write of ") for said in headlines)
    assert page.selectbox(key="reader").value == "export"
    shown = [cell for one in page.table for cell in one.value.astype(str).to_numpy().ravel()]
    assert WRITTEN.isdisjoint(map(plain, shown))
