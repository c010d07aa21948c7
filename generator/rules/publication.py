"""When a source was published, for rules about changes."""

from generator.model.source import Source


def is_unread(source: Source) -> bool:
    """True for a source that was retrieved before there was anything to retrieve."""
    published = source.published
    return not published.is_unknown and source.retrieved.last < published.first
