"""Empty exports to fill in, as one download."""

import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import streamlit as st

from netaudit.question_sets.how_to import steps
from netaudit.question_sets.written import HOW_TO_FILE
from netaudit.schema import SETTINGS_FILE
from netaudit.templates import QUESTION_SETS, README_FILE, write_templates
from netaudit.wide_workbook import WIDE_FILE


def offer_templates() -> None:
    """What the templates are for, and the button that gives them."""
    st.markdown(
        "Two ways to begin: ask the questions in a survey tool, or fill in a file. Everything is in"
        " one download, with a page on how to use it.\n\n" + "\n".join(_lines())
    )
    st.download_button(
        "Download the templates",
        _templates,
        file_name="netaudit-templates.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
    )


def _lines() -> Iterator[str]:
    """A line on each file, the question sets first."""
    folder = f"`{QUESTION_SETS}/"
    yield f"- {folder}{HOW_TO_FILE}`: what to ask, what leaving a question out costs, step by step"
    yield from (f"- {folder}{one.file}`: {one.line}" for one in steps() if one.line)
    yield f"- `{WIDE_FILE}`: one row for each participant and wave, with answers to choose from"
    yield f"- one CSV file for each table, `{SETTINGS_FILE}` and `{README_FILE}`: an empty export"


def _templates() -> bytes:
    buffer = BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(buffer, "w") as archive:
        out = Path(folder) / "templates"
        for path in write_templates(out):
            archive.write(path, path.relative_to(out), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
