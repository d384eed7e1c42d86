"""Which settings an import changes for everybody, told one by one."""

import pytest

from netaudit.store.settings_change import Incoming, SettingChange, settings_changes

TWO_WAVES = Incoming(
    programme_text="""
        [programme]
        id = "leaders"
        minimum_group = 8
        waves = ["baseline", "endpoint"]
        [patterns]
        echo_chamber_ties = 60
        [[cohorts]]
        id = "2026"
        enrolled = 24
    """
)
WITHOUT = Incoming(programme_text=None, waves=("baseline",))


def changes(text: str) -> list[tuple[str, str, str, bool]]:
    found = settings_changes([TWO_WAVES], [TWO_WAVES, Incoming(programme_text=text)])
    return [(one.setting, one.old, one.new, one.decisive) for one in found]


def like_before(more: str = "", section: str = "") -> str:
    text = str(TWO_WAVES.programme_text)
    return text.replace("[patterns]", f"{more}\n[patterns]\n{section}")


def test_the_same_settings_change_nothing() -> None:
    assert changes(like_before()) == []
    assert settings_changes([TWO_WAVES], [TWO_WAVES, WITHOUT]) == ()


def test_no_figures_are_there_to_change_before_the_first_import_or_after_the_last_undo() -> None:
    assert settings_changes([], [TWO_WAVES]) == ()
    assert settings_changes([TWO_WAVES], []) == ()


def test_settings_that_the_newer_export_leaves_out_go_back_to_the_defaults() -> None:
    assert changes('[programme]\nwaves = ["baseline", "endpoint"]') == [
        ("Programme", "leaders", "programme", True),
        ("Fewest participants behind a figure", "8", "5", True),
        ("Echo chamber: pairs who know each other, at least", "60%", "50%", True),
    ]


@pytest.mark.parametrize(
    ("more", "section", "expected"),
    [
        (
            'internal_boundary = "team"',
            "",
            ("Internal means inside the same", "organisation", "team", True),
        ),
        (
            "minimum_group_release = 12",
            "",
            ("Fewest participants behind a figure that leaves the team", "10", "12", True),
        ),
        (
            "",
            "pigeonholing_no = 40",
            (
                "Pigeonholing: contacts who could not picture another role, at least",
                "50%",
                "40%",
                True,
            ),
        ),
        ('name = "Leaders"', "", ("Name", "not set", "Leaders", False)),
        ("contact_cap = 12", "", ("Most contacts a participant could list", "10", "12", False)),
        (
            "smallest_change_of_interest = 0.2",
            "",
            ("Smallest change of a share that matters", "0.1", "0.2", False),
        ),
    ],
)
def test_a_changed_setting_is_told_in_words(
    more: str, section: str, expected: tuple[str, str, str, bool]
) -> None:
    assert changes(like_before(more, section)) == [expected]


@pytest.mark.parametrize(
    ("waves", "new", "decisive"),
    [
        ('"baseline", "endpoint", "later"', "baseline, endpoint, later", False),
        ('"endpoint", "baseline"', "endpoint, baseline", True),
        ('"endpoint"', "endpoint, baseline", True),  # earlier waves left out come after
    ],
)
def test_waves_in_another_order_change_figures_further_waves_do_not(
    waves: str, new: str, decisive: bool
) -> None:
    text = like_before().replace('"baseline", "endpoint"', waves)
    assert changes(text) == [("Order of the waves", "baseline, endpoint", new, decisive)]


def test_cohorts_are_told_when_they_are_new_or_declared_otherwise() -> None:
    text = like_before().replace("24", "30") + (
        '\n[[cohorts]]\nid = "2027"\nname = "Next"\narm = "comparison"\nstart = 2027-01-15\n'
    )
    assert changes(text) == [
        ("Cohort 2026", "enrolled: 24", "enrolled: 30", False),
        (
            "Cohort 2027",
            "not declared",
            "Next, enrolled: its participants, comparison group, from 2027-01-15",
            False,
        ),
    ]


def test_undoing_an_import_brings_the_earlier_settings_back() -> None:
    newer = Incoming(programme_text=like_before("contact_cap = 12"))
    change = SettingChange(
        setting="Most contacts a participant could list", old="12", new="10", decisive=False
    )
    assert settings_changes([TWO_WAVES, newer], [TWO_WAVES]) == (change,)
