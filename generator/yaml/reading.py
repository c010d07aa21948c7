"""A text to its tree of nodes, in one strict pass over libyaml's events.

Events, because composed nodes have lost anchors and tags by then. Nothing is resolved: no alias is
followed, no tag obeyed, no text turned into a number, a date or a truth value. The first fault ends
the reading.
"""

import re
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.limits import BYTES, ENTRIES, KEYS, LEVELS, LONG_MAP, MAP, MOVED, TEXT
from generator.source import SourceFile, Span
from generator.yaml import characters, errors
from generator.yaml.characters import refusal, too_large
from generator.yaml.nodes import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    depth,
    end_of_line,
    first_line,
    start_of_line,
)

# The one file that grows with the years: it has a line for each address that was given up.
MOVED_FILE = "content/moved.yaml"
# The maps that hold data, not what somebody wrote of a thing.
LONG_MAPS = ("points", "rows", "quotes")
STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
TEMPLATE = (
    "a text cannot begin with `{{`",
    "put the whole text in quotes, or write `>-` and the text on the next line",
)
PROPERTY = re.compile(r"[&!]\S*")


class Refused(Exception):
    """Reading ends here, for the reason that it carries."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the reason."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def load(file: SourceFile) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The map that a file holds, or else what is wrong with it; it owns its id in either case."""
    if (size := len(file.text.encode(errors="replace"))) > BYTES.most:
        return None, (characters.too_many_bytes(file.path, size),)
    if conflict := characters.merge_conflict(file):
        return None, (conflict,)
    if hidden := (*characters.check(file), *characters.check_structure(file)):
        # libyaml would stumble over them, and tell another reason.
        return None, tuple(sorted(hidden, key=lambda one: one.place))
    try:
        return Reader(file).read(), ()
    except Refused as refused:
        return None, (refused.diagnostic,)


