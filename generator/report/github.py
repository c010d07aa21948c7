"""Diagnostics as workflow commands: GitHub shows each on its line of the pull request."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Label

# More places than these nobody reads in an annotation.
MOST = 8


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One line for each diagnostic."""
    return "".join(f"{command(diagnostic)}\n" for diagnostic in diagnostics)


def command(diagnostic: Diagnostic) -> str:
    """The workflow command for one diagnostic: what is wrong, the other places, what would help."""
    span = diagnostic.span
    values = {
        "title": diagnostic.code,
        "file": span.file.path,
        "line": str(span.line),
        "col": str(span.column),
    }
    # GitHub drops an annotation whose end column stands on another line.
    if span.end_line == span.line and span.end > span.start:
        values["endColumn"] = str(span.end_column)
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    parts = (diagnostic.message, *map(place, diagnostic.labels[:MOST]), diagnostic.help)
    text = "\n".join(part for part in parts if part)
    return f"::{diagnostic.severity.value} {properties}::{_text(text)}"


def place(label: Label) -> str:
    """A second place, with what is written there."""
    return f"{label.span.file.path}:{label.span.line}: {label.message}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
