"""Every page of the dashboard, in the order of the menu."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[3]
"""The folder that holds app.py and pages/: netaudit runs from its own folder."""

Audience = Literal["programme", "participant"]


@dataclass(frozen=True, kw_only=True)
class PageRecord:
    """One page: its file is pages/<audience>/<name>.py, its address /<name>."""

    name: str
    title: str
    icon: str
    section: str
    audience: Audience = "programme"

    @property
    def file(self) -> Path:
        """The page's script."""
        return ROOT / "pages" / self.audience / f"{self.name}.py"


PAGES = (
    PageRecord(name="overview", title="Overview", icon="home", section="The cohort"),
    PageRecord(name="composition", title="Composition", icon="donut_small", section="The cohort"),
    PageRecord(name="balance", title="Balance", icon="balance", section="The cohort"),
    PageRecord(name="patterns", title="Patterns", icon="hub", section="The cohort"),
    PageRecord(name="mentoring", title="Mentoring", icon="diversity_3", section="The cohort"),
    PageRecord(name="participants", title="Participants", icon="person", section="The people"),
    PageRecord(name="imports", title="Imports", icon="upload_file", section="The data"),
    PageRecord(name="methods", title="Methods", icon="menu_book", section="The data"),
)
"""The first page is what opens at the address without a name."""