class Reader:
    """Takes the events of one file and builds its tree."""

    def __init__(self, file: SourceFile) -> None:
        """Prepare to read a file, once."""
        self.file = file
        self.events = yaml.CSafeLoader(file.text)
        self.depth = 0
        self.keys = 0
        self.last: Scalar | None = None

    def read(self) -> Mapping:
        """The tree; raises `Refused` at the first fault."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise Refused(errors.explain(self.file, error, self.last)) from None

    def _document(self) -> Mapping:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            raise Refused(self._empty())
        if start.version or start.tags:
            raise Refused(errors.syntax(first_line(self._span(start)), *errors.DIRECTIVE))
        root = self._node(self._next())
        self._next()
        if isinstance(end := self._next(), yaml.DocumentStartEvent):
            line = self.file.span(self._at(end), len(self.file.text))
            raise Refused(refusal("second-document", line))
        if isinstance(root, Mapping):
            return root
        if root.span.start == root.span.end:
            raise Refused(self._empty())
        found = "a text" if isinstance(root, Scalar) else "a list"
        raise Refused(refusal("not-a-map", root.span, found))

    def _empty(self) -> Diagnostic:
        said = "has nothing but comments" if self.file.text.strip() else "is empty"
        return refusal("empty-file", self.file.head, said)

    def _next(self) -> Any:
        return self.events.get_event()

    def _at(self, event: Any) -> int:
        """The offset at which an event begins."""
        begin: int = event.start_mark.index
        return begin

    def _span(self, event: Any) -> Span:
        return Span(self.file, event.start_mark.index, event.end_mark.index)

    def _node(self, event: Any, under: str = "") -> Node:
        if isinstance(event, yaml.AliasEvent):
            # Not one step further: a bomb is made of these.
            raise Refused(refusal("alias", self._span(event)))
        if event.anchor or event.tag:
            raise Refused(self._property(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if self.depth == LEVELS.most:
            raise Refused(too_large(LEVELS, self._span(event)))
        self.depth += 1
        is_map = isinstance(event, yaml.MappingStartEvent)
        node = self._mapping(event, under) if is_map else self._sequence(event)
        self.depth -= 1
        return node

    def _property(self, event: Any) -> Diagnostic:
        start = self._at(event)
        found = PROPERTY.match(self.file.text, start)
        span = self.file.span(start, found.end() if found else start)
        return refusal("alias", span) if span.text.startswith("&") else refusal("tag", span)

    def _mapping(self, start: Any, under: str) -> Mapping:
        entries: dict[str, Entry] = {}
        last = self._span(start)
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, entries)
            value = self._node(self._next(), key.text)
            entries[key.text] = Entry(key, value)
            self._count(key, entries, under)
            last = value.span
        end = self._span(event) if start.flow_style else last
        return Mapping(self.file.span(self._at(start), end.end), entries)

    def _count(self, key: Scalar, entries: dict[str, Entry], under: str) -> None:
        """Refuse a key that is one too many, of its map or of the file."""
        self.keys += 1
        if self.file.path == MOVED_FILE:
            counted = {MOVED: len(entries)}
        else:
            counted = {KEYS: self.keys, LONG_MAP if under in LONG_MAPS else MAP: len(entries)}
        for limit, count in counted.items():
            if count > limit.most:
                raise Refused(too_large(limit, key.span))

    def _key(self, event: Any, entries: dict[str, Entry]) -> Scalar:
        """A key, if it can be one beside those that are there."""
        at = self._at(event)
        if isinstance(event, yaml.MappingStartEvent) and self.file.text[at - 1 : at] == "{":
            raise Refused(errors.syntax(self.file.span(at - 1, at + 1), *TEMPLATE))
        key = self._node(event)
        if not isinstance(key, Scalar):
            raise Refused(refusal("key-not-text", key.span, "a list or map"))
        if not key.text:
            raise Refused(refusal("key-not-text", key.span, "an empty key"))
        if key.text == "<<" and key.style == "plain":
            raise Refused(refusal("merge-key", key.span))
        if first := entries.get(key.text):
            raise Refused(characters.duplicate_key(key.span, first.key.span))
        return key

    def _sequence(self, start: Any) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event))
            if len(items) > ENTRIES.most:
                raise Refused(too_large(ENTRIES, self._span(start)))
        end = self._span(event) if start.flow_style else items[-1].span
        return Sequence(self.file.span(self._at(start), end.end), tuple(items))

    def _scalar(self, event: Any) -> Scalar:
        span, style = self._span(event), STYLES.get(event.style, "plain")
        if style in ("literal", "folded"):
            # libyaml counts the blank lines that follow as part of the block.
            span = self.file.span(span.start, span.start + len(span.text.rstrip(" \r\n")))
        if len(event.value) > TEXT.most:
            raise Refused(too_large(TEXT, span, len(event.value)))
        for diagnostic in errors_of(span, style):
            raise Refused(diagnostic)
        self.last = Scalar(span, event.value, style)
        return self.last


def errors_of(span: Span, style: Style) -> tuple[Diagnostic, ...]:
    """What can be wrong with a text alone."""
    if style == "plain":
        text = span.text
        is_sound = text == text.strip(characters.ODD_SPACES)
        return () if is_sound else tuple(characters.check_ends(span))
    if style in ("single", "double") and runs_over(span):
        return (characters.unclosed_quote(span.file, span.start),)
    return tuple(characters.check_escapes(span)) if style == "double" else ()


def runs_over(span: Span) -> bool:
    """Whether a text in quotes goes on at the indentation of its own line, or left of it.

    YAML takes this for one text; it is a quote that was not closed, and the keys that follow are
    swallowed without a word.
    """
    first, *rest = span.text.split("\n")
    if not rest:
        return False
    start = start_of_line(span.file.text, span.start)
    own = depth(span.file.text[start : end_of_line(span.file.text, start)])
    return any(depth(line) <= own for line in rest if line.strip())
