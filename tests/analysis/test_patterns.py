"""The patterns page's figures: against the published agreement table, pandas, and by hand."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from netaudit.analysis.patterns import agreement as pattern_agreement
from netaudit.analysis.patterns import cut_offs as pattern_cut_offs
from netaudit.analysis.patterns import people as pattern_list
from netaudit.analysis.patterns import states as patterns
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import PatternThresholds, Programme
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.invented_cohort import computed, listed
from tests.sample_rows import completed, core

VIEWER = Viewer.local()
MIDPOINT = Selection(cohort="2026", wave="midpoint")
ENDPOINT = Selection(cohort="2026", wave="endpoint")

WATCH, CLEAR, UNKNOWN = ("no",) * 5, ("yes",) * 5, (".",) * 5
HIGH, LOW = "4", "1"
Answers = tuple[tuple[str, ...], str | None]


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def pigeonholed(
    path: Path, people: Iterable[Answers], programme: Programme | None = None
) -> Database:
    """People with five contacts each, who answered on a different role and rated themselves."""
    numbered = {f"P{number:02}": answers for number, answers in enumerate(people)}
    rows: Rows = {
        "participants": [{"participant_id": name, "cohort": "2026"} for name in numbered],
        "audits": [
            {"participant_id": name, "wave": "endpoint", "self_pigeonholing": own}
            for name, (_, own) in numbered.items()
        ],
        "contacts": [
            row
            for name, (answers, _) in numbered.items()
            for row in listed(name, *answers, column="sees_different")
        ],
    }
    return computed(path / "patterns.duckdb", rows, programme or Programme())


def table_of(both: int, list_only: int, own_only: int, neither: int) -> list[Answers]:
    return [
        *[(WATCH, HIGH)] * both,
        *[(WATCH, LOW)] * list_only,
        *[(CLEAR, HIGH)] * own_only,
        *[(CLEAR, LOW)] * neither,
    ]


def compared(database: Database) -> pattern_agreement.Finding:
    return pattern_agreement.agreement(database, VIEWER, ENDPOINT, pattern="pigeonholing")


def test_agreement_and_kappa_of_the_published_table(tmp_path: Path) -> None:
    """4 both, 2 list only, 5 own only, 13 neither: agreement 0.708, kappa 0.333 (by hand)."""
    people = [*table_of(4, 2, 5, 13), (UNKNOWN, HIGH), (WATCH, None), (CLEAR, None)]
    finding = compared(pigeonholed(tmp_path, people))
    row = finding.data.iloc[0]
    assert row["agreement"] == pytest.approx(17 / 24)
    assert row["kappa"] == pytest.approx(1 / 3)
    assert "17 of 24 participants (71%)" in finding.headline
    assert "1 whose list gives not enough information, and 2 without" in finding.base
    assert "Kappa is 0.33" in finding.caution
    assert finding.table.iloc[:, 1:].to_numpy().tolist() == [[4, 2, 6], [5, 13, 18], [9, 15, 24]]


@pytest.mark.parametrize(
    ("table", "has_kappa"),
    [
        ((1, 2, 1, 20), False),
        ((5, 0, 0, 14), False),
        ((5, 0, 0, 15), True),
    ],
)
def test_kappa_is_left_out_of_small_and_lopsided_tables(
    tmp_path: Path, table: tuple[int, int, int, int], has_kappa: bool
) -> None:
    """The first has rows and columns under 5, the second 19 people."""
    finding = compared(pigeonholed(tmp_path, table_of(*table)))
    assert finding.data["kappa"].notna().tolist() == [has_kappa]
    assert ("Kappa is left out" in finding.caution) is not has_kappa


def test_few_people_leave_the_list_and_no_figures(tmp_path: Path) -> None:
    database = pigeonholed(tmp_path, table_of(2, 0, 0, 2))
    cards = patterns.pattern_cards(database, VIEWER, ENDPOINT).figures
    assert {card.value for card in cards} == {"–"}
    for finding in (
        patterns.by_basis(database, VIEWER, ENDPOINT),
        patterns.along_waves(database, VIEWER, ENDPOINT),
        compared(database),
        pattern_cut_offs.cut_offs(database, VIEWER, ENDPOINT, pattern="pigeonholing"),
    ):
        assert finding.is_empty
        assert finding.table.empty
        assert finding.withheld
    found = pattern_list.pattern_list(database, VIEWER, ENDPOINT, state="watch")
    assert found.data["participant_id"].tolist() == ["P00", "P01"]


def test_nobody_at_a_wave_is_no_error(sample: Database) -> None:
    nobody = Selection(cohort="2026", wave="never")
    assert patterns.pattern_cards(sample, VIEWER, nobody).figures[0].base == "Nobody answered."
    assert patterns.by_basis(sample, VIEWER, nobody).is_empty
    assert pattern_list.pattern_list(sample, VIEWER, nobody).table.empty
    for pattern in PATTERNS:
        assert pattern_agreement.agreement(sample, VIEWER, nobody, pattern=pattern).is_empty
        assert pattern_cut_offs.cut_offs(sample, VIEWER, nobody, pattern=pattern).is_empty


STATES_SQL = """
SELECT a.wave, s.* FROM audit AS a INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
WHERE a.cohort = '2026' AND a.is_completed
"""


def test_cards_and_bars_count_what_is_shown_of_everybody(sample: Database) -> None:
    states = sample.query(STATES_SQL)
    cards = {f.id: f for f in patterns.pattern_cards(sample, VIEWER, MIDPOINT).figures}
    table = patterns.by_basis(sample, VIEWER, MIDPOINT).table.set_index("Pattern")
    for pattern, title in zip(PATTERNS, table.index, strict=True):
        here = states[(states["pattern"] == pattern) & (states["wave"] == "midpoint")]
        watch = here[here["display"] == "watch"]
        known = (here["display"] != "not_enough_information").sum()
        assert cards[pattern].value == f"{len(watch)} of {known}"
        assert table.loc[title, "Watch: list"] == (watch["basis"] == "list").sum()
        assert table.loc[title, list(patterns.PARTS.values())].sum() == len(here)


def test_every_bar_is_full_and_waves_come_in_order(sample: Database) -> None:
    bars = patterns.by_basis(sample, VIEWER, MIDPOINT).data
    assert bars.groupby("category")["start"].min().tolist() == [0] * 4
    assert bars.groupby("category")["stop"].max().tolist() == pytest.approx([1] * 4)
    waves = patterns.along_waves(sample, VIEWER, MIDPOINT)
    assert waves.data["wave"].tolist() == ["Baseline", "Midpoint", "Endpoint"] * 4


CUTS_SQL = "SELECT * FROM pattern_sensitivity"
RULE_SQL = "SELECT audit_id, pattern, computed FROM pattern_rule"
COUNTS_SQL = """
SELECT c.* FROM pattern_count AS c INNER JOIN audit AS a ON c.audit_id = a.audit_id
WHERE a.cohort = '2026' AND a.wave = 'midpoint' AND a.is_completed
"""


def test_cut_offs_that_are_not_moved_say_what_the_rule_says(sample: Database) -> None:
    cuts = sample.query(CUTS_SQL)
    still = cuts[(cuts["first_shift"] == 0) & (cuts["second_shift"].fillna(0) == 0)]
    both = still.merge(sample.query(RULE_SQL), on=["audit_id", "pattern"])
    assert len(both) == len(still) == len(sample.query(RULE_SQL))
    assert (both["computed_x"] == both["computed_y"]).all()
    assert cuts.groupby("pattern").size().div(still.groupby("pattern").size()).to_dict() == {
        "birds_of_a_feather": 3,
        "echo_chamber": 9,
        "network_lag": 9,
        "pigeonholing": 3,
    }


def at_least(k: int, unknown: int, n: int, cut: int) -> bool | None:
    """Whether k of n is at least the percentage, whatever the unknown ones are."""
    extremes = {k * 100 >= cut * n, (k + unknown) * 100 >= cut * n}
    return extremes.pop() if len(extremes) == 1 else None


def both_hold(first: bool | None, second: bool | None) -> bool | None:
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def test_echo_chamber_at_every_pair_of_cut_offs(sample: Database) -> None:
    counts = sample.query(COUNTS_SQL).to_dict("records")
    finding = pattern_cut_offs.cut_offs(sample, VIEWER, MIDPOINT, pattern="echo_chamber")
    expected = {}
    for internal in (70, 80, 90):
        for tied in (40, 50, 60):
            said = [
                both_hold(
                    at_least(c["internal"], c["internal_unknown"], c["n"], internal),
                    at_least(c["tied"], c["tied_unknown"], c["pairs"], tied),
                )
                if c["n"] >= 5
                else None
                for c in counts
            ]
            known = sum(one is not None for one in said)
            star = "*" if (internal, tied) == (80, 50) else ""
            expected[f"{internal}% internal", f"{tied}% of pairs"] = (
                f"{said.count(True)} of {known}{star}"
            )
    cells = finding.data
    assert dict(
        zip(zip(cells["row"], cells["column"], strict=True), cells["label"], strict=True)
    ) == (expected)


def test_pigeonholing_at_three_cut_offs_from_the_answers_themselves(sample: Database) -> None:
    answers = core("2026", "midpoint").groupby("participant_id")["sees_different"]
    expected = []
    for cut in (40, 50, 60):
        said = []
        for _, given in answers:
            unknown = int((~given.isin(["yes", "no"])).sum())
            no = int((given == "no").sum())
            said.append(at_least(no, unknown, len(given), cut) if len(given) >= 5 else None)
        expected.append((said.count(True), sum(one is not None for one in said)))
    table = pattern_cut_offs.cut_offs(sample, VIEWER, MIDPOINT, pattern="pigeonholing").table
    figures = table[["On watch by the list", "With enough information"]]
    assert [tuple(row) for row in figures.to_numpy().tolist()] == expected
    assert table["In force"].tolist() == ["", "Yes", ""]


def test_moved_cut_offs_stay_between_nothing_and_everything(tmp_path: Path) -> None:
    programme = Programme(patterns=PatternThresholds(pigeonholing_no=95))
    database = pigeonholed(tmp_path, table_of(3, 0, 0, 3), programme)
    found = pattern_cut_offs.cut_offs(database, VIEWER, ENDPOINT, pattern="pigeonholing")
    assert found.data["column"].tolist() == ["85%", "95%", "100%"]
    assert found.data["label"].tolist() == ["3 of 6", "3 of 6*", "3 of 6"]


def test_list_has_everybody_four_times_and_each_filter_narrows_it(sample: Database) -> None:
    people = completed("2026", "midpoint")
    everybody = pattern_list.pattern_list(sample, VIEWER, MIDPOINT)
    assert sorted(everybody.data["participant_id"].unique()) == sorted(people)
    assert len(everybody.data) == 4 * len(people) == len(everybody.table)
    narrowed = pattern_list.pattern_list(
        sample, VIEWER, MIDPOINT, pattern="network_lag", state="watch", basis="own"
    )
    assert set(narrowed.data["pattern"]) == {"network_lag"}
    assert set(narrowed.data["display"]) == {"watch"}
    assert not {"Pattern", "Shown as", "Basis"} & set(narrowed.table.columns)
    assert set(narrowed.table["Own rating"]) == {"Yes"}


def test_list_counts_the_same_people_as_the_card_that_leads_to_it(sample: Database) -> None:
    cards = patterns.pattern_cards(sample, VIEWER, MIDPOINT).figures
    assert len(cards) == 4
    for card in cards:
        found = pattern_list.pattern_list(sample, VIEWER, MIDPOINT, pattern=card.id, state="watch")
        assert found.headline.startswith(card.value)


def test_list_by_distance_begins_nearest_to_the_line(sample: Database) -> None:
    found = pattern_list.pattern_list(sample, VIEWER, MIDPOINT, sort="distance")
    distances = found.data["distance"]
    assert distances.dropna().is_monotonic_increasing
    assert distances.isna().to_numpy()[: distances.notna().sum()].sum() == 0


def test_list_says_what_is_new_since_the_wave_before(tmp_path: Path) -> None:
    """By hand: clear, not done, watch, watch; the wave that was not done does not count."""
    lists = {"baseline": CLEAR, "endpoint": WATCH, "followup": WATCH}
    waves = ("baseline", "midpoint", "endpoint", "followup")
    rows: Rows = {
        "participants": [{"participant_id": "P1", "cohort": "2026", "name": "Ada"}],
        "audits": [{"participant_id": "P1", "wave": wave} for wave in waves],
        "contacts": [
            row
            for wave, answers in lists.items()
            for row in listed("P1", *answers, column="sees_different", wave=wave)
        ],
    }
    database = computed(tmp_path / "waves.duckdb", rows, Programme(waves=waves))

    def since(wave: str) -> list[str]:
        selection = Selection(cohort="2026", wave=wave)
        found = pattern_list.pattern_list(database, VIEWER, selection, pattern="pigeonholing")
        return found.table["Since"].tolist()

    assert [since(wave) for wave in waves] == [["First wave"], [], ["New"], ["As before"]]
    found = pattern_list.pattern_list(
        database, VIEWER, Selection(wave="followup"), pattern="pigeonholing"
    )
    assert found.table["Waves"].tolist() == ["○ ◆ ◆"]


def test_evaluators_see_codes_and_no_names(sample: Database) -> None:
    evaluator = Viewer(role="evaluator")
    assert "Name" not in pattern_list.pattern_list(sample, evaluator, MIDPOINT).table
    assert "Name" in pattern_list.pattern_list(sample, VIEWER, MIDPOINT).table
