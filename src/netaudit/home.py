"""Where what lies beside the package is: the pages, the sample programme, Streamlit's settings."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "dashboard"

HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]
"""The folder that holds app.py, pages/, .streamlit/ and data/: a clone, or, where netaudit was
installed from a wheel, the copy that the wheel has inside the package."""
