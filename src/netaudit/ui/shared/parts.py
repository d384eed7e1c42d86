"""The parts of the page on shared contacts, as far as they are for whoever looks."""

from collections.abc import Callable, Mapping

from netaudit.ui.frame import View
from netaudit.ui.shared import network_parts

Parts = Mapping[str, tuple[str, Callable[[View], None]]]

FOR_ALL: Parts = {
    "several": ("Named by several", network_parts.named_by_several),
    "common": ("Lists in common", network_parts.lists_in_common),
    "inside": ("Inside the cohort", network_parts.inside_the_cohort),
}


def parts_for(view: View) -> Parts:
    """Each part's words and what draws it, by the name it has in the address."""
    return FOR_ALL
