"""`page-vanished`: a page of prose that was published keeps its address."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.diagnostics import Diagnostic
from generator.rules.since.change import Change
from generator.source import SourceFile, Span


def check(change: Change) -> Iterator[Diagnostic]:
    """Pages of prose that are neither there nor listed as moved."""
    before, after = change.before.briefing.prose, change.after.briefing
    new = {file.text: id_ for id_, file in after.prose.items() if id_ not in before}
    for id_, file in before.items():
        if id_ not in after.prose and id_ not in after.moved:
            near = [new[text] for text in get_close_matches(file.text, new, 1)]
            # Where its words stand now somebody looks; the file that is gone shows nothing.
            places = [after.prose[one] for one in near] or [SourceFile(file.path, "")]
            yield vanished(id_, places[0].head, f"{{to: {near[0]}}}" if near else "{gone: why}")


def vanished(id_: str, span: Span, entry: str) -> Diagnostic:
    """An address that would lead to nothing."""
    return Diagnostic(
        code="page-vanished",
        message=f"the page `{id_}` was published, and is there no more",
        span=span,
        help=f"bring it back, or write `{id_}: {entry}` into `content/moved.yaml`",
    )
