"""The commands about who is who: participants with two codes, contacts whom several named."""

from shlex import join
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli_workspace import HERE, WorkspaceFolder, command_line, open_workspace
from netaudit.errors import NetauditError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netaudit.analysis.matching.decided import Decision
    from netaudit.analysis.matching.people import Described
    from netaudit.store.matching.matches import Contact
    from netaudit.store.workspace import Workspace

corrections = typer.Typer(
    help="Codes of participants that stand for another one.", no_args_is_help=True
)
matches = typer.Typer(help="People whom several participants named.", no_args_is_help=True)

Code = Annotated[str, typer.Argument(metavar="CODE", help="The code that is to be corrected.")]
Meant = Annotated[str, typer.Argument(metavar="MEANT", help="The participant who is meant.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As the list of decisions has it.")]
One = Annotated[str, typer.Argument(metavar="PARTICIPANT", help="Who named the contact.")]
OneContact = Annotated[str, typer.Argument(metavar="CONTACT", help="The contact's code.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another participant.")]
OtherContact = Annotated[str, typer.Argument(metavar="OTHER_CONTACT", help="A contact of theirs.")]


def add_to(app: typer.Typer) -> None:
    """Adds the two groups of commands."""
    app.add_typer(corrections, name="corrections")
    app.add_typer(matches, name="matches")


@corrections.command("list")
def list_corrections(workspace: WorkspaceFolder = HERE) -> None:
    """List who may be meant, with the reasons, and what was decided."""
    from netaudit.analysis.matching.decided import corrections_decided
    from netaudit.analysis.matching.participants import proposals
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say
    from netaudit.store.matching.corrections import decisions

    opened = open_workspace(workspace)
    made = decisions(opened.ledger)
    decided = tuple((one.code, one.meant) for one in made if one.counts)
    for found in proposals(opened.database(), Viewer.local(), EVERYTHING, decided=decided):
        code, meant = found.codes
        say(f"{code} may be {meant}. {'. '.join(found.closeness.reasons)}.")
        say(f"  netaudit corrections accept {join(found.codes)}")
    _say_decided(corrections_decided(made))


@corrections.command("accept")
def accept_correction(code: Code, meant: Meant, workspace: WorkspaceFolder = HERE) -> None:
    """Let a code stand for the participant who is meant, in all figures."""
    from netaudit.console import say
    from netaudit.store.matching.deciding import accept

    opened = open_workspace(workspace)
    accept(opened, code, meant, command_line())
    _bring_in(opened)
    say(f"{code} stands for {meant}. To take it back: netaudit corrections undo NUMBER")


@corrections.command("reject")
def reject_correction(code: Code, meant: Meant, workspace: WorkspaceFolder = HERE) -> None:
    """Say that two participants are different people."""
    from netaudit.console import say
    from netaudit.store.matching.deciding import reject

    reject(open_workspace(workspace), code, meant, command_line())
    say(f"{code} and {meant} are different people.")


@corrections.command("undo")
def undo_correction(number: Number, workspace: WorkspaceFolder = HERE) -> None:
    """Take a decision back."""
    from netaudit.console import say
    from netaudit.store.matching.corrections import take_back

    opened = open_workspace(workspace)
    undone = take_back(opened.ledger, number, command_line())
    _bring_in(opened)
    say(f"What was decided about {undone.code} and {undone.meant} is undone.")


@matches.command("list")
def list_matches(workspace: WorkspaceFolder = HERE) -> None:
    """List who may be one person, with the reasons, and what was decided."""
    from netaudit.analysis.matching.decided import matches_decided
    from netaudit.analysis.matching.people import coverage, proposals
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer
    from netaudit.console import say
    from netaudit.store.matching.corrections import in_force
    from netaudit.store.matching.matches import decisions

    opened = open_workspace(workspace)
    database = opened.database()
    made = decisions(opened.ledger, in_force(opened.ledger))
    found = proposals(
        database,
        Viewer.local(),
        EVERYTHING,
        same=tuple(one.pair for one in made if one.counts and one.is_same),
        different=tuple(one.pair for one in made if one.counts and not one.is_same),
    )
    pairs = [*(one.pair for one in found), *(one.pair for one in made)]
    known = _described(opened, [contact for pair in pairs for contact in pair])
    say(coverage(database, Viewer.local(), EVERYTHING))
    for each in found:
        first, second = (known[contact] for contact in each.pair)
        say(
            f"“{first.title}” of {first.participant} may be “{second.title}” of"
            f" {second.participant}. {'. '.join(each.closeness.reasons)}."
        )
        say(f"  netaudit matches accept {join([*each.pair[0], *each.pair[1]])}")
    _say_decided(matches_decided(made, known, only_known=False))


@matches.command("accept")
def accept_match(
    participant: One,
    contact: OneContact,
    other: Other,
    other_contact: OtherContact,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Say that two contacts are one person."""
    opened = open_workspace(workspace)
    _decide(opened, (participant, contact), (other, other_contact), is_same=True)
    _bring_in(opened)


@matches.command("reject")
def reject_match(
    participant: One,
    contact: OneContact,
    other: Other,
    other_contact: OtherContact,
    workspace: WorkspaceFolder = HERE,
) -> None:
    """Say that two contacts are different people."""
    opened = open_workspace(workspace)
    _decide(opened, (participant, contact), (other, other_contact), is_same=False)


@matches.command("undo")
def undo_match(number: Number, workspace: WorkspaceFolder = HERE) -> None:
    """Take a decision back."""
    from netaudit.console import say
    from netaudit.store.matching.matches import take_back

    opened = open_workspace(workspace)
    take_back(opened.ledger, number, command_line())
    _bring_in(opened)
    say(f"Decision {number} is undone.")


def _decide(opened: "Workspace", one: "Contact", other: "Contact", *, is_same: bool) -> None:
    from netaudit.console import say
    from netaudit.store.matching.corrections import in_force
    from netaudit.store.matching.matches import write

    known = _described(opened, [one, other])
    for participant, contact in (one, other):
        if (participant, contact) not in known:
            raise NetauditError(
                f"{participant} has no contact {contact} who may be matched.",
                "A participant has to consent to matching, and to share the labels.",
            )
    write(
        opened.ledger,
        one,
        other,
        command_line(),
        in_force(opened.ledger),
        is_same=is_same,
        cohort=known[one].cohort,
    )
    say("They are one person." if is_same else "They are different people.")


def _described(opened: "Workspace", contacts: "Sequence[Contact]") -> "dict[Contact, Described]":
    from netaudit.analysis.matching.people import described
    from netaudit.analysis.selection import EVERYTHING
    from netaudit.analysis.viewer import Viewer

    codes = tuple(sorted({participant for participant, _ in contacts}))
    return described(opened.database(), Viewer.local(), EVERYTHING, codes=codes)


def _say_decided(made: "Sequence[Decision]") -> None:
    from netaudit.console import say

    for one in made:
        say(f"{one.number}  {'counts' if one.counts else 'undone'}  {one.words}. {one.by}.")


def _bring_in(opened: "Workspace") -> None:
    from netaudit.console import working

    with working("making the figures anew") as step:
        opened.ensure_current(progress=step)
