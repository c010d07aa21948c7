"""What diagnostics offer, put into the files.

Refuses to guess unless it is asked to: a fix that is not safe may be what was meant, or may not.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic
from generator.edit.spans import Replacement, changed
from generator.source import SourceFile


def fixed(diagnostics: Iterable[Diagnostic], guess: bool = False) -> dict[str, str]:
    """The files in which something can be put right, by their path, with the new text."""
    found: dict[str, tuple[SourceFile, list[Replacement]]] = {}
    for one in diagnostics:
        if one.fix and (one.fix.safe or guess):
            span = one.fix.span or one.span
            _, replacements = found.setdefault(span.file.path, (span.file, []))
            replacements.append(Replacement(span.start, span.end, one.fix.replacement))
    return {path: changed(file.text, replacements) for path, (file, replacements) in found.items()}
