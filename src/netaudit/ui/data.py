"""How pages reach the data: who looks, which database, and answers kept while they hold."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.settings import default_settings, settings
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.ui import opened
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

Answer = TypeVar("Answer")


def database() -> Database:
    """The data in force; the same object until an import changes them.

    WorkspaceError while nothing was imported.
    """
    found = workspace().current_database()
    if _latest().get("fingerprint") != found.fingerprint:
        # Answers about earlier data are of no use any more, and may be about somebody erased.
        st.cache_data.clear()
        _latest()["fingerprint"] = found.fingerprint
    return found


@st.cache_resource(show_spinner=False)
def _latest() -> dict[str, str]:
    """Which data this process was asked for last."""
    return {}


def settings_in_force() -> dict[str, Any]:
    """The programme's settings by name: netaudit's own while no import counts."""
    if workspace().is_empty:
        return default_settings()
    return answer(settings, database(), viewer(), EVERYTHING)


def viewer() -> Viewer:
    """The person who is looking, found out anew in every run."""
    return identity.viewer()


def answer(
    question: Callable[..., Answer],
    database: Database,
    viewer: Viewer,
    selection: Selection,
    **parameters: Any,
) -> Answer:
    """What the analysis function answers; asked again only when data or arguments differ.

    Parameters are plain values. The answer is a copy: whatever a page does with it stays there.
    """
    opened.note(viewer, parameters.get("participant"))
    name = f"{question.__module__}.{question.__qualname__}"
    kept: Answer = _kept(
        name, database.fingerprint, viewer, selection, parameters, question, database
    )
    return kept


@st.cache_data(max_entries=2000, show_spinner=False)
def _kept(
    name: str,
    fingerprint: str,
    viewer: Viewer,
    selection: Selection,
    parameters: dict[str, Any],
    _question: Callable[..., Any],
    _database: Database,
) -> Any:
    return _question(_database, viewer, selection, **parameters)
