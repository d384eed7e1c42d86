"""What an export can say, on every page and in every role: shown as it stands, and never run."""

import csv
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from netaudit.store import accounts
from netaudit.store.workspace import Workspace
from netaudit.ui.pages import PageRecord, pages_of
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.sign_in import identity
from tests.ui.hostile_programme import COHORTS, hostile_programme, mark
from tests.ui.signed_in import ADMIN, claims, set_up

MINE, THEIRS = "P-2025-01", "P-2026-12"
MARKS = r"\b[NMREL][56]x\d\d\b"
MARKDOWN = re.compile(
    r"(?<!\\)!\[|(?<!\\)<(?:img|b)|(?<!\\):red\[|(?<!\\)\[k\]\(|(?<!\\)\$(?:x|a|\\+frac)|(?<!\\)\*\*b\*\*"
)
PLAIN = (
    "Dataframe",
    "VegaLiteChart",
    "Text",
    "Selectbox.options",
    "Selectbox.raw_value",
    "Table.alt",
    "TextInput.value",
)
"""Where Streamlit shows words as they stand, or does not show them."""

ROLES: dict[str, dict[str, Any]] = {
    "coordinator": {"cohorts": [COHORTS["2025"]]},
    "evaluator": {},
    "administrator": {},
    "participant": {"participant": MINE},
}
MAY_READ = {
    "coordinator": r"[NM]5x\d\d|L5x\d\d",
    "evaluator": r"R[56]x\d\d",
    "administrator": "nothing",
    "participant": rf"[NMREL]{mark('', MINE)}",
}
"""Whose words of which kind a role may meet; labels are those of participants who share them."""

VISITS = [(role, record) for role in ROLES for record in pages_of(role)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    workspace = Workspace(folder / "workspace")
    workspace.import_paths([hostile_programme(folder)])
    for role, parts in ROLES.items():
        accounts.give(workspace.ledger, f"{role}@example.org", role, ADMIN, **parts)
    return workspace.root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Callable[[], bytes]]]:
    """Every download that was offered: the file's name, and what makes it."""
    offered: list[tuple[str, Callable[[], bytes]]] = []
    button = DeltaGenerator.download_button

    def offer(self: Any, label: str, data: Any, *others: Any, **further: Any) -> bool:
        offered.append((further["file_name"], data))
        return button(self, label, data, *others, **further)

    monkeypatch.setattr(DeltaGenerator, "download_button", offer)
    return offered


@pytest.fixture
def visit(programme: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    st.cache_data.clear()
    st.cache_resource.clear()
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(programme))
    monkeypatch.setattr(identity, "cookies", dict)
    set_up(monkeypatch)

    def come(role: str, record: PageRecord) -> AppTest:
        app = AppTest.from_file(SCRIPT, default_timeout=120)
        app.user = claims(f"{role}@example.org")
        app.query_params["participant"] = MINE
        app.switch_page(os.path.relpath(record.file, SCRIPT.parent))
        return app.run()

    return come


@pytest.mark.parametrize(("role", "record"), VISITS, ids=lambda one: getattr(one, "name", one))
def test_words_of_an_export_are_shown_as_they_stand_and_to_those_they_are_for(
    role: str,
    record: PageRecord,
    visit: Callable[..., AppTest],
    made: list[tuple[str, Callable[[], bytes]]],
) -> None:
    page = visit(role, record)
    assert not page.exception
    said = list(_said(page))
    assert said
    run = {where: words for where, words in said if MARKDOWN.search(words) and not _is_plain(where)}
    assert run == {}
    files = [(name, make()) for name, make in made]
    told = " ".join([*(words for _, words in said), *map(_read, files)])
    assert {
        one for one in re.findall(MARKS, told) if not re.fullmatch(MAY_READ[role], one)
    } == set()
    for name, content in files:
        assert re.fullmatch(r"[\w.-]+", name)
        _check_inert(name, content)


def _is_plain(where: str) -> bool:
    return where.startswith(PLAIN) or where.endswith(".id")


def _said(page: AppTest) -> Iterator[tuple[str, str]]:
    nodes: list[Any] = [page._tree]
    while nodes:
        node = nodes.pop()
        nodes += getattr(node, "children", {}).values()
        proto = getattr(node, "proto", None)
        if hasattr(proto, "ListFields"):
            yield from _texts(proto, type(proto).__name__)


def _texts(proto: Any, where: str) -> Iterator[tuple[str, str]]:
    for field, value in proto.ListFields():
        several = (
            [value] if isinstance(value, str | bytes) or hasattr(value, "ListFields") else value
        )
        if field.type == field.TYPE_MESSAGE and hasattr(several, "values"):
            several = several.values()
        for one in several if hasattr(several, "__iter__") else ():
            if isinstance(one, str | bytes):
                text = one if isinstance(one, str) else one.decode("utf-8", "replace")
                yield f"{where}.{field.name}", text
            elif hasattr(one, "ListFields"):
                yield from _texts(one, f"{where}.{field.name}")


def _read(file: tuple[str, bytes]) -> str:
    content = file[1]
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return " ".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def _check_inert(name: str, content: bytes) -> None:
    if name.endswith(".csv"):
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    elif name.endswith(".xlsx"):
        assert not re.search("<f>|<hyperlink", _read((name, content)))
