"""The commands about access: roles, personal links, sessions, and the codes they end with."""

import csv
import stat
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from netaudit import cli
from netaudit.store import access_log, accounts, links
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]
ANN = "ann@example.org"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    return Ledger.of(tmp_path)


@pytest.fixture
def run(
    ledger: Ledger,
    sample_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """run("roles"): the code it ends with, what it says, what it complains of."""

    def command(*words: object) -> tuple[int, str, str]:
        where = ["--workspace", str(sample_workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", *map(str, words), *where])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said.out, said.err

    return command


def token_of(address: str) -> str:
    return address.strip().rsplit("/", 1)[-1]


def test_roles_are_given_listed_and_taken_away(run: Run) -> None:
    assert run("grant", ANN, "coordinator", "--cohort", "2025", "--cohort", "2026")[0] == 0
    assert run("grant", ANN, "evaluator")[0] == 0
    assert run("roles")[1].splitlines() == [
        f"{ANN} is coordinator of 2025, 2026",
        f"{ANN} is evaluator of every cohort",
    ]
    code, out, _ = run("revoke", ANN, "--cohort", "2025")
    assert (code, out) == (
        0,
        f"{ANN} is coordinator of 2026; {ANN} is evaluator of every cohort.\n",
    )
    assert run("revoke", ANN)[1] == f"{ANN} has no role now.\n"
    assert run("roles")[1] == ""


def test_a_cohort_that_is_not_there_yet_is_told(run: Run) -> None:
    code, out, _ = run("grant", ANN, "coordinator", "--cohort", "2062")
    assert code == 0
    assert "No import has a cohort 2062 yet; the cohorts are: 2025, 2026." in out


def test_a_participants_account_is_given_by_id(run: Run, ledger: Ledger) -> None:
    assert run("grant", ANN, "participant", "--participant", "P-2026-12")[0] == 0
    assert accounts.grants_of(ledger, ANN)[0].participant_id == "P-2026-12"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("grant", ANN, "owner"), "There is no role owner"),
        (("grant", "ann", "evaluator"), "not an e-mail address"),
        (("grant", ANN, "administrator", "--cohort", "2026"), "not given by cohort"),
        (("revoke", ANN), "no such role"),
        (("link", "P-NOBODY"), "There is no participant P-NOBODY"),
        (("link",), "Whose link?"),
        (("link", "P-2026-12", "--cohort", "2026"), "Whose link?"),
        (("link", "--cohort", "2026"), "go to a file"),
        (("link", "P-2026-12", "--out", "links.csv"), "go to a file"),
        (("link", "--cohort", "2062", "--out", "links.csv"), "nobody in a cohort 2062"),
        (("end-sessions",), "Whose sessions?"),
        (("end-sessions", ANN), "no account"),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(
    words: tuple[str, ...], complaint: str, run: Run, ledger: Ledger
) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert access_log.entries(ledger) == []


def test_a_link_is_printed_and_opens_that_participants_pages(run: Run, ledger: Ledger) -> None:
    code, out, _ = run("link", "P-2026-12")
    assert code == 0
    assert out.startswith("http://localhost:8501/enter/")
    session = links.use(ledger, token_of(out))
    assert session is not None
    assert links.participant_of(ledger, session) == "P-2026-12"


def test_a_cohorts_links_are_for_a_mail_program(run: Run, ledger: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "links.csv"
    assert run("link", "--cohort", "2026", "--out", out)[0] == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with out.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    # Of the sample's 24 people of 2026 four withdrew.
    assert len(rows) == 20
    first = rows[0]
    assert first["email"].endswith("@example.org")
    found = links.find(ledger, token_of(first["link"]))
    assert found is not None
    assert found.participant_id == first["participant_id"]


def test_a_link_can_be_taken_back(run: Run, ledger: Ledger) -> None:
    token = token_of(run("link", "P-2026-12")[1])
    assert run("link", "P-2026-12", "--take-back")[:2] == (
        0,
        "Links and sessions taken back: 1.\n",
    )
    found = links.find(ledger, token)
    assert found is not None
    assert found.state == "taken_back"


def test_sessions_are_ended_for_one_and_for_all(run: Run, ledger: Ledger) -> None:
    run("grant", ANN, "evaluator")
    before = now()
    assert run("end-sessions", ANN)[0] == 0
    assert not accounts.is_session_valid(ledger, ANN, before)
    later = now() + timedelta(seconds=1)
    assert accounts.is_session_valid(ledger, ANN, later)
    assert run("end-sessions", "--everybody")[0] == 0


def test_what_was_done_is_in_the_log_with_who_did_it(run: Run, ledger: Ledger) -> None:
    run("grant", ANN, "evaluator")
    run("link", "P-2026-12")
    entries = access_log.entries(ledger)
    assert [(one.role, one.action, one.cohort, one.participant_id) for one in entries] == [
        ("command line", "linked", "2026", "P-2026-12"),
        ("command line", "granted", "", ""),
    ]
