"""The parts of the page on shared contacts, as far as they are for whoever looks."""

from collections.abc import Callable, Mapping

from netaudit.ui.frame import View
from netaudit.ui.shared import groups_view, introductions_view, network_parts

Parts = Mapping[str, tuple[str, Callable[[View], None]]]

FOR_ALL: Parts = {
    "several": ("Named by several", network_parts.named_by_several),
    "common": ("Lists in common", network_parts.lists_in_common),
    "inside": ("Inside the cohort", network_parts.inside_the_cohort),
}

FOR_COORDINATORS: Parts = {
    "introductions": ("Introductions", introductions_view.introductions),
    "groups": ("Who could meet", groups_view.groups),
}


def parts_for(view: View) -> Parts:
    """Each part's words and what draws it, by the name it has in the address."""
    is_told = view.viewer.role == "coordinator"
    return {**FOR_ALL, **(FOR_COORDINATORS if is_told else {})}
