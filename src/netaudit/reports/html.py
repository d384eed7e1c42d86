"""A document as one HTML file: nothing fetched, no script, readable on screen and on paper."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from netaudit.reports.document import Document

LONG_WORD = re.compile(r"\S{24}")
"""Such a word may be broken anywhere, so that it makes no column wider than the page."""

LOOKS = (files("netaudit.reports") / "document.css").read_text(encoding="utf-8")


def html(document: Document) -> str:
    """The whole file. Its own policy allows its one style sheet and nothing else."""
    return _template().render(document=document.data, looks=LOOKS, policy=_policy()) + "\n"


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(LOOKS.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("netaudit.reports", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["unbroken"] = lambda words: LONG_WORD.search(words) is not None
    return environment.get_template("document.html")
