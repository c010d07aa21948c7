"""The signs of a file, and the nodes that are made of them: text with its place, and no types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import yaml

from generator.source import SourceFile, Span

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


# How much deeper each level stands.
STEP = 2
Kind = Literal[
    "keys", "items", "end", "key", "item", "colon", "comma", "open", "close", "scalar", "block"
]
KINDS: dict[type[yaml.Token], Kind] = {
    yaml.BlockMappingStartToken: "keys",
    yaml.BlockSequenceStartToken: "items",
    yaml.BlockEndToken: "end",
    yaml.KeyToken: "key",
    yaml.BlockEntryToken: "item",
    yaml.ValueToken: "colon",
    yaml.FlowEntryToken: "comma",
    yaml.FlowMappingStartToken: "open",
    yaml.FlowSequenceStartToken: "open",
    yaml.FlowMappingEndToken: "close",
    yaml.FlowSequenceEndToken: "close",
    yaml.ScalarToken: "scalar",
}


def depth(line: str) -> int:
    """The number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def start_of_line(text: str, at: int) -> int:
    """The start of the line of an offset."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, start: int) -> int:
    """The start of the next line."""
    found = text.find("\n", start)
    return found + 1 if found >= 0 else len(text)


def line_of(file: SourceFile, offset: int) -> Span:
    """What is written on the line of an offset, without the blanks around it."""
    start = start_of_line(file.text, offset)
    found = file.text[start : end_of_line(file.text, offset)]
    end = start + len(found.rstrip())
    return file.span(min(start + len(found) - len(found.lstrip()), end), end)


def first_line(span: Span) -> Span:
    """As much of a span as stands on its first line, so that it can be shown."""
    found = span.text.partition("\n")[0].rstrip()
    return span.file.span(span.start, span.start + len(found))


def line_above(file: SourceFile, offset: int) -> Span | None:
    """The nearest line above that is neither blank nor a comment."""
    at = start_of_line(file.text, offset)
    while at > 0:
        at = start_of_line(file.text, at - 1)
        line = line_of(file, at)
        if line.text and not line.text.startswith("#"):
            return line
    return None


@dataclass(frozen=True)
class Token:
    """A sign or a text.

    `keys` and `items` begin a block, `end` ends it, and all three are empty, as `key` mostly is;
    `block` is a text after `|` or `>`.
    """

    kind: Kind
    span: Span


def tokens(file: SourceFile) -> Iterator[Token]:
    """The tokens of a file that can be read."""
    for token in yaml.scan(file.text, Loader=yaml.CSafeLoader):
        kind = KINDS.get(type(token))
        if kind:
            yield _token(file, token, kind)


def _token(file: SourceFile, token: yaml.Token, kind: Kind) -> Token:
    start, end = token.start_mark.index, token.end_mark.index
    if kind == "scalar" and getattr(token, "style", None) in {"|", ">"}:
        return Token("block", file.span(start, start + len(without_rest(file.text[start:end]))))
    return Token(kind, file.span(start, end))


def without_rest(block: str) -> str:
    """A block without the blank lines behind it that are none of its text.

    libyaml counts them in. After `|+` they are text, and so is a line that stands deeper than the
    block, though it is blank.
    """
    head, *lines = block.removesuffix("\n").split("\n")
    if "+" not in head.partition("#")[0]:
        deep = min((depth(line) for line in lines if line.strip()), default=0)
        while lines and not lines[-1].strip() and len(lines[-1]) <= deep:
            lines.pop()
    return "\n".join((head, *lines))
