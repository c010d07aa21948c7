"""A text to its tree of nodes, over libyaml's events.

Events, because composed nodes have lost anchors and tags by then. Nothing is resolved: no alias is
followed, no tag obeyed, no text turned into a number, a date or a truth value.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.load import characters, faults, syntax
from generator.load.lines import STEP, indent, start_of_line
from generator.load.nodes import Entry, Mapping, Node, Scalar, Sequence, Style, joined
from generator.load.swallowed import swallowed
from generator.source import SourceFile, Span

# A record is some six levels deep; far beyond that stands only a slip or an attack.
DEEPEST = 50
STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
PROPERTY = re.compile(r"([&!]\S*)\s*")


# What runs on until it is closed.
OPEN = ("flow", "quoted")


class Stop(Exception):
    """Reading ends here; the reason is among the faults."""


@dataclass
class Shape:
    """How a text looks: how many keys it has, how many values are empty, and what is uneven.

    `uneven` counts the maps that stand not one step deeper than the map that they are in, the lists
    that stand neither there nor as deep as their key, and the keys of several words.
    """

    keys: int = 0
    empty: int = 0
    uneven: int = 0


@dataclass(frozen=True)
class Stopped:
    """What stopped a reading, and the offset and the line up to which it was read.

    What is still open there is read up to where it opens.
    """

    fault: Diagnostic
    at: int
    line: int


class Reader:
    """Takes the events of one file and builds its tree, keeping what is wrong on the way."""

    def __init__(self, file: SourceFile, text: str, keys: Collection[str] = ()) -> None:
        """Prepare to read `text`, once: that of `file`, or what is left of it in its place.

        A text that goes on over one of the `keys` has swallowed it.
        """
        self.file = file
        self.keys = keys
        self.text = text
        self.events = yaml.CSafeLoader(self.text)
        self.tree: Node | None = None
        self.faults: list[Diagnostic] = []
        self.shared: list[Span] = []
        self.merged: list[Span] = []
        self.depth = 0
        self.shape = Shape()
        # That of the map that is being read; the outermost stands at none.
        self.column = -STEP
        self.last: Scalar | None = None
        self.stopped: Stopped | None = None

    def read(self) -> None:
        """Make the tree, if the file can be read to its end, and find the faults.

        Where it cannot, `stopped` says why, if it is known where the reading may go on.
        """
        try:
            self._document()
        except yaml.MarkedYAMLError as error:
            at = error.problem_mark.index if error.problem_mark else 0
            fault, place = syntax.explain(self.file, error, self.last), self._place(at)
            is_open = any(what in (error.context or "") for what in OPEN)
            self.faults.append(fault)
            self.stopped = Stopped(fault, place.start, (fault.span if is_open else place).line)
        except Stop:
            # The fault that stopped it has been kept.
            pass

    @property
    def told(self) -> list[Diagnostic]:
        """All that is wrong on the way."""
        return [*self.faults, *self._sharing()]

    def _stop(self, fault: Diagnostic, at: int) -> None:
        self.faults.append(fault)
        self.stopped = Stopped(fault, at, fault.span.line)

    def _document(self) -> None:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self.faults.append(faults.empty_file(self.file))
            return
        if start.version or start.tags:
            self.faults.append(faults.directive(faults.first_line(self._span(start))))
        root = self._node(self._next())
        self._next()
        end = self._next()
        if isinstance(root, Mapping):
            self.tree = root
        if isinstance(end, yaml.DocumentStartEvent):
            line = self.file.span(self._at(end), len(self.file.text))
            self.faults.append(faults.second_document(faults.first_line(line)))
        elif self.tree is None:
            self.faults.append(self._no_map(root))

    def _no_map(self, root: Node) -> Diagnostic:
        empty = isinstance(root, Scalar) and root.span.start == root.span.end
        return faults.empty_file(self.file) if empty else faults.not_a_map(root)

    def _next(self) -> Any:
        return self.events.get_event()

    def _span(self, event: Any) -> Span:
        return self.file.span(event.start_mark.index, event.end_mark.index)

    def _at(self, event: Any) -> int:
        """The offset in the text at which an event begins."""
        begin: int = event.start_mark.index
        return begin

    def _place(self, at: int) -> Span:
        return self.file.span(at, at)

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            # Not one step further: a bomb is made of these.
            self.shared.append(span := self._span(event))
            self.stopped = Stopped(faults.alias(span), span.end, span.line)
            raise Stop
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if self.depth == DEEPEST:
            self.faults.append(faults.too_deep(self._span(event)))
            raise Stop
        self.depth += 1
        node = self._collection(event)
        self.depth -= 1
        return node

    def _collection(self, event: Any) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event)
        return self._sequence(event)

    def _mapping(self, start: Any) -> Mapping:
        entries: dict[str, Entry] = {}
        repeated: list[tuple[Scalar, Scalar]] = []
        begin = self._place(self._begin(start))
        end = begin.end
        outer = self._indent(start)
        try:
            while not isinstance(event := self._next(), yaml.MappingEndEvent):
                key = self._node(event)
                # Also of a map that cannot be read to its end.
                self.shape.keys += 1
                value = self._node(self._next())
                end = value.span.end
                if isinstance(key, Scalar) and (first := entries.get(key.text)):
                    repeated.append((key, first.key))
                self._keep(entries, key, value)
        finally:
            self.column = outer
            # Told also of a map that cannot be read to its end.
            if repeated:
                self.faults.append(faults.duplicate_key(*repeated))
        end = self._span(event).end if start.flow_style else end
        return Mapping(replace(begin, end=end), entries)

    def _indent(self, start: Any) -> int:
        """Note how deep a map stands; how deep the one around it does."""
        outer = self.column
        if not start.flow_style:
            self.column = start.start_mark.column
            self.shape.uneven += self.column != outer + STEP
        return outer

    def _keep(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        """Enter a key and its value, unless something is wrong with the key."""
        if is_template(key):
            self._stop(faults.template(key.span), key.span.end)
            raise Stop
        if not isinstance(key, Scalar) or not key.text:
            self.faults.append(faults.key_not_text(key))
        elif key.text == "<<" and key.style == "plain":
            self.merged.append(key.span)
        elif first := entries.get(key.text):
            entries[key.text] = Entry(first.key, joined(first.value, value))
        else:
            entries[key.text] = Entry(key, value)
            self.shape.uneven += " " in key.text

    def _sequence(self, start: Any) -> Sequence:
        items: list[Node] = []
        begin = self._place(self._begin(start))
        levels = (self.column, self.column + STEP)
        self.shape.uneven += not start.flow_style and start.start_mark.column not in levels
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event))
        end = self._span(event).end if start.flow_style else items[-1].span.end
        return Sequence(replace(begin, end=end), tuple(items))

    def _scalar(self, event: Any) -> Scalar:
        begin, end = self._begin(event), event.end_mark.index
        style = STYLES.get(event.style, "plain")
        if style in ("literal", "folded"):
            # libyaml counts the blank lines that follow as part of the block.
            end = begin + len(self.text[begin:end].rstrip(" \r\n"))
        span = self.file.span(begin, end)
        self.shape.empty += begin == end
        if style == "plain" and (fault := swallowed(self.file, self.text, (begin, end), self.keys)):
            self._stop(fault, fault.span.end)
            raise Stop
        if style in ("single", "double"):
            self._quoted(span, style, "\n" in self.text[begin:end])
        text = event.value.replace(characters.STAND_IN, "")
        if style == "plain":
            self.faults += characters.check_ends(span)
            text = text.strip(characters.ODD_SPACES)
        self.last = Scalar(span, text, style)
        return self.last

    def _quoted(self, span: Span, style: Style, is_broken: bool) -> None:
        """What can only be wrong inside quotes."""
        if style == "double":
            self.faults += characters.check_escapes(span)
        if is_broken and runs_over(span):
            self._stop(faults.unclosed_quote(span.file, span.start), span.end - 1)
            raise Stop

    def _begin(self, event: Any) -> int:
        """Where in the text a node itself begins, after any anchor and tag, which are faults."""
        begin: int = event.start_mark.index
        if event.anchor or event.tag:
            end = event.end_mark.index
            while match := PROPERTY.match(self.text, begin, end):
                self._property(self.file.span(begin, match.end(1)))
                begin = match.end()
        return begin

    def _property(self, span: Span) -> None:
        if span.text.startswith("&"):
            self.shared.append(span)
        else:
            self.faults.append(faults.tag(span))

    def _sharing(self) -> list[Diagnostic]:
        """One fault for all anchors and aliases, or else the merge keys."""
        if self.shared:
            first, *others = self.shared
            uses = [other for other in others if other.text.startswith("*")]
            return [faults.alias(first, tuple(uses))]
        return [faults.merge_key(span) for span in self.merged]


def is_template(key: Node) -> bool:
    """Whether what stands as a key is the inner half of `{{ ... }}`."""
    return key.span.text.startswith("{") and key.span.file.text[: key.span.start].endswith("{")


def runs_over(span: Span) -> bool:
    """Whether a text in quotes goes on at the indentation of its own line, or left of it.

    YAML takes this for one text; it is a quote that was not closed, and the keys that follow are
    swallowed without a word.
    """
    own = indent(span.file.text, start_of_line(span.file.text, span.start))
    rest = span.text.split("\n")[1:]
    return any(len(line) - len(line.lstrip()) <= own for line in rest if line.strip())
