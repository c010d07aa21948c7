"""The house style of a file of facts: its indentation, its spaces and its blank lines.

Refuses to change a value: a step after which a file does not read as before is left out. Comments
stay where they are, and a file in which something is wrong is left to whoever mends it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from generator.edit.fix import Replacement, changed
from generator.edit.indentation import indentation
from generator.source import SourceFile
from generator.yaml import Mapping, Node, Scalar, load
from generator.yaml.lines import end_of_line
from generator.yaml.tokens import Token, tokens

BLANKS = re.compile(r"[ \t]*")
COMMENT = re.compile(
    r"(?P<before>(?<=\S)[ \t]+|^[ \t]*)#(?P<gap>[ \t]*)(?P<next>\S?)", re.MULTILINE
)
TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
EMPTY = re.compile(r"(?<=\n)\n{2,}")
Step = Callable[[SourceFile], Iterable[Replacement]]


def formatted(file: SourceFile) -> str | None:
    """The text in the house style; None where something is wrong with the file."""
    node, errors = load(file)
    if node is None or errors:
        return None
    kept = values(node)
    text = file.text.replace("\r\n", "\n")
    for step in STEPS:
        other = changed(text, step(SourceFile(file.path, text)))
        text = other if other == text or reads(other) == kept else text
    return text


def reads(text: str) -> object:
    """What a text holds; None where something is wrong with it."""
    node, errors = load(SourceFile("", text))
    return None if node is None or errors else values(node)


def values(node: Node) -> object:
    """What a tree holds, without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return [(key, values(entry.value)) for key, entry in node.entries.items()]
    return [values(item) for item in node.items]


def layout(file: SourceFile) -> Iterator[Replacement]:
    """Indentation and spaces at once: with one alone an item can stand apart from its keys."""
    yield from indentation(file)
    yield from spaces(file)


def spaces(file: SourceFile) -> Iterator[Replacement]:
    """One space after a colon, a comma or a dash, and none inside brackets or before a sign."""
    signs = (token for token in tokens(file) if token.span.start < token.span.end)
    for first, second in pairwise(signs):
        start, end = first.span.end, second.span.start
        wanted = gap(first, second)
        if wanted is not None and BLANKS.fullmatch(file.text, start, end):
            yield Replacement(start, end, wanted)


def gap(first: Token, second: Token) -> str | None:
    """What is due between two signs on one line; None where either may stand."""
    if second.kind in {"comma", "colon", "close"} or first.kind == "open":
        return ""
    return " " if first.kind in {"comma", "colon", "item"} else None


def between(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Step:
    """What changes of that which stands between the texts: comments, or the ends of lines."""

    def step(file: SourceFile) -> Iterator[Replacement]:
        texts = [token.span for token in tokens(file) if token.kind in {"scalar", "block"}]
        starts = [span.start for span in texts]
        # A sign within a comment is a word of it.
        said = 0
        for found in pattern.finditer(file.text):
            before = bisect_left(starts, found.end()) - 1
            if found.start() >= said and (before < 0 or texts[before].end <= found.start()):
                said = end_of_line(file.text, found.end()) if pattern is COMMENT else said
                yield Replacement(*found.span(), replace(found))

    return step


def comment(found: re.Match[str]) -> str:
    """A comment with a space after its sign, and two before it where something stands there.

    On a line of its own it may be set in: it may be facts that wait to be taken up.
    """
    if found["next"] in {"", "#", "!"}:
        return found[0]
    at_start = found.start() == 0 or found.string[found.start() - 1] == "\n"
    gap = found["gap"] if at_start and set(found["gap"]) == {" "} else " "
    return f"{found['before'] if at_start else '  '}#{gap}{found['next']}"


def head(file: SourceFile) -> Iterator[Replacement]:
    """No blank line at the start."""
    yield Replacement(0, len(file.text) - len(file.text.lstrip("\n")), "")


def end(file: SourceFile) -> Iterator[Replacement]:
    """One end of a line at the end; after `|+` there may be more, and after `|` none."""
    yield Replacement(len(file.text.rstrip("\n")), len(file.text), "\n")


STEPS: tuple[Step, ...] = (
    layout,
    between(COMMENT, comment),
    between(TRAILING, lambda _: ""),
    # Only now is a line without any sign empty.
    between(EMPTY, lambda _: "\n"),
    head,
    end,
)
