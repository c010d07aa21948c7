"""Messages to the editor, as data. Prints nothing and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.source import Span


class Severity(Enum):
    """How much a diagnostic weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that belongs to a diagnostic, with what is to be seen there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Text to put in place of the diagnostic's span; `safe` when it cannot change the meaning.

    `span` where what is to be replaced is more, or less, than what is pointed at.
    """

    replacement: str
    safe: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the editor: what is wrong, where, and what would be right.

    `message` must stand alone: an annotation in a pull request shows nothing else.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    note: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | None = None

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Sort key: file, line, column, code."""
        return (self.span.file.path, self.span.line, self.span.column, self.code)
