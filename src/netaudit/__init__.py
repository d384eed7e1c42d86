"""Network audits of mentoring and leadership programmes.

In a notebook: `import netaudit as na; cohort = na.open("workspace"); cohort.measures()`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.version import VERSION

if TYPE_CHECKING:
    from netaudit.notebook import Audits

__version__ = VERSION

# What a notebook uses is imported when it is asked for: commands and pages start without it.


def open(workspace: str | Path, cohort: str | None = None) -> "Audits":
    """The audits in a workspace folder, all or one cohort's; NetauditError if there are none."""
    from netaudit.notebook import open_audits

    return open_audits(workspace, cohort)


def import_exports(
    *exports: str | Path, workspace: str | Path, mapping: str | Path | None = None
) -> "Audits":
    """Imports exports into a workspace folder, new or not, and opens it.

    ImportRefused lists every problem of an export with errors, and nothing is stored.
    """
    from netaudit import notebook

    return notebook.import_exports(*exports, workspace=workspace, mapping=mapping)


def measure_titles() -> dict[str, str]:
    """What each measure's id stands for."""
    from netaudit import notebook

    return notebook.measure_titles()
