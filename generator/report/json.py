"""Diagnostics as JSON for editors and scripts: lines and columns from 1, ends exclusive."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Fix, Label
from generator.source import Span


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """An array with one object for each diagnostic."""
    return json.dumps([entry(one) for one in diagnostics], ensure_ascii=False, indent=2) + "\n"


def entry(diagnostic: Diagnostic) -> dict[str, object]:
    """One diagnostic, its keys a promise to whoever reads them."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": span.file.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "help": diagnostic.help,
        "related": [related(label) for label in diagnostic.labels],
        "fix": fix(diagnostic.fix, diagnostic.fix.span or span) if diagnostic.fix else None,
    }


def fix(found: Fix, span: Span) -> dict[str, object]:
    """What may stand in a place instead; where it is not safe it is a guess."""
    return {
        "replacement": found.replacement,
        "safe": found.safe,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def related(label: Label) -> dict[str, object]:
    """A second place."""
    return {
        "message": label.message,
        "file": label.span.file.path,
        "line": label.span.line,
        "column": label.span.column,
    }
