"""Every page of the dashboard, in the order of the menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from netaudit.analysis.viewer import Role
from netaudit.home import HOME

Audience = Literal["programme", "coordinator", "participant", "team", "access", "everybody"]
"""Whom a page is for: those who look at cohorts, a participant, whoever brings in data, whoever
lets others in, or all of them."""

AUDIENCES: Mapping[Audience, tuple[Role, ...]] = {
    "programme": ("coordinator", "evaluator"),
    "coordinator": ("coordinator",),
    "participant": ("participant",),
    "team": ("coordinator", "evaluator", "administrator"),
    "access": ("coordinator", "administrator"),
    "everybody": get_args(Role),
}
"""The roles that a page may be opened in."""


@dataclass(frozen=True, kw_only=True)
class PageRecord:
    """One page: its file is pages/<folder>/<name>.py, its address /<name>."""

    name: str
    title: str
    icon: str
    section: str
    audience: Audience = "programme"

    @property
    def file(self) -> Path:
        """The page's script."""
        folder = "participant" if self.audience == "participant" else "programme"
        return HOME / "pages" / folder / f"{self.name}.py"

    def is_for(self, role: Role) -> bool:
        """Whether somebody in this role finds the page in the menu and may open it."""
        return role in AUDIENCES[self.audience]


PAGES = (
    PageRecord(name="overview", title="Overview", icon="home", section="The cohort"),
    PageRecord(name="composition", title="Composition", icon="donut_small", section="The cohort"),
    PageRecord(name="balance", title="Balance", icon="balance", section="The cohort"),
    PageRecord(name="patterns", title="Patterns", icon="hub", section="The cohort"),
    PageRecord(name="mentoring", title="Mentoring", icon="diversity_3", section="The cohort"),
    PageRecord(name="cultivation", title="Cultivation", icon="psychiatry", section="The cohort"),
    PageRecord(name="change", title="Change", icon="compare_arrows", section="The cohort"),
    PageRecord(name="evaluation", title="Evaluation", icon="account_tree", section="The cohort"),
    PageRecord(name="report", title="Report", icon="description", section="The cohort"),
    PageRecord(name="participants", title="Participants", icon="person", section="The people"),
    PageRecord(
        name="follow_up",
        title="Follow-up",
        icon="forum",
        section="The people",
        audience="coordinator",
    ),
    PageRecord(
        name="shared_contacts", title="Shared contacts", icon="group_work", section="The people"
    ),
    PageRecord(name="coding", title="Theme coding", icon="label", section="The data"),
    PageRecord(
        name="imports",
        title="Imports",
        icon="upload_file",
        section="The data",
        audience="team",
    ),
    PageRecord(name="access", title="Access", icon="key", section="The data", audience="access"),
    PageRecord(
        name="methods",
        title="Methods",
        icon="menu_book",
        section="The data",
        audience="everybody",
    ),
    PageRecord(
        name="my_network", title="My network", icon="hub", section="Mine", audience="participant"
    ),
    PageRecord(
        name="my_mentors",
        title="My mentors",
        icon="diversity_3",
        section="Mine",
        audience="participant",
    ),
    PageRecord(
        name="my_plan", title="My plan", icon="checklist", section="Mine", audience="participant"
    ),
)


def first_page(role: Role) -> PageRecord:
    """What opens at the address without a name."""
    own = [record for record in PAGES if record.is_for(role) and record.audience != "everybody"]
    return own[0]


AT_THE_START: tuple[Role, ...] = ("coordinator", "evaluator", "participant")
FIRST_PAGES = tuple(sorted({first_page(role).name for role in AT_THE_START}))
"""The pages that are at the address without a name, and nowhere else. An administrator's first page
is not: it is further down in the menus of others, who find it by its name."""


def pages_of(role: Role) -> tuple[PageRecord, ...]:
    """The pages of a role in the order of its menu, the first page first."""
    first = first_page(role)
    rest = [record for record in PAGES if record.is_for(role) and record is not first]
    return (first, *sorted(rest, key=lambda record: record.audience == "everybody"))
