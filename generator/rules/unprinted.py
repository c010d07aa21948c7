"""The order of places, for rules about changes."""

from generator.source import Span


def begins(span: Span) -> tuple[str, int]:
    """Where a place begins: file and offset."""
    return span.file.path, span.start
