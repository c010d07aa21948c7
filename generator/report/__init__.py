"""Diagnostics as text, in the forms that a terminal, a pull request and a program read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Fix, Label
from generator.source import Span

# More places than these nobody reads in an annotation.
MOST = 8


def as_commands(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands: GitHub shows each on its line of the pull request."""
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


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """JSON for editors and scripts: lines and columns from 1, ends exclusive."""
    return json.dumps([entry(one) for one in diagnostics], ensure_ascii=False, indent=2) + "\n"


def entry(one: Diagnostic) -> dict[str, object]:
    """One diagnostic, its keys a promise to whoever reads them."""
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "file": one.span.file.path,
        **extent(one.span),
        "help": one.help,
        "related": [related(label) for label in one.labels],
        "fix": fixed(one.fix, one.fix.span or one.span) if one.fix else None,
    }


def fixed(fix: Fix, span: Span) -> dict[str, object]:
    """What may stand in a place instead; where it is not safe it is a guess."""
    return {"replacement": fix.replacement, "safe": fix.safe, **extent(span)}


def extent(span: Span) -> dict[str, int]:
    """Where something begins and ends."""
    lines = {"line": span.line, "column": span.column}
    return {**lines, "end_line": span.end_line, "end_column": span.end_column}


def related(label: Label) -> dict[str, object]:
    """A second place."""
    file, line, column = label.span.file.path, label.span.line, label.span.column
    return {"message": label.message, "file": file, "line": line, "column": column}
