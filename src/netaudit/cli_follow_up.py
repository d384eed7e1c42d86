"""The command that says whom to talk to."""

from typing import Annotated

import typer

from netaudit.cli_workspace import (
    HERE,
    OneCohort,
    Wave,
    WorkspaceFolder,
    check_cohort,
    data_in_force,
    open_workspace,
)

Most = Annotated[int, typer.Option("--most", min=1, help="So many people at most.")]


def follow_up(
    cohort: OneCohort = None,
    wave: Wave = None,
    most: Most = 8,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """List whom to talk to this week, with the reasons; of the newest cohort if none is named."""
    database = data_in_force(workspace, wave)
    check_cohort(database, cohort)
    from datetime import date

    from netaudit.analysis.choices import cohort_choices
    from netaudit.analysis.follow_up.people import ANY, chosen, followed_people, headline
    from netaudit.analysis.selection import EVERYTHING, Selection
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say
    from netaudit.store.follow_ups import as_json, in_force

    viewer = Viewer.local()
    choices = cohort_choices(database, viewer, EVERYTHING)
    newest = next((one.value for one in choices if one.is_default), None)
    everybody = followed_people(
        database,
        viewer,
        Selection(cohort=cohort or newest, wave=wave),
        followed=as_json(in_force(open_workspace(workspace).ledger)),
        today=date.today(),
    )
    shown = chosen(everybody, most=str(most))
    say(headline(len(shown), len(chosen(everybody, most=ANY)), "to_talk") + ".")
    for one in shown:
        say(f"{one.id}  {one.title}: {one.why}")
