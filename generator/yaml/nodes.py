"""What a file holds once it is read: nodes that keep their text and their place, and no types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from generator.source import Span

Style = Literal["plain", "single", "double", "literal", "folded"]

# What every reader of YAML takes for no value, without quotes.
NOTHING = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, quotes and escapes resolved; empty where a key has no value."""

    span: Span
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries by the text of their key, in the order of the file."""

    span: Span
    entries: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Nodes in the order of the file."""

    span: Span
    items: tuple[Node, ...]


Node: TypeAlias = Scalar | Mapping | Sequence


def plain(node: Node) -> Any:
    """A node as text, dicts and lists; empty where nothing stands, or a word of YAML's for that."""
    if isinstance(node, Scalar):
        return "" if node.style == "plain" and node.text in NOTHING else node.text
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]
