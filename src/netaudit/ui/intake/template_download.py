"""Empty exports to fill in, as one download."""

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import streamlit as st

from netaudit.templates import write_templates


def offer_templates() -> None:
    """What the templates are for, and the button that gives them."""
    st.markdown(
        "An empty export to fill in: one CSV file for each table, the settings with a comment on"
        " each, an explanation of every column and code, and an Excel workbook with one row for"
        " each participant and wave."
    )
    st.download_button(
        "Download the templates",
        _templates,
        file_name="netaudit-templates.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
    )


def _templates() -> bytes:
    buffer = BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(buffer, "w") as archive:
        for path in write_templates(Path(folder) / "templates"):
            archive.write(path, path.name, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
