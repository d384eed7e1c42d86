"""What can go wrong, in words for the person who has to mend it."""

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


FOLLOWER = "follower"
"""What stands for the check of a row that goes only because of another."""


class NetauditError(Exception):
    """Something the person can mend: shown as it reads, never as a traceback.

    `message` says what was found, `hint` what to do next, `row` where in a file and `file` in
    which, if it is known.
    """

    def __init__(
        self, message: str, hint: str = "", row: int | None = None, file: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.row = row
        self.file = file


class DefinitionError(NetauditError):
    """A definition file that cannot be used; the message names the file and the field."""


class WorkspaceError(NetauditError):
    """The workspace cannot be read or written."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing found wrong in an export.

    `row` is numbered as a spreadsheet shows it (the header is row 1); None where the whole
    file is meant. An error keeps the import out, a warning does not. `check` names the definition
    that found it; it is blank where the reading itself did. `whose` names the participant, wave
    and contact that the row is about, as far as it says.
    """

    severity: Severity
    file: str
    message: str
    hint: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    check: str = ""
    whose: str = ""

    @property
    def follows(self) -> bool:
        """Whether nothing is wrong with the row but that it hangs on another that is left out."""
        return self.check == FOLLOWER

    @property
    def kind(self) -> tuple[str, str, str, str]:
        """The same for all that one check found in one column of one file."""
        return (self.severity, self.file, self.column or "", self.check or self.message)

    def as_row(self) -> dict[str, object]:
        """The problem as PROBLEM_COLUMNS has it, in their order."""
        fields = asdict(self)
        return {name: fields[name] for name in PROBLEM_COLUMNS}


PROBLEM_COLUMNS = ("severity", "file", "row", "column", "value", "message", "hint")


class ImportRefused(NetauditError):
    """An export that was not stored because of the errors it holds; `problems` lists them all."""

    def __init__(self, message: str, hint: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(message, hint)
        self.problems = problems
