"""The documents do not lag behind: what there is stands in them, and their links lead somewhere."""

import re
import runpy
from pathlib import Path

import pytest
from typer.main import get_command

from netaudit.cli import app
from netaudit.ui.pages import PAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
SOURCES = [*(ROOT / "src").rglob("*.py")]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def test_the_reference_is_what_the_definitions_say() -> None:
    pages = runpy.run_path(str(DOCS / "reference.py"))["pages"]()
    there = {path.name: path.read_text("utf-8") for path in (DOCS / "reference").glob("*.md")}
    assert there == pages, "run .venv/bin/python docs/reference.py"


def test_the_readme_names_every_page() -> None:
    table = README[README.index("## Pages") : README.index("## Where things are")]
    assert [record.title for record in PAGES if record.title not in table] == []


def test_the_readme_or_a_document_names_every_command() -> None:
    texts = " ".join(path.read_text(encoding="utf-8") for path in TEXTS)
    commands = getattr(get_command(app), "commands")  # noqa: B009
    assert [name for name in commands if not re.search(rf"\b{name}\b", texts)] == []


def test_every_environment_variable_is_documented() -> None:
    names = {
        name
        for path in SOURCES
        for name in re.findall(r"\bNETAUDIT_[A-Z_]+\b", path.read_text(encoding="utf-8"))
    }
    texts = " ".join(path.read_text(encoding="utf-8") for path in TEXTS)
    assert sorted(name for name in names if name not in texts) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    assert [one for one in targets if not (path.parent / one).exists()] == []
