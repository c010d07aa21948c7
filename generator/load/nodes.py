"""What a file holds once it is read: nodes that keep their text and their place, and no types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from generator.source import Span

Style = Literal["plain", "single", "double", "literal", "folded"]
Path: TypeAlias = tuple[str | int, ...]


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


def joined(first: Node, second: Node) -> Node:
    """What two values of one repeated key hold together; of two texts, or of two sorts, the first.

    Whoever begins a map a second time wanted all of it, and the rest of the file may need it.
    """
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return Mapping(first.span, {**first.entries, **second.entries, **first.entries})
    if isinstance(first, Sequence) and isinstance(second, Sequence):
        return Sequence(first.span, first.items + second.items)
    return first


def plain(node: Node) -> Any:
    """A node as text, dicts and lists."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def place(node: Node, path: Path) -> Span:
    """The span of the value at `path`, or of the key under which it is missing."""
    found = _walk(node, path)
    if len(found) > len(path):
        return found[-1][1].span
    return _key_span(*found[-1])


def key_place(node: Node, path: Path) -> Span:
    """The span of the last key of `path`, or of the key under which it is missing."""
    return _key_span(*_walk(node, path)[-1])


Step: TypeAlias = tuple[Scalar | None, Node]


def _walk(node: Node, path: Path) -> list[Step]:
    """The nodes along `path` as far as there are any, each with the key that led to it."""
    steps: list[Step] = [(None, node)]
    for name in path:
        child = _child(steps[-1][1], name)
        if child is None:
            break
        steps.append(child)
    return steps


def _child(node: Node, name: str | int) -> Step | None:
    if isinstance(node, Mapping) and name in node.entries:
        entry = node.entries[str(name)]
        return entry.key, entry.value
    if isinstance(node, Sequence) and isinstance(name, int) and 0 <= name < len(node.items):
        return None, node.items[name]
    return None


def _key_span(key: Scalar | None, node: Node) -> Span:
    """The key's span, for an item of a list its own, for a whole file its first key's."""
    if key is not None:
        return key.span
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values())).key.span
    return node.span
